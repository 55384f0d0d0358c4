// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/inspection.h"

namespace unmoor {

/// What became of one file between two archives.
struct EntryChange
{
    enum class Kind { Added, Removed, Renamed, Changed, Same };

    Kind kind = Kind::Same;
    QString path; ///< below the top folder, in the new archive; in the old one where it was removed
    QString oldPath; ///< with Renamed: where the same content lay; with Changed: the name but for its version numbers
    int oldEntry = -1; ///< index into the old archive's entries; -1: not there
    int newEntry = -1;
    qint64 oldSize = 0;
    qint64 newSize = 0;
    quint32 oldMode = 0;
    quint32 newMode = 0;
    bool contentChanged = false;
    QStringList notes; ///< for people, what a size does not say: "glibc 2.38 → 2.39", "needs libgomp.so.1 now"
    QStringList warnings; ///< those of the notes after which a system that took the old may refuse the new

    bool modeChanged() const { return oldEntry >= 0 && newEntry >= 0 && oldMode != newMode; }
    bool operator==(const EntryChange &) const = default;
};

/// What two archives of the same target have in common, and what not. Paths are compared below each archive's top
/// folder, so that a version in its name changes nothing. Folders count where their modes differ, and of the entries of
/// one path the last does, as extraction keeps it.
struct ArchiveDiff
{
    QString oldName; ///< file name
    QString newName;
    qint64 oldBytes = 0; ///< packed
    qint64 newBytes = 0;
    qint64 oldUnpacked = 0;
    qint64 newUnpacked = 0;
    QList<EntryChange> changes; ///< added, removed, renamed, changed, same; each in the new archive's order
    QStringList librariesAdded; ///< that programs and libraries need, bundled or not
    QStringList librariesRemoved;
    QString oldGlibc; ///< highest version needed: "2.38"; empty: none
    QString newGlibc;
    QString oldMinOs; ///< highest minimum of macOS
    QString newMinOs;
    QStringList notes; ///< about the whole: "glibc needed: 2.38 → 2.39", "top folder …"
    QStringList warnings; ///< those of the notes that ask for a look

    int count(EntryChange::Kind kind) const;
    bool isIdentical() const; ///< every entry is the same, mode too
    bool operator==(const ArchiveDiff &) const = default;
};

/// Compares; pure. Content is compared by SHA-256, and is "changed" where one of them could not be read.
ArchiveDiff diffArchives(const Inspection &before, const Inspection &after);

/// The `against` object of the inspect document.
QJsonObject toJson(const ArchiveDiff &diff);

} // namespace unmoor
