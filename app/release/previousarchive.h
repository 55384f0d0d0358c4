// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/github/client.h"
#include "app/project/releasemanifest.h"

namespace unmoor {

/// Which archive of which earlier release is wanted.
struct PreviousArchiveQuery
{
    QString repository; ///< "owner/name"
    QString name; ///< the project's
    QString tagTemplate; ///< "v{version}"
    QString archive; ///< the target's file name template; "*" may stand in it
    QString triple;
    QString version; ///< the one being released, which comes after those that are looked at
    QString tag; ///< of the release that is wanted; empty: the newest before \a version
    VersionScheme scheme = VersionScheme::SemVer; ///< how versions are ordered
    QString stateDir; ///< downloads are kept below it

    bool operator==(const PreviousArchiveQuery &) const = default;
};

/// The query for \a target's archive in the newest release before \a version.
PreviousArchiveQuery previousArchiveQuery(const ReleaseManifest &manifest, const ManifestTarget &target,
                                          const QString &version);

/// An archive of an earlier release, on this machine.
struct PreviousArchive
{
    QString tag;
    QDateTime publishedAt;
    QString path;
    bool isVerified =
        false; ///< its SHA-256 is the host's digest; otherwise the host has none, and only the size is right
    QList<github::Asset> assets; ///< of that release: what other targets' archives took

    bool operator==(const PreviousArchive &) const = default;
};

/// The published releases that \a query is about, in the order in which they are looked at: that of its tag, or those
/// before its version, newest first, stable ones before pre-releases. Pure.
QList<github::Release> candidates(const QList<github::Release> &releases, const PreviousArchiveQuery &query);

/// The asset that is \a query's archive in the release of \a tag; nullopt where none is, or its upload is broken. Pure.
std::optional<github::Asset> archiveAsset(const QList<github::Asset> &assets, const PreviousArchiveQuery &query,
                                          const QString &tag);

/// Finds the archive on the host and downloads it to STATE/downloads/SHA256/NAME; one that is there and right already
/// is taken. \a progress gets bytes received and the whole. Errors: NotFound (no such release, or none holds this
/// target's archive), Corrupt (not what the host's digest or size says), and those of the client.
QFuture<Result<PreviousArchive>> fetchPreviousArchive(
    github::Client &client, const PreviousArchiveQuery &query,
    const std::function<void(qint64 received, qint64 whole)> &progress = {}, std::stop_token stop = {});

/// \a asset of \a repository as a file below \a stateDir, digest or size checked. Errors: see fetchPreviousArchive().
QFuture<Result<QString>> fetchAsset(github::Client &client, const QString &repository, const github::Asset &asset,
                                    const QString &stateDir,
                                    const std::function<void(qint64 received, qint64 whole)> &progress = {},
                                    std::stop_token stop = {});

} // namespace unmoor
