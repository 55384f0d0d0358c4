// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <optional>

namespace unmoor {

/// The end record of a zip, which tells where its directory lies.
struct ZipEnd
{
    qint64 at = 0; ///< its first byte in the file
    qint64 end = 0; ///< behind it and its comment
    quint32 directoryBytes = 0;
    quint32 directoryAt = 0; ///< as the record says: from where the zip, or the file, begins
};

/// nullopt where there is none.
std::optional<ZipEnd> endOfZip(QFile &file);

/// The directory of names; empty where it is not where \a end says, or too large. Directories in the format of zips
/// beyond 4 GiB are not read.
QByteArray directoryOfZip(QFile &file, const ZipEnd &end);

/// How many bytes of the file at \a path, which begins as something else, come before the zip that it ends with: a
/// program that unpacks itself, or a script with its modules. 0 where it ends with none.
qint64 bytesBeforeZip(const QString &path);

} // namespace unmoor
