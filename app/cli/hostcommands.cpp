// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that talk to the host: status and publish.
#include "cli/commands.h"

#include "core/format.h"
#include "publish/documents.h"

#include <QFile>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QFuture<Result<void>> openAndReconcile(const Invocation &invocation, Session &session)
{
    return session.open(invocation.project)
        .then(&session,
              [&session](const Result<void> &opened) {
                  if (!opened)
                      return QtFuture::makeReadyValueFuture(opened);
                  return session.signIn()
                      .then(&session, [&session](const Result<StoredToken> &) { return session.reconcile(); })
                      .unwrap();
              })
        .unwrap();
}

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

/// Complete is the host's release having everything of every target that is in.
bool isComplete(const Session &session)
{
    return session.publishPlan().isComplete() && std::ranges::all_of(session.targets(), [](const TargetState &target) {
               return !target.isIn() || target.release == FileVerdict::Verified;
           });
}

int reportStatus(const Session &session, const Console &console)
{
    QJsonObject document =
        statusToJson(session.desired(), *session.remote(), session.publishPlan(), session.checkout().commit);
    document[u"complete"_s] = isComplete(session);
    console.print(document);
    console.print(
        u"%1 at %2: %3\n"_s.arg(session.tag(), shortCommit(session.checkout().commit),
                                isComplete(session) ? Session::tr("complete") : Session::tr("something to do")));
    for (const FileState &file : session.fileStates())
        console.print(u"  %1  %2\n"_s.arg(verdictName(file.verdict), -10).arg(file.name));
    for (const TargetState &target : session.targets())
        if (target.isIn() && !target.hasArchive())
            console.print(u"  %1  %2\n"_s.arg(Session::tr("no archive"), -10).arg(target.target.triple));
    printPlan(session.publishPlan(), console);
    return isComplete(session) ? 0 : 1;
}

/// Asks on the terminal; without one, publishing needs --yes.
Result<void> confirmed(const Invocation &invocation, const Session &session, const Console &console)
{
    if (invocation.yes || invocation.draftOnly)
        return {};
    if (::isatty(STDIN_FILENO) == 0)
        return failure(Error::Kind::InvalidInput,
                       Session::tr("Publishing asks first, and there is no terminal to ask on. Add --yes, or "
                                   "--draft-only to stop before publishing."));
    console.log(Session::tr("Publish %1 of %2? Type yes:").arg(session.tag(), session.repository()));
    QFile input;
    if (input.open(stdin, QIODevice::ReadOnly) && input.readLine().trimmed() == "yes")
        return {};
    return failure(Error::Kind::Canceled, Session::tr("Nothing was published."));
}

void followSteps(Session &session, const Console &console)
{
    QObject::connect(&session, &Session::publishStepFinished, &session, [console](int, const StepResult &result) {
        console.log(u"%1  %2%3"_s.arg(outcomeName(result.outcome), -7)
                        .arg(result.step.what, result.proof.isEmpty() ? QString() : u" ("_s + result.proof + u')'));
        if (result.error)
            console.log(u"         "_s + result.error->message);
    });
    QObject::connect(&session, &Session::publishWaiting, &session, [console](int seconds, const QString &why) {
        if (seconds > 0 && seconds % 10 == 0)
            console.log(Session::tr("waiting %1 s: %2").arg(seconds).arg(why));
    });
}

int reportPublish(const Result<PublishOutcome> &outcome, const Console &console)
{
    if (!outcome) {
        console.log(u"unmoor: "_s + outcome.error().message);
        return outcome.error().kind == Error::Kind::Canceled ? 130 : 1;
    }
    console.print(publishToJson(*outcome));
    if (outcome->error)
        console.log(u"unmoor: "_s + outcome->error->message);
    console.print(outcome->complete ? Session::tr("complete: %1\n").arg(outcome->url.toString())
                                    : Session::tr("stopped; run the same command again to go on\n"));
    if (outcome->error && outcome->error->kind == Error::Kind::Canceled)
        return 130;
    return outcome->complete ? 0 : 1;
}

} // namespace

QFuture<int> runStatus(const Invocation &invocation, Session &session, const Console &console)
{
    return openAndReconcile(invocation, session).then(&session, [&session, console](const Result<void> &read) {
        return read ? reportStatus(session, console) : console.fail(read.error());
    });
}

QFuture<int> runPublish(const Invocation &invocation, Session &session, const Console &console)
{
    for (const auto &[code, reason] : invocation.accept.asKeyValueRange()) {
        if (const auto accepted = session.acceptAll(code, reason); !accepted)
            return exitWith(console.fail(accepted.error()));
    }
    followSteps(session, console);
    return openAndReconcile(invocation, session)
        .then(&session,
              [&session, invocation, console](const Result<void> &read) {
                  if (!read)
                      return exitWith(console.fail(read.error()));
                  if (invocation.dryRun)
                      return exitWith(reportStatus(session, console));
                  // What is on the host already, and would be replaced.
                  for (const PublishStep &step : session.publishPlan().steps)
                      if (step.kind == PublishStep::Kind::UpdateRelease)
                          console.log(u"%1: %2"_s.arg(step.what, step.why));
                  if (const auto yes = confirmed(invocation, session, console); !yes)
                      return exitWith(console.fail(yes.error()));
                  return session.publish(invocation.draftOnly)
                      .then(&session, [console](const Result<PublishOutcome> &outcome) {
                          return reportPublish(outcome, console);
                      });
              })
        .unwrap();
}

} // namespace unmoor
