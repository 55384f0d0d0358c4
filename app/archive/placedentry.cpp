// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/placedentry.h"

#include "app/archive/entrypath.h"
#include "app/core/glob.h"

#include <algorithm>

namespace unmoor {

namespace {

QList<PlacedEntry> filesOf(const QList<PlacedEntry> &entries)
{
    QList<PlacedEntry> files;
    std::ranges::copy_if(entries, std::back_inserter(files),
                         [](const PlacedEntry &placed) { return !placed.isDirectory() && !placed.escapes; });
    if (files.isEmpty()) // all escape: they still tell where the packer meant them to be
        std::ranges::copy_if(entries, std::back_inserter(files), std::not_fn(&PlacedEntry::isDirectory));
    return files;
}

bool liesIn(const PlacedEntry &placed, const QStringList &folder)
{
    return placed.parts.size() > folder.size() && std::equal(folder.begin(), folder.end(), placed.parts.begin());
}

QStringList commonFolder(const QList<PlacedEntry> &files)
{
    QStringList folder = files.first().parts.mid(0, files.first().parts.size() - 1);
    for (const PlacedEntry &file : files) {
        while (!liesIn(file, folder))
            folder.removeLast();
    }
    return folder;
}

qsizetype matchesBelow(qsizetype depth, const QList<PlacedEntry> &files, const QList<Glob> &globs)
{
    return std::ranges::count_if(globs, [&](const Glob &glob) {
        return std::ranges::any_of(
            files, [&](const PlacedEntry &file) { return glob.matches(file.parts.mid(depth).join(u'/')); });
    });
}

QStringList bestFolder(const QList<PlacedEntry> &files, const ExpectedLayout &layout)
{
    QList<Glob> globs;
    for (const ExpectedFile &file : layout.files)
        globs.append(Glob(file.path));
    constexpr qsizetype deepest = 8; // a hostile name may have very many folders
    const QStringList folder = commonFolder(files).mid(0, deepest);
    // Where nothing decides, one top folder is what most archives have.
    const qsizetype usual = std::min<qsizetype>(folder.size(), layout.root.isEmpty() ? 0 : 1);
    qsizetype best = usual;
    qsizetype most = matchesBelow(usual, files, globs);
    for (qsizetype depth = 0; depth <= folder.size(); ++depth) {
        const qsizetype matches = matchesBelow(depth, files, globs);
        if (matches > most) {
            most = matches;
            best = depth;
        }
    }
    return folder.first(best);
}

} // namespace

QList<PlacedEntry> placeEntries(const QList<ArchiveEntry> &entries)
{
    QList<PlacedEntry> placed;
    placed.reserve(entries.size());
    for (const ArchiveEntry &entry : entries) {
        QStringList parts = placedParts(entry.path);
        if (!parts.isEmpty())
            placed.append({&entry, std::move(parts), escapeOf(entry).has_value()});
    }
    return placed;
}

FoundRoot findRoot(const QList<PlacedEntry> &entries, const ExpectedLayout &layout)
{
    const QStringList expected = layout.root.split(u'/', Qt::SkipEmptyParts);
    const QList<PlacedEntry> files = filesOf(entries);
    const bool isThere = std::ranges::any_of(files, [&](const PlacedEntry &file) { return liesIn(file, expected); });
    if (files.isEmpty() || (isThere && !expected.isEmpty()))
        return {expected, true};
    const QStringList found = bestFolder(files, layout);
    return {found, found == expected};
}

} // namespace unmoor
