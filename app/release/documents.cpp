// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/documents.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString planState(const TargetState &target)
{
    if (!target.isIn())
        return u"dropped"_s;
    if (target.hasArchive())
        return u"no-op"_s;
    return forecastName(target.forecast.state);
}

QString planMessage(const TargetState &target)
{
    if (!target.isIn())
        return target.leftOutReason;
    if (target.hasArchive())
        return Session::tr("%1 is there").arg(target.record.archivePath);
    return target.forecast.message;
}

QJsonObject planTarget(const TargetState &target)
{
    return {{u"triple"_s, target.target.triple},
            {u"where"_s, target.where},
            {u"state"_s, planState(target)},
            {u"will_build"_s, QJsonArray::fromStringList(target.forecast.willBuild)},
            {u"will_fetch"_s, QJsonArray::fromStringList(target.forecast.willFetch)},
            {u"estimate_seconds"_s, target.estimateSeconds ? QJsonValue(*target.estimateSeconds) : QJsonValue()},
            {u"message"_s, planMessage(target)}};
}

QJsonObject buildTarget(const TargetState &target)
{
    QJsonValue failed;
    if (target.failure && !target.hasArchive())
        failed = toJson(*target.failure);
    return {{u"triple"_s, target.target.triple},        {u"outcome"_s, buildOutcomeName(target.build)},
            {u"seconds"_s, target.record.seconds},      {u"drv"_s, target.record.drvPath},
            {u"store_path"_s, target.record.storePath}, {u"archive"_s, target.record.archivePath},
            {u"bytes"_s, target.record.bytes},          {u"sha256"_s, QString::fromLatin1(target.record.sha256)},
            {u"log"_s, target.record.logFile},          {u"failure"_s, failed},
            {u"reason"_s, target.leftOutReason}};
}

} // namespace

QJsonObject planToJson(const Session &session)
{
    QJsonArray gates;
    for (const Gate &gate : session.gates())
        gates.append(toJson(gate));
    QJsonArray targets;
    for (const TargetState &target : session.targets())
        targets.append(planTarget(target));
    return {{u"schema"_s, 1},
            {u"version"_s, session.version().value_or(QString())},
            {u"tag"_s, session.tag()},
            {u"revision"_s, session.checkout().commit},
            {u"dirty"_s, !session.checkout().isClean()},
            {u"ready"_s, session.isReady()},
            {u"gates"_s, gates},
            {u"targets"_s, targets}};
}

QJsonObject buildToJson(const Session &session, const QList<int> &rows)
{
    QJsonArray targets;
    for (const int row : rows)
        targets.append(buildTarget(session.targets()[row]));
    return {{u"schema"_s, 1}, {u"revision"_s, session.checkout().commit}, {u"targets"_s, targets}};
}

QJsonObject notesToJson(const ReleaseNotes &notes)
{
    QJsonArray findings;
    for (const NotesProblem &problem : notes.problems) {
        QJsonObject finding = toJson(problem.finding);
        if (problem.line > 0)
            finding.insert(u"line"_s, problem.line);
        if (problem.column > 0)
            finding.insert(u"column"_s, problem.column);
        if (problem.fix)
            finding.insert(u"fix"_s, problem.fix->label);
        findings.append(finding);
    }
    return {{u"schema"_s, 1},
            {u"version"_s, notes.version},
            {u"heading"_s, notes.heading},
            {u"body"_s, notes.body},
            {u"findings"_s, findings}};
}

} // namespace unmoor
