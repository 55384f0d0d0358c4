// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/binaryfacts.h"
#include "app/binary/fieldreader.h"

namespace unmoor {

/// Reads the signature at \a offset of \a slice into \a facts and hashes the pages that it covers, as long as
/// \a bytesToHash lasts: slices of a hostile file may lie over each other. Whether a certificate is valid is not
/// looked at.
void readCodeSignature(const FieldReader &slice, quint64 offset, quint64 size, quint64 &bytesToHash, MachOSlice &facts);

} // namespace unmoor
