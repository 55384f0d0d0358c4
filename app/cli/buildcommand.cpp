// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "core/format.h"
#include "release/documents.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Streams what is new in each row's log to standard error, each line behind its derivation.
void followLogs(Session &session, const Console &console)
{
    auto shown = std::make_shared<QMap<int, qsizetype>>();
    QObject::connect(&session, &Session::buildProgressed, &session, [&session, console, shown](int row) {
        const BuildMonitor *monitor = session.monitor(row);
        if (!monitor || !monitor->log())
            return;
        qsizetype &next = (*shown)[row];
        const QList<LogLine> lines = monitor->log()->lines(next, monitor->lineCount() - next);
        next += lines.size();
        for (const LogLine &line : lines) {
            const QString from = line.derivation >= 0 ? monitor->derivations()[line.derivation].name
                                                      : session.targets()[row].target.triple;
            console.log(u"%1> %2"_s.arg(from, line.text));
        }
    });
}

/// Says once that another process builds a target that this one was asked for.
void tellOfOthers(Session &session, const Console &console)
{
    auto told = std::make_shared<QMap<int, QString>>();
    QObject::connect(&session, &Session::targetChanged, &session, [&session, console, told](int row) {
        const TargetState &target = session.targets()[row];
        if (std::exchange((*told)[row], target.other) != target.other && !target.other.isEmpty()
            && target.build == TargetState::Build::Waiting)
            console.log(Session::tr("%1> waits: %2 builds it already.").arg(target.target.triple, target.other));
    });
}

/// Says once of each step that shows no sign of life for too long.
void pointAtStalls(Session &session, const Console &console)
{
    auto said = std::make_shared<QMap<int, Stall>>();
    QObject::connect(&session, &Session::targetChanged, &session, [&session, console, said](int row) {
        const TargetState &target = session.targets()[row];
        if (!target.stall || said->value(row) == *target.stall)
            return;
        said->insert(row, *target.stall);
        const qint64 now = target.startedAt.msecsTo(QDateTime::currentDateTimeUtc());
        console.log(u"%1: %2 %3"_s.arg(target.target.triple, stallTitle(*target.stall, now), stallText(*target.stall)));
    });
}

/// Rows that the command names, all that are in otherwise.
Result<QList<int>> chosenRows(const Session &session, const QStringList &triples)
{
    QList<int> rows;
    if (triples.isEmpty())
        for (int row = 0; row < session.targets().size(); ++row)
            rows.append(row);
    for (const QString &triple : triples) {
        const int row = session.rowOf(triple);
        if (row < 0) {
            QStringList known;
            for (const TargetState &target : session.targets())
                known.append(target.target.triple);
            return failure(Error::Kind::InvalidInput,
                           Session::tr("unmoor.toml has no target %1. It has: %2.").arg(triple, known.join(u", "_s)));
        }
        rows.append(row);
    }
    return rows;
}

Result<void> leaveOut(Session &session, const QStringList &triples)
{
    const auto rows = triples.isEmpty() ? QList<int>() : chosenRows(session, triples);
    if (!rows)
        return std::unexpected(rows.error());
    for (const int row : *rows)
        if (auto done = session.setLeftOut(row, true, Session::tr("left out by choice")); !done)
            return done;
    return {};
}

/// Has the named targets built where --on says, in this run.
Result<void> placeTargets(Session &session, const Invocation &invocation)
{
    if (invocation.host.isEmpty())
        return {};
    const auto rows = chosenRows(session, invocation.targets);
    if (!rows)
        return std::unexpected(rows.error());
    for (const int row : *rows)
        if (auto placed = session.usePlace(row, placeOfWord(invocation.host)); !placed)
            return placed;
    return {};
}

/// Adopts one after the other.
QFuture<Result<void>> adoptAll(Session &session, QMap<QString, QString> files)
{
    if (files.isEmpty())
        return QtFuture::makeReadyValueFuture(Result<void>());
    const QString triple = files.firstKey();
    const QString file = files.take(triple);
    const auto row = chosenRows(session, {triple});
    if (!row)
        return QtFuture::makeReadyValueFuture(Result<void>(std::unexpected(row.error())));
    return session.adopt(row->first(), file)
        .then(&session,
              [&session, files](const Result<void> &adopted) {
                  return adopted ? adoptAll(session, files) : QtFuture::makeReadyValueFuture(adopted);
              })
        .unwrap();
}

QString outcomeLine(const TargetState &target)
{
    QString line = u"%1  %2"_s.arg(target.target.triple, -28).arg(buildOutcomeName(target.build));
    if (target.hasArchive())
        line += u"  %1  %2, %3"_s.arg(formatSeconds(target.record.seconds), target.record.archivePath,
                                      formatBytes(target.record.bytes));
    else if (target.failure)
        line += u": %1 %2"_s.arg(target.failure->message, target.failure->hint);
    else if (!target.leftOutReason.isEmpty())
        line += u": "_s + target.leftOutReason;
    return line.trimmed() + u'\n';
}

int reportBuild(const Session &session, const QList<int> &rows, const Console &console)
{
    console.print(buildToJson(session, rows));
    bool failed = false;
    bool canceled = false;
    for (const int row : rows) {
        const TargetState &target = session.targets()[row];
        console.print(outcomeLine(target));
        failed |= target.isIn() && !target.hasArchive();
        canceled |= target.build == TargetState::Build::Canceled;
    }
    return canceled ? 130 : failed ? 1 : 0;
}

QFuture<int> buildRows(Session &session, const QList<int> &rows, const Console &console)
{
    QList<int> toBuild = session.rowsToBuild();
    toBuild.removeIf([&rows](int row) { return !rows.contains(row); });
    return session.build(toBuild).then(&session, [&session, rows, console](const Result<void> &built) {
        return built ? reportBuild(session, rows, console) : console.fail(built.error());
    });
}

} // namespace

QFuture<int> runBuild(const Invocation &invocation, Session &session, const Console &console)
{
    if (invocation.rebuildCheck)
        return runRebuildCheck(invocation, session, console);
    followLogs(session, console);
    tellOfOthers(session, console);
    pointAtStalls(session, console);
    return session.open(invocation.project)
        .then(&session,
              [&session, invocation](const Result<void> &opened) {
                  const auto placed = opened ? placeTargets(session, invocation) : opened;
                  return placed ? session.forecast() : QtFuture::makeReadyValueFuture(placed);
              })
        .unwrap()
        .then(&session,
              [&session, invocation, console](const Result<void> &known) {
                  if (!known)
                      return exitWith(console.fail(known.error()));
                  const auto rows = chosenRows(session, invocation.targets);
                  if (!rows)
                      return exitWith(console.fail(rows.error()));
                  if (auto left = leaveOut(session, invocation.without); !left)
                      return exitWith(console.fail(left.error()));
                  return adoptAll(session, invocation.adopt)
                      .then(&session,
                            [&session, rows, console](const Result<void> &adopted) {
                                return adopted ? buildRows(session, *rows, console)
                                               : exitWith(console.fail(adopted.error()));
                            })
                      .unwrap();
              })
        .unwrap();
}

} // namespace unmoor
