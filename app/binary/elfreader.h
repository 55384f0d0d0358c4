// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/binaryfacts.h"

namespace unmoor {

/// Reads the headers of an ELF file of either width and byte order, as a loader does: by its program headers. Section
/// headers, which a loader never looks at, only say what stripping would save. nullopt where \a file is no ELF file.
std::optional<BinaryFacts> readElf(const ByteView &file);

} // namespace unmoor
