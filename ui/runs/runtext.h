// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/repair.h"
#include "app/release/runs.h"
#include "ui/theme/theme.h"

namespace unmoor {

/// The shape for a run, a job or a step of GitHub Actions, by the words of its API.
theme::State stateOfRun(const QString &status, const QString &conclusion);

/// "failed", "waits for approval"; a word that is not known is said as it came.
QString standingOfRun(const QString &status, const QString &conclusion);

/// "4 m 12 s", "12 s so far"; empty for what has not begun.
QString timeOfRun(const QDateTime &begin, const QDateTime &end, const QDateTime &now);

/// "failed, 4 m 12 s".
QString runSummary(const github::WorkflowRun &run, const QDateTime &now);
QString jobSummary(const github::RunJob &job, const QDateTime &now);

/// "Release 12, attempt 2".
QString runName(const github::WorkflowRun &run);

/// "the cache was hit · Nix built 12, copied 340"; empty where the log says nothing of it.
QString cacheWords(const JobLogReport &report);

/// What each failed job is noted with, and the end of its log, which tell nothing of why.
bool saysNothing(const QString &message);

/// "src/main.rs, line 12: unused variable".
QString annotationText(const github::JobAnnotation &annotation);

/// How the runs stand together, in a few words and a shape: what the page's header says.
struct RunsStanding
{
    std::optional<theme::State> state;
    QString text;
};
RunsStanding runsStanding(const Runs &runs);

/// Why there is nothing to see; empty: there is.
QString nothingText(const Runs &runs);

/// What failed in a job, as the card says it. \a reading: nullopt while the log is not read.
BuildFailure failureOfJob(const github::RunJob &job, const std::optional<JobReading> &reading);

/// What can be done about a job that failed. \a here: the targets that it builds and that this machine could build.
FailureRepair repairOfJob(const RunDetails &details, const github::RunJob &job, const BuildFailure &failure,
                          const QStringList &here);

} // namespace unmoor
