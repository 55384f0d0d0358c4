// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/layoutreport.h"
#include "app/portability/portability.h"

namespace unmoor {

/// Whether it is what macOS leaves in an archive: "._x", ".DS_Store", "__MACOSX/…".
bool isMacOsLitter(const ArchiveEntry &entry);

/// What a packer did to entries that users notice when they unpack: unreadable-entry, owner-only, windows-name,
/// windows-link, backslash-name, macos-litter, nested-archive. \a target may be null; \a layout has what the layout
/// names, of which nothing is said that it asks for.
QList<Finding> checkPackaging(const ArchiveContents &contents, const PortabilityTarget *target,
                              const LayoutReport &layout);

} // namespace unmoor
