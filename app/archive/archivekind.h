// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace unmoor {

enum class ArchiveKind {
    Tar,
    TarXz,
    TarGz,
    TarZst,
    TarBz2,
    TarLz4,
    TarLzip,
    TarLzma,
    TarZ,
    Zip,
    SevenZip,
    Deb,
    Rpm,
};

/// What the first bytes of a file say it is, whatever its name. What is nothing else may still be a tar, or a file
/// that is no archive; what is compressed may hold either.
ArchiveKind archiveKindOf(QByteArrayView head);

QString formatName(ArchiveKind kind); ///< "tar.xz", "zip", …
QString compressionName(ArchiveKind kind); ///< "xz" of TarXz; empty where the bytes are as they are
QString testCommand(ArchiveKind kind); ///< a program that says whether the file is whole: "xz -t"

/// Whether \a head has a tar header's mark, even where the header itself is cut short.
bool hasTarMark(QByteArrayView head);

} // namespace unmoor
