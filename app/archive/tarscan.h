// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/packedfile.h"
#include "app/archive/scan.h"

namespace unmoor {

/// Formats that are one entry behind the other: a tar, and the cpio that an .rpm has inside.
enum class StreamFormat { Tar, Cpio };

/// Reads the entries of \a bytes, which come out of \a packed, into \a scan. \a isPlain: nothing was unpacked on the
/// way. False where they turn out to be of another format.
bool scanStream(StreamFormat format, ByteSource &bytes, bool isPlain, PackedFile &packed, Scan &scan);

} // namespace unmoor
