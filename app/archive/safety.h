// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"

namespace unmoor {

/// What is wrong in any archive, whatever its layout: path-escapes, symlink-escapes, duplicate-entry.
QList<Finding> checkSafety(const QList<ArchiveEntry> &entries);

} // namespace unmoor
