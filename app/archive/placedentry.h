// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"
#include "app/archive/expectedlayout.h"

#include <QStringList>

namespace unmoor {

/// An entry and where it comes to lie.
struct PlacedEntry
{
    const ArchiveEntry *entry = nullptr;
    QStringList parts;
    bool escapes = false; ///< checkSafety() reports it; the layout has nothing to add

    bool isDirectory() const { return entry->type == ArchiveEntry::Type::Directory; }
};

QList<PlacedEntry> placeEntries(const QList<ArchiveEntry> &entries);

/// Which folder of the archive plays the part of the layout's root.
struct FoundRoot
{
    QStringList folder; ///< empty: the archive's own top
    bool isExpected = true;
};

/// The layout's root where anything lies in it, otherwise the folder around all files in which most of the layout's
/// files lie.
FoundRoot findRoot(const QList<PlacedEntry> &entries, const ExpectedLayout &layout);

} // namespace unmoor
