// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"

namespace unmoor {

enum class FileKind { Program, Library, Document, Other };

/// What a file is for, by its content where that is known, otherwise by its name and mode.
FileKind fileKind(const ArchiveEntry &entry);
QString fileKindName(FileKind kind); ///< "program", "library", "document", "other"

} // namespace unmoor
