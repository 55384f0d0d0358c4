// SPDX-License-Identifier: GPL-3.0-or-later
// `unmoor build --rebuild-check`: builds the archives once more and compares.
#include "cli/commands.h"

#include "archive/archivediff.h"
#include "cli/comparison.h"
#include "core/format.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Outcome = RebuildResult::Outcome;

/// One check after the other.
struct Checks
{
    QList<int> rows;
    QJsonArray done;
    bool differs = false;
    bool canceled = false;
};

Result<QList<int>> rowsToCheck(const Session &session, const QStringList &triples)
{
    QList<int> rows;
    for (const QString &triple : triples) {
        if (session.rowOf(triple) < 0)
            return failure(Error::Kind::InvalidInput, Session::tr("unmoor.toml has no target %1.").arg(triple));
        rows.append(session.rowOf(triple));
    }
    for (int row = 0; triples.isEmpty() && row < session.targets().size(); ++row) {
        const BuildRecord &record = session.targets()[row].record;
        if (session.targets()[row].hasArchive() && !record.drvPath.isEmpty() && record.host.isEmpty())
            rows.append(row);
    }
    if (rows.isEmpty())
        return failure(Error::Kind::Failed,
                       Session::tr("This machine has built no archive of this commit yet. Run unmoor build first."));
    return rows;
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Identical:
        return u"identical"_s;
    case Outcome::Differs:
        return u"differs"_s;
    case Outcome::Canceled:
        return u"canceled"_s;
    case Outcome::Failed:
        break;
    }
    return u"failed"_s;
}

void report(Checks &checks, const TargetState &target, const RebuildReport &report, const Console &console)
{
    console.print(u"%1  %2\n"_s.arg(target.target.triple, -28).arg(report.message));
    QJsonObject said{{u"target"_s, target.target.triple},
                     {u"result"_s, outcomeName(report.outcome)},
                     {u"message"_s, report.message},
                     {u"seconds"_s, report.seconds},
                     {u"log"_s, report.logFile}};
    if (report.other) {
        said[u"files"_s] = report.files;
        said[u"files_differing"_s] = report.filesDiffering;
        if (target.inspection)
            said[u"against"_s] = reportComparison({.inspection = *report.other}, *target.inspection, console);
    }
    checks.done.append(said);
    checks.differs = checks.differs || report.outcome != Outcome::Identical;
    checks.canceled = checks.canceled || report.outcome == Outcome::Canceled;
}

/// Reads the archive, so that there is something to compare with, then builds it again.
QFuture<Result<RebuildReport>> checkOne(Session &session, int row)
{
    const bool isRead = session.targets()[row].inspection != nullptr;
    auto read = isRead || !session.targets()[row].hasArchive() ? QtFuture::makeReadyValueFuture(Result<void>())
                                                               : session.inspect(row);
    return read
        .then(&session,
              [&session, row](const Result<void> &inspected) {
                  return inspected
                      ? session.checkRebuild(row)
                      : QtFuture::makeReadyValueFuture(Result<RebuildReport>(std::unexpected(inspected.error())));
              })
        .unwrap();
}

QFuture<int> checkNext(Session &session, std::shared_ptr<Checks> checks, const Console &console)
{
    if (checks->rows.isEmpty() || checks->canceled) {
        console.print(QJsonObject{{u"rebuild"_s, checks->done}});
        return exitWith(checks->canceled ? 130 : checks->differs ? 1 : 0);
    }
    const int row = checks->rows.takeFirst();
    return checkOne(session, row)
        .then(&session,
              [&session, checks, console, row](const Result<RebuildReport> &checked) {
                  if (!checked)
                      return exitWith(console.fail(checked.error()));
                  report(*checks, session.targets()[row], *checked, console);
                  return checkNext(session, checks, console);
              })
        .unwrap();
}

} // namespace

QFuture<int> runRebuildCheck(const Invocation &invocation, Session &session, const Console &console)
{
    return session.open(invocation.project)
        .then(&session,
              [&session, invocation, console](const Result<void> &opened) {
                  const auto rows = opened ? rowsToCheck(session, invocation.targets)
                                           : Result<QList<int>>(std::unexpected(opened.error()));
                  if (!rows)
                      return exitWith(console.fail(rows.error()));
                  auto checks = std::make_shared<Checks>();
                  checks->rows = *rows;
                  return checkNext(session, checks, console);
              })
        .unwrap();
}

} // namespace unmoor
