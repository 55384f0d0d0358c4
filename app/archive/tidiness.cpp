// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/entrychecks.h"
#include "app/core/words.h"

#include "app/archive/entrypath.h"
#include "app/core/format.h"

#include <QDateTime>
#include <QHash>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

// Below this a copy costs less than the reader's time.
constexpr qint64 worthALink = 16 * 1024;

QList<Finding> identicalContents(const ArchiveContents &contents)
{
    QHash<QByteArray, QList<const ArchiveEntry *>> bySha256;
    QByteArrayList inOrder;
    for (const ArchiveEntry &entry : contents.entries) {
        if (entry.type != ArchiveEntry::Type::File || entry.sha256.isEmpty() || entry.size < worthALink)
            continue;
        QList<const ArchiveEntry *> &copies = bySha256[entry.sha256];
        // The same name twice is a finding of its own.
        if (!copies.isEmpty() && copies.first()->rawName == entry.rawName)
            continue;
        copies.append(&entry);
        if (copies.size() == 2)
            inOrder.append(entry.sha256);
    }
    QList<Finding> findings;
    for (const QByteArray &sha256 : std::as_const(inOrder)) {
        const QList<const ArchiveEntry *> copies = bySha256.value(sha256);
        const ArchiveEntry &first = *copies.first();
        const qint64 wasted = first.size * (copies.size() - 1);
        const QString also = copies.size() == 2
            ? printable(copies[1]->rawName)
            : Words::tr("%1 and %2")
                  .arg(printable(copies[1]->rawName),
                       counted(copies.size() - 2, Words::tr("1 more"), Words::tr("%1 more")));
        findings.append({Severity::Info, u"identical-content"_s, first.path,
                         Words::tr("%1 has the same content as %2: %3 are packed again.")
                             .arg(printable(first.rawName), also, formatBytes(wasted)),
                         Words::tr("Pack links instead: copy with cp -a (not cp -L) in installPhase, or ln -sr the "
                                   "other names.")});
    }
    return findings;
}

QList<Finding> owners(const ArchiveContents &contents)
{
    qint64 count = 0;
    const ArchiveEntry *first = nullptr;
    for (const ArchiveEntry &entry : contents.entries) {
        if (entry.uid == 0 && entry.gid == 0)
            continue;
        ++count;
        if (!first)
            first = &entry;
    }
    if (!first || contents.format == "zip"_L1)
        return {};
    return {{Severity::Info, u"owner-not-root"_s, first->path,
             Words::tr("%1 of whoever packed them: user %2, group %3.")
                 .arg(counted(count, Words::tr("1 entry has the number"), Words::tr("%1 entries have the numbers")),
                      QString::number(first->uid), QString::number(first->gid)),
             Words::tr("Pack with tar --owner=0 --group=0 --numeric-owner.")}};
}

QString dateOf(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QList<Finding> times(const ArchiveContents &contents)
{
    // Links have no time of their own in some tars.
    const ArchiveEntry *oldest = nullptr;
    const ArchiveEntry *newest = nullptr;
    for (const ArchiveEntry &entry : contents.entries) {
        if (entry.type == ArchiveEntry::Type::HardLink)
            continue;
        if (!oldest || entry.mtime < oldest->mtime)
            oldest = &entry;
        if (!newest || entry.mtime > newest->mtime)
            newest = &entry;
    }
    // A zip counts in steps of two seconds.
    if (!oldest || newest->mtime - oldest->mtime <= 2)
        return {};
    return {
        {Severity::Info, u"mtime-not-fixed"_s, newest->path,
         Words::tr("The files' times reach from %1 to %2 UTC, so that two builds of the same source differ.")
             .arg(dateOf(oldest->mtime), dateOf(newest->mtime)),
         contents.format == "zip"_L1
             ? Words::tr("Give every file one time before packing: find . -exec touch -h -d \"@$SOURCE_DATE_EPOCH\" "
                         "{} +, then zip -X in sorted order.")
             : Words::tr("Pack with tar --sort=name --mtime=\"@$SOURCE_DATE_EPOCH\".")}};
}

/// Where a loader looks, which the checks of programs are about.
QStringList loaderPaths(const BinaryFacts &facts)
{
    if (const ElfFacts *elf = facts.elf())
        return elf->runPath + elf->rPath + elf->needed + QStringList{elf->interpreter};
    QStringList paths;
    if (const MachOFacts *machO = facts.machO()) {
        for (const MachOSlice &slice : machO->slices) {
            paths += slice.rpaths + QStringList{slice.installName};
            for (const MachOLoad &load : slice.loads)
                paths.append(load.name);
        }
    }
    return paths;
}

QList<Finding> storePaths(const ArchiveContents &contents)
{
    QList<Finding> findings;
    for (const ArchiveEntry &entry : contents.entries) {
        if (!entry.content || entry.content->storePaths.isEmpty())
            continue;
        QStringList paths = entry.content->storePaths;
        const QStringList known = entry.binary() ? loaderPaths(*entry.binary()) : QStringList();
        const bool isScript = entry.content->text.startsWith("#!");
        const QString firstLine = QString::fromUtf8(entry.content->text.split('\n').value(0));
        paths.removeIf([&](const QString &path) {
            return (isScript && firstLine.contains(path))
                || std::ranges::any_of(known, [&](const QString &other) { return other.startsWith(path); });
        });
        if (paths.isEmpty())
            continue;
        findings.append(
            {Severity::Info, u"store-path-in-data"_s, entry.path,
             paths.size() == 1 ? Words::tr("%1 names %2.").arg(printable(entry.rawName), paths.first())
                               : Words::tr("%1 names %2 and %3.")
                                     .arg(printable(entry.rawName), paths.first(),
                                          counted(paths.size() - 1, Words::tr("1 more path of the store"),
                                                  Words::tr("%1 more paths of the store"))),
             Words::tr(
                 "Where it is only a trace of the build, remove-references-to (nukeReferences) takes it out; where "
                 "the program opens it, let it look beside itself.")});
    }
    return findings;
}

} // namespace

QList<Finding> checkTidiness(const ArchiveContents &contents)
{
    return identicalContents(contents) + owners(contents) + times(contents) + storePaths(contents);
}

} // namespace unmoor
