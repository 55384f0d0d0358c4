// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/releasestate.h"
#include "app/cli/terminal.h"
#include "app/core/chain.h"
#include "app/core/spokenword.h"
#include "app/core/words.h"
#include "app/publish/documents.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Says what would be taken away on the host, and asks on the terminal; without one, publishing needs --yes. That
/// agrees to exactly the plan that was printed.
QFuture<Result<PublishAgreement>> agreed(const Invocation &invocation, Session &session, const Console &console)
{
    using Agreement = Result<PublishAgreement>;
    const Publishing &publishing = session.publishing();
    const DesiredRelease &desired = publishing.view().desired;
    const PublishAgreement agreement = agreementTo(desired, publishing.plan());
    for (const PublishStep &step : dangerousSteps(publishing.plan()))
        console.log(Words::tr("This takes something away on GitHub: %1. %2.").arg(step.what, step.why));
    if (invocation.yes || (invocation.draftOnly && agreement.takes.isEmpty()))
        return finished<PublishAgreement>(agreement);
    if (!isAtTerminal())
        return finished<PublishAgreement>(failure(
            Error::Kind::InvalidInput,
            agreement.takes.isEmpty()
                ? Words::tr("Publishing asks first, and there is no terminal to ask on. Add --yes, or "
                            "--draft-only to stop before publishing.")
                : Words::tr("Publishing asks first, and there is no terminal to ask on. Read what it takes away "
                            "above, then add --yes.")));
    console.log(Words::tr("Publish %1 of %2? Type yes:").arg(desired.tag, desired.repository));
    return readLine(Echo::Shown, console.stop())
        .then(&session, [agreement](const Result<QByteArray> &answer) -> Agreement {
            if (answer && answer->trimmed() == "yes")
                return agreement;
            return failure(Error::Kind::Canceled, Words::tr("Nothing was published."));
        });
}

void followSteps(Session &session, const Console &console)
{
    QObject::connect(
        &session.publishing(), &Publishing::stepFinished, &session, [console](int, const StepResult &result) {
            const int width = columnWidth({Words::tr("done"), Words::tr("failed"), Words::tr("skipped")});
            console.log(u"%1  %2%3"_s.arg(spokenWord(outcomeName(result.outcome)), -width)
                            .arg(result.step.what, result.proof.isEmpty() ? QString() : u" ("_s + result.proof + u')'));
            if (result.error)
                console.log(QString(width + 2, u' ') + result.error->message);
        });
    QObject::connect(&session.publishing(), &Publishing::waiting, &session, [console](int seconds, const QString &why) {
        if (seconds > 0 && seconds % 10 == 0)
            console.log(Words::tr("waiting %1 s: %2").arg(seconds).arg(why));
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
    for (const QString &remark : outcome->remarks)
        console.log(Words::tr("For you to do: %1").arg(remark));
    console.print(outcome->complete ? Words::tr("complete: %1\n").arg(outcome->url.toString())
                                    : Words::tr("stopped; run the same command again to go on\n"));
    if (outcome->error && outcome->error->kind == Error::Kind::Canceled)
        return 130;
    return outcome->complete ? 0 : 1;
}

QFuture<int> runPublish(const Invocation &invocation, Session &session, const Console &console)
{
    for (const auto &[code, reason] : invocation.accept.asKeyValueRange()) {
        if (const auto accepted = session.acceptances().acceptAll(code, reason); !accepted)
            return exitWith(console.fail(accepted.error()));
    }
    followSteps(session, console);
    return inEitherCase(
        openAndReconcile(invocation, session), &session, [&session, invocation, console](const Result<void> &read) {
            if (!read)
                return exitWith(console.fail(read.error()));
            if (invocation.dryRun)
                return exitWith(reportStatus(session, console));
            auto published = andThen(agreed(invocation, session, console), &session,
                                     [&session, invocation](const PublishAgreement &agreement) {
                                         return session.publish(invocation.draftOnly, agreement);
                                     });
            return published.then(&session, [console](const Result<PublishOutcome> &outcome) {
                return outcome || outcome.error().kind != Error::Kind::InvalidInput ? reportPublish(outcome, console)
                                                                                    : console.fail(outcome.error());
            });
        });
}

Result<void> takePublish(Invocation &invocation, const QCommandLineParser &given, const QStringList &)
{
    const auto accept = keyValues(given, u"accept"_s, u"CODE=REASON"_s);
    if (!accept)
        return std::unexpected(accept.error());
    invocation.accept = *accept;
    invocation.draftOnly = given.isSet(u"draft-only"_s);
    invocation.dryRun = given.isSet(u"dry-run"_s);
    invocation.yes = given.isSet(u"yes"_s);
    return {};
}

} // namespace

CliCommand publishCommand()
{
    return {.id = Invocation::Command::Publish,
            .name = u"publish"_s,
            .usage = u"[--draft-only] [--dry-run] [--yes] [--accept CODE=REASON]…"_s,
            .summary = Words::tr("publish the release, or finish one that stopped half-way"),
            .options = {{u"draft-only"_s, Words::tr("Stop before publishing: leave a draft.")},
                        {u"dry-run"_s, Words::tr("Print the plan, send nothing.")},
                        {u"yes"_s, Words::tr("Do not ask before publishing.")},
                        {u"accept"_s, Words::tr("Accept a finding, with the reason."), u"CODE=REASON"_s}},
            .trust = Trust::Given,
            .take = takePublish,
            .run = runPublish};
}

} // namespace unmoor
