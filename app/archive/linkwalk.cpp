// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/linkwalk.h"

#include "app/archive/entrypath.h"

namespace unmoor {

namespace {

constexpr int mostHops = 40; // what Linux allows (path_resolution(7))
constexpr qsizetype mostLinkParts = 4096;

} // namespace

LinkWalk::LinkWalk(const QList<ArchiveEntry> &entries)
    : m_entries(entries)
{
    for (const ArchiveEntry &entry : std::as_const(m_entries)) {
        int place = top;
        for (const QStringView part : placedViews(entry.path)) {
            int &next = m_places[{place, part}];
            if (next == top)
                next = int(m_places.size()); // it is among them already
            place = next;
        }
        if (isLink(entry))
            m_links.insert(place, &entry);
        else
            m_links.remove(place);
    }
}

LinkWalk::End LinkWalk::follow(const ArchiveEntry &link) const
{
    const std::optional<QStringList> target = linkTarget(link);
    if (!target)
        return End::Outside;
    QStringList open = *target; // parts that are still to be walked, the next one first
    int place = top;
    int hops = 0;
    while (!open.isEmpty()) {
        const QString part = open.takeFirst();
        place = placeIn(place, part);
        if (place == nowhere)
            return End::Nowhere;
        const ArchiveEntry *next = m_links.value(place);
        if (!next)
            continue;
        if (++hops > mostHops || open.size() > mostLinkParts)
            return End::Circle;
        const std::optional<QStringList> further = linkTarget(*next);
        if (!further)
            return End::Outside;
        open = *further + open;
        place = top;
    }
    return End::There;
}

} // namespace unmoor
