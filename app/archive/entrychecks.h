// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"
#include "app/portability/portability.h"

namespace unmoor {

/// What is wrong with single entries on the user's machine, whatever the layout: special-file, setuid, world-writable,
/// unprintable-name, symlink-dangling, case-collision, interpreter-line, not-executable. \a target may be null.
QList<Finding> checkEntries(const ArchiveContents &contents, const PortabilityTarget *target);

/// What makes an archive larger than it need be, or different from one build to the next: identical-content,
/// owner-not-root, mtime-not-fixed, store-path-in-data.
QList<Finding> checkTidiness(const ArchiveContents &contents);

} // namespace unmoor
