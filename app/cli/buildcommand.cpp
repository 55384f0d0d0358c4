// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/rebuildcheck.h"

#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/spokenword.h"
#include "app/core/words.h"
#include "app/release/actionsfetch.h"
#include "app/release/documents.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Streams what is new in each target's log to standard error, each line behind its derivation.
void followLogs(Session &session, const Console &console)
{
    auto shown = std::make_shared<QMap<QString, qsizetype>>();
    QObject::connect(
        &session.builds(), &BuildQueue::progressed, &session, [&session, console, shown](const QString &triple) {
            const BuildMonitor *monitor = session.builds().monitor(triple);
            if (!monitor || !monitor->log())
                return;
            qsizetype &next = (*shown)[triple];
            const QList<LogLine> lines = monitor->log()->lines(next, monitor->lineCount() - next);
            next += lines.size();
            QStringList texts;
            for (const LogLine &line : lines) {
                const QString from = line.derivation >= 0 ? monitor->derivations()[line.derivation].name : triple;
                texts += u"%1> %2"_s.arg(from, line.text);
            }
            console.log(texts);
        });
}

/// Says once that another process builds a target that this one was asked for.
void tellOfOthers(Session &session, const Console &console)
{
    auto told = std::make_shared<QMap<QString, QString>>();
    QObject::connect(&session.targets(), &Targets::changed, &session, [&session, console, told](const QString &triple) {
        const TargetState *target = session.targets().find(triple);
        if (target && std::exchange((*told)[triple], target->other) != target->other && !target->other.isEmpty()
            && target->build == TargetState::Build::Waiting)
            console.log(Words::tr("%1> waits: %2 builds it already.").arg(triple, target->other));
    });
}

/// Says how far GitHub Actions is with what is built there, whenever that changes.
void tellOfActions(Session &session, const Console &console)
{
    auto told = std::make_shared<QMap<QString, QString>>();
    QObject::connect(&session.targets(), &Targets::changed, &session, [&session, console, told](const QString &triple) {
        const TargetState *target = session.targets().find(triple);
        const bool isFollowed = target && target->stage && target->build == TargetState::Build::Running;
        const QString text = isFollowed ? stageText(*target->stage) : QString();
        if (!text.isEmpty() && std::exchange((*told)[triple], text) != text)
            console.log(u"%1> %2"_s.arg(triple, text));
    });
}

/// Says once of each step that shows no sign of life for too long.
void pointAtStalls(Session &session, const Console &console)
{
    auto said = std::make_shared<QMap<QString, Stall>>();
    QObject::connect(&session.targets(), &Targets::changed, &session, [&session, console, said](const QString &triple) {
        const TargetState *target = session.targets().find(triple);
        if (!target || !target->stall || said->value(triple) == *target->stall)
            return;
        said->insert(triple, *target->stall);
        const qint64 now = target->startedAt.msecsTo(QDateTime::currentDateTimeUtc());
        console.log(u"%1: %2 %3"_s.arg(triple, stallTitle(*target->stall, now), stallText(*target->stall)));
    });
}

/// What the command names, all targets otherwise. Errors: InvalidInput (unmoor.toml has no such target).
Result<QStringList> chosenTargets(const Session &session, const QStringList &named)
{
    const QStringList known = session.targets().triples();
    for (const QString &triple : named)
        if (!known.contains(triple))
            return failure(Error::Kind::InvalidInput,
                           Words::tr("unmoor.toml has no target %1. It has: %2.").arg(triple, known.join(u", "_s)));
    return named.isEmpty() ? known : named;
}

Result<void> leaveOut(Session &session, const QStringList &triples)
{
    if (triples.isEmpty())
        return {};
    const auto chosen = chosenTargets(session, triples);
    if (!chosen)
        return std::unexpected(chosen.error());
    for (const QString &triple : *chosen)
        if (auto done =
                session.targets().setLeftOut(triple, true, Words::tr("left out by choice"), *session.engine().ledger());
            !done)
            return done;
    return {};
}

bool isOfActions(const Invocation &invocation)
{
    return invocation.host == "actions"_L1 || invocation.adoptRun > 0;
}

/// Has the named targets built where --on says, in this run.
Result<void> placeTargets(Session &session, const Invocation &invocation)
{
    if (invocation.host.isEmpty() || isOfActions(invocation))
        return {};
    const auto chosen = chosenTargets(session, invocation.targets);
    if (!chosen)
        return std::unexpected(chosen.error());
    for (const QString &triple : *chosen)
        if (auto placed = session.places().use(triple, placeOfWord(invocation.host)); !placed)
            return placed;
    return {};
}

/// What belongs to GitHub Actions: the named targets, else all that can come from there. Errors: InvalidInput.
Result<QStringList> actionsTargets(const Session &session, const QStringList &named)
{
    if (!named.isEmpty())
        return chosenTargets(session, named);
    QStringList triples;
    for (const TargetState &target : session.targets().rows())
        if (target.isIn() && target.target.actions.isGiven())
            triples.append(target.target.triple);
    if (triples.isEmpty())
        return failure(
            Error::Kind::InvalidInput,
            Words::tr("No target in unmoor.toml has a [target.actions], so none comes out of GitHub Actions."));
    return triples;
}

/// Adopts one after the other.
QFuture<Result<void>> adoptAll(Session &session, QMap<QString, QString> files)
{
    if (files.isEmpty())
        return finished<void>({});
    const QString triple = files.firstKey();
    const QString file = files.take(triple);
    if (const auto known = chosenTargets(session, {triple}); !known)
        return finished<void>(std::unexpected(known.error()));
    return andThen(session.archives().adopt(triple, file, session.snapshot()), &session,
                   [&session, files] { return adoptAll(session, files); });
}

/// Takes back what was adopted, one after the other; what was built before counts again.
QFuture<Result<void>> letGoOf(Session &session, QStringList triples)
{
    if (triples.isEmpty())
        return finished<void>({});
    const QString triple = triples.takeFirst();
    return andThen(session.archives().letGo(triple, session.snapshot()), &session,
                   [&session, triples] { return letGoOf(session, triples); });
}

QString outcomeLine(const TargetState &target)
{
    QString line = u"%1  %2"_s.arg(target.name(), -28).arg(spokenWord(buildOutcomeName(target.build)));
    if (target.hasArchive())
        line += u"  %1  %2, %3"_s.arg(formatSeconds(target.record.seconds), target.record.archivePath,
                                      formatBytes(target.record.bytes));
    else if (target.failure)
        line += u": %1 %2"_s.arg(target.failure->message, target.failure->hint);
    else if (!target.leftOutReason.isEmpty())
        line += u": "_s + target.leftOutReason;
    if (target.hasArchive() && target.record.dirty)
        line += u"  "_s + Words::tr("(of uncommitted changes: not for a release)");
    return line.trimmed() + u'\n';
}

int reportBuild(const Session &session, const QStringList &triples, const Console &console)
{
    console.print(buildToJson(session, triples));
    bool failed = false;
    bool canceled = false;
    for (const QString &triple : triples) {
        const TargetState &target = *session.targets().find(triple);
        console.print(outcomeLine(target));
        const bool isUnread = target.hasArchive() && target.record.sha256.isEmpty(); // reading it was canceled
        failed |= target.isIn() && !target.hasArchive();
        canceled |= target.build == TargetState::Build::Canceled || (target.isIn() && isUnread);
    }
    return canceled ? 130 : failed ? 1 : 0;
}

QFuture<int> buildTargets(Session &session, const QStringList &triples, const Console &console)
{
    QStringList toBuild = session.targets().triplesToBuild();
    toBuild.removeIf([&triples](const QString &triple) { return !triples.contains(triple); });
    return session.build(toBuild).then(&session, [&session, triples, console](const Result<void> &built) {
        return built ? reportBuild(session, triples, console) : console.fail(built.error());
    });
}

QFuture<int> fetchTargets(const Invocation &invocation, Session &session, const Console &console)
{
    const auto triples = actionsTargets(session, invocation.targets);
    if (!triples)
        return exitWith(console.fail(triples.error()));
    // An archive of this commit that is there stays, unless its target or another run is named.
    QStringList missing = *triples;
    if (invocation.targets.isEmpty() && invocation.adoptRun == 0)
        missing.removeIf([&session](const QString &triple) { return session.targets().find(triple)->counts(); });
    const ActionsFetch fetch{.triples = missing,
                             .runId = invocation.adoptRun,
                             .mayStart = invocation.adoptRun == 0,
                             .say = [console](const QString &line) { console.log(line); }};
    return fetchFromActions(session, fetch, console.stop())
        .then(&session, [&session, triples = *triples, console](const Result<void> &fetched) {
            const int code = fetched ? 0 : console.fail(fetched.error());
            // Those that came stay, whatever became of the others.
            const int reported = reportBuild(session, triples, console);
            return code != 0 ? code : reported;
        });
}

QFuture<int> runBuild(const Invocation &invocation, Session &session, const Console &console)
{
    if (invocation.rebuildCheck)
        return runRebuildCheck(invocation, session, console);
    followLogs(session, console);
    tellOfOthers(session, console);
    tellOfActions(session, console);
    pointAtStalls(session, console);
    const auto known = andThen(session.open(invocation.project), &session, [&session, invocation] {
        const auto placed = placeTargets(session, invocation);
        return placed ? session.planner().forecast(session.snapshot()) : finished<void>(placed);
    });
    auto ready = andThen(known, &session, [&session, invocation] {
        const auto chosen = chosenTargets(session, invocation.targets);
        if (!chosen)
            return finished<void>(std::unexpected(chosen.error()));
        if (const auto free = chosenTargets(session, invocation.letGo + invocation.without); !free)
            return finished<void>(std::unexpected(free.error()));
        // What is left out has no archive to let go of any more, so that comes first.
        const auto free = andThen(letGoOf(session, invocation.letGo), &session, [&session, invocation] {
            return finished<void>(leaveOut(session, invocation.without));
        });
        return andThen(free, &session, [&session, invocation] { return adoptAll(session, invocation.adopt); });
    });
    return inEitherCase(ready, &session, [&session, invocation, console](const Result<void> &done) {
        if (!done)
            return exitWith(console.fail(done.error()));
        return isOfActions(invocation) ? fetchTargets(invocation, session, console)
                                       : buildTargets(session, *chosenTargets(session, invocation.targets), console);
    });
}

Result<void> takeBuild(Invocation &invocation, const QCommandLineParser &given, const QStringList &)
{
    const auto adopt = keyValues(given, u"adopt"_s, u"TRIPLE=FILE"_s);
    if (!adopt)
        return std::unexpected(adopt.error());
    invocation.adopt = *adopt;
    invocation.targets = given.values(u"target"_s);
    invocation.letGo = given.values(u"let-go"_s);
    invocation.without = given.values(u"without"_s);
    invocation.host = given.value(u"on"_s);
    invocation.rebuildCheck = given.isSet(u"rebuild-check"_s);
    if (given.isSet(u"adopt-run"_s)) {
        bool isNumber = false;
        invocation.adoptRun = given.value(u"adopt-run"_s).toLongLong(&isNumber);
        if (!isNumber || invocation.adoptRun < 1)
            return wrongUsage(
                Words::tr("--adopt-run takes the number of a run, as 'unmoor runs' lists them, not \"%1\".")
                    .arg(given.value(u"adopt-run"_s)));
    }
    if (invocation.adoptRun > 0 && !invocation.host.isEmpty() && invocation.host != "actions"_L1)
        return wrongUsage(Words::tr("--adopt-run takes what GitHub Actions built. It does not go with --on %1.")
                              .arg(invocation.host));
    if (invocation.rebuildCheck
        && (!invocation.host.isEmpty() || !invocation.adopt.isEmpty() || !invocation.letGo.isEmpty()
            || !invocation.without.isEmpty() || invocation.adoptRun > 0))
        return wrongUsage(Words::tr("--rebuild-check builds again what this machine built. It takes --target alone."));
    return {};
}

} // namespace

CliCommand buildCommand()
{
    return {
        .id = Invocation::Command::Build,
        .name = u"build"_s,
        .usage =
            u"[--target TRIPLE]… [--on HOST] [--adopt TRIPLE=FILE]… [--adopt-run ID] [--let-go TRIPLE]… [--without TRIPLE]… | --rebuild-check [--target TRIPLE]…"_s,
        .summary = Words::tr("build targets and inspect their archives, or check that they build identically"),
        .options = {targetOption(),
                    {u"on"_s,
                     Words::tr(
                         "The machine to build on: one of 'unmoor host list', \"this\", \"builders\" for Nix's own, or "
                         "\"actions\" for GitHub Actions."),
                     u"HOST"_s},
                    {u"adopt"_s, Words::tr("Take a finished archive for a target."), u"TRIPLE=FILE"_s},
                    {u"adopt-run"_s, Words::tr("Take what this run of GitHub Actions built."), u"ID"_s},
                    {u"let-go"_s, Words::tr("Take back the archive that was adopted for a target."), u"TRIPLE"_s},
                    {u"without"_s, Words::tr("Leave a target out of this release."), u"TRIPLE"_s},
                    {u"rebuild-check"_s,
                     Words::tr("Build what is built once more, and say whether it comes out the same.")}},
        .trust = Trust::Given,
        .take = takeBuild,
        .run = runBuild};
}

} // namespace unmoor
