// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"

#include <QStringList>

namespace unmoor {

/// What a size does not say of a change, for people.
struct ChangeNotes
{
    QStringList notes;
    QStringList warnings; ///< those of the notes after which a system that took the old may refuse the new

    void add(const QString &note, bool isWarning = false);
};

/// What became of one file, link or folder.
ChangeNotes noteChanges(const ArchiveEntry &before, const ArchiveEntry &after);

/// The highest GLIBC_ version that \a facts need, "2.38"; empty: none.
QString neededGlibc(const BinaryFacts &facts);
/// The glibc that \a facts are: the highest version that a libc.so.6 defines; empty: it is none.
QString definedGlibc(const BinaryFacts &facts);
/// The newest macOS that one of the slices asks for, "11.0"; empty: it says none.
QString minimumOs(const BinaryFacts &facts);
/// File names of the libraries that are needed from the start.
QStringList neededLibraries(const BinaryFacts &facts);
/// Of LD_LIBRARY_PATH and DYLD_LIBRARY_PATH those that a script sets.
QStringList libraryPathsSet(const ArchiveEntry &entry);

/// The higher of two version numbers, "2.4" < "2.35"; empty is the lowest.
QString higherVersion(const QString &a, const QString &b);
/// "A, B, C and 5 more": a hostile file may name very many.
QString listed(const QStringList &names);

} // namespace unmoor
