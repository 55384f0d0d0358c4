// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace unmoor {

/// The name of a library without its version: "libx.so" of "libx.so.1.2", "libx" of "libx.1.dylib"; empty for what is
/// not called like a shared library.
QString libraryStem(const QString &fileName);

/// Whether \a path is called like something that people read, or lies among such: README, *.md, doc/….
bool isDocumentName(const QString &path);

/// What the folders of a path say that the files in them are made for.
struct FolderPlatform
{
    QString format; ///< "elf", "mach-o", "pe"; empty: not said
    QString machine; ///< in the words of BinaryFacts::machines(); empty: not said

    bool isEmpty() const { return format.isEmpty() && machine.isEmpty(); }
};

/// The platform that the folders of \a path name, from folder number \a from on: "prebuilds/win32-x64/x.node" is
/// {"pe", "x86-64"}. The file's own name does not count.
FolderPlatform folderPlatform(const QString &path, qsizetype from = 0);

} // namespace unmoor
