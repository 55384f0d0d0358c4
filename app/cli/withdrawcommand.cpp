// SPDX-License-Identifier: GPL-3.0-or-later
// unmoor withdraw: takes a published release back.
#include "app/cli/command.h"
#include "app/cli/terminal.h"
#include "app/core/chain.h"
#include "app/core/spokenword.h"
#include "app/core/words.h"
#include "app/publish/retry.h"
#include "app/withdraw/withdrawal.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString withdrawPlanText(const WithdrawPlan &plan)
{
    QString text;
    if (plan.steps.isEmpty() && !plan.blocker)
        text += Words::tr("  nothing to do\n");
    for (const WithdrawStep &step : plan.steps)
        text += Words::tr("  to do    %1: %2\n").arg(step.what, step.why);
    if (!plan.notice.isEmpty())
        text += Words::tr("The notice:\n%1\n").arg(plan.notice);
    if (plan.changelog)
        text += unifiedText(*plan.changelog);
    for (const QString &remark : plan.remarks)
        text += Words::tr("  note     %1\n").arg(remark);
    if (plan.blocker)
        text += Words::tr("  blocked  %1\n").arg(plan.blocker->message);
    return text;
}

QFuture<Result<QStringList>> agreedTo(const Invocation &invocation, const WithdrawRequest &request,
                                      const WithdrawPlan &plan, const Console &console)
{
    using Agreed = Result<QStringList>;
    const QStringList keys = plan.keys();
    if (invocation.yes)
        return finished<QStringList>(keys);
    if (!isAtTerminal())
        return finished<QStringList>(failure(Error::Kind::InvalidInput,
                                             Words::tr("This asks first, and there is no terminal to ask on. Read what "
                                                       "is printed above, then add --yes.")));
    console.log(request.way == WithdrawWay::Restore ? Words::tr("Put %1 back? Type yes:").arg(request.tag)
                                                    : Words::tr("Do this with %1? Type yes:").arg(request.tag));
    return readLine(Echo::Shown, console.stop()).then([keys](const Result<QByteArray> &answer) -> Agreed {
        if (answer && answer->trimmed() == "yes")
            return keys;
        return failure(Error::Kind::Canceled, Words::tr("Nothing was changed."));
    });
}

int reportWithdrawal(const WithdrawRequest &request, const WithdrawPlan &plan, const WithdrawOutcome &outcome,
                     const Console &console)
{
    console.print(withdrawToJson(request, plan, outcome));
    for (const QString &remark : outcome.remarks)
        console.log(Words::tr("For you to do: %1").arg(remark));
    if (outcome.error)
        return console.fail(*outcome.error);
    console.print(Words::tr("done: %1\n").arg(outcome.url.toString()));
    return outcome.complete ? 0 : 1;
}

QFuture<int> carryOut(const Invocation &invocation, Session &session, const Console &console,
                      const WithdrawRequest &request, const WithdrawPlan &plan)
{
    const auto told = [console](const WithdrawResult &result) {
        const int width = columnWidth({Words::tr("done"), Words::tr("failed"), Words::tr("skipped")});
        console.log(u"%1  %2"_s.arg(spokenWord(outcomeName(result.outcome)), -width).arg(result.step.what));
        if (result.error)
            console.log(QString(width + 2, u' ') + result.error->message);
    };
    const auto asked = agreedTo(invocation, request, plan, console);
    return inEitherCase(asked, &session, [=, &session](const Result<QStringList> &keys) {
        if (!keys)
            return exitWith(console.fail(keys.error()));
        return withdrawRelease(session, request, *keys, told, console.stop())
            .then(&session,
                  [=](const WithdrawOutcome &outcome) { return reportWithdrawal(request, plan, outcome, console); });
    });
}

QFuture<int> runWithdraw(const Invocation &invocation, Session &session, const Console &console)
{
    const auto opened = openSignedIn(invocation, session);
    auto gathered = andThen(opened, &session, [&session, invocation, console] {
        const Project &project = session.project();
        if (invocation.tag.isEmpty() && !project.version)
            return finished<WithdrawFacts>(std::unexpected(project.version.error()));
        const QString tag = invocation.tag.isEmpty() ? project.tag() : invocation.tag;
        const auto read = [&session, tag, console] { return gatherWithdrawFacts(session, tag, console.stop()); };
        return readPatiently<WithdrawFacts>(read, &session, console.stop());
    });
    return inEitherCase(gathered, &session, [&session, invocation, console](const Result<WithdrawFacts> &facts) {
        if (!facts)
            return exitWith(console.fail(facts.error()));
        const WithdrawRequest request{invocation.withdrawWay, facts->remote.tag, invocation.reason};
        const WithdrawPlan plan = planWithdraw(*facts, request);
        if (invocation.dryRun || plan.blocker || plan.steps.isEmpty()) {
            console.print(withdrawToJson(request, plan, {}));
            console.print(request.tag + u":\n"_s + withdrawPlanText(plan));
            return exitWith(plan.blocker ? 1 : 0);
        }
        console.log(request.tag + u':');
        for (const QString &line : withdrawPlanText(plan).split(u'\n', Qt::SkipEmptyParts))
            console.log(line);
        return carryOut(invocation, session, console, request, plan);
    });
}

Result<void> takeWithdraw(Invocation &invocation, const QCommandLineParser &given, const QStringList &words)
{
    invocation.tag = words.value(0);
    invocation.reason = given.value(u"reason"_s);
    invocation.dryRun = given.isSet(u"dry-run"_s);
    invocation.yes = given.isSet(u"yes"_s);
    int ways = 0;
    for (const auto &[name, way] : {std::pair{u"to-draft"_s, WithdrawWay::ToDraft},
                                    {u"tidy"_s, WithdrawWay::Tidy},
                                    {u"restore"_s, WithdrawWay::Restore}}) {
        if (!given.isSet(name))
            continue;
        ++ways;
        invocation.withdrawWay = way;
    }
    if (ways > 1)
        return wrongUsage(Words::tr("Use one of --to-draft, --tidy and --restore."));
    if (ways == 1 && !invocation.reason.isEmpty())
        return wrongUsage(
            Words::tr("--reason goes into the notice, which --to-draft, --tidy and --restore do not write."));
    return {};
}

} // namespace

CliCommand withdrawCommand()
{
    return {.id = Invocation::Command::Withdraw,
            .name = u"withdraw"_s,
            .usage = u"[TAG] [--to-draft | --tidy | --restore] [--reason TEXT] [--dry-run] [--yes]"_s,
            .summary = Words::tr("take a published release back without deleting what users have"),
            .options = {{u"to-draft"_s, Words::tr("Turn it back into a draft, with all its files.")},
                        {u"tidy"_s, Words::tr("Delete second drafts and broken uploads.")},
                        {u"restore"_s, Words::tr("Put back a release that was demoted.")},
                        {u"reason"_s, Words::tr("What the notice says of why; Markdown."), u"TEXT"_s},
                        {u"dry-run"_s, Words::tr("Print the plan, change nothing.")},
                        {u"yes"_s, Words::tr("Ask nothing.")}},
            .maxWords = 1,
            .take = takeWithdraw,
            .run = runWithdraw};
}

} // namespace unmoor
