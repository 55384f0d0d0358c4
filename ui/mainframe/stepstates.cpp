// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainframe/stepstates.h"

#include "core/format.h"
#include "widgets/when.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using theme::State;

QString tr(const char *text)
{
    return QCoreApplication::translate("StepStates", text);
}

int countTargets(const Session &session, auto &&wanted)
{
    return int(std::ranges::count_if(session.targets(),
                                     [&](const TargetState &target) { return target.isIn() && wanted(target); }));
}

int countGates(const Session &session, Gate::Outcome outcome)
{
    return int(std::ranges::count(session.gates(), outcome, &Gate::outcome));
}

int errorsIn(const TargetState &target)
{
    return target.inspection ? countOf(target.inspection->report.findings, Severity::Error) : 0;
}

} // namespace

StepState planStepState(const Session &session)
{
    const auto total = session.gates().size();
    const int failed = countGates(session, Gate::Outcome::Failed);
    if (failed > 0)
        return {State::Error, tr("%1 of %2 gates failed").arg(failed).arg(total)};
    if (session.isRunning(Session::Task::Checking))
        return {State::Running, tr("checking")};
    if (!session.isChecked())
        return {State::Planned, tr("not checked yet")};
    const int skipped = countGates(session, Gate::Outcome::Skipped);
    if (skipped > 0)
        return {State::Warning, tr("%1 of %2 gates skipped").arg(skipped).arg(total)};
    return {State::Done, tr("%1 gates passed").arg(total)};
}

StepState buildStepState(const Session &session)
{
    using Build = TargetState::Build;
    const int all = countTargets(session, [](const TargetState &) { return true; });
    const int done = countTargets(session, [](const TargetState &t) { return t.hasArchive(); });
    const int running = countTargets(session, [](const TargetState &t) { return t.build == Build::Running; });
    const int failed = countTargets(session, [](const TargetState &t) { return t.build == Build::Failed; });
    const int stuck = countTargets(session, [](const TargetState &t) { return t.build == Build::Unbuildable; });
    if (running > 0)
        return {State::Running, tr("%1 of %2 done, %3 running").arg(done).arg(all).arg(running),
                all > 0 ? double(done) / all : 0};
    if (failed > 0)
        return {State::Error, tr("%1 of %2 failed").arg(failed).arg(all)};
    if (all > 0 && done == all)
        return {State::Done, tr("%1 of %2 done").arg(done).arg(all)};
    if (stuck > 0)
        return {State::Warning, counted(stuck, tr("1 cannot be built here"), tr("%1 cannot be built here"))};
    return {State::Planned, counted(all - done, tr("1 target to build"), tr("%1 targets to build"))};
}

StepState archivesStepState(const Session &session)
{
    const int all = countTargets(session, [](const TargetState &) { return true; });
    const int read =
        countTargets(session, [](const TargetState &t) { return t.archive == TargetState::Archive::Read; });
    const int reading =
        countTargets(session, [](const TargetState &t) { return t.archive == TargetState::Archive::Reading; });
    const int bad = countTargets(
        session, [](const TargetState &t) { return t.archive == TargetState::Archive::Unreadable || errorsIn(t) > 0; });
    const int there = countTargets(session, [](const TargetState &t) { return t.hasArchive(); });
    if (reading > 0)
        return {State::Running, counted(reading, tr("reading 1 archive"), tr("reading %1 archives"))};
    if (bad > 0)
        return {State::Error, counted(bad, tr("1 has errors"), tr("%1 have errors"))};
    if (read > 0)
        return {read == all ? State::Done : State::Planned, tr("%1 of %2 checked").arg(read).arg(all)};
    return {State::Planned, tr("%1 of %2 present").arg(there).arg(all)};
}

StepState notesStepState(const Session &session, bool edited)
{
    const ReleaseNotes &notes = session.notes();
    const int errors = countOf(notes.findings, Severity::Error);
    if (errors > 0)
        return {State::Error, counted(errors, tr("1 error"), tr("%1 errors"))};
    if (edited)
        return {State::Warning, tr("edited, not saved")};
    const int warnings = countOf(notes.findings, Severity::Warning);
    if (warnings > 0)
        return {State::Warning, counted(warnings, tr("1 warning"), tr("%1 warnings"))};
    if (notes.body.isEmpty())
        return {State::Planned, tr("not read yet")};
    return {State::Done, counted(notes.body.count(u'\n') + 1, tr("ready, 1 line"), tr("ready, %1 lines"))};
}

bool isComplete(const Session &session)
{
    return session.remote() && !session.desired().files.isEmpty() && session.publishPlan().isComplete()
        && countTargets(session, [](const TargetState &t) { return t.release != FileVerdict::Verified; }) == 0;
}

StepState publishStepState(const Session &session, int waitSeconds)
{
    if (session.isRunning(Session::Task::Publishing) && waitSeconds > 0)
        return {State::Waiting, tr("waiting %1").arg(countdownText(waitSeconds))};
    if (session.isRunning(Session::Task::Publishing))
        return {State::Running, tr("publishing")};
    if (isComplete(session))
        return {State::Verified, tr("complete, verified")};
    if (session.publishPlan().blocker)
        return {State::Error, tr("blocked on the host")};
    if (planStepState(session).state == State::Error)
        return {State::Waiting, tr("blocked by Plan")};
    const int missing = countTargets(session, [](const TargetState &t) { return !t.hasArchive(); });
    if (missing > 0)
        return {State::Waiting, counted(missing, tr("waits for 1 archive"), tr("waits for %1 archives"))};
    if (archivesStepState(session).state == State::Error)
        return {State::Waiting, tr("blocked by Archives")};
    if (notesStepState(session, false).state == State::Error)
        return {State::Waiting, tr("blocked by Notes")};
    if (!session.isSignedIn())
        return {State::Waiting, tr("needs a sign-in")};
    if (session.remote() && session.remote()->release)
        return {State::Warning,
                session.remote()->release->draft ? tr("draft to finish") : tr("published, not complete")};
    return {State::Planned, tr("ready")};
}

StepState historyStepState(const Session &session)
{
    const auto releases =
        session.ledger() ? session.ledger()->releases(session.checkout().root) : Result<QList<ReleaseRecord>>();
    const auto count = releases ? releases->size() : 0;
    return {State::Note, counted(count, tr("1 release"), tr("%1 releases"))};
}

ProblemCount problemsOf(const Session &session)
{
    ProblemCount count;
    const auto add = [&count](const QList<Finding> &findings) {
        count.errors += countOf(findings, Severity::Error);
        count.warnings += countOf(findings, Severity::Warning);
    };
    count.errors += countGates(session, Gate::Outcome::Failed);
    for (const TargetState &target : session.targets())
        if (target.isIn() && target.inspection)
            add(target.inspection->report.findings);
    add(session.notes().findings);
    return count;
}

} // namespace unmoor
