// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/linediff.h"
#include "app/ledger/ledger.h"

namespace unmoor {

/// All that is kept of one release.
struct ReleaseDetails
{
    ReleaseRecord release;
    QString notes; ///< that the host had when it was published last, else those that were sent; Markdown
    QList<UploadRecord> files; ///< by name; of a file that was sent again, the last time
    QList<BuildRecord> builds; ///< of its revision, newest first
    QList<AcceptanceRecord> accepted; ///< oldest first
    QList<AttemptRecord> attempts; ///< newest first
    QStringList archivesHere; ///< paths of the builds' archives that are still on this machine

    bool operator==(const ReleaseDetails &) const = default;
};

/// One thing that happened to a release.
struct ReleaseEvent
{
    enum class Kind { Good, Bad, Note };

    QDateTime at; ///< UTC
    Kind kind = Kind::Note;
    QString what; ///< "Published", "x86_64-unknown-linux-gnu built"
    QString detail; ///< why, how long, by what reason; may be empty

    bool operator==(const ReleaseEvent &) const = default;
};

/// What happened to a release, as its records tell it: builds, choices, accepted findings, uploads and attempts to
/// publish. The newest comes first.
QList<ReleaseEvent> eventsOf(const ReleaseDetails &details);

/// What became of one file from one release to another. Files are of one name where only the version in it differs.
struct FileChange
{
    enum class Kind { Same, Changed, Added, Removed };

    Kind kind = Kind::Same;
    std::optional<UploadRecord> before;
    std::optional<UploadRecord> after;

    bool operator==(const FileChange &) const = default;
};

/// Archives of one target in both releases that are still on this machine.
struct ArchivePair
{
    QString triple;
    BuildRecord before;
    BuildRecord after;

    bool operator==(const ArchivePair &) const = default;
};

/// What differs between two releases.
struct ReleaseChange
{
    QList<FileChange> files; ///< changed, added, removed, same; each by name
    QList<DiffLine> notes; ///< see lineDiff(); empty: the same
    QList<ArchivePair> archives;
};

/// Pure; \a before is the older one, or whichever somebody wants to see as that.
ReleaseChange compareReleases(const ReleaseDetails &before, const ReleaseDetails &after);

} // namespace unmoor
