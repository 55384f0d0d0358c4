// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"

#include <QStringList>
#include <optional>

namespace unmoor {

/// The folders and name of an entry as a careful extraction would place it: without empty, "." and ".." parts, a drive
/// letter or backslashes.
QStringList placedParts(const QString &path);
QList<QStringView> placedViews(QStringView path); ///< the same, pointing into \a path

/// Why extracting \a entry would write outside the folder, as a sentence's end; nullopt where it would not.
std::optional<QString> escapeOf(const ArchiveEntry &entry);

/// Whether it is a symbolic or a hard link.
bool isLink(const ArchiveEntry &entry);

/// The name without the folders before it.
QString fileNameOf(const QString &path);

/// Where the link leads inside the archive; nullopt where it leads outside. A symbolic link is relative to its own
/// folder, a hard link to the archive's top.
std::optional<QStringList> linkTarget(const ArchiveEntry &entry);

/// A name with what cannot be printed written as \xNN.
QString printable(const QByteArray &rawName);

} // namespace unmoor
