// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/scan.h"

namespace unmoor {

/// Reads a zip by its central directory, which alone has the permissions, into \a scan. Without the directory the zip
/// is truncated, and the members are read in order as far as they go.
void scanZip(const QString &path, Scan &scan);

} // namespace unmoor
