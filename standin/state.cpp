// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/state.h"

#include "app/core/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor::rehearsal {

namespace {

QString fromDate(const QDateTime &date)
{
    return date.isValid() ? date.toUTC().toString(Qt::ISODate) : QString();
}

QDateTime toDate(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate);
}

QJsonObject fromMap(const QMap<QString, QString> &map)
{
    QJsonObject object;
    for (const auto &[key, value] : map.asKeyValueRange())
        object.insert(key, value);
    return object;
}

QMap<QString, QString> toMap(const QJsonValue &value)
{
    QMap<QString, QString> map;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

template <typename T, typename F>
QJsonArray fromList(const QList<T> &list, F convert)
{
    QJsonArray array;
    for (const T &item : list)
        array.append(convert(item));
    return array;
}

template <typename T, typename F>
QList<T> toList(const QJsonValue &value, F convert)
{
    QList<T> list;
    for (const auto item : value.toArray())
        list.append(convert(item.toObject()));
    return list;
}

QJsonObject fromAsset(const Asset &asset)
{
    return {{u"id"_s, asset.id},
            {u"name"_s, asset.name},
            {u"label"_s, asset.label},
            {u"state"_s, asset.state},
            {u"content_type"_s, asset.contentType},
            {u"size"_s, asset.size},
            {u"sha256"_s, QString::fromLatin1(asset.sha256)},
            {u"created_at"_s, fromDate(asset.createdAt)},
            {u"updated_at"_s, fromDate(asset.updatedAt)},
            {u"downloads"_s, asset.downloads}};
}

Asset toAsset(const QJsonObject &json)
{
    return {.id = json[u"id"].toInteger(),
            .name = json[u"name"].toString(),
            .label = json[u"label"].toString(),
            .state = json[u"state"].toString(),
            .contentType = json[u"content_type"].toString(),
            .size = json[u"size"].toInteger(),
            .sha256 = json[u"sha256"].toString().toLatin1(),
            .createdAt = toDate(json[u"created_at"]),
            .updatedAt = toDate(json[u"updated_at"]),
            .downloads = json[u"downloads"].toInt()};
}

QJsonObject fromRelease(const Release &release)
{
    return {{u"id"_s, release.id},
            {u"tag_name"_s, release.tagName},
            {u"target"_s, release.target},
            {u"name"_s, release.name},
            {u"body"_s, release.body},
            {u"untagged"_s, release.untagged},
            {u"draft"_s, release.draft},
            {u"prerelease"_s, release.prerelease},
            {u"immutable"_s, release.immutable},
            {u"never_latest"_s, release.neverLatest},
            {u"created_at"_s, fromDate(release.createdAt)},
            {u"published_at"_s, fromDate(release.publishedAt)},
            {u"assets"_s, fromList(release.assets, fromAsset)}};
}

Release toRelease(const QJsonObject &json)
{
    return {.id = json[u"id"].toInteger(),
            .tagName = json[u"tag_name"].toString(),
            .target = json[u"target"].toString(),
            .name = json[u"name"].toString(),
            .body = json[u"body"].toString(),
            .untagged = json[u"untagged"].toString(),
            .draft = json[u"draft"].toBool(),
            .prerelease = json[u"prerelease"].toBool(),
            .immutable = json[u"immutable"].toBool(),
            .neverLatest = json[u"never_latest"].toBool(),
            .createdAt = toDate(json[u"created_at"]),
            .publishedAt = toDate(json[u"published_at"]),
            .assets = toList<Asset>(json[u"assets"], toAsset)};
}

QJsonObject fromPull(const Pull &pull)
{
    return {{u"id"_s, pull.id},
            {u"number"_s, pull.number},
            {u"title"_s, pull.title},
            {u"body"_s, pull.body},
            {u"head"_s, pull.head},
            {u"base"_s, pull.base},
            {u"head_commit"_s, pull.headCommit},
            {u"state"_s, pull.state},
            {u"merge_commit"_s, pull.mergeCommit},
            {u"created_at"_s, fromDate(pull.createdAt)},
            {u"closed_at"_s, fromDate(pull.closedAt)}};
}

Pull toPull(const QJsonObject &json)
{
    return {.id = json[u"id"].toInteger(),
            .number = json[u"number"].toInteger(),
            .title = json[u"title"].toString(),
            .body = json[u"body"].toString(),
            .head = json[u"head"].toString(),
            .base = json[u"base"].toString(),
            .headCommit = json[u"head_commit"].toString(),
            .state = json[u"state"].toString(),
            .mergeCommit = json[u"merge_commit"].toString(),
            .createdAt = toDate(json[u"created_at"]),
            .closedAt = toDate(json[u"closed_at"])};
}

QJsonObject fromRepository(const Repository &repository)
{
    QJsonObject commits;
    for (const auto &[commit, date] : repository.commits.asKeyValueRange())
        commits.insert(commit, fromDate(date));
    return {{u"id"_s, repository.id},
            {u"full_name"_s, repository.fullName},
            {u"default_branch"_s, repository.defaultBranch},
            {u"branches"_s, fromMap(repository.branches)},
            {u"tags"_s, fromMap(repository.tags)},
            {u"tag_objects"_s, fromMap(repository.tagObjects)},
            {u"tag_reasons"_s, fromMap(repository.tagReasons)},
            {u"commits"_s, commits},
            {u"burnt_tags"_s, QJsonArray::fromStringList(repository.burntTags)},
            {u"immutable_releases"_s, repository.immutableReleases},
            {u"latest"_s, repository.latest},
            {u"created_at"_s, fromDate(repository.createdAt)},
            {u"releases"_s, fromList(repository.releases, fromRelease)},
            {u"actions"_s, toJson(repository.actions)},
            {u"pulls"_s, fromList(repository.pulls, fromPull)}};
}

Repository toRepository(const QJsonObject &json)
{
    Repository repository{.id = json[u"id"].toInteger(),
                          .fullName = json[u"full_name"].toString(),
                          .defaultBranch = json[u"default_branch"].toString(),
                          .branches = toMap(json[u"branches"]),
                          .tags = toMap(json[u"tags"]),
                          .tagObjects = toMap(json[u"tag_objects"]),
                          .tagReasons = toMap(json[u"tag_reasons"]),
                          .commits = {},
                          .burntTags = json[u"burnt_tags"].toVariant().toStringList(),
                          .immutableReleases = json[u"immutable_releases"].toBool(),
                          .latest = json[u"latest"].toInteger(),
                          .createdAt = toDate(json[u"created_at"]),
                          .releases = toList<Release>(json[u"releases"], toRelease),
                          .actions = actionsFromJson(json[u"actions"].toObject()),
                          .pulls = toList<Pull>(json[u"pulls"], toPull)};
    const QMap<QString, QString> commits = toMap(json[u"commits"]);
    for (const auto &[commit, date] : commits.asKeyValueRange())
        repository.commits.insert(commit, QDateTime::fromString(date, Qt::ISODate));
    return repository;
}

} // namespace

QByteArray toJson(const State &state)
{
    const QJsonObject json{{u"schema"_s, 1},
                           {u"token"_s, QString::fromLatin1(state.token)},
                           {u"last_id"_s, state.lastId},
                           {u"repositories"_s, fromList(state.repositories.values(), fromRepository)}};
    return QJsonDocument(json).toJson();
}

Result<State> stateFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document[u"schema"].toInt() != 1 || document[u"token"].toString().isEmpty())
        return failure(Error::Kind::Corrupt,
                       Words::tr("The rehearsal's state is not readable: %1. Remove its "
                                 "folder to begin anew.")
                           .arg(error.error ? error.errorString() : u"schema"_s));
    State state{.token = document[u"token"].toString().toLatin1(), .lastId = document[u"last_id"].toInteger()};
    for (const Repository &repository : toList<Repository>(document[u"repositories"], toRepository))
        state.repositories.insert(repository.fullName.toLower(), repository);
    return state;
}

} // namespace unmoor::rehearsal
