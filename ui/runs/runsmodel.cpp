// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runsmodel.h"

#include "app/core/format.h"
#include "ui/runs/runtext.h"
#include "ui/widgets/plaintext.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// A row as it shall be.
struct Row
{
    QString key;
    QString name;
    QString standing;
    QString detail; ///< for the tooltip; empty: the name
    qint64 run = 0;
    qint64 job = 0;
    std::optional<theme::State> state;
    QList<Row> below;
};

Row stepRow(const github::RunJob &job, const github::RunStep &step, const QDateTime &now)
{
    const bool hasBegun = step.status != "queued"_L1 && step.status != "pending"_L1;
    const QString time = hasBegun ? timeOfRun(step.startedAt, step.completedAt, now) : QString();
    const QString standing = hasBegun ? standingOfRun(step.status, step.conclusion) : RunsModel::tr("to come");
    return {.key = u"step %1"_s.arg(step.number),
            .name = step.name,
            .standing = time.isEmpty() ? standing : RunsModel::tr("%1, %2").arg(standing, time),
            .detail = {},
            .run = job.runId,
            .job = job.id,
            .state = stateOfRun(step.status, step.conclusion),
            .below = {}};
}

/// \a number: among the jobs of one name. A job that runs again has another id, and is the same row.
Row jobRow(const github::WorkflowRun &run, const github::RunJob &job, int number, const QDateTime &now)
{
    Row row{.key = u"job %1 %2"_s.arg(number).arg(job.name),
            .name = job.name,
            .standing = jobSummary(job, now),
            .detail = {},
            .run = run.id,
            .job = job.id,
            .state = stateOfRun(job.status, job.conclusion),
            .below = {}};
    for (const github::RunStep &step : job.steps) {
        row.below += stepRow(job, step, now);
        row.below.last().run = run.id;
    }
    return row;
}

Row runRow(const RunDetails &details, const QDateTime &now)
{
    const github::WorkflowRun &run = details.run;
    Row row{.key = u"run %1"_s.arg(run.id),
            .name = runName(run),
            .standing = runSummary(run, now),
            .detail = u"%1\n%2"_s.arg(run.title, run.path),
            .run = run.id,
            .job = 0,
            .state = stateOfRun(run.status, run.conclusion),
            .below = {}};
    QMap<QString, int> numbers;
    for (const github::RunJob &job : details.jobs)
        row.below += jobRow(run, job, ++numbers[job.name], now);
    return row;
}

void setIfOther(QStandardItem &item, const QVariant &value, int role)
{
    if (item.data(role) != value)
        item.setData(value, role);
}

void fill(QStandardItem &name, QStandardItem &standing, const Row &row)
{
    using theme::State;
    const bool isLive = row.state && (*row.state == State::Running || *row.state == State::Error);
    setIfOther(name, row.key, RunsModel::KeyRole);
    setIfOther(name, row.name, Qt::DisplayRole);
    setIfOther(name, toolTipText(row.detail.isEmpty() ? row.name : row.detail), Qt::ToolTipRole);
    setIfOther(name, row.standing.isEmpty() ? row.name : u"%1, %2"_s.arg(row.name, row.standing),
               Qt::AccessibleTextRole);
    setIfOther(standing, row.standing, Qt::DisplayRole);
    for (QStandardItem *item : {&name, &standing}) {
        setIfOther(*item, row.run, RunsModel::RunRole);
        setIfOther(*item, row.job, RunsModel::JobRole);
        setIfOther(*item, row.state ? QVariant(int(*row.state)) : QVariant(), RunsModel::StateRole);
        setIfOther(*item, isLive, RunsModel::LiveRole);
    }
}

qsizetype childWith(const QStandardItem &parent, const QString &key, int from)
{
    for (int row = from; row < parent.rowCount(); ++row)
        if (parent.child(row)->data(RunsModel::KeyRole).toString() == key)
            return row;
    return -1;
}

/// Makes the rows below \a parent those of \a rows.
void sync(QStandardItem &parent, const QList<Row> &rows)
{
    for (int at = 0; at < rows.size(); ++at) {
        const Row &row = rows.at(at);
        const auto known = int(childWith(parent, row.key, at));
        if (known < 0) {
            auto *name = new QStandardItem;
            auto *standing = new QStandardItem;
            fill(*name, *standing, row);
            sync(*name, row.below);
            parent.insertRow(at, {name, standing});
            continue;
        }
        if (known != at)
            parent.insertRow(at, parent.takeRow(known));
        fill(*parent.child(at, RunsModel::Name), *parent.child(at, RunsModel::Standing), row);
        sync(*parent.child(at), row.below);
    }
    if (parent.rowCount() > rows.size())
        parent.removeRows(int(rows.size()), parent.rowCount() - int(rows.size()));
}

QModelIndex found(const QAbstractItemModel &model, const QModelIndex &parent, qint64 run, qint64 job)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const bool isRun = index.data(RunsModel::RunRole).toLongLong() == run;
        if (isRun && index.data(RunsModel::JobRole).toLongLong() == job)
            return index;
        if (isRun || index.data(RunsModel::RunRole).toLongLong() == 0)
            if (const QModelIndex below = found(model, index, run, job); below.isValid())
                return below;
    }
    return {};
}

} // namespace

RunsModel::RunsModel(QObject *parent)
    : QStandardItemModel(0, 2, parent)
{
}

void RunsModel::setCommits(const QList<CommitRuns> &commits, const QDateTime &now)
{
    QList<Row> rows;
    for (const CommitRuns &commit : commits) {
        QList<Row> runs;
        for (const RunDetails &details : commit.view.runs)
            runs += runRow(details, now);
        if (commits.size() == 1) {
            rows = runs;
            continue;
        }
        const QString name = commit.tag.isEmpty() ? shortCommit(commit.commit)
                                                  : tr("%1 at %2").arg(commit.tag, shortCommit(commit.commit));
        rows += Row{.key = u"commit "_s + commit.commit,
                    .name = name,
                    .standing = commit.isRead && runs.isEmpty() ? tr("no runs") : QString(),
                    .detail = commit.commit,
                    .run = 0,
                    .job = 0,
                    .state = {},
                    .below = runs};
    }
    sync(*invisibleRootItem(), rows);
}

QModelIndex RunsModel::indexOf(qint64 run, qint64 job) const
{
    return found(*this, {}, run, job);
}

} // namespace unmoor
