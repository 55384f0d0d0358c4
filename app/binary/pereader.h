// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/binaryfacts.h"

namespace unmoor {

/// Reads the headers and import tables of a PE or PE32+ image. nullopt where \a file is none; a DOS program, which
/// begins in the same way, is none.
std::optional<BinaryFacts> readPe(const ByteView &file);

} // namespace unmoor
