// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/previousarchive.h"

#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/glob.h"
#include "app/core/hash.h"
#include "app/core/pool.h"
#include "app/core/words.h"
#include "app/project/tagtemplate.h"
#include "app/publish/retry.h"

#include <QDir>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Progress = std::function<void(qint64, qint64)>;

/// Each costs a question to the host; an archive that ten releases do not have is not to be found.
constexpr qsizetype mostReleases = 10;

/// The version in \a tag; nullopt where it is none of the project's scheme.
std::optional<QString> versionInTag(const PreviousArchiveQuery &query, const QString &tag)
{
    const auto version = TagTemplate(query.tagTemplate, query.name).versionIn(tag);
    return version && isVersion(*version, query.scheme) ? version : std::nullopt;
}

TemplateValues valuesOf(const PreviousArchiveQuery &query, const QString &tag)
{
    const auto version = versionInTag(query, tag);
    return {.name = query.name, .version = version.value_or(u"*"_s), .tag = tag, .triple = query.triple};
}

/// A name that the host gives is never a path.
QString safeName(const QString &name)
{
    const QString last = QString(name).replace(u'\\', u'/').section(u'/', -1);
    return last.isEmpty() || last.startsWith(u'.') ? u"archive-"_s + last : last;
}

/// Whether \a path is what the host says of \a asset; its content is read where the host gives a digest.
Result<void> checkFile(const QString &path, const github::Asset &asset, std::stop_token stop)
{
    const qint64 size = QFileInfo(path).size();
    if (size != asset.size)
        return failure(Error::Kind::Corrupt,
                       Words::tr("%1 came with %2 bytes, but the release says %3. Try again.")
                           .arg(asset.name, QString::number(size), QString::number(asset.size)));
    if (asset.digest.isEmpty())
        return {};
    const auto sha256 = sha256OfFile(path, std::move(stop));
    if (!sha256)
        return std::unexpected(sha256.error());
    if (*sha256 != asset.digest)
        return failure(
            Error::Kind::Corrupt,
            Words::tr("%1 is not what the release says: its SHA-256 is %2, expected %3. Try again; where it stays so, "
                      "somebody changed it on the way.")
                .arg(asset.name, QString::fromLatin1(*sha256), QString::fromLatin1(asset.digest)));
    return {};
}

QFuture<Result<void>> checkInPool(const QString &path, const github::Asset &asset, const std::stop_token &stop)
{
    return runInPool(*QThreadPool::globalInstance(), [path, asset, stop] { return checkFile(path, asset, stop); });
}

/// Downloads to \a path. A host that sends more than it announced is not listened to for longer.
QFuture<Result<QString>> download(github::Client &client, const QString &repository, const github::Asset &asset,
                                  const QString &path, const Progress &progress, const std::stop_token &stop)
{
    const auto own = std::make_shared<std::stop_source>();
    const auto link = std::make_shared<std::stop_callback<std::function<void()>>>(stop, [own] { own->request_stop(); });
    const auto counted = [own, progress, whole = asset.size](qint64 received) {
        if (received > whole)
            own->request_stop();
        else if (progress)
            progress(received, whole);
    };
    auto checked = inEitherCase(
        client.downloadAsset(repository, asset.id, path, counted, own->get_token()), &client,
        [=](const Result<qint64> &bytes) {
            if (!bytes && own->stop_requested() && !stop.stop_requested())
                return finished<void>(failure(Error::Kind::Corrupt,
                                              Words::tr("%1 is longer than the %2 bytes that the release says.")
                                                  .arg(asset.name)
                                                  .arg(asset.size)));
            return bytes ? checkInPool(path, asset, stop) : finished<void>(std::unexpected(bytes.error()));
        });
    return checked.then(&client, [path, link](const Result<void> &right) -> Result<QString> {
        if (right)
            return path;
        if (right.error().kind == Error::Kind::Corrupt)
            QFile::remove(path);
        return std::unexpected(right.error());
    });
}

/// Asks one release after another for the archive.
class Search
{
public:
    Search(github::Client &client, PreviousArchiveQuery query, QList<github::Release> releases, std::stop_token stop)
        : m_client(client)
        , m_query(std::move(query))
        , m_releases(std::move(releases))
        , m_stop(std::move(stop))
    {
    }

    struct Found
    {
        github::Release release;
        github::Asset asset;
        QList<github::Asset> all;
    };

    static QFuture<Result<Found>> next(std::shared_ptr<Search> search)
    {
        if (search->m_next == std::min(search->m_releases.size(), mostReleases))
            return finished<Found>(search->nothing());
        const github::Release release = search->m_releases[search->m_next++];
        return andThen(search->m_client.assets(search->m_query.repository, release.id, search->m_stop),
                       &search->m_client, [search, release](const QList<github::Asset> &assets) {
                           const auto asset = archiveAsset(assets, search->m_query, release.tagName);
                           return asset ? finished<Found>(Found{release, *asset, assets}) : next(search);
                       });
    }

private:
    std::unexpected<Error> nothing() const
    {
        if (!m_query.tag.isEmpty())
            return failure(
                Error::Kind::NotFound,
                m_releases.isEmpty()
                    ? Words::tr("%1 has no published release of the tag %2. See its releases page for the tags.")
                          .arg(m_query.repository, m_query.tag)
                    : Words::tr("The release %1 has no archive of %2 (%3).")
                          .arg(m_query.tag, m_query.triple, m_query.archive));
        if (m_releases.isEmpty())
            return failure(Error::Kind::NotFound,
                           Words::tr("%1 has no published release before %2, so there is nothing to compare with.")
                               .arg(m_query.repository, m_query.version));
        return failure(
            Error::Kind::NotFound,
            Words::tr("None of the %1 releases before %2 has an archive of %3 (%4). Name another with its tag.")
                .arg(m_next)
                .arg(m_query.version, m_query.triple, m_query.archive));
    }

    github::Client &m_client;
    PreviousArchiveQuery m_query;
    QList<github::Release> m_releases;
    std::stop_token m_stop;
    qsizetype m_next = 0;
};

} // namespace

PreviousArchiveQuery previousArchiveQuery(const ReleaseManifest &manifest, const ManifestTarget &target,
                                          const QString &version)
{
    return {.repository = manifest.repository,
            .name = manifest.name,
            .tagTemplate = manifest.tag,
            .archive = target.archive,
            .triple = target.triple,
            .version = version,
            .scheme = manifest.scheme};
}

QList<github::Release> candidates(const QList<github::Release> &releases, const PreviousArchiveQuery &query)
{
    struct Candidate
    {
        github::Release release;
        QString version; ///< empty: none of the scheme
    };
    const bool isCounted = isVersion(query.version, query.scheme);
    QList<Candidate> found;
    for (const github::Release &release : releases) {
        if (release.draft || (!query.tag.isEmpty() && release.tagName != query.tag))
            continue;
        const auto version = versionInTag(query, release.tagName);
        if (!query.tag.isEmpty())
            found.append({release, version.value_or(QString())});
        else if (version && isCounted && compareVersions(*version, query.version, query.scheme) < 0)
            found.append({release, *version});
    }
    std::ranges::stable_sort(found, [scheme = query.scheme](const Candidate &a, const Candidate &b) {
        const bool aIsEarly = a.release.prerelease || isEarlyVersion(a.version, scheme);
        const bool bIsEarly = b.release.prerelease || isEarlyVersion(b.version, scheme);
        return aIsEarly != bIsEarly ? bIsEarly : compareVersions(a.version, b.version, scheme) > 0;
    });
    QList<github::Release> sorted;
    for (const Candidate &candidate : std::as_const(found))
        sorted.append(candidate.release);
    return sorted;
}

std::optional<github::Asset> archiveAsset(const QList<github::Asset> &assets, const PreviousArchiveQuery &query,
                                          const QString &tag)
{
    const QString name = expandTemplate(query.archive, valuesOf(query, tag));
    const Glob pattern(name);
    for (const github::Asset &asset : assets)
        if (asset.state == "uploaded"_L1
            && (pattern.matches(asset.name) || asset.name == github::storedAssetName(name)))
            return asset;
    return std::nullopt;
}

QFuture<Result<QString>> fetchAsset(github::Client &client, const QString &repository, const github::Asset &asset,
                                    const QString &stateDir, const Progress &progress, std::stop_token stop)
{
    const QString key = asset.digest.isEmpty() ? u"asset-%1"_s.arg(asset.id) : QString::fromLatin1(asset.digest);
    const QString folder = QDir(stateDir).filePath(u"downloads/"_s + key);
    const QString path = QDir(folder).filePath(safeName(asset.name));
    if (!QDir().mkpath(folder))
        return finished<QString>(
            failure(Error::Kind::Io,
                    Words::tr("Could not make the folder %1. Make it writable, or name another with --state-dir.")
                        .arg(folder)));
    if (!QFile::exists(path))
        return download(client, repository, asset, path, progress, stop);
    return inEitherCase(checkInPool(path, asset, stop), &client, [=, &client](const Result<void> &right) {
        return right ? finished<QString>(path) : download(client, repository, asset, path, progress, stop);
    });
}

QFuture<Result<PreviousArchive>> fetchPreviousArchive(github::Client &client, const PreviousArchiveQuery &query,
                                                      const Progress &progress, std::stop_token stop)
{
    const auto read = [=, &client] { return client.releases(query.repository, stop); };
    return andThen(andThen(readPatiently<QList<github::Release>>(read, &client, stop), &client,
                           [=, &client](const QList<github::Release> &releases) {
                               return Search::next(
                                   std::make_shared<Search>(client, query, candidates(releases, query), stop));
                           }),
                   &client, [=, &client](const Search::Found &found) {
                       return fetchAsset(client, query.repository, found.asset, query.stateDir, progress, stop)
                           .then(&client, [found](const Result<QString> &path) {
                               return path.transform([&found](const QString &file) {
                                   return PreviousArchive{.tag = found.release.tagName,
                                                          .publishedAt = found.release.publishedAt,
                                                          .path = file,
                                                          .isVerified = !found.asset.digest.isEmpty(),
                                                          .assets = found.all};
                               });
                           });
                   });
}

} // namespace unmoor
