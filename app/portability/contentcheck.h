// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portability/portabilitycheck.h"

namespace unmoor {

/// Whether the name of \a path is one of a program or library: "libx.so.1", "x.dll", "x.exe", "addon.node".
bool isCalledBinary(const QString &path);

/// Files that their name, their executable bit or the layout calls a program or library, and whose content is none:
/// not-a-program, link-flattened, lfs-pointer. They count as rejected.
void checkContents(PortabilityCheck &check);

} // namespace unmoor
