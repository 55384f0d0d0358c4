// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace unmoor::rehearsal {

/// Files that a job keeps at its end. Their bytes are in assets/ID of the storage folder.
struct RunFile
{
    qint64 id = 0; ///< 0: the job has not ended yet
    QString name;
    QByteArray bytes; ///< before they are stored
    qint64 size = 0;
    QByteArray sha256; ///< 64 hex digits; empty: the host gives no digest
    int attempt = 1;
    qint64 madeAt = 0; ///< by the run's clock
    bool isExpired = false;

    bool operator==(const RunFile &) const = default;
};

/// What a job does: when it begins, how long it takes, and how it ends in each attempt.
struct JobPlan
{
    QString name;
    QString key; ///< id in the workflow file; empty: the name
    int after = 0; ///< seconds from the beginning of the attempt
    int seconds = 60;
    QStringList conclusions{QStringLiteral("success")}; ///< of each attempt; the last one stays
    QStringList steps{QStringLiteral("Set up job"), QStringLiteral("Build"), QStringLiteral("Complete job")};
    QString environment; ///< that somebody has to approve first; empty: none
    QByteArray log;
    QList<RunFile> files; ///< kept where the job succeeds

    bool operator==(const JobPlan &) const = default;
};

/// What a workflow file does when it runs.
struct WorkflowPlan
{
    QString path; ///< ".github/workflows/release.yml"
    QString name;
    bool isDispatched = false; ///< listens to workflow_dispatch
    QStringList inputs; ///< that workflow_dispatch takes, all of them needed
    QList<JobPlan> jobs;

    bool operator==(const WorkflowPlan &) const = default;
};

/// A job of one attempt.
struct RunJob
{
    qint64 id = 0;
    int plan = 0; ///< index in the workflow's jobs
    int attempt = 1;
    qint64 startsAt = 0; ///< by the clock; -1: it waits for approval
    qint64 endsAt = 0;
    QString conclusion; ///< that it will have
    QString environment; ///< that it waits for, or was let into

    bool operator==(const RunJob &) const = default;
};

struct WorkflowRun
{
    qint64 id = 0;
    int number = 1;
    int attempt = 1;
    QString path; ///< of the workflow
    QString event;
    QString branch; ///< or tag
    QString commit;
    QMap<QString, QString> inputs; ///< of a dispatch
    qint64 createdAt = 0; ///< by the clock
    qint64 startedAt = 0; ///< of the attempt
    QList<RunJob> jobs; ///< of all attempts
    QList<RunFile> files;

    bool operator==(const WorkflowRun &) const = default;
};

/// The runs of a repository. They move with a clock of their own, in seconds, so that a test need not wait.
struct Actions
{
    qint64 clock = 0;
    int secondsPerLook = 0; ///< so far the clock goes on whenever runs are looked at that have not all ended
    bool givesRunDetails = true; ///< of a dispatch; false: as servers before 2026-02, which refuse the field
    QMap<QString, WorkflowPlan> workflows; ///< by path, as the newest commit has them
    QMap<QString, QMap<QString, WorkflowPlan>> ofCommits; ///< by path and commit, where a commit has its own
    QMap<QString, qint64> workflowIds; ///< by path
    QList<WorkflowRun> runs; ///< oldest first

    bool operator==(const Actions &) const = default;
};

/// What the file \a path does in \a commit.
WorkflowPlan planOf(const Actions &actions, const QString &path, const QString &commit);

QJsonObject toJson(const Actions &actions);
Actions actionsFromJson(const QJsonObject &json);

/// The jobs of the newest attempt; those that were not repeated are of an earlier one.
QList<RunJob> latestJobs(const WorkflowRun &run);
/// "queued", "in_progress", "waiting" or "completed", at \a clock.
QString statusOf(const RunJob &job, qint64 clock);
QString statusOf(const WorkflowRun &run, qint64 clock);
/// When something of the run last changed: it or a job of it began or ended.
qint64 changedAt(const WorkflowRun &run, qint64 clock);
/// Empty while it is not known.
QString conclusionOf(const WorkflowRun &run, qint64 clock);

} // namespace unmoor::rehearsal
