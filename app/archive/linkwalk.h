// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"

#include <QHash>

namespace unmoor {

/// Follows links through an archive as they would be followed after extraction. Takes memory in proportion to the names
/// of the entries: each folder is there once, as a part of the one around it.
class LinkWalk
{
public:
    enum class End {
        There, ///< at a file or folder of the archive
        Nowhere, ///< at nothing
        Outside, ///< out of the archive
        Circle, ///< never: links lead to each other
    };

    explicit LinkWalk(const QList<ArchiveEntry> &entries);

    /// Where \a link, an entry of the archive, leads.
    End follow(const ArchiveEntry &link) const;

private:
    static constexpr int top = 0; ///< the archive's own place
    static constexpr int nowhere = -1;

    int placeIn(int folder, QStringView name) const { return m_places.value({folder, name}, nowhere); }

    QList<ArchiveEntry> m_entries; ///< kept, because names of places point into them
    /// Of files, and of folders that are there or follow from what lies in them: by the folder around and the name.
    QHash<std::pair<int, QStringView>, int> m_places;
    QHash<int, const ArchiveEntry *> m_links; ///< by place; the last of duplicates
};

} // namespace unmoor
