// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/project/releasemanifest.h"
#include "app/project/semver.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

namespace unmoor {

/// A file that the release must carry.
struct DesiredFile
{
    QString name; ///< as users see it
    QString target; ///< triple; empty for a file of the whole release
    QString path; ///< on this machine
    qint64 bytes = 0;
    QByteArray sha256; ///< 64 hex digits

    bool operator==(const DesiredFile &) const = default;
};

/// What the release shall be. Everything that publishing does follows from this and the remote's state.
struct DesiredRelease
{
    QString repository; ///< "owner/name"
    QString tag;
    QString commit; ///< 40 hex digits: what was built, what the tag must point at
    QString title;
    QString body;
    std::optional<QString> sentBody; ///< what Unmoor sent last; another one on the host was edited there
    bool draftOnly = false; ///< stop before publishing
    bool prerelease = false;
    bool latest = true;
    bool latestByVersion = true; ///< but not where the host's latest release has a newer version
    std::optional<TagKind> tagKind; ///< that the project wants; nullopt: any
    QString tagObject; ///< git's own tag in the checkout, where it is more than a name: it is pushed; empty: none
    QString root; ///< of the checkout that it is pushed from
    VersionScheme scheme = VersionScheme::SemVer; ///< by which versions are ordered
    QList<DesiredFile> files;

    bool operator==(const DesiredRelease &) const = default;
};

/// Refuses what GitHub would refuse or change: names it would rename, duplicates, empty files, 2 GiB and more, over
/// 1,000 files, a body over 125,000 characters. InvalidInput names the file.
Result<void> checkDesired(const DesiredRelease &desired);

} // namespace unmoor
