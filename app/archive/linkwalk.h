// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivescan.h"

#include <QHash>
#include <QSet>

namespace unmoor {

/// Follows links through an archive as they would be followed after extraction.
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
    QHash<QString, const ArchiveEntry *> m_links; ///< by where they come to lie; the last of duplicates
    QSet<QString> m_places; ///< of files, and of folders that are there or follow from what lies in them
};

} // namespace unmoor
