// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/safety.h"

#include "app/archive/entrypath.h"
#include "app/core/words.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

Finding pathEscapes(const ArchiveEntry &entry, const QString &why)
{
    return {
        Severity::Error, u"path-escapes"_s, entry.path,
        Words::tr("The entry \"%1\" would write outside the folder the archive is extracted to: %2.")
            .arg(printable(entry.rawName), why),
        Words::tr("Pack from inside the folder, with relative names: tar -C \"$folder\" -cJf archive.tar.xz NAME.")};
}

Finding linkEscapes(const ArchiveEntry &entry)
{
    const QString message = entry.type == ArchiveEntry::Type::Symlink
        ? Words::tr("The symbolic link %1 leads out of the archive, to %2.")
        : Words::tr("The hard link %1 leads out of the archive, to %2.");
    const QString hint = entry.link.startsWith("/nix/store/"_L1)
        ? Words::tr("Users have no %1: copy what the link leads to (cp -L in installPhase, or tar --dereference).")
              .arg(entry.link.section(u'/', 0, 3))
        : Words::tr("Make it a relative link to a file in the archive (ln -sr), or copy the file (cp -L).");
    return {Severity::Error, u"symlink-escapes"_s, entry.path, message.arg(entry.path, printable(entry.link.toUtf8())),
            hint};
}

QString describe(const ArchiveEntry &entry)
{
    if (entry.type != ArchiveEntry::Type::File)
        return Words::tr("a %1").arg(typeName(entry.type));
    if (entry.sha256.isEmpty())
        return Words::tr("%1 bytes").arg(entry.size);
    return Words::tr("%1 bytes, SHA-256 %2").arg(QString::number(entry.size), QString::fromLatin1(entry.sha256));
}

Finding duplicate(const QList<const ArchiveEntry *> &copies)
{
    const QString message = copies.size() == 2
        ? Words::tr("%1 is in the archive twice: first %2; then %3. Extraction keeps the last.")
              .arg(copies.first()->path, describe(*copies.first()), describe(*copies.last()))
        : Words::tr("%1 is in the archive %4 times: first %2; last %3. Extraction keeps the last.")
              .arg(copies.first()->path, describe(*copies.first()), describe(*copies.last()))
              .arg(copies.size());
    return {
        Severity::Error, u"duplicate-entry"_s, copies.first()->path, message,
        Words::tr("Pack each file once: one tar call over one folder, without -r (append) and without naming a file "
                  "beside its folder.")};
}

/// The same place on disk has the same key, even where the names are written differently.
QByteArray placeOf(const ArchiveEntry &entry)
{
    QByteArrayList parts = entry.rawName.split('/');
    parts.removeIf([](const QByteArray &part) { return part.isEmpty() || part == "."; });
    return parts.join('/');
}

QList<Finding> duplicates(const QList<ArchiveEntry> &entries)
{
    QHash<QByteArray, QList<const ArchiveEntry *>> byPlace;
    QByteArrayList inOrder;
    for (const ArchiveEntry &entry : entries) {
        const QByteArray place = placeOf(entry);
        auto &copies = byPlace[place];
        // A folder that comes twice is one folder.
        const bool isSameFolder = !copies.isEmpty() && entry.type == ArchiveEntry::Type::Directory
            && copies.last()->type == ArchiveEntry::Type::Directory;
        if (isSameFolder)
            continue;
        copies.append(&entry);
        if (copies.size() == 2)
            inOrder.append(place);
    }
    QList<Finding> findings;
    for (const QByteArray &place : std::as_const(inOrder))
        findings.append(duplicate(byPlace.value(place)));
    return findings;
}

} // namespace

QList<Finding> checkSafety(const QList<ArchiveEntry> &entries)
{
    QList<Finding> findings;
    for (const ArchiveEntry &entry : entries) {
        if (const auto why = escapeOf(entry))
            findings.append(pathEscapes(entry, *why));
        else if (isLink(entry) && !linkTarget(entry))
            findings.append(linkEscapes(entry));
    }
    return findings + duplicates(entries);
}

} // namespace unmoor
