// SPDX-License-Identifier: GPL-3.0-or-later
// `unmoor build --rebuild-check`: builds the archives once more and compares.
#include "app/cli/rebuildcheck.h"

#include "app/cli/command.h"
#include "app/core/chain.h"
#include "app/core/words.h"

#include "app/archive/archivediff.h"
#include "app/cli/comparison.h"
#include "app/core/format.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// One check after the other.
struct Checks
{
    QStringList triples;
    QJsonArray done;
    bool differs = false;
    bool canceled = false;
};

Result<QStringList> targetsToCheck(const Session &session, QStringList triples)
{
    for (const QString &triple : std::as_const(triples))
        if (!session.targets().find(triple))
            return failure(Error::Kind::InvalidInput, Words::tr("unmoor.toml has no target %1.").arg(triple));
    if (triples.isEmpty())
        for (const TargetState &target : session.targets().rows())
            if (target.counts() && !target.record.drvPath.isEmpty() && target.record.host.isEmpty())
                triples += target.target.triple;
    if (triples.isEmpty())
        return failure(Error::Kind::Failed,
                       Words::tr("This machine has built no archive of this commit yet. Run unmoor build first."));
    return triples;
}

QString outcomeName(RebuildResult::Outcome outcome)
{
    switch (outcome) {
    case RebuildResult::Outcome::Identical:
        return u"identical"_s;
    case RebuildResult::Outcome::Differs:
        return u"differs"_s;
    case RebuildResult::Outcome::Canceled:
        return u"canceled"_s;
    case RebuildResult::Outcome::Failed:
        break;
    }
    return u"failed"_s;
}

void report(Checks &checks, const TargetState &target, const RebuildReport &report, const Console &console)
{
    console.print(u"%1  %2\n"_s.arg(target.name(), -28).arg(report.message));
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
    checks.differs = checks.differs || report.outcome != RebuildResult::Outcome::Identical;
    checks.canceled = checks.canceled || report.outcome == RebuildResult::Outcome::Canceled;
}

/// Reads the archive, so that there is something to compare with, then builds it again.
QFuture<Result<RebuildReport>> checkOne(Session &session, const QString &triple)
{
    const TargetState &target = *session.targets().find(triple);
    const bool isToRead = target.hasArchive() && !target.inspection;
    const auto read =
        isToRead ? session.archives().inspect(triple, session.snapshot()) : finished<void>(Result<void>());
    return andThen(read, &session, [&session, triple] { return session.rebuilds().check(triple, session.snapshot()); });
}

QFuture<int> checkNext(Session &session, std::shared_ptr<Checks> checks, const Console &console)
{
    if (checks->triples.isEmpty() || checks->canceled) {
        console.print(QJsonObject{{u"schema"_s, 1}, {u"rebuild"_s, checks->done}});
        return exitWith(checks->canceled ? 130 : checks->differs ? 1 : 0);
    }
    const QString triple = checks->triples.takeFirst();
    return inEitherCase(checkOne(session, triple), &session,
                        [&session, checks, console, triple](const Result<RebuildReport> &checked) {
                            if (!checked)
                                return exitWith(console.fail(checked.error()));
                            report(*checks, *session.targets().find(triple), *checked, console);
                            return checkNext(session, checks, console);
                        });
}

} // namespace

QFuture<int> runRebuildCheck(const Invocation &invocation, Session &session, const Console &console)
{
    return inEitherCase(
        session.open(invocation.project), &session, [&session, invocation, console](const Result<void> &opened) {
            const auto triples = opened.and_then([&] { return targetsToCheck(session, invocation.targets); });
            if (!triples)
                return exitWith(console.fail(triples.error()));
            auto checks = std::make_shared<Checks>();
            checks->triples = *triples;
            return checkNext(session, checks, console);
        });
}

} // namespace unmoor
