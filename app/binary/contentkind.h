// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace unmoor {

/// What the first bytes of a file say that it is, whatever its name.
enum class ContentKind {
    Unread, ///< not known: it is no file, or could not be read whole
    Empty,
    Zeros, ///< nothing but zero bytes
    Binary, ///< ELF, Mach-O or PE: BinaryFacts have the rest
    EverySystem, ///< a program of Cosmopolitan libc, which starts on Linux, macOS and Windows alike
    Script, ///< begins with "#!"
    MarkedScript, ///< "#!" behind a byte order mark, which the kernel takes for no script
    LinkerScript, ///< what "libc.so" of a development package is: a text for ld(1)
    LfsPointer, ///< Git LFS stands such a text in for a file that was not fetched
    ErrorPage, ///< what a server says instead of sending a file: HTML, or a few words
    OddLink, ///< a symbolic link as Cygwin or an SMB share writes it into a file
    Text,
    StaticLibrary, ///< an archive of ar(1)
    Packed, ///< zip, tar, 7z, gzip, xz, zstd, bzip2, lz4, lzip, compress
    AppleDouble, ///< what macOS keeps beside a file where the file system has no room for it
    Other,
};

/// The kind of a file of \a size bytes that begins with \a head, which is the whole of a small one. Never Unread;
/// Binary is for the readers of the formats to say.
ContentKind contentKindOf(QByteArrayView head, qint64 size);

/// UTF-8, up to a character that is cut in two, without a NUL.
bool isText(QByteArrayView bytes);

} // namespace unmoor
