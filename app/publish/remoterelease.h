// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/github/client.h"
#include "app/publish/desiredrelease.h"

#include <QMap>
#include <optional>

namespace unmoor {

/// What the host has for one tag, read fresh.
struct RemoteRelease
{
    QString repository;
    QString tag;
    std::optional<QString> tagCommit;
    std::optional<github::Tag> tagRef; ///< the same, with its signature
    std::optional<github::Release> release; ///< the published one, else the draft to go on with
    QList<github::Asset> assets; ///< of \a release, broken uploads included
    QList<github::Release> otherDrafts; ///< more drafts with this tag, left for a person to delete
    std::optional<github::Release> latest; ///< what the host shows as latest
    bool latestRead = false; ///< \a latest was asked for
    std::optional<bool> freezes; ///< immutable releases are on; nullopt where only an administrator may know
    std::optional<QStringList> scopes; ///< of a classic token
    /// SHA-256 of files whose digest the host does not give, by asset id: downloaded and hashed here. An asset's bytes
    /// never change under its id, so a ledger may keep them.
    QMap<qint64, QByteArray> downloaded;

    QByteArray sha256Of(const github::Asset &asset) const; ///< the host's digest, else ours; empty where not known
    const github::Asset *find(const QString &name) const; ///< nullptr where there is none

    bool operator==(const RemoteRelease &) const = default;
};

/// What the host says of a tag's signature: "signature verified"; empty for a lightweight tag.
QString signatureWords(const github::Tag &tag);

/// How one file stands on the host.
enum class FileVerdict { Verified, Missing, Broken, Different, Unverified, Unexpected };
QString verdictName(FileVerdict verdict); ///< "verified", …

/// One file, wanted or found.
struct FileState
{
    QString name;
    QString target;
    std::optional<DesiredFile> local; ///< absent: unexpected
    std::optional<github::Asset> remote; ///< absent: missing
    FileVerdict verdict = FileVerdict::Missing;

    bool operator==(const FileState &) const = default;
};

/// How \a asset stands as \a file. On a draft a wrong size is a broken upload; on a published release it is a file that
/// users have, and Different.
FileVerdict verdictOf(const DesiredFile &file, const github::Asset &asset, const RemoteRelease &remote);

/// Every desired file in its order, then what is unexpected.
QList<FileState> compareFiles(const DesiredRelease &desired, const RemoteRelease &remote);

/// Reads tag, releases and assets of \a tag, the latest release, and what the token may do as far as the host says.
/// Among several drafts the one with most verified files of \a desired, then the oldest, is chosen. \a knownId is read
/// by its id too: lists lag behind what was just created.
QFuture<Result<RemoteRelease>> readRemoteRelease(github::Client &client, const DesiredRelease &desired,
                                                 std::stop_token stop = {}, qint64 knownId = 0);

} // namespace unmoor
