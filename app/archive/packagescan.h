// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/packedfile.h"
#include "app/archive/scan.h"

#include <functional>

namespace unmoor {

/// Gives the bytes of the tar or cpio that a package has inside, unpacked; \a isCpio which of the two.
using TakePayload = std::function<void(ByteSource &bytes, bool isCpio)>;

/// Finds what a .deb (data.tar) or .rpm (its cpio) installs. nullopt where \a take was called; else why there is
/// nothing to read.
std::optional<StreamFault> readPayload(ArchiveKind kind, PackedFile &packed, const TakePayload &take);

/// Reads the files that a .deb or .rpm installs into \a scan.
void scanPackage(ArchiveKind kind, PackedFile &packed, Scan &scan);

/// Reads a .7z, as far as libarchive knows how it is packed, into \a scan.
void scanSevenZip(const QString &path, Scan &scan);

} // namespace unmoor
