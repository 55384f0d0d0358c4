// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/documents.h"

#include "app/core/words.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString planStateOf(const TargetState &target)
{
    if (!target.isIn())
        return u"dropped"_s;
    if (target.counts())
        return u"no-op"_s;
    return forecastName(target.forecast.state);
}

QString planMessage(const TargetState &target)
{
    if (!target.isIn())
        return target.leftOutReason;
    if (target.counts())
        return Words::tr("%1 is there").arg(target.record.archivePath);
    return target.otherRevision.isEmpty() ? target.forecast.message : target.otherRevision;
}

QJsonObject planTarget(const TargetState &target)
{
    return {{u"triple"_s, target.target.triple},
            {u"where"_s, target.where},
            {u"state"_s, planStateOf(target)},
            {u"will_build"_s, QJsonArray::fromStringList(target.forecast.willBuild)},
            {u"will_fetch"_s, QJsonArray::fromStringList(target.forecast.willFetch)},
            {u"estimate_seconds"_s, target.estimateSeconds ? QJsonValue(*target.estimateSeconds) : QJsonValue()},
            {u"message"_s, planMessage(target)}};
}

/// What it came from where GitHub Actions built it; null where not.
QJsonValue originOf(const BuildRecord &record)
{
    const QJsonObject origin = QJsonDocument::fromJson(record.origin.toUtf8()).object();
    return origin.isEmpty() ? QJsonValue() : QJsonValue(origin);
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
            {u"reason"_s, target.leftOutReason},        {u"revision"_s, target.record.revision},
            {u"dirty"_s, target.record.dirty},          {u"origin"_s, originOf(target.record)}};
}

/// Adds \a rows to \a document: the targets, and the assets under their names.
void insertRows(QJsonObject &document, const Session &session, const QStringList &rows,
                QJsonObject (*toObject)(const TargetState &))
{
    QJsonArray targets;
    QJsonArray assets;
    for (const QString &id : rows) {
        const TargetState *target = session.targets().find(id);
        if (!target)
            continue;
        QJsonObject object = toObject(*target);
        if (!target->target.isAsset) {
            targets.append(object);
            continue;
        }
        object.remove(u"triple"_s);
        object.insert(u"name"_s, session.project().archiveName(target->target, target->record.archivePath));
        assets.append(object);
    }
    document.insert(u"targets"_s, targets);
    document.insert(u"assets"_s, assets);
}

} // namespace

QJsonObject planToJson(const Session &session)
{
    const Project &project = session.project();
    QJsonArray gates;
    for (const Gate &gate : session.planner().gates())
        gates.append(toJson(gate));
    QJsonObject document{{u"schema"_s, 1},
                         {u"version"_s, project.versionText()},
                         {u"tag"_s, project.tag()},
                         {u"revision"_s, project.checkout.commit},
                         {u"dirty"_s, project.checkout.isDirty()},
                         {u"ready"_s, session.planner().isReady()},
                         {u"gates"_s, gates}};
    insertRows(document, session, session.targets().triples(), planTarget);
    return document;
}

QJsonObject buildToJson(const Session &session, const QStringList &triples)
{
    QJsonObject document{{u"schema"_s, 1},
                         {u"revision"_s, session.project().checkout.commit},
                         {u"dirty"_s, session.project().checkout.isDirty()}};
    insertRows(document, session, triples, buildTarget);
    return document;
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
