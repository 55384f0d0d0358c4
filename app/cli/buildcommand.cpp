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
        if (!monitor)
            return;
        qsizetype &next = (*shown)[row];
        for (; next < monitor->lines().size(); ++next) {
            const LogLine &line = monitor->lines()[next];
            const QString from = line.derivation >= 0 ? monitor->derivations()[line.derivation].name
                                                      : session.targets()[row].target.triple;
            console.log(u"%1> %2"_s.arg(from, line.text));
        }
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
    if (!invocation.host.isEmpty())
        return exitWith(console.fail(
            {Error::Kind::InvalidInput,
             Session::tr("--on: this version builds on this machine only. Build on %1 with Nix there, copy the archive "
                         "here and take it with --adopt TRIPLE=FILE.")
                 .arg(invocation.host)}));
    followLogs(session, console);
    return session.open(invocation.project)
        .then(&session,
              [&session](const Result<void> &opened) {
                  return opened ? session.forecast() : QtFuture::makeReadyValueFuture(opened);
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
