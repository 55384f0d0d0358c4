// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"

namespace unmoor {

/// One rectangle or bar: a file, or a folder with what lies in it.
struct SizePart
{
    QString name;
    QString path; ///< of the entry or folder; empty for "smaller files"
    qint64 bytes = 0; ///< unpacked, that it takes in the archive: links take none
    QString kind; ///< "program", "library", "document", "other": what color it gets
    bool isDuplicate = false; ///< the same content lies elsewhere in the archive
    qint64 symbolBytes = 0; ///< that stripping would save
    QList<SizePart> parts; ///< of a folder, largest first

    bool operator==(const SizePart &) const = default;
};

/// What fills an archive.
struct SizeBreakdown
{
    SizePart whole; ///< the archive's own top
    QList<SizePart> largest; ///< files, largest first, at most 20
    qint64 duplicateBytes = 0; ///< that identical content takes beyond its first copy
    qint64 symbolBytes = 0; ///< that stripping would save

    bool operator==(const SizeBreakdown &) const = default;
};

/// Adds up; pure. Folders with more than \a mostParts parts end in one part of the rest.
SizeBreakdown breakDownSizes(const ArchiveContents &contents, int mostParts = 200);

/// The `sizes` object of the inspect document.
QJsonObject toJson(const SizeBreakdown &breakdown);

} // namespace unmoor
