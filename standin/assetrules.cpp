// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/assetrules.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor::rehearsal {

namespace {

constexpr qint64 largestAsset = 2147483648;
constexpr qsizetype mostAssets = 1000;

std::unexpected<ApiError> invalidSize(const QString &message)
{
    return invalid(u"ReleaseAsset"_s, u"custom"_s, u"size"_s, message);
}

Answer<void> checkName(const Release &release, const QString &name, qint64 ownId)
{
    if (name.isEmpty())
        return invalid(u"ReleaseAsset"_s, u"missing_field"_s, u"name"_s);
    const auto takes = [&](const Asset &asset) { return asset.name == name && asset.id != ownId; };
    if (std::ranges::any_of(release.assets, takes))
        return invalid(u"ReleaseAsset"_s, u"already_exists"_s, u"name"_s);
    return {};
}

Answer<void> checkUpload(const Release &release, const UploadHead &head)
{
    if (release.immutable)
        return refuse(422, u"Cannot upload assets to an immutable release."_s);
    if (head.contentType.isEmpty())
        return invalid(u"ReleaseAsset"_s, u"missing_field"_s, u"content_type"_s);
    if (head.size < 1)
        return invalidSize(u"size must be greater than or equal to 1"_s);
    if (head.size > largestAsset)
        return invalidSize(u"size must be less than or equal to 2147483648"_s);
    if (release.assets.size() >= mostAssets)
        return invalid(u"ReleaseAsset"_s, u"custom"_s, u"file_count"_s,
                       u"file_count limited to 1000 assets per release"_s);
    return checkName(release, storedName(head.name), 0);
}

} // namespace

QString storedName(const QString &name)
{
    static const QRegularExpression special(u"[^A-Za-z0-9_@+.-]"_s);
    static const QRegularExpression dots(u"\\.{2,}"_s);
    static const QRegularExpression lastDot(u"\\.$"_s);
    QString stored = name;
    stored.replace(special, u"."_s).replace(dots, u"."_s).remove(lastDot);
    return stored.startsWith(u'.') ? u"default"_s + stored : stored;
}

Answer<qint64> beginUpload(Store &store, Release &release, const UploadHead &head)
{
    if (const auto fine = checkUpload(release, head); !fine)
        return std::unexpected(fine.error());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    release.assets.append({.id = store.nextId(),
                           .name = storedName(head.name),
                           .label = head.label,
                           .state = u"starter"_s,
                           .contentType = head.contentType,
                           .createdAt = now,
                           .updatedAt = now});
    return release.assets.constLast().id;
}

void finishUpload(Asset &asset, qint64 size, const QByteArray &sha256)
{
    asset.state = u"uploaded"_s;
    asset.size = size;
    asset.sha256 = sha256;
    asset.updatedAt = QDateTime::currentDateTimeUtc();
}

Answer<void> updateAsset(Repository &repository, qint64 id, const QJsonObject &fields)
{
    const Release *release = Store::releaseOfAsset(repository, id);
    if (release->immutable)
        return refuse(422, u"Cannot modify assets of an immutable release."_s);
    Asset *asset = Store::asset(repository, id);
    const QString name = fields.contains(u"name") ? storedName(fields[u"name"].toString()) : asset->name;
    if (const auto fine = checkName(*release, name, id); !fine)
        return fine;
    asset->name = name;
    asset->label = fields[u"label"].toString(asset->label);
    asset->updatedAt = QDateTime::currentDateTimeUtc();
    return {};
}

Answer<void> deleteAsset(Store &store, Repository &repository, qint64 id)
{
    Release *release = Store::releaseOfAsset(repository, id);
    if (release->immutable)
        return refuse(422, u"Cannot delete assets from an immutable release."_s);
    store.removeBytes({*Store::asset(repository, id)});
    release->assets.removeIf([id](const Asset &asset) { return asset.id == id; });
    return {};
}

} // namespace unmoor::rehearsal
