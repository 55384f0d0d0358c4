// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/chain.h"
#include "publish/steprunner.h"
#include "publish/temporaryname.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Publish)
};

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
    remote.assets += asset;
    if (asset.name != name)
        return reject(asset,
                      {Error::Kind::InvalidInput,
                       Words::tr("GitHub stored %1 as %2, and its checksums would name another file. Rename it.")
                           .arg(name, asset.name)});
    if (asset.state != u"uploaded"_s || asset.size != file.bytes)
        return reject(asset,
                      {Error::Kind::Corrupt,
                       Words::tr("Only %1 of %2 bytes of %3 arrived on GitHub.")
                           .arg(QString::number(asset.size), QString::number(file.bytes), file.name)});
    if (asset.digest.isEmpty())
        return verify(file, asset)
            .then(this,
                  [this, asset](const Result<Proof> &proof) {
                      if (!proof && proof.error().kind == Error::Kind::Corrupt)
                          return reject(asset, proof.error());
                      return finished<Proof>(proof);
                  })
            .unwrap();
    if (asset.digest != file.sha256)
        return reject(asset,
                      {Error::Kind::Corrupt,
                       Words::tr("%1 arrived damaged: GitHub has the SHA-256 %2 instead of %3. It was deleted there.")
                           .arg(file.name, shortSha256(asset.digest), shortSha256(file.sha256))});
    return finished<Proof>(Words::tr("digest = %1").arg(shortSha256(asset.digest)));
}

/// Deletes what was just uploaded and is no good; comes to \a error.
QFuture<Result<StepRunner::Proof>> StepRunner::reject(const github::Asset &asset, const Error &error)
{
    return andThen(remove(asset), this, [error] { return finished<Proof>(std::unexpected(error)); });
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

/// The new file is verified under its temporary name; only now the old one goes.
QFuture<Result<StepRunner::Proof>> StepRunner::finishReplacing(const DesiredFile &file)
{
    const github::Asset *old = remote.find(file.name);
    if (!old)
        return renameReplacement(file);
    return andThen(remove(*old), this, [this, file] { return renameReplacement(file); });
}

QFuture<Result<StepRunner::Proof>> StepRunner::renameReplacement(const DesiredFile &file)
{
    const qint64 id = remote.find(temporaryName(file.name))->id;
    return andThen(beforeWrite(), this, [this, file, id] {
        return andThen(
            m_client.renameAsset(m_desired.repository, id, file.name, m_stop), this,
            [this, file, id](const github::Asset &asset) {
                for (github::Asset &one : remote.assets)
                    if (one.id == id)
                        one = asset;
                if (asset.name != file.name)
                    return finished<Proof>(
                        failure(Error::Kind::Conflict,
                                Words::tr("GitHub calls the new file %1 instead of %2.").arg(asset.name, file.name)));
                return finished<Proof>(Words::tr("digest = %1").arg(shortSha256(file.sha256)));
            });
    });
}

} // namespace unmoor
