// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runtext.h"

#include "app/core/format.h"
#include "app/core/words.h"
#include "ui/build/derivationsmodel.h"

#include <QLocale>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using theme::State;

bool hasFailed(const QString &conclusion)
{
    return conclusion == "failure"_L1 || conclusion == "timed_out"_L1 || conclusion == "startup_failure"_L1;
}

QString asWords(const QString &word)
{
    return QString(word).replace(u'_', u' ');
}

QString standingAndTime(const QString &standing, const QString &time)
{
    return time.isEmpty() ? standing : Words::tr("%1, %2").arg(standing, time);
}

QString timeOfDay(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime().time(), QLocale::ShortFormat);
}

/// Of the steps the one that failed; empty: none is known.
QString failedStep(const github::RunJob &job)
{
    const auto step =
        std::ranges::find_if(job.steps, [](const github::RunStep &one) { return hasFailed(one.conclusion); });
    return step == job.steps.end() ? QString() : step->name;
}

} // namespace

bool saysNothing(const QString &message)
{
    return message.startsWith("Process completed with exit code"_L1);
}

State stateOfRun(const QString &status, const QString &conclusion)
{
    if (status == "in_progress"_L1)
        return State::Running;
    if (status == "waiting"_L1 || status == "pending"_L1)
        return State::Waiting;
    if (status != "completed"_L1)
        return State::Planned;
    if (conclusion == "success"_L1)
        return State::Done;
    if (hasFailed(conclusion))
        return State::Error;
    if (conclusion == "cancelled"_L1)
        return State::Canceled;
    if (conclusion == "skipped"_L1)
        return State::Skipped;
    return conclusion == "neutral"_L1 ? State::Note : State::Warning;
}

QString standingOfRun(const QString &status, const QString &conclusion)
{
    if (status == "in_progress"_L1)
        return Words::tr("running");
    if (status == "waiting"_L1)
        return Words::tr("waits for approval");
    if (status == "queued"_L1 || status == "requested"_L1 || status == "pending"_L1)
        return Words::tr("waits for a machine");
    if (status != "completed"_L1)
        return asWords(status);
    if (conclusion == "success"_L1)
        return Words::tr("succeeded");
    if (conclusion == "failure"_L1)
        return Words::tr("failed");
    if (conclusion == "timed_out"_L1)
        return Words::tr("took too long");
    if (conclusion == "startup_failure"_L1)
        return Words::tr("could not begin");
    if (conclusion == "cancelled"_L1)
        return Words::tr("canceled");
    if (conclusion == "skipped"_L1)
        return Words::tr("skipped");
    if (conclusion == "action_required"_L1)
        return Words::tr("needs somebody");
    return asWords(conclusion);
}

QString timeOfRun(const QDateTime &begin, const QDateTime &end, const QDateTime &now)
{
    if (!begin.isValid())
        return {};
    const qint64 msec = std::max<qint64>(begin.msecsTo(end.isValid() ? end : now), 0);
    return end.isValid() ? formatSeconds(double(msec) / 1000) : Words::tr("%1 so far").arg(runningTime(msec));
}

QString runSummary(const github::WorkflowRun &run, const QDateTime &now)
{
    const bool hasBegun = run.hasEnded() || run.status == "in_progress"_L1;
    return standingAndTime(standingOfRun(run.status, run.conclusion),
                           hasBegun ? timeOfRun(run.startedAt, run.hasEnded() ? run.updatedAt : QDateTime(), now)
                                    : QString());
}

QString jobSummary(const github::RunJob &job, const QDateTime &now)
{
    const bool hasBegun = job.hasEnded() || job.status == "in_progress"_L1;
    // A skipped one has times, too, which say nothing.
    const bool hasTime = hasBegun && job.conclusion != "skipped"_L1;
    return standingAndTime(standingOfRun(job.status, job.conclusion),
                           hasTime ? timeOfRun(job.startedAt, job.completedAt, now) : QString());
}

QString runName(const github::WorkflowRun &run)
{
    const QString name = run.name.isEmpty() ? run.path.section(u'/', -1) : run.name;
    return run.attempt > 1 ? Words::tr("%1 %2, attempt %3").arg(name).arg(run.number).arg(run.attempt)
                           : u"%1 %2"_s.arg(name).arg(run.number);
}

QString cacheWords(const JobLogReport &report)
{
    QStringList words;
    if (const QString cache = cacheText(report); !cache.isEmpty())
        words += cache;
    if (report.built + report.copied > 0)
        words += Words::tr("Nix built %L1, copied %L2").arg(report.built).arg(report.copied);
    return words.join(u" · "_s);
}

QString annotationText(const github::JobAnnotation &annotation)
{
    const QString what = annotation.title.isEmpty() || annotation.message.startsWith(annotation.title)
        ? annotation.message
        : u"%1: %2"_s.arg(annotation.title, annotation.message);
    // Of a job as a whole GitHub says ".github" and a line of nothing.
    if (annotation.path.isEmpty() || annotation.path == ".github"_L1)
        return what;
    return annotation.line > 0 ? Words::tr("%1, line %2: %3").arg(annotation.path).arg(annotation.line).arg(what)
                               : u"%1: %2"_s.arg(annotation.path, what);
}

RunsStanding runsStanding(const Runs &runs)
{
    if (runs.standing() != Runs::Standing::Known)
        return {.text = runs.standing() == Runs::Standing::Reading ? Words::tr("reading…") : QString()};
    int count = 0;
    int going = 0;
    int waiting = 0;
    int failed = 0;
    for (const CommitRuns &commit : runs.commits()) {
        for (const RunDetails &details : commit.view.runs) {
            ++count;
            waiting += details.run.status == "waiting"_L1 ? 1 : 0;
            going += details.run.hasEnded() ? 0 : 1;
            failed += details.run.hasEnded() && hasFailed(details.run.conclusion) ? 1 : 0;
        }
    }
    QStringList words{count == 0 ? Words::tr("no runs") : counted(count, Words::tr("1 run"), Words::tr("%1 runs"))};
    if (failed > 0)
        words += Words::tr("%1 failed").arg(failed);
    if (waiting > 0)
        words += Words::tr("%1 to approve").arg(waiting);
    if (going > waiting)
        words += Words::tr("%1 running").arg(going - waiting);
    if (const auto limit = runs.lowLimit())
        words += Words::tr("GitHub takes %L1 more requests until %2, so it is asked less often")
                     .arg(limit->remaining)
                     .arg(timeOfDay(limit->reset));
    else
        words += Words::tr("as of %1").arg(timeOfDay(runs.readAt()));
    const std::optional<State> state = failed > 0 ? std::optional(State::Error)
        : waiting > 0                             ? std::optional(State::Waiting)
        : going > 0                               ? std::optional(State::Running)
        : count > 0                               ? std::optional(State::Done)
                                                  : std::nullopt;
    return {state, words.join(u" · "_s)};
}

QString nothingText(const Runs &runs)
{
    using enum Runs::Standing;
    const QString commit = runs.commits().isEmpty() ? QString() : shortCommit(runs.commits().constFirst().commit);
    switch (runs.standing()) {
    case NoRepository:
        return Words::tr(
            "It is not known which repository this is. Name it in unmoor.toml: repository = \"owner/name\".");
    case NoWorkflows:
        return Words::tr("There is no workflow in .github/workflows, so GitHub Actions does nothing for this project.");
    case NoCommit:
        return Words::tr("The repository has no commit yet, so there are no runs.");
    case SignedOut:
        return Words::tr("Sign in to see the runs of GitHub Actions.");
    case Unasked:
    case Reading:
        return Words::tr("Reading the runs of %1…").arg(commit);
    case Unreadable:
        return runs.trouble();
    case Known:
        break;
    }
    const bool isEmpty =
        std::ranges::all_of(runs.commits(), [](const CommitRuns &one) { return one.view.runs.isEmpty(); });
    if (!isEmpty)
        return {};
    const QStringList byTag = runs.workflowsForTag();
    return byTag.isEmpty()
        ? Words::tr("GitHub Actions has no run for %1. One begins when what its workflow listens to happens, such as a "
                    "push of the commit.")
              .arg(commit)
        : Words::tr("GitHub Actions has no run for %1. A push of the tag starts: %2.").arg(commit, byTag.join(u", "_s));
}

BuildFailure failureOfJob(const github::RunJob &job, const std::optional<JobReading> &reading)
{
    if (reading && reading->log.cause)
        return *reading->log.cause;
    QString why = reading ? reading->log.report.firstError : QString();
    if (reading && (why.isEmpty() || saysNothing(why))) {
        for (const github::JobAnnotation &annotation : reading->annotations)
            if (annotation.level == "failure"_L1 && !saysNothing(annotation.message)) {
                why = annotationText(annotation);
                break;
            }
    }
    const QString step = failedStep(job);
    BuildFailure failure;
    failure.message = job.conclusion == "timed_out"_L1 ? Words::tr("The job took longer than it may.")
        : step.isEmpty()                               ? Words::tr("The job failed.")
                                                       : Words::tr("The step \"%1\" failed.").arg(step);
    if (!why.isEmpty())
        failure.message += u' ' + why;
    return failure;
}

FailureRepair repairOfJob(const RunDetails &details, const github::RunJob &job, const BuildFailure &failure,
                          const QStringList &here)
{
    using Kind = FailureOffer::Kind;
    FailureRepair repair;
    if (failure.kind == BuildFailure::Kind::Other)
        repair.title = Words::tr("The job failed");
    const bool canRerun = details.run.hasEnded();
    if (canRerun) {
        repair.offers += FailureOffer{.kind = Kind::RerunFailedJobs,
                                      .label = Words::tr("Re-run failed jobs"),
                                      .detail = Words::tr("All jobs of this run that failed, and those after them, "
                                                          "begin again. What succeeded stays.")};
        repair.offers += FailureOffer{.kind = Kind::RerunJob,
                                      .label = Words::tr("Re-run this job"),
                                      .detail = Words::tr("%1 begins again, and the jobs after it.").arg(job.name)};
    } else {
        repair.offers += FailureOffer{.kind = Kind::CancelRun,
                                      .label = Words::tr("Cancel the run…"),
                                      .detail = Words::tr("Its other jobs stop. It can be run again then.")};
        repair.note = Words::tr("A job can be run again when its run has ended.");
    }
    if (!here.isEmpty())
        repair.offers += FailureOffer{.kind = Kind::BuildHere,
                                      .label = here.size() == 1 ? Words::tr("Build %1 here").arg(here.constFirst())
                                                                : Words::tr("Build %1 targets here").arg(here.size()),
                                      .detail = Words::tr("Builds %1 on a machine of yours, in place of what the run "
                                                          "did not come to.")
                                                    .arg(here.join(u", "_s)),
                                      .text = here.join(u' ')};
    return repair;
}

} // namespace unmoor
