// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/linkwalk.h"

#include "archive/entrypath.h"

namespace unmoor {

namespace {

constexpr int mostHops = 40; // what Linux allows (path_resolution(7))
constexpr qsizetype mostParts = 4096;

bool isLink(const ArchiveEntry &entry)
{
    return entry.type == ArchiveEntry::Type::Symlink || entry.type == ArchiveEntry::Type::HardLink;
}

} // namespace

LinkWalk::LinkWalk(const QList<ArchiveEntry> &entries)
{
    for (const ArchiveEntry &entry : entries) {
        const QString place = placedParts(entry.path).join(u'/');
        if (isLink(entry))
            m_links.insert(place, &entry);
        else
            m_links.remove(place);
        m_places.insert(place);
        // The folders around it, up to the first that is known.
        for (qsizetype slash = place.lastIndexOf(u'/'); slash > 0; slash = place.lastIndexOf(u'/', slash - 1)) {
            const QString folder = place.first(slash);
            if (m_places.contains(folder))
                break;
            m_places.insert(folder);
        }
    }
}

LinkWalk::End LinkWalk::follow(const ArchiveEntry &link) const
{
    const std::optional<QStringList> target = linkTarget(link);
    if (!target)
        return End::Outside;
    QStringList open = *target; // parts that are still to be walked, the next one first
    QStringList place;
    int hops = 0;
    while (!open.isEmpty()) {
        place.append(open.takeFirst());
        const ArchiveEntry *next = m_links.value(place.join(u'/'));
        if (!next)
            continue;
        if (++hops > mostHops || open.size() > mostParts)
            return End::Circle;
        const std::optional<QStringList> further = linkTarget(*next);
        if (!further)
            return End::Outside;
        open = *further + open;
        place.clear();
    }
    return place.isEmpty() || m_places.contains(place.join(u'/')) ? End::There : End::Nowhere;
}

} // namespace unmoor
