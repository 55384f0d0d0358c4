// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/problemlist.h"

#include "app/core/words.h"
#include "ui/plan/workflowrow.h"
#include "ui/runs/runtext.h"

namespace unmoor {

using namespace Qt::StringLiterals;

namespace {

void addGates(QList<Problem> &problems, const Session &session)
{
    for (const Gate &gate : session.planner().gates())
        if (gate.outcome == Gate::Outcome::Failed)
            problems += Problem{.step = StepRail::Plan, .place = gate.name, .text = gate.message, .mend = gate.hint};
}

void addWorkflows(QList<Problem> &problems, const Session &session)
{
    for (const WorkflowReading &workflow : session.workflows().report().workflows)
        for (const WorkflowFinding &found : workflow.findings)
            if (found.finding.severity != Severity::Info)
                problems += Problem{.severity = found.finding.severity,
                                    .step = StepRail::Plan,
                                    .place = placeText(found),
                                    .text = found.finding.message,
                                    .mend = found.finding.hint,
                                    .workflow = found};
}

void addBuild(QList<Problem> &problems, const TargetState &target)
{
    const QString triple = target.target.triple;
    if (target.build == TargetState::Build::Failed)
        problems += Problem{.step = StepRail::Build,
                            .triple = triple,
                            .text = target.failure ? target.failure->message : target.record.failureMessage,
                            .mend = target.failure ? target.failure->hint : QString()};
    else if (target.build == TargetState::Build::Running && target.stall)
        problems += Problem{.severity = Severity::Warning,
                            .step = StepRail::Build,
                            .triple = triple,
                            .text = Words::tr("%1 runs without a sign of life.").arg(target.stall->name)};
}

/// Of each workflow the newest run of a commit counts, in its newest attempt.
void addRuns(QList<Problem> &problems, const Session &session)
{
    for (const CommitRuns &commit : session.runs().commits()) {
        QStringList workflows;
        for (const auto &[run, jobs, artifacts, waitsFor] : commit.view.runs) {
            if (workflows.contains(run.path))
                continue;
            workflows += run.path;
            if (stateOfRun(run.status, run.conclusion) != theme::State::Error)
                continue;
            const auto failed = std::ranges::find_if(jobs, [](const github::RunJob &job) {
                return stateOfRun(job.status, job.conclusion) == theme::State::Error;
            });
            const bool isKnown = failed != jobs.end();
            problems += Problem{.severity = Severity::Warning,
                                .step = StepRail::Build,
                                .place = runName(run),
                                .text = isKnown ? Words::tr("The job %1 of GitHub Actions failed.").arg(failed->name)
                                                : Words::tr("A run of GitHub Actions failed."),
                                .mend = Words::tr("Read its log, then run the failed jobs again, or build here what "
                                                  "they would have built."),
                                .run = run.id,
                                .job = isKnown ? failed->id : 0};
        }
    }
}

void addArchive(QList<Problem> &problems, const TargetState &target)
{
    const QString triple = target.target.triple;
    if (target.archive == TargetState::Archive::Unreadable)
        problems += Problem{.step = StepRail::Archives, .triple = triple, .text = target.archiveProblem};
    if (!target.inspection)
        return;
    for (const Finding &finding : target.inspection->report.findings)
        if (finding.severity != Severity::Info)
            problems +=
                Problem{finding.severity, StepRail::Archives, triple, finding.path, finding.message, finding.hint};
}

} // namespace

QList<Problem> problemsOf(const Session &session)
{
    QList<Problem> problems;
    addGates(problems, session);
    addWorkflows(problems, session);
    for (const TargetState &target : session.targets().rows())
        if (target.isIn())
            addBuild(problems, target);
    addRuns(problems, session);
    for (const TargetState &target : session.targets().rows())
        if (target.isIn())
            addArchive(problems, target);
    for (const Finding &finding : session.notes().notes().findings)
        if (finding.severity != Severity::Info)
            problems += Problem{
                .severity = finding.severity, .step = StepRail::Notes, .text = finding.message, .mend = finding.hint};
    if (const auto &blocker = session.publishing().plan().blocker)
        problems += Problem{.step = StepRail::Publish, .text = blocker->message};
    return problems;
}

QString whereText(const Problem &problem)
{
    // A gate says in its own words which it is.
    QStringList parts{StepRail::nameOf(problem.step), problem.triple,
                      problem.step == StepRail::Plan && !problem.workflow ? QString() : problem.place};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

std::optional<Problem> nextProblem(const QList<Problem> &problems, const std::optional<Problem> &from,
                                   StepRail::Step step, bool forward)
{
    if (problems.isEmpty())
        return std::nullopt;
    const auto count = problems.size();
    const auto at = from ? problems.indexOf(*from) : -1;
    if (at >= 0)
        return problems[(at + (forward ? 1 : -1) + count) % count];
    if (!forward)
        return problems.last();
    const auto later = std::ranges::find_if(problems, [step](const Problem &problem) { return problem.step >= step; });
    return later == problems.end() ? problems.first() : *later;
}

} // namespace unmoor
