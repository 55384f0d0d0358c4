// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/remoterelease.h"

#include "app/core/chain.h"
#include "app/core/words.h"

#include <QSet>
#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace unmoor {

QString verdictName(FileVerdict verdict)
{
    switch (verdict) {
    case FileVerdict::Verified:
        return u"verified"_s;
    case FileVerdict::Missing:
        return u"missing"_s;
    case FileVerdict::Broken:
        return u"broken"_s;
    case FileVerdict::Different:
        return u"different"_s;
    case FileVerdict::Unverified:
        return u"unverified"_s;
    case FileVerdict::Unexpected:
        return u"unexpected"_s;
    }
    return {};
}

QString signatureWords(const github::Tag &tag)
{
    if (tag.object.isEmpty())
        return {};
    if (!tag.signature || tag.signature->reason == u"unsigned"_s)
        return Words::tr("annotated, not signed");
    return tag.signature->verified ? Words::tr("signature verified")
                                   : Words::tr("GitHub does not verify the signature: %1").arg(tag.signature->reason);
}

QByteArray RemoteRelease::sha256Of(const github::Asset &asset) const
{
    return asset.digest.isEmpty() ? downloaded.value(asset.id) : asset.digest;
}

const github::Asset *RemoteRelease::find(const QString &name) const
{
    const auto found = std::ranges::find(assets, name, &github::Asset::name);
    return found == assets.end() ? nullptr : &*found;
}

FileVerdict verdictOf(const DesiredFile &file, const github::Asset &asset, const RemoteRelease &remote)
{
    if (asset.state != u"uploaded"_s)
        return FileVerdict::Broken;
    // What users may be downloading is never taken away first, whatever it is.
    const bool isPublished = remote.release && !remote.release->draft;
    if (asset.size != file.bytes)
        return isPublished ? FileVerdict::Different : FileVerdict::Broken;
    const QByteArray sha256 = remote.sha256Of(asset);
    if (sha256.isEmpty())
        return FileVerdict::Unverified;
    return sha256 == file.sha256 ? FileVerdict::Verified : FileVerdict::Different;
}

QList<FileState> compareFiles(const DesiredRelease &desired, const RemoteRelease &remote)
{
    QList<FileState> states;
    QSet<QString> wanted;
    for (const DesiredFile &file : desired.files) {
        FileState state{file.name, file.target, file, {}, FileVerdict::Missing};
        if (const github::Asset *asset = remote.find(file.name)) {
            state.remote = *asset;
            state.verdict = verdictOf(file, *asset, remote);
        }
        states += state;
        wanted += file.name;
    }
    for (const github::Asset &asset : remote.assets)
        if (!wanted.contains(asset.name))
            states += FileState{asset.name, {}, {}, asset, FileVerdict::Unexpected};
    return states;
}

namespace {

/// A release with this tag, and its files.
struct Candidate
{
    github::Release release;
    QList<github::Asset> assets;
    qsizetype verified = 0;
};

/// Reads the parts one after another; each continuation holds it.
struct Reading : std::enable_shared_from_this<Reading>
{
    github::Client &client;
    DesiredRelease desired;
    qint64 known;
    std::stop_token stop;
    RemoteRelease remote;
    QList<github::Release> pending{};
    QList<Candidate> candidates{};

    Reading(github::Client &api, const DesiredRelease &wanted, qint64 id, std::stop_token token)
        : client(api)
        , desired(wanted)
        , known(id)
        , stop(std::move(token))
    {
        remote.repository = desired.repository;
        remote.tag = desired.tag;
    }

    QFuture<Result<RemoteRelease>> read()
    {
        return andThen(client.releases(desired.repository, stop), &client,
                       [self = shared_from_this()](const QList<github::Release> &all) {
                           for (const github::Release &release : all)
                               if (release.tagName == self->desired.tag || release.id == self->known)
                                   self->pending += release;
                           return self->readKnown();
                       });
    }

    /// The list may lag behind what was just created.
    QFuture<Result<RemoteRelease>> readKnown()
    {
        const auto isKnown = [this](const github::Release &release) { return release.id == known; };
        if (known <= 0 || std::ranges::any_of(pending, isKnown))
            return readAssets();
        const auto asked = client.release(desired.repository, known, stop);
        return inEitherCase(asked, &client, [self = shared_from_this()](const Result<github::Release> &release) {
            if (!release && release.error().kind != Error::Kind::NotFound)
                return finished<RemoteRelease>(std::unexpected(release.error()));
            if (release)
                self->pending += *release;
            return self->readAssets();
        });
    }

    QFuture<Result<RemoteRelease>> readAssets()
    {
        if (pending.isEmpty())
            return readTag();
        const github::Release release = pending.takeFirst();
        return andThen(client.assets(desired.repository, release.id, stop), &client,
                       [self = shared_from_this(), release](const QList<github::Asset> &assets) {
                           self->candidates += Candidate{release, assets, self->verifiedOf(release, assets)};
                           return self->readAssets();
                       });
    }

    qsizetype verifiedOf(const github::Release &release, const QList<github::Asset> &assets) const
    {
        RemoteRelease one;
        one.release = release;
        one.assets = assets;
        return std::ranges::count(compareFiles(desired, one), FileVerdict::Verified, &FileState::verdict);
    }

    QFuture<Result<RemoteRelease>> readTag()
    {
        choose();
        return andThen(client.tag(desired.repository, desired.tag, stop), &client,
                       [self = shared_from_this()](const std::optional<github::Tag> &tag) {
                           self->remote.tagRef = tag;
                           self->remote.tagCommit = tag.transform([](const github::Tag &one) { return one.commit; });
                           return self->readLatest();
                       });
    }

    QFuture<Result<RemoteRelease>> readLatest()
    {
        return andThen(client.latestRelease(desired.repository, stop), &client,
                       [self = shared_from_this()](const std::optional<github::Release> &latest) {
                           self->remote.latest = latest;
                           self->remote.latestRead = true;
                           return self->readRights();
                       });
    }

    QFuture<Result<RemoteRelease>> readRights()
    {
        remote.scopes = client.tokenScopes();
        if (!client.hasToken())
            return finished<RemoteRelease>(remote);
        return andThen(client.immutableReleases(desired.repository, stop), &client,
                       [self = shared_from_this()](const std::optional<bool> &freezes) {
                           self->remote.freezes = freezes;
                           return finished<RemoteRelease>(self->remote);
                       });
    }

    /// The published one; else the draft with most verified files; else the oldest.
    void choose()
    {
        const auto rank = [](const Candidate &c) { return std::tuple(c.release.draft, -c.verified, c.release.id); };
        std::ranges::sort(candidates, {}, rank);
        for (const Candidate &candidate : candidates) {
            if (!remote.release) {
                remote.release = candidate.release;
                remote.assets = candidate.assets;
            } else if (candidate.release.draft) {
                remote.otherDrafts += candidate.release;
            }
        }
    }
};

} // namespace

QFuture<Result<RemoteRelease>> readRemoteRelease(github::Client &client, const DesiredRelease &desired,
                                                 std::stop_token stop, qint64 knownId)
{
    return std::make_shared<Reading>(client, desired, knownId, std::move(stop))->read();
}

} // namespace unmoor
