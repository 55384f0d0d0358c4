// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/parse.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor::github {

namespace {

/// "sha256:<64 hex>" to its hex digits; empty for null and for other algorithms.
QByteArray sha256Digest(const QString &digest)
{
    if (!digest.startsWith(u"sha256:"_s))
        return {};
    const QByteArray hex = digest.sliced(7).toLatin1().toLower();
    const bool isHex =
        std::ranges::all_of(hex, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    return hex.size() == 64 && isHex ? hex : QByteArray();
}

QDateTime time(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate);
}

QString withoutTemplate(const QString &url)
{
    return url.left(url.indexOf(u'{'));
}

} // namespace

std::optional<Release> parseRelease(const QJsonObject &json)
{
    Release release;
    release.id = json[u"id"].toInteger();
    release.tagName = json[u"tag_name"].toString();
    release.targetCommitish = json[u"target_commitish"].toString();
    release.name = json[u"name"].toString();
    release.body = json[u"body"].toString();
    release.draft = json[u"draft"].toBool();
    release.prerelease = json[u"prerelease"].toBool();
    release.immutable = json[u"immutable"].toBool();
    release.htmlUrl = QUrl(json[u"html_url"].toString());
    release.uploadUrl = withoutTemplate(json[u"upload_url"].toString());
    release.createdAt = time(json[u"created_at"]);
    release.publishedAt = time(json[u"published_at"]);
    if (release.id <= 0 || release.tagName.isEmpty() || !json[u"draft"].isBool())
        return {};
    return release;
}

std::optional<Asset> parseAsset(const QJsonObject &json)
{
    Asset asset;
    asset.id = json[u"id"].toInteger();
    asset.name = json[u"name"].toString();
    asset.state = json[u"state"].toString();
    asset.size = json[u"size"].toInteger();
    asset.digest = sha256Digest(json[u"digest"].toString());
    asset.downloadUrl = QUrl(json[u"browser_download_url"].toString());
    if (asset.id <= 0 || asset.name.isEmpty())
        return {};
    return asset;
}

std::optional<Repository> parseRepository(const QJsonObject &json)
{
    Repository repository;
    repository.fullName = json[u"full_name"].toString();
    repository.defaultBranch = json[u"default_branch"].toString();
    repository.canPush = json[u"permissions"][u"push"].toBool();
    repository.htmlUrl = QUrl(json[u"html_url"].toString());
    if (repository.fullName.isEmpty())
        return {};
    return repository;
}

Result<QJsonObject> parseObject(const Request &request, const Answer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (!document.isObject())
        return std::unexpected(errorOf(request, answer));
    return document.object();
}

Result<QList<QJsonObject>> parseList(const Request &request, const Answer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (!document.isArray())
        return std::unexpected(errorOf(request, answer));
    QList<QJsonObject> objects;
    for (const QJsonValue value : document.array()) {
        if (!value.isObject())
            return std::unexpected(errorOf(request, answer));
        objects += value.toObject();
    }
    return objects;
}

QByteArray toJson(const ReleaseFields &fields)
{
    QJsonObject json{{u"tag_name"_s, fields.tagName}};
    const auto set = [&json](const QString &key, const auto &value) {
        if (value)
            json[key] = *value;
    };
    set(u"target_commitish"_s, fields.targetCommitish);
    set(u"name"_s, fields.name);
    set(u"body"_s, fields.body);
    set(u"draft"_s, fields.draft);
    set(u"prerelease"_s, fields.prerelease);
    if (fields.makeLatest)
        json[u"make_latest"_s] = *fields.makeLatest ? u"true"_s : u"false"_s;
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace unmoor::github
