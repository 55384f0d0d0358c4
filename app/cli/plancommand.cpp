// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/spokenword.h"
#include "app/core/words.h"
#include "app/project/gatetitle.h"
#include "app/release/documents.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString targetLine(const TargetState &target)
{
    QString state = target.counts() ? Words::tr("archive is there") : spokenWord(forecastName(target.forecast.state));
    if (!target.isIn())
        state = Words::tr("left out");
    if (!target.forecast.willBuild.isEmpty())
        state += Words::tr(", %n to build", nullptr, int(target.forecast.willBuild.size()));
    if (!target.forecast.willFetch.isEmpty())
        state += Words::tr(", %n to fetch", nullptr, int(target.forecast.willFetch.size()));
    if (target.estimateSeconds.value_or(0) > 0)
        state += Words::tr(", usually %1").arg(formatSeconds(*target.estimateSeconds));
    else if (!target.forecast.willBuild.isEmpty())
        state += Words::tr(", no history");
    const QString why = target.isIn() ? target.forecast.message : target.leftOutReason;
    return u"  %1  %2%3\n"_s.arg(target.name(), -28).arg(state, why.isEmpty() ? QString() : u": "_s + why);
}

void printPlan(const Session &session, const Console &console)
{
    const Project &project = session.project();
    if (project.version)
        console.print(
            Words::tr("%1 %2 → %3 at %4\n\n")
                .arg(project.manifest.name, *project.version, project.tag(), shortCommit(project.checkout.commit)));
    QStringList outcomes;
    for (const Gate &gate : session.planner().gates())
        outcomes.append(spokenWord(outcomeName(gate.outcome)));
    const int width = columnWidth(outcomes);
    for (const Gate &gate : session.planner().gates()) {
        console.print(u"%1  %2: %3\n"_s.arg(spokenWord(outcomeName(gate.outcome)), -width)
                          .arg(gateTitle(gate.name), gate.message));
        if (gate.outcome != Gate::Outcome::Passed && !gate.hint.isEmpty())
            console.print(QString(width + 2, u' ') + gate.hint + u'\n');
    }
    console.print(u"\n"_s);
    for (const TargetState &target : session.targets().rows())
        console.print(targetLine(target));
}

QFuture<int> runPlan(const Invocation &invocation, Session &session, const Console &console)
{
    auto checked = andThen(openSignedIn(invocation, session), &session, [&session] { return session.check(); });
    return checked.then(&session, [&session, console](const Result<void> &outcome) {
        if (!outcome)
            return console.fail(outcome.error());
        console.print(planToJson(session));
        printPlan(session, console);
        return session.planner().isReady() ? 0 : 1;
    });
}

} // namespace

CliCommand planCommand()
{
    return {.id = Invocation::Command::Plan,
            .name = u"plan"_s,
            .usage = {},
            .summary = Words::tr("check the gates and say what each target would build, fetch or reuse"),
            .options = {},
            .trust = Trust::Given,
            .run = runPlan};
}

} // namespace unmoor
