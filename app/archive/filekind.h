// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivescan.h"

namespace unmoor {

enum class FileKind { Program, Library, Document, Other };

/// What a file is for, by its content where that is known, otherwise by its name and mode.
FileKind fileKind(const ArchiveEntry &entry);
QString fileKindName(FileKind kind); ///< "program", "library", "document", "other"

/// The name of a library without its version: "libx.so" of "libx.so.1.2", "libx" of "libx.1.dylib"; empty for what is
/// not called like a shared library.
QString libraryStem(const QString &fileName);

} // namespace unmoor
