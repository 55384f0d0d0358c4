// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QDateTime>
#include <QStringList>

namespace unmoor {

/// What the state folder holds, in bytes on disk as the files say their size.
struct StorageUse
{
    qint64 ledger = 0;
    qint64 logs = 0;
    int logFiles = 0;
    qint64 adopted = 0; ///< finished archives that were taken from elsewhere
    qint64 earlier = 0; ///< archives of earlier releases, fetched to compare with
    qint64 rehearsal = 0; ///< the rehearsal's own state
    qint64 other = 0; ///< settings, checksums
    int roots = 0; ///< links that keep results in the Nix store

    qint64 total() const { return ledger + logs + adopted + earlier + rehearsal + other; }
    bool operator==(const StorageUse &) const = default;
};

/// Keeps what is in \a stateDir from everybody but its owner: 0700 the folder, 0600 the files, also those that are
/// there already. A folder that is not Unmoor's own, such as a home that --state-dir names, stays as it is. Where the
/// file system knows no owners, nothing happens.
void keepPrivate(const QString &stateDir);

/// Counts \a stateDir. Reads the disk: for a pool's thread.
StorageUse measureStorage(const QString &stateDir);

/// Logs that nobody needs to publish or continue a release any more.
struct OldLogs
{
    QStringList files; ///< absolute
    qint64 bytes = 0;
    int kept = 0; ///< old ones of releases that are not published, or that no build is known of

    bool operator==(const OldLogs &) const = default;
};

/// The logs of builds before \a before whose version is published. Reads disk and ledger: for a pool's thread.
Result<OldLogs> findOldLogs(const QString &stateDir, const QDateTime &before);
/// Errors: Io, naming the first file that stays.
Result<void> deleteLogs(const OldLogs &logs);

} // namespace unmoor
