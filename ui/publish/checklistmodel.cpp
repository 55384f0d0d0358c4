// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/checklistmodel.h"

#include "core/format.h"

using namespace Qt::StringLiterals;

namespace unmoor {

ChecklistModel::ChecklistModel(QObject *parent)
    : QAbstractTableModel(parent)
{
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
        addSection(tr("Already right"), tr("%1 of %2").arg(plan.done.size()).arg(plan.done.size() + plan.steps.size()));
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
    m_running = -1;
    endResetModel();
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
    m_running = step;
    change(step, [](Row &row) { row.state = theme::State::Running; });
}

void ChecklistModel::setProgress(int step, qint64 sent, qint64 total)
{
    change(step, [sent, total](Row &row) {
        row.progress = total > 0 ? std::clamp(double(sent) / double(total), 0.0, 1.0) : -1;
        row.proof = tr("%1 of %2 sent").arg(formatBytes(sent), formatBytes(total));
    });
}

void ChecklistModel::setFinished(int step, const StepResult &result)
{
    change(step, [&result](Row &row) {
        row.progress = -1;
        switch (result.outcome) {
        case StepResult::Outcome::Done:
            row.state = theme::State::Verified;
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
}

void ChecklistModel::setWaiting(int seconds, const QString &why)
{
    change(m_running, [seconds, &why](Row &row) {
        row.state = seconds > 0 ? theme::State::Waiting : theme::State::Running;
        row.why = seconds > 0 ? why : row.step.why;
        row.proof = seconds > 0
            ? tr("goes on by itself in %1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'))
            : row.step.proof;
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
    case Qt::ToolTipRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Step && !row.section ? theme::stateWord(row.state) + u": "_s + row.step.what
                                                      : text(row, index.column());
    case StateRole:
        return row.section ? QVariant() : QVariant::fromValue(int(row.state));
    case ProgressRole:
        return row.progress;
    case IsSectionRole:
        return row.section;
    }
    return {};
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
