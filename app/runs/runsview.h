// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/github/client.h"

#include <chrono>
#include <optional>

namespace unmoor {

/// A run with what belongs to it, as of one moment.
struct RunDetails
{
    github::WorkflowRun run;
    QList<github::RunJob> jobs; ///< of the newest attempt
    QList<github::RunArtifact> artifacts; ///< of all attempts
    QList<github::PendingDeployment> waitsFor; ///< where its status is "waiting"

    bool operator==(const RunDetails &) const = default;
};

/// The runs of a commit.
struct RunsView
{
    QString repository;
    QString commit;
    QList<RunDetails> runs; ///< newest first
    qint64 total = 0; ///< that the host has; it lists 1,000

    bool haveEnded() const;
    bool haveSucceeded() const; ///< all of them, and there is one
    bool operator==(const RunsView &) const = default;
};

/// Reads the runs of \a commit with their jobs and artifacts. What \a known, an earlier answer, has of runs that had
/// ended then and are the same now is not asked for again. Errors: those of github::Client.
QFuture<Result<RunsView>> readRuns(github::Client &client, const QString &repository, const QString &commit,
                                   std::stop_token stop = {}, const RunsView &known = {});

/// Reads one run in the same way.
QFuture<Result<RunDetails>> readRun(github::Client &client, const QString &repository, qint64 id,
                                    std::stop_token stop = {});

/// How long to wait before \a runs are asked for again: 5 s while a job runs, 15 s while all wait for a machine, 60 s
/// while they wait for a person; longer where \a limit would run out before it is renewed at \a now. nullopt: all have
/// ended.
std::optional<std::chrono::seconds> pollDelay(const QList<github::WorkflowRun> &runs, const github::RateLimit &limit,
                                              const QDateTime &now);

/// "in progress, 2 of 3 jobs done", for people.
QString stateText(const RunDetails &details);

} // namespace unmoor
