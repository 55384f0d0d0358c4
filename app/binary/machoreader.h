// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/binaryfacts.h"

namespace unmoor {

/// The architectures that a fat Mach-O file can hold. A Java class file has the same magic, and a format version of 45
/// or more where the count of a fat file is.
constexpr quint32 MaxSlices = 44;

/// Reads the load commands of a Mach-O file, thin or fat, and checks the bytes of each slice against its signature's
/// hashes. nullopt where \a file is no Mach-O file; static libraries (fat ones too) and Java classes are none.
std::optional<BinaryFacts> readMachO(const ByteView &file);

} // namespace unmoor
