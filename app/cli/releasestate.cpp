// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/releasestate.h"

#include "app/cli/command.h"
#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/publish/documents.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

void printPlan(const PublishPlan &plan, const Console &console)
{
    for (const PublishStep &step : plan.done)
        console.print(u"  done     %1 (%2)\n"_s.arg(step.what, step.proof));
    for (const PublishStep &step : plan.steps)
        console.print(u"  to do    %1: %2\n"_s.arg(step.what, step.why));
    for (const QString &remark : plan.remarks)
        console.print(u"  note     %1\n"_s.arg(remark));
    if (plan.blocker)
        console.print(u"  blocked  %1\n"_s.arg(plan.blocker->message));
}

} // namespace

QFuture<Result<void>> openAndReconcile(const Invocation &invocation, Session &session)
{
    return andThen(openSignedIn(invocation, session), &session,
                   [&session] { return session.publishing().reconcile(); });
}

int reportStatus(const Session &session, const Console &console)
{
    const Publishing &publishing = session.publishing();
    const ReleaseView &view = publishing.view();
    const QString commit = session.project().checkout.commit;
    QJsonObject document = statusToJson(view.desired, *publishing.remote(), publishing.plan(), commit);
    const bool isSettled = view.isComplete || view.isWithdrawn;
    document[u"complete"_s] = isSettled;
    console.print(document);
    console.print(u"%1 at %2: %3\n"_s.arg(view.desired.tag, shortCommit(commit),
                                          view.isWithdrawn      ? Words::tr("withdrawn")
                                              : view.isComplete ? Words::tr("complete")
                                                                : Words::tr("something to do")));
    for (const FileState &file : publishing.fileStates())
        console.print(u"  %1  %2\n"_s.arg(verdictName(file.verdict), -10).arg(file.name));
    for (const TargetState &target : session.targets().rows())
        if (target.isIn() && !target.counts())
            console.print(u"  %1  %2\n"_s.arg(Words::tr("no archive"), -10).arg(target.name()));
    printPlan(publishing.plan(), console);
    return isSettled ? 0 : 1;
}

} // namespace unmoor
