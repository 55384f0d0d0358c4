// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/checklistmodel.h"

#include "app/core/format.h"
#include "app/core/when.h"
#include "app/publish/publishplan.h"
#include "ui/widgets/plaintext.h"

using namespace Qt::StringLiterals;

namespace unmoor {

ChecklistModel::ChecklistModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_clock.start();
}

void ChecklistModel::setPlan(const PublishPlan &plan)
{
    QList<Row> rows;
    const auto addSection = [&rows](const QString &title, const QString &detail) {
        Row row{.section = true};
        row.step.what = title;
        row.why = detail;
        rows.append(row);
    };
    if (!plan.done.isEmpty()) {
        addSection(tr("Already right"), {});
        for (const PublishStep &step : plan.done)
            rows.append({.step = step, .state = theme::State::Verified, .why = step.why, .proof = step.proof});
        if (!plan.steps.isEmpty())
            addSection(tr("To finish"), counted(plan.steps.size(), tr("1 step"), tr("%1 steps")));
    }
    const int firstStep = int(rows.size());
    for (const PublishStep &step : plan.steps)
        rows.append({.step = step, .why = step.why, .proof = step.proof});
    beginResetModel();
    m_rows = std::move(rows);
    m_firstStep = firstStep;
    m_running.clear();
    m_rates.clear();
    endResetModel();
    setReadAge(m_readAge);
}

void ChecklistModel::setFiles(const QList<DesiredFile> &files)
{
    m_files = files;
}

void ChecklistModel::setReadAge(const QString &age)
{
    m_readAge = age;
    if (m_rows.isEmpty() || !m_rows.first().section)
        return;
    const QString words = alreadyRight();
    if (std::exchange(m_rows.first().why, words) != words)
        Q_EMIT dataChanged(index(0, Why), index(0, Why));
}

QString ChecklistModel::alreadyRight() const
{
    const int steps = stepCount();
    const int done = m_firstStep - (steps > 0 ? 2 : 1); // without the headings
    const QString count = tr("%1 of %2").arg(done).arg(done + steps);
    return m_readAge.isEmpty() ? count : tr("%1, %2").arg(count, m_readAge);
}

int ChecklistModel::stepCount() const
{
    return int(m_rows.size()) - m_firstStep;
}

int ChecklistModel::doneCount() const
{
    return int(std::count_if(m_rows.begin() + m_firstStep, m_rows.end(),
                             [](const Row &row) { return row.state == theme::State::Verified; }));
}

int ChecklistModel::rowOfStep(int step) const
{
    return m_firstStep + step;
}

void ChecklistModel::change(int step, const std::function<void(Row &)> &edit)
{
    const int row = rowOfStep(step);
    if (step < 0 || row >= m_rows.size())
        return;
    Row changed = m_rows[row];
    edit(changed);
    if (changed == m_rows[row])
        return;
    m_rows[row] = changed;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void ChecklistModel::setStarted(int step)
{
    m_running.insert(step);
    m_rates.erase(step);
    change(step, [](Row &row) { row.state = theme::State::Running; });
}

void ChecklistModel::setProgress(int step, qint64 sent, qint64 total)
{
    RateMeter &rate = m_rates[step];
    rate.note(sent, total, m_clock.elapsed());
    change(step, [&](Row &row) {
        row.progress = total > 0 ? std::clamp(double(sent) / double(total), 0.0, 1.0) : -1;
        row.proof = rate.text();
    });
}

void ChecklistModel::setFinished(int step, const StepResult &result)
{
    m_running.erase(step);
    change(step, [&result](Row &row) {
        row.progress = -1;
        switch (result.outcome) {
        case StepResult::Outcome::Done:
            row.state = theme::State::Verified;
            row.why = row.step.why;
            row.proof = result.proof;
            break;
        case StepResult::Outcome::Failed:
            row.state = theme::State::Error;
            row.why = result.error ? result.error->message : tr("It failed.");
            break;
        case StepResult::Outcome::Skipped:
            row.state = theme::State::Skipped;
            row.proof = result.proof;
            break;
        }
    });
    if (result.outcome == StepResult::Outcome::Failed)
        m_running.insert(step); // a wait that follows is about it
}

void ChecklistModel::setWaiting(int seconds, const QString &why)
{
    m_pauseSeconds = seconds > 0 ? std::max(m_pauseSeconds, seconds) : 0;
    for (const int step : m_running)
        change(step, [&](Row &row) {
            if (seconds > 0) {
                row.state = theme::State::Waiting;
                row.why = why;
                row.proof = tr("goes on by itself in %1").arg(countdownText(seconds));
                row.progress = 1 - double(seconds) / m_pauseSeconds;
            } else if (row.state == theme::State::Waiting) {
                row.state = theme::State::Running;
                row.why = row.step.why;
                row.proof = row.step.proof;
                row.progress = -1;
            }
        });
}

int ChecklistModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChecklistModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ChecklistModel::text(const Row &row, int column) const
{
    switch (column) {
    case Step:
        return row.step.what;
    case Why:
        return row.why;
    case Proof:
        return row.proof;
    }
    return {};
}

QVariant ChecklistModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTipText(index.column() == Proof ? copyText(row).section(u'\t', 2)
                                                   : text(row, index.column()).toString());
    case Qt::AccessibleTextRole:
        return index.column() == Step && !row.section ? theme::stateWord(row.state) + u": "_s + row.step.what
                                                      : text(row, index.column());
    case StateRole:
        return row.section ? QVariant() : QVariant::fromValue(int(row.state));
    case ProgressRole:
        return row.progress;
    case IsSectionRole:
        return row.section;
    case IsDangerRole:
        return !row.section && index.row() >= m_firstStep && isDangerous(row.step);
    case CopyRole:
        return copyText(row);
    }
    return {};
}

/// The whole digest stands in for its first letters.
QString ChecklistModel::copyText(const Row &row) const
{
    if (row.section)
        return {};
    QString proof = row.proof;
    const auto file = std::ranges::find(m_files, row.step.file, &DesiredFile::name);
    if (!row.step.file.isEmpty() && file != m_files.end()) {
        const QString digest = QString::fromLatin1(file->sha256);
        const QString brief = digest.left(8) + u'…';
        proof = proof.contains(brief) ? proof.replace(brief, digest) : u"%1; sha256 %2"_s.arg(proof, digest);
    }
    return u"%1\t%2\t%3"_s.arg(row.step.what, theme::stateWord(row.state), proof);
}

QVariant ChecklistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Step:
        return tr("Step");
    case Why:
        return tr("Why");
    case Proof:
        return tr("Proof");
    }
    return {};
}

} // namespace unmoor
