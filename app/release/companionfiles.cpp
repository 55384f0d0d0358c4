// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/companionfiles.h"

#include "app/core/privatefile.h"
#include "app/core/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

QList<CompanionFile> checksumFiles(Checksums kind, const QList<DesiredFile> &archives)
{
    QList<CompanionFile> files;
    CompanionFile sums{u"SHA256SUMS"_s, {}, {}};
    for (const DesiredFile &archive : archives) {
        const QByteArray line = archive.sha256 + "  " + archive.name.toUtf8() + "\n";
        sums.bytes += line;
        if (kind == Checksums::PerFile)
            files += CompanionFile{archive.name + u".sha256"_s, archive.target, line};
    }
    if (kind == Checksums::Sums && !archives.isEmpty())
        files += sums;
    return files;
}

namespace {

QJsonObject digest(const QByteArray &sha256)
{
    return {{u"sha256"_s, QString::fromLatin1(sha256)}};
}

QString isoTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QJsonArray subjects(const QList<BuiltArchive> &archives)
{
    QJsonArray list;
    for (const BuiltArchive &archive : archives)
        list += QJsonObject{{u"name"_s, archive.name}, {u"digest"_s, digest(archive.sha256)}};
    return list;
}

/// "git+https://github.com/owner/name@refs/tags/v1.0.5".
QString source(const ProvenanceFacts &facts)
{
    return u"git+"_s + facts.repository.toString() + u"@refs/tags/"_s + facts.tag;
}

QJsonObject buildDefinition(const ProvenanceFacts &facts)
{
    QJsonArray targets;
    for (const BuiltArchive &archive : facts.archives) {
        if (archive.triple.isEmpty() && archive.output.isEmpty())
            continue; // a file of the commit, which is there already
        QJsonObject target{{u"system"_s, archive.system}, {u"output"_s, archive.output}};
        if (archive.triple.isEmpty())
            target.insert(u"asset"_s, archive.name);
        else
            target.insert(u"triple"_s, archive.triple);
        targets += target;
    }
    const QJsonObject repository{{u"uri"_s, source(facts)}, {u"digest"_s, QJsonObject{{u"gitCommit"_s, facts.commit}}}};
    return {{u"buildType"_s, u"https://nixos.org/manual/nix/stable/command-ref/new-cli/nix3-build"_s},
            {u"externalParameters"_s, QJsonObject{{u"source"_s, source(facts)}, {u"targets"_s, targets}}},
            {u"resolvedDependencies"_s, QJsonArray{repository}}};
}

QJsonObject byproduct(const BuiltArchive &archive)
{
    QJsonObject how{{u"outcome"_s, archive.outcome},
                    {u"builder"_s, archive.builder},
                    {u"startedOn"_s, isoTime(archive.startedAt)},
                    {u"seconds"_s, archive.seconds}};
    if (!archive.drvPath.isEmpty())
        how[u"derivation"_s] = archive.drvPath;
    if (!archive.storePath.isEmpty())
        how[u"storePath"_s] = archive.storePath;
    if (const QJsonObject origin = QJsonDocument::fromJson(archive.origin.toUtf8()).object(); !origin.isEmpty())
        how[u"githubActions"_s] = origin;
    return {{u"name"_s, archive.name}, {u"digest"_s, digest(archive.sha256)}, {u"annotations"_s, how}};
}

QJsonObject runDetails(const ProvenanceFacts &facts)
{
    QDateTime first, last;
    QJsonArray byproducts;
    for (const BuiltArchive &archive : facts.archives) {
        const QDateTime end = archive.startedAt.addMSecs(qint64(archive.seconds * 1000));
        first = first.isValid() ? std::min(first, archive.startedAt) : archive.startedAt;
        last = last.isValid() ? std::max(last, end) : end;
        byproducts += byproduct(archive);
    }
    QJsonObject version{{u"unmoor"_s, QCoreApplication::applicationVersion()}};
    if (!facts.nixVersion.isEmpty())
        version[u"nix"_s] = facts.nixVersion;
    return {{u"builder"_s, QJsonObject{{u"id"_s, u"urn:unmoor:local"_s}, {u"version"_s, version}}},
            {u"metadata"_s, QJsonObject{{u"startedOn"_s, isoTime(first)}, {u"finishedOn"_s, isoTime(last)}}},
            {u"byproducts"_s, byproducts}};
}

} // namespace

QByteArray provenanceStatement(const ProvenanceFacts &facts)
{
    const QJsonObject predicate{{u"buildDefinition"_s, buildDefinition(facts)}, {u"runDetails"_s, runDetails(facts)}};
    const QJsonObject statement{{u"_type"_s, u"https://in-toto.io/Statement/v1"_s},
                                {u"subject"_s, subjects(facts.archives)},
                                {u"predicateType"_s, u"https://slsa.dev/provenance/v1"_s},
                                {u"predicate"_s, predicate}};
    return QJsonDocument(statement).toJson(QJsonDocument::Indented);
}

bool isStatementOf(const QByteArray &statement, const QString &commit, const QList<BuiltArchive> &archives)
{
    const QJsonObject json = QJsonDocument::fromJson(statement).object();
    const QJsonValue repository = json[u"predicate"_s][u"buildDefinition"_s][u"resolvedDependencies"_s][0];
    return repository[u"digest"_s][u"gitCommit"_s].toString() == commit
        && json[u"subject"_s].toArray() == subjects(archives);
}

Result<void> writeCompanion(const QString &folder, const CompanionFile &file)
{
    QSaveFile out(QDir(folder).filePath(file.name));
    if (QDir().mkpath(folder) && openPrivate(out, QIODevice::WriteOnly) && out.write(file.bytes) == file.bytes.size()
        && out.commit())
        return {};
    return failure(Error::Kind::Io,
                   Words::tr("Could not write %1: %2. Make the folder writable, or name another with --state-dir.")
                       .arg(out.fileName(), out.errorString()));
}

} // namespace unmoor
