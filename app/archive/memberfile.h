// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"

#include <QFuture>

namespace unmoor {

/// One file in an archive that was read before: where it is, and what must come out.
struct MemberFile
{
    QString archive; ///< path of the archive
    QByteArray rawName;
    QString path; ///< for people
    int earlier = 0; ///< entries of the same name that stand before it
    qint64 size = 0;
    QByteArray sha256; ///< 64 hex digits
    bool isLone = false; ///< the archive is no archive but this file itself, perhaps packed
};

/// \a entry of \a contents, which were read from \a archive. nullopt where it is no file, or was not read whole.
std::optional<MemberFile> memberFile(const QString &archive, const ArchiveContents &contents,
                                     const ArchiveEntry &entry);

/// How much of the archive was looked through, in bytes of it. Called by another thread.
using MemberProgress = std::function<void(qint64 done, qint64 total)>;

// Members are read as data, a piece at a time: no temporary file, and nothing runs. What comes out counts when it has
// the hash that the archive's check found. On the pool. Errors: NotFound, Io, InvalidInput (too large, no archive),
// Corrupt (not what was read before, or packed in a way that cannot be read), Canceled.

/// The bytes of \a member, which must not be more than \a mostBytes.
QFuture<Result<QByteArray>> readMember(const MemberFile &member, qint64 mostBytes, std::stop_token stop = {},
                                       const MemberProgress &progress = {});

/// Writes \a member to \a path, which changes only where all went well. The file can be read and written; it is no
/// program, whatever the archive says.
QFuture<Result<void>> saveMember(const MemberFile &member, const QString &path, std::stop_token stop = {},
                                 const MemberProgress &progress = {});

} // namespace unmoor
