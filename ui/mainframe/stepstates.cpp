// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/stepstates.h"

#include "app/core/format.h"
#include "app/core/when.h"
#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using theme::State;

int countTargets(const Session &session, auto &&wanted)
{
    return int(std::ranges::count_if(session.targets().rows(),
                                     [&](const TargetState &target) { return target.isIn() && wanted(target); }));
}

int countGates(const Session &session, Gate::Outcome outcome)
{
    return int(std::ranges::count(session.planner().gates(), outcome, &Gate::outcome));
}

int countIn(const TargetState &target, Severity severity)
{
    return target.inspection ? countOf(target.inspection->report.findings, severity) : 0;
}

} // namespace

StepState planStepState(const Session &session)
{
    const auto total = session.planner().gates().size();
    const int failed = countGates(session, Gate::Outcome::Failed);
    if (session.planner().isRunning() && failed == 0)
        return {State::Running, Words::tr("checking")};
    if (session.planner().isOld() && !session.planner().isRunning())
        return {State::Warning, Words::tr("checked before a change")};
    if (failed > 0)
        return {State::Error, Words::tr("%1 of %2 gates failed").arg(failed).arg(total)};
    if (!session.planner().isChecked())
        return {State::Planned, Words::tr("not checked yet")};
    const int skipped = countGates(session, Gate::Outcome::Skipped);
    if (skipped > 0)
        return {State::Warning, Words::tr("%1 of %2 gates skipped").arg(skipped).arg(total)};
    return {State::Done, Words::tr("%1 gates passed").arg(total)};
}

StepState buildStepState(const Session &session)
{
    using Build = TargetState::Build;
    const int all = countTargets(session, [](const TargetState &) { return true; });
    const int done = countTargets(session, [](const TargetState &t) { return t.counts(); });
    const int running = countTargets(session, [](const TargetState &t) { return t.build == Build::Running; });
    const int failed = countTargets(session, [](const TargetState &t) { return t.build == Build::Failed; });
    const int stuck = countTargets(session, [](const TargetState &t) { return t.build == Build::Unbuildable; });
    const int silent = countTargets(session, [](const TargetState &t) { return t.build == Build::Running && t.stall; });
    const int dirty = countTargets(session, [](const TargetState &t) { return t.counts() && t.record.dirty; });
    // What needs somebody comes first, whatever else goes on.
    if (running > 0 && failed > 0)
        return {State::Error, Words::tr("%1 failed, %2 running").arg(failed).arg(running)};
    if (silent > 0)
        return {State::Warning, Words::tr("%1 running, %2 without a sign of life").arg(running).arg(silent)};
    if (running > 0)
        return {State::Running, Words::tr("%1 of %2 done, %3 running").arg(done).arg(all).arg(running),
                all > 0 ? double(done) / all : 0};
    if (failed > 0)
        return {State::Error, Words::tr("%1 of %2 failed").arg(failed).arg(all)};
    if (all > 0 && done == all && dirty > 0)
        return {State::Warning, Words::tr("%1 of %2 of uncommitted changes").arg(dirty).arg(all)};
    if (all > 0 && done == all)
        return {State::Done, Words::tr("%1 of %2 done").arg(done).arg(all)};
    if (stuck > 0)
        return {State::Warning,
                counted(stuck, Words::tr("1 cannot be built here"), Words::tr("%1 cannot be built here"))};
    return {State::Planned, counted(all - done, Words::tr("1 target to build"), Words::tr("%1 targets to build"))};
}

StepState archivesStepState(const Session &session)
{
    const int all = countTargets(session, [](const TargetState &) { return true; });
    const int read = countTargets(
        session, [](const TargetState &t) { return t.counts() && t.archive == TargetState::Archive::Read; });
    const int reading =
        countTargets(session, [](const TargetState &t) { return t.archive == TargetState::Archive::Reading; });
    const int bad = countTargets(session, [](const TargetState &t) {
        return t.archive == TargetState::Archive::Unreadable || countIn(t, Severity::Error) > 0;
    });
    const int doubtful = countTargets(session, [](const TargetState &t) { return countIn(t, Severity::Warning) > 0; });
    const int there = countTargets(session, [](const TargetState &t) { return t.counts(); });
    if (reading > 0)
        return {State::Running, counted(reading, Words::tr("reading 1 archive"), Words::tr("reading %1 archives"))};
    if (bad > 0)
        return {State::Error, counted(bad, Words::tr("1 has errors"), Words::tr("%1 have errors"))};
    if (doubtful > 0)
        return {State::Warning, counted(doubtful, Words::tr("1 has warnings"), Words::tr("%1 have warnings"))};
    if (read > 0)
        return {read == all ? State::Done : State::Planned, Words::tr("%1 of %2 checked").arg(read).arg(all)};
    return {State::Planned, Words::tr("%1 of %2 present").arg(there).arg(all)};
}

StepState notesStepState(const Session &session, bool edited)
{
    const ReleaseNotes &notes = session.notes().notes();
    const int errors = countOf(notes.findings, Severity::Error);
    if (errors > 0)
        return {State::Error, counted(errors, Words::tr("1 error"), Words::tr("%1 errors"))};
    if (edited)
        return {State::Warning, Words::tr("edited, not saved")};
    const int warnings = countOf(notes.findings, Severity::Warning);
    if (warnings > 0)
        return {State::Warning, counted(warnings, Words::tr("1 warning"), Words::tr("%1 warnings"))};
    if (notes.body.isEmpty())
        return {State::Planned, Words::tr("not read yet")};
    return {State::Done,
            counted(notes.body.count(u'\n') + 1, Words::tr("ready, 1 line"), Words::tr("ready, %1 lines"))};
}

StepState publishStepState(const Session &session, int waitSeconds)
{
    if (session.isPublishing() && waitSeconds > 0)
        return {State::Waiting, Words::tr("waiting %1").arg(countdownText(waitSeconds))};
    if (session.isPublishing())
        return {State::Running, Words::tr("publishing")};
    if (session.publishing().view().isWithdrawn)
        return {State::Note, Words::tr("withdrawn")};
    if (session.publishing().view().isComplete)
        return {State::Verified, Words::tr("complete, verified")};
    if (session.publishing().plan().blocker)
        return {State::Error, Words::tr("blocked on the host")};
    if (planStepState(session).state == State::Error)
        return {State::Waiting, Words::tr("blocked by Plan")};
    const int missing = countTargets(session, [](const TargetState &t) { return !t.counts(); });
    if (missing > 0)
        return {State::Waiting, counted(missing, Words::tr("waits for 1 archive"), Words::tr("waits for %1 archives"))};
    if (archivesStepState(session).state == State::Error)
        return {State::Waiting, Words::tr("blocked by Archives")};
    if (notesStepState(session, false).state == State::Error)
        return {State::Waiting, Words::tr("blocked by Notes")};
    if (!session.login().isSignedIn())
        return {State::Waiting, Words::tr("needs a sign-in")};
    if (session.publishing().remote() && session.publishing().remote()->release)
        return {State::Warning,
                session.publishing().remote()->release->draft ? Words::tr("draft to finish")
                                                              : Words::tr("published, not complete")};
    return {State::Planned, Words::tr("ready")};
}

StepState historyStepState(const Session &session)
{
    const Ledger *ledger = session.engine().ledger();
    const int count = ledger ? ledger->releaseCount(session.project().checkout.root).value_or(0) : 0;
    return {State::Note, counted(count, Words::tr("1 release"), Words::tr("%1 releases"))};
}

QString checkedText(const Session &session)
{
    const ProjectPtr checked = session.planner().checkedProject();
    if (!checked)
        return {};
    return Words::tr("Checked %1 at %2.")
        .arg(whenText(session.planner().checkedAt(), QDateTime::currentDateTime()),
             revisionText(checked->checkout.commit, checked->checkout.isDirty()));
}

RunSummary runSummaryOf(const Session &session)
{
    const auto count = [&session](TargetState::Build build) {
        return int(std::ranges::count(session.targets().rows(), build, &TargetState::build));
    };
    const bool builds = session.project().trust == Trust::Given;
    const auto triples = [&session](auto &&wanted) {
        QStringList found;
        for (const TargetState &target : session.targets().rows())
            if (target.isIn() && wanted(target))
                found += target.target.triple;
        return found;
    };
    const int running = count(TargetState::Build::Running) + count(TargetState::Build::Waiting);
    return {.toBuild = builds ? int(session.targets().triplesToBuild().size()) : 0,
            .waiting = count(TargetState::Build::Waiting),
            .running = count(TargetState::Build::Running),
            .failed = count(TargetState::Build::Failed),
            .canceled = count(TargetState::Build::Canceled),
            .failedTriples = running > 0
                ? triples([](const TargetState &t) { return t.build == TargetState::Build::Failed; })
                : QStringList(),
            .silentTriples =
                triples([](const TargetState &t) { return t.build == TargetState::Build::Running && t.stall; })};
}

} // namespace unmoor
