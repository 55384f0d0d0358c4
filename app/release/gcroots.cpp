// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/gcroots.h"

#include "app/core/words.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr auto storeDir = "/nix/store/"_L1;

QString fullPath(const QString &path)
{
    return path.startsWith(u'/') ? path : storeDir + path;
}

StorePathInfo infoOf(const QJsonObject &object)
{
    StorePathInfo info{.narSize = object["narSize"_L1].toInteger()};
    for (const QJsonValue &reference : object["references"_L1].toArray())
        info.references += fullPath(reference.toString());
    return info;
}

bool isPublished(const ReleaseRecord &release)
{
    return release.state == "published"_L1 || release.state == "verified"_L1;
}

GcRoot::State stateOf(const GcRoot &root, const QList<ReleaseRecord> &releases, const QString &revision)
{
    if (root.dirty)
        return GcRoot::State::Replaced; // no release is ever made of it
    const auto published = [&](auto &&belongs) {
        return std::ranges::any_of(
            releases, [&](const ReleaseRecord &release) { return isPublished(release) && belongs(release); });
    };
    if (published([&](const ReleaseRecord &release) { return release.revision == root.revision; }))
        return GcRoot::State::Published;
    if (root.revision == revision)
        return GcRoot::State::Open;
    const bool isOut = published([&](const ReleaseRecord &release) { return release.version == root.version; });
    return isOut && !root.version.isEmpty() ? GcRoot::State::Replaced : GcRoot::State::Open;
}

QSet<QString> closureOf(const StoreClosure &closure, const QStringList &paths)
{
    QSet<QString> reached;
    QStringList open = paths;
    while (!open.isEmpty()) {
        const QString path = open.takeLast();
        const auto info = closure.constFind(path);
        if (info == closure.cend() || reached.contains(path))
            continue;
        reached.insert(path);
        open += info->references;
    }
    return reached;
}

} // namespace

QString rootName(const BuildRecord &build)
{
    return build.revision + (build.dirty ? u"-dirty-"_s : u"-"_s) + build.triple;
}

QList<GcRoot> readRoots(const QString &folder)
{
    static const QRegularExpression name(u"^([0-9a-f]{40})-(dirty-)?(.+)$"_s);
    QList<GcRoot> roots;
    // Links whose path is gone count too, hence System.
    for (const QFileInfo &file :
         QDir(folder).entryInfoList(QDir::Files | QDir::Dirs | QDir::System | QDir::NoDotAndDotDot)) {
        const auto match = name.match(file.fileName());
        if (file.isSymLink() && match.hasMatch())
            roots.append({.link = file.filePath(),
                          .storePath = file.symLinkTarget(),
                          .revision = match.captured(1),
                          .dirty = !match.captured(2).isEmpty(),
                          .triple = match.captured(3)});
    }
    return roots;
}

QList<GcRoot> judgeRoots(QList<GcRoot> roots, const QList<BuildRecord> &builds, const QList<ReleaseRecord> &releases,
                         const QString &revision)
{
    for (GcRoot &root : roots) {
        const auto build = std::ranges::find_if(builds, [&](const BuildRecord &record) {
            return record.revision == root.revision && record.triple == root.triple
                && QFileInfo(record.gcRoot).fileName() == QFileInfo(root.link).fileName();
        });
        if (build != builds.end()) {
            root.version = build->version;
            root.builtAt = build->startedAt;
        }
        root.state = stateOf(root, releases, revision);
    }
    // A version that is built from this commit now has no use for its results of other commits.
    QSet<std::pair<QString, QString>> current;
    for (const GcRoot &root : std::as_const(roots))
        if (root.revision == revision && !root.dirty && !root.version.isEmpty())
            current.insert({root.version, root.triple});
    for (GcRoot &root : roots)
        if (root.state == GcRoot::State::Open && root.revision != revision
            && current.contains({root.version, root.triple}))
            root.state = GcRoot::State::Replaced;
    std::ranges::stable_sort(roots, [](const GcRoot &a, const GcRoot &b) {
        return std::tie(b.builtAt, a.triple) < std::tie(a.builtAt, b.triple);
    });
    return roots;
}

Result<StoreClosure> parseClosure(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    StoreClosure closure;
    if (document.isArray()) { // Nix 2.8: [{path, valid, …}]
        for (const QJsonValue &info : document.array())
            if (info["valid"_L1].toBool(true))
                closure.insert(info["path"_L1].toString(), infoOf(info.toObject()));
        return closure;
    }
    if (!document.isObject())
        return failure(Error::Kind::Corrupt,
                       Words::tr("Unmoor does not understand what “%1” answered. A newer Nix may have changed it: look "
                                 "for an update of Unmoor.")
                           .arg(u"nix path-info --json"_s));
    const bool isVersioned = document["info"_L1].isObject() && document["version"_L1].isDouble();
    const QJsonObject infos = isVersioned ? document["info"_L1].toObject() : document.object();
    for (auto info = infos.constBegin(); info != infos.constEnd(); ++info)
        if (info->isObject())
            closure.insert(fullPath(info.key()), infoOf(info->toObject()));
    return closure;
}

qint64 bytesHeldBy(const StoreClosure &closure, const QStringList &freed, const QStringList &kept)
{
    const QSet<QString> stay = closureOf(closure, kept);
    qint64 bytes = 0;
    for (const QString &path : closureOf(closure, freed))
        bytes += stay.contains(path) ? 0 : closure.value(path).narSize;
    return bytes;
}

qint64 RootsOverview::bytesFreedBy(const QStringList &links) const
{
    QStringList freed;
    QStringList kept = otherPaths;
    for (const GcRoot &root : roots)
        (links.contains(root.link) ? freed : kept) += root.storePath;
    return bytesHeldBy(closure, freed, kept);
}

qint64 RootsOverview::bytesOf(const GcRoot &root) const
{
    return bytesHeldBy(closure, {root.storePath}, {});
}

Result<void> removeRoots(const QStringList &links)
{
    for (const QString &link : links) {
        QFile file(link);
        if (!QFileInfo(link).isSymLink()) // gone already, or not ours to delete
            continue;
        if (!file.remove())
            return failure(Error::Kind::Io,
                           Words::tr("%1 could not be deleted: %2. Make its folder writable, then free it again.")
                               .arg(link, file.errorString()));
    }
    return {};
}

} // namespace unmoor
