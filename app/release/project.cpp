// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/project.h"

#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/hash.h"
#include "app/core/words.h"
#include "app/keychain/tokenstore.h"
#include "app/nix/flake.h"
#include "app/project/gates.h"
#include "app/project/projectfiles.h"
#include "app/project/tagtemplate.h"
#include "app/settings/trustanswer.h"

#include <QDir>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// How often a project that changes while it is read is read again.
constexpr int mostReadings = 4;

/// Of the files that decide what a release is. One that is not there counts, too.
QByteArray hashOfFiles(const QString &directory, const ReleaseManifest &manifest)
{
    QByteArray hashes;
    for (const QString &name : {u"unmoor.toml"_s, manifest.changelog, QDir(manifest.flake).filePath(u"flake.lock"_s)})
        hashes += sha256Of(readProjectFile(directory, name).value_or(QByteArray())) + ' ';
    return sha256Of(hashes);
}

/// One reading of a project.
class ProjectReader : public std::enable_shared_from_this<ProjectReader>
{
public:
    ProjectReader(const QString &directory, Trust trust, QString version, QString host, std::stop_token stop)
        : m_directory(QDir(directory).absolutePath())
        , m_trust(trust)
        , m_version(std::move(version))
        , m_host(std::move(host))
        , m_stop(std::move(stop))
    {
    }

    QFuture<Result<ProjectPtr>> read()
    {
        auto project = std::make_shared<Project>();
        project->directory = m_directory;
        project->trust = m_trust;
        project->host = m_host;
        auto manifest = readManifest(m_directory);
        if (!manifest)
            return finished<ProjectPtr>(std::unexpected(manifest.error()));
        project->manifest = std::move(*manifest);
        project->filesSha256 = hashOfFiles(m_directory, project->manifest);
        return andThen(readCheckout(m_directory, m_trust, m_stop),
                       [self = shared_from_this(), project](const Checkout &checkout) {
                           project->checkout = checkout;
                           return self->readVersion(project);
                       });
    }

private:
    QFuture<Result<ProjectPtr>> readVersion(const std::shared_ptr<Project> &project)
    {
        auto version = m_version.isEmpty() ? resolveVersion(project->manifest, project->flake(), m_trust, m_stop)
                                           : finished<QString>(m_version);
        return inEitherCase(version, [self = shared_from_this(), project](const Result<QString> &found) {
            const auto checked = found.and_then([&](const QString &text) { return checkTag(project->manifest, text); });
            project->version = checked ? found : std::unexpected(checked.error());
            return self->compare(project);
        });
    }

    /// Reads the checkout once more: what differs was edited in between.
    QFuture<Result<ProjectPtr>> compare(const std::shared_ptr<Project> &project)
    {
        return andThen(readState(*project, m_stop), [self = shared_from_this(), project](const ProjectState &now) {
            if (now == stateOf(*project))
                return finished<ProjectPtr>(ProjectPtr(project));
            if (++self->m_readings < mostReadings)
                return self->read();
            return finished<ProjectPtr>(
                failure(Error::Kind::Conflict,
                        Words::tr("The checkout in %1 changes while it is read. Wait until the program that "
                                  "writes there has ended, then check again.")
                            .arg(self->m_directory)));
        });
    }

    QString m_directory;
    Trust m_trust;
    QString m_version;
    QString m_host;
    std::stop_token m_stop;
    int m_readings = 0;
};

} // namespace

QFuture<Result<ProjectPtr>> readProject(const QString &directory, Trust trust, const QString &version,
                                        std::stop_token stop, const QString &host)
{
    return std::make_shared<ProjectReader>(directory, trust, version, host, std::move(stop))->read();
}

ProjectState stateOf(const Project &project)
{
    return {.manifest = project.manifest, .checkout = project.checkout, .filesSha256 = project.filesSha256};
}

QFuture<Result<ProjectState>> readState(const Project &project, std::stop_token stop)
{
    return readCheckout(project.directory, project.trust, std::move(stop))
        .then([directory = project.directory, before = project.manifest](const Result<Checkout> &checkout) {
            return checkout.transform([&](const Checkout &now) {
                const auto manifest = readManifest(directory);
                return ProjectState{
                    .manifest = manifest,
                    .checkout = now,
                    .filesSha256 = hashOfFiles(directory, manifest ? *manifest : before),
                };
            });
        });
}

Result<void> requireTrust(const Project &project)
{
    if (project.trust == Trust::Given)
        return {};
    return std::unexpected(needsTrust(Words::tr("Evaluating or building the flake"), project.directory));
}

FlakePlace flakePlaceOf(const ReleaseManifest &manifest)
{
    return {.folder = manifest.flake, .submodules = manifest.submodules};
}

QString hostOfApi(const QUrl &apiUrl)
{
    const bool isAddress = apiUrl.host() == "localhost"_L1 || !QHostAddress(apiUrl.host()).isNull();
    return isAddress ? QString() : tokenHost(apiUrl).section(u':', 0, 0);
}

Result<QString> repositoryAt(const QString &host, const ReleaseManifest &manifest, const Checkout &checkout)
{
    if (!manifest.repository.isEmpty())
        return manifest.repository;
    const bool isThere = host.isEmpty() || isAtHost(hostOfRemote(checkout.remoteUrl), host);
    if (const QString own = repositoryOfRemote(checkout.remoteUrl); isThere && !own.isEmpty())
        return own;
    QStringList there;
    QString elsewhere = isThere ? QString() : hostOfRemote(checkout.remoteUrl);
    for (const QString &url : checkout.remoteUrls) {
        const QString remoteHost = hostOfRemote(url);
        if (host.isEmpty() || remoteHost.isEmpty())
            continue;
        if (isAtHost(remoteHost, host))
            there += repositoryOfRemote(url);
        else if (elsewhere.isEmpty())
            elsewhere = remoteHost;
    }
    there.removeDuplicates();
    if (there.size() == 1 && !there.first().isEmpty())
        return there.first();
    if (!there.isEmpty() || elsewhere.isEmpty())
        return failure(Error::Kind::NotFound,
                       Words::tr("It is not known which repository this is. Set `repository` in unmoor.toml, or add a "
                                 "git remote."));
    return failure(Error::Kind::NotFound,
                   Words::tr("The git remote is at %1, and releases go to %2: nobody was asked about a project of that "
                             "name there. Where this project has a repository at %2, too, name it in unmoor.toml: "
                             "repository = \"owner/name\".")
                       .arg(elsewhere, host));
}

QFuture<Result<QString>> resolveVersion(const ReleaseManifest &manifest, const FlakeSource &flake, Trust trust,
                                        std::stop_token stop)
{
    switch (manifest.version.kind) {
    case VersionSource::Kind::Literal:
        return finished<QString>(manifest.version.literal);
    case VersionSource::Kind::File:
        return finished<QString>(textOfFileMatch(manifest.version.match, flake.directory));
    case VersionSource::Kind::Eval:
        if (trust == Trust::Withheld)
            return finished<QString>(std::unexpected(
                needsTrust(Words::tr("Evaluating the version, %1,").arg(manifest.version.eval), flake.directory)));
        return Flake(flake).evalText(manifest.version.eval, std::move(stop));
    }
    Q_UNREACHABLE_RETURN({});
}

Result<QString> versionAsBuilt(const Ledger &ledger, const QString &root, const QString &commit)
{
    const auto builds = ledger.builds(root);
    if (!builds)
        return std::unexpected(builds.error());
    for (const BuildRecord &build : *builds)
        if (build.revision == commit && !build.dirty && !build.version.isEmpty())
            return build.version;
    return failure(Error::Kind::NotFound, Words::tr("Nothing was built of %1 yet.").arg(shortCommit(commit)));
}

QString Project::tag() const
{
    return version ? expandTemplate(manifest.tag, {.name = manifest.name, .version = *version}) : QString();
}

QString Project::title() const
{
    return expandTemplate(manifest.title, {.name = manifest.name, .version = versionText(), .tag = tag()});
}

QString Project::repository() const
{
    return repositoryAt(host, manifest, checkout).value_or(QString());
}

QString Project::changelogPath() const
{
    return QDir(directory).filePath(manifest.changelog);
}

QString Project::archiveName(const ManifestTarget &target, const QString &archive) const
{
    const QString name = expandTemplate(
        target.archive, {.name = manifest.name, .version = versionText(), .tag = tag(), .triple = target.triple});
    return name.contains(u'*') && !archive.isEmpty() ? QFileInfo(archive).fileName() : name;
}

QString Project::fileName(const ManifestTarget &target) const
{
    return target.isAsset
        ? expandTemplate(target.file, {.name = manifest.name, .version = versionText(), .tag = tag(), .triple = {}})
        : archiveName(target);
}

QStringList Project::otherNames(const ManifestTarget &target) const
{
    // Beside one of the files of a release an output may hold whatever it likes.
    if (target.isAsset)
        return {u"*"_s};
    QStringList names;
    for (const ManifestTarget &other : manifest.targets)
        if (other.triple != target.triple && !other.isDropped() && !other.isFromCheckout())
            names.append(fileName(other));
    return names;
}

FlakeSource Project::flake() const
{
    return checkout.isClean() && !checkout.commit.isEmpty()
        ? flakeAtCommit(directory, checkout.root, checkout.commit, checkout.isShallow, flakePlaceOf(manifest))
        : flakeInFolder(directory, flakePlaceOf(manifest));
}

QString Project::stateFolder(const QString &stateDir, const QString &kind) const
{
    const QString key = manifest.name + u'-' + QString::fromLatin1(sha256Of(checkout.root.toUtf8()).left(8));
    return QDir(stateDir).filePath(kind + u'/' + key);
}

QString revisionText(const QString &commit, bool dirty)
{
    return dirty ? Words::tr("%1 with uncommitted changes").arg(shortCommit(commit)) : shortCommit(commit);
}

} // namespace unmoor
