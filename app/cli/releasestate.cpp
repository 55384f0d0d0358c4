// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/releasestate.h"

#include "app/cli/command.h"
#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/spokenword.h"
#include "app/core/words.h"
#include "app/publish/documents.h"
#include "app/runs/runsdocument.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

void printPlan(const PublishPlan &plan, const Console &console)
{
    const QString done = Words::tr("done");
    const QString toDo = Words::tr("to do");
    const QString note = Words::tr("note");
    const QString blocked = Words::tr("blocked");
    const auto print = [&, width = columnWidth({done, toDo, note, blocked})](const QString &word, const QString &text) {
        console.print(u"  %1  %2\n"_s.arg(word, -width).arg(text));
    };
    for (const PublishStep &step : plan.done)
        print(done, u"%1 (%2)"_s.arg(step.what, step.proof));
    for (const PublishStep &step : plan.steps)
        print(toDo, u"%1: %2"_s.arg(step.what, step.why));
    for (const QString &remark : plan.remarks)
        print(note, remark);
    if (plan.blocker)
        print(blocked, plan.blocker->message);
}

void printStatusRuns(const StatusRuns &runs, const Console &console)
{
    if (!runs.problem.isEmpty())
        console.print(Words::tr("  GitHub Actions could not be asked: %1\n").arg(runs.problem));
    if (!runs.view)
        return;
    for (const RunDetails &details : runs.view->runs)
        console.print(u"  %1  %2: %3\n"_s.arg(runText(details.run.id, details.run.attempt), details.run.name,
                                              stateText(details)));
    if (runs.view->runs.isEmpty())
        console.print(Words::tr("  GitHub Actions has no run for this commit.\n"));
}

} // namespace

QFuture<StatusRuns> readStatusRuns(Session &session, std::stop_token stop)
{
    const Project &project = session.project();
    const bool isBuiltThere = std::ranges::any_of(session.targets().rows(), [](const TargetState &target) {
        return target.isIn() && target.target.actions.isGiven();
    });
    if (!isBuiltThere || project.repository().isEmpty() || project.checkout.commit.isEmpty())
        return QtFuture::makeReadyValueFuture(StatusRuns());
    return readRuns(session.client(), project.repository(), project.checkout.commit, std::move(stop))
        .then(&session, [](const Result<RunsView> &view) {
            return view ? StatusRuns{.view = *view, .problem = {}}
                        : StatusRuns{.view = {}, .problem = view.error().message};
        });
}

QFuture<Result<void>> openAndReconcile(const Invocation &invocation, Session &session)
{
    return andThen(openSignedIn(invocation, session), &session,
                   [&session] { return session.publishing().reconcile(); });
}

int reportStatus(const Session &session, const Console &console, const std::optional<StatusRuns> &runs)
{
    const Publishing &publishing = session.publishing();
    const ReleaseView &view = publishing.view();
    const QString commit = session.project().checkout.commit;
    QJsonObject document = statusToJson(view.desired, *publishing.remote(), publishing.plan(), commit);
    const bool isSettled = view.isComplete || view.isWithdrawn;
    document[u"complete"_s] = isSettled;
    if (runs) {
        document[u"runs"_s] = runs->view ? runsToJson(*runs->view, {}, {})[u"runs"_s] : QJsonValue();
        document[u"runs_problem"_s] = runs->problem.isEmpty() ? QJsonValue() : QJsonValue(runs->problem);
    }
    console.print(document);
    console.print(Words::tr("%1 at %2: %3\n")
                      .arg(view.desired.tag, shortCommit(commit),
                           view.isWithdrawn      ? Words::tr("withdrawn")
                               : view.isComplete ? Words::tr("complete")
                                                 : Words::tr("something to do")));
    const QString noArchive = Words::tr("no archive");
    QStringList verdicts{noArchive};
    for (const FileState &file : publishing.fileStates())
        verdicts.append(spokenWord(verdictName(file.verdict)));
    const int width = columnWidth(verdicts);
    for (const FileState &file : publishing.fileStates())
        console.print(u"  %1  %2\n"_s.arg(spokenWord(verdictName(file.verdict)), -width).arg(file.name));
    for (const TargetState &target : session.targets().rows())
        if (target.isIn() && !target.counts())
            console.print(u"  %1  %2\n"_s.arg(noArchive, -width).arg(target.name()));
    if (runs)
        printStatusRuns(*runs, console);
    printPlan(publishing.plan(), console);
    return isSettled ? 0 : 1;
}

} // namespace unmoor
