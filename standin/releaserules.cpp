// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/releaserules.h"

#include <QCryptographicHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor::rehearsal {

namespace {

QString untaggedName(qint64 id)
{
    const QByteArray hash = QCryptographicHash::hash("draft " + QByteArray::number(id), QCryptographicHash::Sha1);
    return u"untagged-"_s + QString::fromLatin1(hash.toHex().first(20));
}

QString targetOf(const Repository &repository, const Release &release)
{
    return release.target.isEmpty() ? repository.defaultBranch : release.target;
}

/// An existing tag wins over the target, which is then not even looked at.
Answer<QString> commitOf(const Repository &repository, const Release &release)
{
    const QString tagged = repository.tags.value(release.tagName);
    if (!tagged.isEmpty())
        return repository.tagObjects.value(tagged, tagged);
    const QString target = targetOf(repository, release);
    const QString commit = repository.commits.contains(target) ? target : repository.branches.value(target);
    if (commit.isEmpty())
        return invalid(u"Release"_s, u"invalid"_s, u"target_commitish"_s);
    return commit;
}

Answer<void> checkTypes(const QJsonObject &fields)
{
    for (const QString &key : {u"draft"_s, u"prerelease"_s})
        if (!fields[key].isUndefined() && !fields[key].isBool())
            return refuse(422,
                          u"Invalid request.\n\nFor 'properties/%1', %2 is not a boolean."_s.arg(
                              key, fields[key].toVariant().toString()));
    static const QStringList words{u"true"_s, u"false"_s, u"legacy"_s};
    const QJsonValue latest = fields[u"make_latest"];
    if (!latest.isUndefined() && !words.contains(latest.toString()))
        return refuse(422,
                      u"Invalid request.\n\n%1 is not a member of [\"true\", \"false\", \"legacy\"]."_s.arg(
                          latest.toVariant().toString()));
    return {};
}

void takeText(QString &text, const QJsonObject &fields, const QString &key)
{
    if (fields.contains(key))
        text = fields[key].toString();
}

void takeFields(Release &release, const QJsonObject &fields)
{
    takeText(release.tagName, fields, u"tag_name"_s);
    takeText(release.target, fields, u"target_commitish"_s);
    takeText(release.name, fields, u"name"_s);
    takeText(release.body, fields, u"body"_s);
    release.draft = fields[u"draft"].toBool(release.draft);
    release.prerelease = fields[u"prerelease"].toBool(release.prerelease);
}

/// The nastiest trap of the API: an edit of a draft that leaves the tag's name out unties it from the tag. Publishing
/// with nothing else in the request is the one thing that may leave it out.
bool losesTag(const Release &release, const QJsonObject &fields)
{
    if (!release.draft || fields.contains(u"tag_name"))
        return false;
    static const QStringList harmless{u"draft"_s, u"make_latest"_s, u"discussion_category_name"_s};
    const QStringList keys = fields.keys();
    return std::ranges::any_of(keys, [](const QString &key) { return !harmless.contains(key); });
}

Answer<void> checkPublishable(const Repository &repository, const Release &release)
{
    if (repository.burntTags.contains(release.tagName))
        return invalid(u"Release"_s, u"custom"_s, u"tag_name"_s, u"tag_name was used by an immutable release"_s);
    const Release *holder = publishedRelease(repository, release.tagName);
    if (holder && holder->id != release.id)
        return invalid(u"Release"_s, u"already_exists"_s, u"tag_name"_s);
    return {};
}

void setLatest(Repository &repository, Release &release, const QString &word)
{
    if (release.draft || release.prerelease)
        return;
    release.neverLatest = word == u"false";
    if (word == u"true")
        repository.latest = release.id;
    else if (repository.latest == release.id)
        repository.latest = 0;
}

void publish(Repository &repository, Release &release, const QString &commit)
{
    if (!repository.tags.contains(release.tagName))
        repository.tags.insert(release.tagName, commit);
    release.publishedAt = QDateTime::currentDateTimeUtc();
    release.immutable = repository.immutableReleases;
}

/// What making and changing a release have in common. \a release is a copy, so that a refusal changes nothing.
Answer<void> settle(Repository &repository, Release &release, const QJsonObject &fields, bool wasDraft)
{
    const auto commit = commitOf(repository, release);
    if (!commit)
        return std::unexpected(commit.error());
    release.createdAt = repository.commits.value(*commit);
    if (release.draft) {
        release.publishedAt = {};
        return {};
    }
    if (const auto fine = checkPublishable(repository, release); !fine)
        return fine;
    if (wasDraft)
        publish(repository, release, *commit);
    if (wasDraft || fields.contains(u"make_latest"))
        setLatest(repository, release, fields[u"make_latest"].toString(u"true"_s));
    return {};
}

} // namespace

Answer<qint64> createRelease(Store &store, Repository &repository, const QJsonObject &fields)
{
    if (const auto fine = checkTypes(fields); !fine)
        return std::unexpected(fine.error());
    if (fields[u"tag_name"].toString().isEmpty())
        return refuse(422, u"Invalid request.\n\n\"tag_name\" wasn't supplied."_s);
    const qint64 id = store.nextId();
    Release release{.id = id, .untagged = untaggedName(id)};
    takeFields(release, fields);
    if (const auto fine = settle(repository, release, fields, true); !fine)
        return std::unexpected(fine.error());
    repository.releases.append(release);
    return id;
}

Answer<void> updateRelease(Repository &repository, Release &release, const QJsonObject &fields)
{
    if (const auto fine = checkTypes(fields); !fine)
        return fine;
    Release changed = release;
    takeFields(changed, fields);
    if (losesTag(release, fields) || changed.tagName.isEmpty())
        changed.tagName = release.untagged;
    if (release.immutable && changed.tagName != release.tagName)
        return invalid(u"Release"_s, u"custom"_s, u"tag_name"_s,
                       u"tag_name cannot be changed when release is immutable"_s);
    if (release.immutable && changed.draft)
        return invalid(u"Release"_s, u"custom"_s, u"draft"_s, u"draft cannot be changed when release is immutable"_s);
    if (const auto fine = settle(repository, changed, fields, release.draft); !fine)
        return fine;
    release = changed;
    return {};
}

void deleteRelease(Store &store, Repository &repository, qint64 id)
{
    const auto it = std::ranges::find(repository.releases, id, &Release::id);
    if (it == repository.releases.end())
        return;
    if (it->immutable)
        repository.burntTags.append(it->tagName);
    if (repository.latest == id)
        repository.latest = 0;
    store.removeBytes(it->assets);
    repository.releases.erase(it);
}

Answer<void> createRef(Repository &repository, const QJsonObject &fields)
{
    const QString ref = fields[u"ref"].toString();
    const QString commit = fields[u"sha"].toString();
    const bool isTag = ref.startsWith(u"refs/tags/"_s);
    if (!isTag && !ref.startsWith(u"refs/heads/"_s))
        return refuse(422, u"Reference name must start with 'refs/' and contain at least one more slash."_s);
    if (!repository.commits.contains(commit) && !repository.tagObjects.contains(commit))
        return refuse(422, u"Object does not exist"_s);
    QMap<QString, QString> &refs = isTag ? repository.tags : repository.branches;
    const QString name = ref.section(u'/', 2);
    if (refs.contains(name))
        return refuse(422, u"Reference already exists"_s);
    if (isTag && repository.burntTags.contains(name))
        return refuse(422,
                      u"Repository rule violations found\n\nCannot create ref due to creations being restricted."_s);
    refs.insert(name, commit);
    return {};
}

const Release *publishedRelease(const Repository &repository, const QString &tag)
{
    const auto matches = [&tag](const Release &release) { return !release.draft && release.tagName == tag; };
    const auto it = std::ranges::find_if(repository.releases, matches);
    return it == repository.releases.end() ? nullptr : &*it;
}

const Release *latestRelease(const Repository &repository)
{
    const Release *latest = nullptr;
    for (const Release &release : repository.releases) {
        if (release.draft || release.prerelease)
            continue;
        if (release.id == repository.latest)
            return &release;
        if (!release.neverLatest && (!latest || release.createdAt >= latest->createdAt))
            latest = &release;
    }
    return latest;
}

} // namespace unmoor::rehearsal
