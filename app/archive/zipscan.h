// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/scan.h"

namespace unmoor {

/// Reads a zip by its central directory, which alone has the permissions, into \a scan. Without the directory the zip
/// is truncated, and the members are read in order as far as they go. \a before: bytes of the file before the zip; a
/// program or script that they are is the last entry.
void scanZip(const QString &path, Scan &scan, qint64 before = 0);

} // namespace unmoor
