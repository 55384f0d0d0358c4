// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/client.h"
#include "publish/desiredrelease.h"

#include <optional>

namespace unmoor {

/// What the host has for one tag, read fresh.
struct RemoteRelease
{
    QString repository;
    QString tag;
    std::optional<QString> tagCommit;
    std::optional<github::Release> release; ///< the published one, else the draft to go on with
    QList<github::Asset> assets; ///< of \a release, broken uploads included
    QList<github::Release> otherDrafts; ///< more drafts with this tag, left for a person to delete

    bool operator==(const RemoteRelease &) const = default;
};

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

/// Every desired file in its order, then what is unexpected.
QList<FileState> compareFiles(const DesiredRelease &desired, const RemoteRelease &remote);

/// Reads tag, releases and assets of \a tag. Among several drafts the one with most verified files of \a desired, then
/// the oldest, is chosen.
QFuture<Result<RemoteRelease>> readRemoteRelease(github::Client &client, const DesiredRelease &desired,
                                                 std::stop_token stop = {});

} // namespace unmoor
