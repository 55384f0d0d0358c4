// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/chain.h"
#include "app/core/words.h"
#include "app/publish/steprunner.h"
#include "app/publish/temporaryname.h"

#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString shortSha256(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.first(8)) + u'…';
}

} // namespace

/// The file on this machine must still be the one that was built and inspected. Its bytes are hashed as they are sent.
Result<void> StepRunner::checkFile(const DesiredFile &file) const
{
    const QFileInfo here(file.path);
    if (!here.exists())
        return failure(Error::Kind::NotFound,
                       Words::tr("%1 is not at %2 any more, so it was not sent. Build or adopt it again.")
                           .arg(file.name, file.path));
    if (here.size() != file.bytes)
        return failure(Error::Kind::InvalidInput,
                       Words::tr("%1 has changed since it was built: it has %2 bytes instead of %3. It was not sent. "
                                 "Build or adopt it again.")
                           .arg(file.path, QString::number(here.size()), QString::number(file.bytes)));
    return {};
}

QFuture<Result<StepRunner::Proof>> StepRunner::upload(const DesiredFile &file, const QString &name, Progress progress)
{
    if (const auto checked = checkFile(file); !checked)
        return finished<Proof>(std::unexpected(checked.error()));
    auto sent = [progress = std::move(progress), total = file.bytes](qint64 bytes) {
        if (progress)
            progress(bytes, total);
    };
    return andThen(beforeWrite(), this, [this, file, name, sent = std::move(sent)] {
        return andThen(m_client.uploadAsset(*remote.release, name, file.path, sent, m_stop, file.sha256), this,
                       [this, file, name](const github::Asset &asset) { return judge(file, name, asset); });
    });
}

/// Counts an upload only when the host has what was sent.
QFuture<Result<StepRunner::Proof>> StepRunner::judge(const DesiredFile &file, const QString &name,
                                                     const github::Asset &asset)
{
    // What follows may rename or delete the file with this number.
    if (std::ranges::contains(remote.assets, asset.id, &github::Asset::id))
        return finished<Proof>(failure(Error::Kind::Conflict,
                                       Words::tr("GitHub answered the upload of %1 with the number of a file that was "
                                                 "there before, %2. Nothing was deleted.")
                                           .arg(name, QString::number(asset.id))));
    remote.assets += asset;
    if (asset.name != name)
        return reject(name, asset,
                      {Error::Kind::InvalidInput,
                       Words::tr("GitHub stored %1 as %2, and its checksums would name another file. Rename it.")
                           .arg(name, asset.name)});
    if (asset.state != u"uploaded"_s || asset.size != file.bytes)
        return reject(name, asset,
                      {Error::Kind::Corrupt,
                       Words::tr("Only %1 of %2 bytes of %3 arrived on GitHub.")
                           .arg(QString::number(asset.size), QString::number(file.bytes), file.name)});
    if (asset.digest.isEmpty())
        return inEitherCase(verify(file, asset), this, [this, name, asset](const Result<Proof> &proof) {
            if (!proof && proof.error().kind == Error::Kind::Corrupt)
                return reject(name, asset, proof.error());
            return finished<Proof>(proof);
        });
    if (asset.digest != file.sha256)
        return reject(name, asset,
                      {Error::Kind::Corrupt,
                       Words::tr("%1 arrived damaged: GitHub has the SHA-256 %2 instead of %3. It was deleted there.")
                           .arg(file.name, shortSha256(asset.digest), shortSha256(file.sha256))});
    return finished<Proof>(Words::tr("digest = %1").arg(shortSha256(asset.digest)));
}

/// Deletes what was just uploaded as \a name and is no good; comes to \a error. An answer may name any file of the
/// repository: only what the release lists, as the answer says and under a name that was sent, is deleted.
QFuture<Result<StepRunner::Proof>> StepRunner::reject(const QString &name, const github::Asset &asset,
                                                      const Error &error)
{
    return andThen(
        m_client.assets(m_desired.repository, remote.release->id, m_stop), this,
        [this, name, asset, error](const QList<github::Asset> &assets) {
            const auto listed = std::ranges::find(assets, asset.id, &github::Asset::id);
            const bool isOurs = listed != assets.end() && listed->name == asset.name && listed->size == asset.size
                && (asset.name == name || asset.name == github::storedAssetName(name));
            if (isOurs)
                return andThen(remove(*listed), this, [error] { return finished<Proof>(std::unexpected(error)); });
            remote.assets.removeIf([id = asset.id](const github::Asset &one) { return one.id == id; });
            return finished<Proof>(failure(error.kind,
                                           error.message + u' '
                                               + Words::tr("GitHub's answer named %1 (%2), which is not what was sent, "
                                                           "so nothing was deleted. Look at the release's page.")
                                                     .arg(asset.name, QString::number(asset.id))));
        });
}

/// Upload under the temporary name, or go on with the one that an interruption left.
QFuture<Result<StepRunner::Proof>> StepRunner::replace(const DesiredFile &file, Progress progress)
{
    const QString temporary = temporaryName(file.name);
    const github::Asset *left = remote.find(temporary);
    if (!left)
        return andThen(upload(file, temporary, std::move(progress)), this,
                       [this, file](const Proof &) { return finishReplacing(file); });
    switch (verdictOf(file, *left, remote)) {
    case FileVerdict::Verified:
        return finishReplacing(file);
    case FileVerdict::Unverified:
        return andThen(verify(file, *left), this, [this, file](const Proof &) { return finishReplacing(file); });
    default:
        return andThen(remove(*left), this,
                       [this, file, progress = std::move(progress)] { return replace(file, progress); });
    }
}

/// The new file is verified under its temporary name; only now the old one goes. Both are as the release itself lists
/// them, whatever the answer to the upload said.
QFuture<Result<StepRunner::Proof>> StepRunner::finishReplacing(const DesiredFile &file)
{
    const github::Asset *old = remote.find(file.name);
    const std::optional<qint64> oldId = old ? std::optional(old->id) : std::nullopt;
    return andThen(m_client.assets(m_desired.repository, remote.release->id, m_stop), this,
                   [this, file, oldId](const QList<github::Asset> &assets) {
                       remote.assets = assets;
                       const github::Asset *fresh = remote.find(temporaryName(file.name));
                       const github::Asset *now = remote.find(file.name);
                       const bool isAsBefore = now ? now->id == oldId : !oldId;
                       if (!isAsBefore || !fresh || verdictOf(file, *fresh, remote) != FileVerdict::Verified)
                           return finished<Proof>(
                               failure(Error::Kind::Conflict,
                                       Words::tr("%1 has changed on GitHub since it was looked at.").arg(file.name)));
                       if (!now)
                           return renameReplacement(file);
                       return andThen(remove(*now), this, [this, file] { return renameReplacement(file); });
                   });
}

QFuture<Result<StepRunner::Proof>> StepRunner::renameReplacement(const DesiredFile &file)
{
    const qint64 id = remote.find(temporaryName(file.name))->id;
    return andThen(beforeWrite(), this, [this, file, id] {
        return andThen(
            m_client.renameAsset(m_desired.repository, id, file.name, m_stop), this,
            [this, file, id](const github::Asset &asset) {
                for (github::Asset &one : remote.assets)
                    if (one.id == id && asset.id == id)
                        one = asset;
                if (asset.name != file.name || asset.id != id)
                    return finished<Proof>(
                        failure(Error::Kind::Conflict,
                                Words::tr("GitHub calls the new file %1 instead of %2.").arg(asset.name, file.name)));
                return finished<Proof>(Words::tr("digest = %1").arg(shortSha256(file.sha256)));
            });
    });
}

} // namespace unmoor
