// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "core/format.h"
#include "release/documents.h"

using namespace Qt::StringLiterals;

namespace unmoor {

SessionOptions sessionOptions(const Invocation &invocation)
{
    SessionOptions options{.stateDir = invocation.stateDir,
                           .apiUrl = invocation.apiUrl,
                           .account = invocation.account,
                           .version = invocation.version};
    options.inspector.program = QCoreApplication::applicationFilePath();
    if (!invocation.tokenEnvironment.isEmpty())
        options.token = qgetenv(invocation.tokenEnvironment.toLocal8Bit().constData()).trimmed();
    return options;
}

QFuture<int> runCommand(const Invocation &invocation, Session &session, const Console &console)
{
    QObject::connect(&session, &Session::warned, &session, [console](const QString &message) { console.log(message); });
    switch (invocation.command) {
    case Invocation::Command::Init:
        return runInit(invocation, session, console);
    case Invocation::Command::Plan:
        return runPlan(invocation, session, console);
    case Invocation::Command::Build:
        return runBuild(invocation, session, console);
    case Invocation::Command::Inspect:
        return runInspect(invocation, session, console);
    case Invocation::Command::Notes:
        return runNotes(invocation, session, console);
    case Invocation::Command::Status:
        return runStatus(invocation, session, console);
    case Invocation::Command::Publish:
        return runPublish(invocation, session, console);
    case Invocation::Command::Host:
        return runHost(invocation, session, console);
    case Invocation::Command::Token:
        return runToken(invocation, session, console);
    case Invocation::Command::Window:
    case Invocation::Command::Rehearse:
    case Invocation::Command::Help:
    case Invocation::Command::Version:
        break;
    }
    Q_UNREACHABLE_RETURN(exitWith(2));
}

namespace {

QString targetLine(const TargetState &target)
{
    QString state = target.hasArchive() ? u"archive is there"_s : forecastName(target.forecast.state);
    if (!target.isIn())
        state = u"left out"_s;
    if (!target.forecast.willBuild.isEmpty())
        state += Session::tr(", %n to build", nullptr, int(target.forecast.willBuild.size()));
    if (!target.forecast.willFetch.isEmpty())
        state += Session::tr(", %n to fetch", nullptr, int(target.forecast.willFetch.size()));
    if (target.estimateSeconds.value_or(0) > 0)
        state += Session::tr(", usually %1").arg(formatSeconds(*target.estimateSeconds));
    else if (!target.forecast.willBuild.isEmpty())
        state += Session::tr(", no history");
    const QString why = target.isIn() ? target.forecast.message : target.leftOutReason;
    return u"  %1  %2%3\n"_s.arg(target.target.triple, -28).arg(state, why.isEmpty() ? QString() : u": "_s + why);
}

void printPlan(const Session &session, const Console &console)
{
    if (session.version())
        console.print(u"%1 %2 → %3 at %4\n\n"_s.arg(session.manifest().name, *session.version(), session.tag(),
                                                    shortCommit(session.checkout().commit)));
    for (const Gate &gate : session.gates()) {
        console.print(u"%1  %2: %3\n"_s.arg(outcomeName(gate.outcome), -7).arg(gate.name, gate.message));
        if (gate.outcome != Gate::Outcome::Passed && !gate.hint.isEmpty())
            console.print(u"         %1\n"_s.arg(gate.hint));
    }
    console.print(u"\n"_s);
    for (const TargetState &target : session.targets())
        console.print(targetLine(target));
}

} // namespace

QFuture<int> runPlan(const Invocation &invocation, Session &session, const Console &console)
{
    return session.open(invocation.project)
        .then(&session,
              [&session, console](const Result<void> &opened) {
                  if (!opened)
                      return exitWith(console.fail(opened.error()));
                  return session.signIn()
                      .then(&session, [&session](const Result<StoredToken> &) { return session.check(); })
                      .unwrap()
                      .then(&session, [&session, console](const Result<void> &checked) {
                          if (!checked)
                              return console.fail(checked.error());
                          console.print(planToJson(session));
                          printPlan(session, console);
                          return session.isReady() ? 0 : 1;
                      });
              })
        .unwrap();
}

} // namespace unmoor
