// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/steprunner.h"

#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/project/gitwork.h"
#include "app/publish/temporaryname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QFuture<Result<QString>> failed(Error::Kind kind, const QString &message)
{
    return finished<QString>(failure(kind, message));
}

} // namespace

StepRunner::StepRunner(github::Client &client, std::chrono::milliseconds betweenWrites, Pause pause, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_betweenWrites(betweenWrites)
    , m_pause(std::move(pause))
{
}

void StepRunner::setUp(const DesiredRelease &desired, std::stop_token stop)
{
    m_desired = desired;
    m_stop = std::move(stop);
}

QFuture<Result<StepRunner::Proof>> StepRunner::run(const PublishStep &step, Progress progress)
{
    const DesiredFile *file = desiredFile(step.file);
    const github::Asset *asset = remote.find(step.file);
    switch (step.kind) {
    case PublishStep::Kind::CheckTag:
        return checkTag();
    case PublishStep::Kind::CreateDraft:
        return createDraft();
    case PublishStep::Kind::UpdateRelease:
        return updateRelease();
    case PublishStep::Kind::DeleteBroken:
        return deleteBroken(step.file);
    case PublishStep::Kind::PushTag:
        return pushTag();
    case PublishStep::Kind::Publish:
        return publish();
    case PublishStep::Kind::Upload:
        if (file)
            return upload(*file, file->name, std::move(progress));
        break;
    case PublishStep::Kind::Replace:
        if (file)
            return replace(*file, std::move(progress));
        break;
    case PublishStep::Kind::Verify:
        if (file && asset)
            return verify(*file, *asset);
        break;
    case PublishStep::Kind::ReadBack:
        break;
    }
    return failed(Error::Kind::Conflict, Words::tr("%1 is not as it was planned any more.").arg(step.what));
}

const DesiredFile *StepRunner::desiredFile(const QString &name) const
{
    const auto found = std::ranges::find(m_desired.files, name, &DesiredFile::name);
    return found == m_desired.files.end() ? nullptr : &*found;
}

/// GitHub asks for writes one after another, a second apart.
QFuture<Result<void>> StepRunner::beforeWrite()
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_nextWrite.remainingTimeAsDuration());
    const auto wait = std::max(left, std::chrono::milliseconds(0));
    m_nextWrite.setRemainingTime(wait + m_betweenWrites);
    return m_pause(wait, m_stop, this, {});
}

QFuture<Result<StepRunner::Proof>> StepRunner::checkTag()
{
    return andThen(m_client.tagCommit(m_desired.repository, m_desired.tag, m_stop), this,
                   [this](const std::optional<QString> &commit) {
                       remote.tagCommit = commit;
                       const Proof proof = Words::tr("tag = %1").arg(shortCommit(m_desired.commit));
                       if (commit == m_desired.commit)
                           return finished<Proof>(proof);
                       if (commit)
                           return failed(Error::Kind::Conflict,
                                         Words::tr("The tag %1 points at %2 instead of %3.")
                                             .arg(m_desired.tag, shortCommit(*commit), shortCommit(m_desired.commit)));
                       if (!remote.release || remote.release->draft)
                           return finished<Proof>(Words::tr("tag is free"));
                       return andThen(beforeWrite(), this, [this, proof] {
                           return andThen(
                               m_client.createTag(m_desired.repository, m_desired.tag, m_desired.commit, m_stop), this,
                               [proof] { return finished<Proof>(proof); });
                       });
                   });
}

/// With git, as its user has set it up. What the host then says of the tag counts.
QFuture<Result<StepRunner::Proof>> StepRunner::pushTag()
{
    auto pushed = andThen(readGitStanding(m_desired.root, m_stop), this, [this](const GitStanding &git) {
        if (git.remote.isEmpty())
            return finished<QByteArray>(
                failure(Error::Kind::NotFound,
                        Words::tr("There is no remote to push the tag %1 to. Add one: git remote add origin URL")
                            .arg(m_desired.tag)));
        const QString ref = u"refs/tags/"_s + m_desired.tag;
        return gitWork({u"push"_s, u"--"_s, git.remote, u"%1:%1"_s.arg(ref)}, m_desired.root,
                       Words::tr("The tag %1 was not pushed").arg(m_desired.tag), m_stop);
    });
    auto asked = andThen(
        pushed, this, [this](const QByteArray &) { return m_client.tag(m_desired.repository, m_desired.tag, m_stop); });
    return andThen(asked, this, [this](const std::optional<github::Tag> &tag) {
        remote.tagRef = tag;
        remote.tagCommit = tag.transform([](const github::Tag &one) { return one.commit; });
        if (!tag || tag->object != m_desired.tagObject)
            return failed(
                Error::Kind::Conflict,
                Words::tr("The tag %1 was pushed, and GitHub does not show it. Does the remote of the checkout "
                          "belong to %2?")
                    .arg(m_desired.tag, m_desired.repository));
        return finished<Proof>(Words::tr("tag = %1, %2").arg(shortCommit(tag->commit), signatureWords(*tag)));
    });
}

/// Keeps the host's answer to a write, once it says what was asked for.
Result<StepRunner::Proof> StepRunner::tookOver(const github::Release &release, bool draft)
{
    remote.release = release;
    if (release.tagName != m_desired.tag || release.draft != draft)
        return failure(
            Error::Kind::Conflict,
            Words::tr("GitHub answered with the release %1, %2, instead of %3.")
                .arg(release.tagName, release.draft ? Words::tr("a draft") : Words::tr("published"), m_desired.tag));
    return Words::tr("release %1").arg(release.id);
}

QFuture<Result<StepRunner::Proof>> StepRunner::createDraft()
{
    github::ReleaseFields fields{m_desired.tag};
    fields.targetCommitish = m_desired.commit;
    fields.name = m_desired.title;
    fields.body = m_desired.body;
    fields.draft = true;
    fields.prerelease = m_desired.prerelease;
    return andThen(beforeWrite(), this, [this, fields] {
        return andThen(m_client.createRelease(m_desired.repository, fields, m_stop), this,
                       [this](const github::Release &release) { return finished<Proof>(tookOver(release, true)); });
    });
}

QFuture<Result<StepRunner::Proof>> StepRunner::updateRelease()
{
    github::ReleaseFields fields{m_desired.tag};
    fields.name = m_desired.title;
    fields.body = m_desired.body;
    fields.prerelease = m_desired.prerelease;
    if (lacksLatest(m_desired, remote))
        fields.makeLatest = true;
    if (isDraft() && !remote.tagCommit)
        fields.targetCommitish = m_desired.commit;
    return andThen(beforeWrite(), this, [this, fields] {
        const bool draft = isDraft();
        return andThen(
            m_client.updateRelease(m_desired.repository, remote.release->id, fields, m_stop), this,
            [this, draft](const github::Release &release) { return finished<Proof>(tookOver(release, draft)); });
    });
}

/// Reads it once more: what looked broken may have arrived by now.
QFuture<Result<StepRunner::Proof>> StepRunner::deleteBroken(const QString &name)
{
    const github::Asset *asset = remote.find(name);
    if (!asset)
        return finished<Proof>(Words::tr("gone from the list"));
    const auto asked = m_client.asset(m_desired.repository, asset->id, m_stop);
    return inEitherCase(asked, this, [this, seen = *asset](const Result<github::Asset> &now) {
        const bool isGone = !now && now.error().kind == Error::Kind::NotFound;
        if (!now && !isGone)
            return finished<Proof>(std::unexpected(now.error()));
        if (now && (now->state != seen.state || now->size != seen.size || now->name != seen.name))
            return failed(Error::Kind::Conflict,
                          Words::tr("%1 has changed on GitHub since it was looked at.").arg(seen.name));
        return andThen(isGone ? finished<void>({}) : remove(seen), this,
                       [] { return finished<Proof>(Words::tr("gone from the list")); });
    });
}

QFuture<Result<void>> StepRunner::remove(const github::Asset &asset)
{
    return andThen(beforeWrite(), this, [this, asset] {
        return andThen(m_client.deleteAsset(m_desired.repository, asset.id, m_stop), this, [this, id = asset.id] {
            remote.assets.removeIf([id](const github::Asset &one) { return one.id == id; });
            return finished<void>({});
        });
    });
}

/// Downloads and hashes it. What comes in another length is not the file but something on the way; and another hash
/// counts when it comes twice.
QFuture<Result<StepRunner::Proof>> StepRunner::verify(const DesiredFile &file, const github::Asset &asset)
{
    return andThen(downloadedSha256(asset), this, [this, file, asset](const QByteArray &first) {
        const auto judged = [this, file, asset](const QByteArray &sha256) {
            remote.downloaded[asset.id] = sha256;
            const auto text = [](const QByteArray &hex) { return QString::fromLatin1(hex.first(8)); };
            if (sha256 != file.sha256)
                return failed(Error::Kind::Corrupt,
                              Words::tr("%1 on GitHub has the SHA-256 %2… instead of %3….")
                                  .arg(file.name, text(sha256), text(file.sha256)));
            return finished<Proof>(Words::tr("downloaded, sha256 = %1…").arg(text(sha256)));
        };
        if (first == file.sha256)
            return judged(first);
        return andThen(downloadedSha256(asset), this, [file, first, judged](const QByteArray &second) {
            if (second == first || second == file.sha256)
                return judged(second);
            return failed(Error::Kind::Network, Words::tr("%1 came differently each time.").arg(file.name));
        });
    });
}

QFuture<Result<QByteArray>> StepRunner::downloadedSha256(const github::Asset &asset)
{
    const auto bytes = std::make_shared<qint64>(0);
    return andThen(m_client.assetSha256(m_desired.repository, asset.id, m_stop, bytes), this,
                   [asset, bytes](const QByteArray &sha256) {
                       if (*bytes != asset.size)
                           return finished<QByteArray>(
                               failure(Error::Kind::Network,
                                       Words::tr("%1 of %2 bytes of %3 came from GitHub.")
                                           .arg(QString::number(*bytes), QString::number(asset.size), asset.name)));
                       return finished<QByteArray>(sha256);
                   });
}

QFuture<Result<StepRunner::Proof>> StepRunner::publish()
{
    return andThen(
        m_client.assets(m_desired.repository, remote.release->id, m_stop), this,
        [this](const QList<github::Asset> &assets) {
            remote.assets = assets;
            for (const FileState &state : compareFiles(m_desired, remote))
                if (state.local && state.verdict != FileVerdict::Verified)
                    return failed(
                        Error::Kind::Conflict,
                        Words::tr("%1 is not verified on GitHub, so %2 stays a draft.").arg(state.name, m_desired.tag));
            return andThen(checkTag(), this, [this](const Proof &) { return publishVerified(); });
        });
}

QFuture<Result<StepRunner::Proof>> StepRunner::publishVerified()
{
    github::ReleaseFields fields{m_desired.tag};
    fields.draft = false;
    fields.prerelease = m_desired.prerelease;
    fields.makeLatest = takesLatest(m_desired, remote);
    if (!remote.tagCommit)
        fields.targetCommitish = m_desired.commit;
    return andThen(beforeWrite(), this, [this, fields] {
        return andThen(m_client.updateRelease(m_desired.repository, remote.release->id, fields, m_stop), this,
                       [this](const github::Release &release) {
                           return finished<Proof>(tookOver(release, false).transform([&release](const Proof &) {
                               return Words::tr("public page %1").arg(release.htmlUrl.toString());
                           }));
                       });
    });
}

} // namespace unmoor
