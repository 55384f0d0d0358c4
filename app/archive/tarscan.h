// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/packedfile.h"
#include "archive/scan.h"

namespace unmoor {

/// Reads a tar, unpacking it on the way, into \a scan. False where the file turns out to be no tar at all.
bool scanTar(ArchiveKind kind, PackedFile &packed, Scan &scan);

} // namespace unmoor
