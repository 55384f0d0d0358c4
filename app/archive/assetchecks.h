// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"

namespace unmoor {

// What follows from the kind of a file that users download: a package, an AppImage, a program alone.

/// Whether the file's name promises another format than it has: wrong-extension.
QList<Finding> checkExtension(const ArchiveContents &contents);

/// Takes out of \a findings what does not hold for a file of this kind: what a package lacks comes from those that it
/// depends on, and an AppImage brings what its first program needs. Adds not-judged where something was left out, or
/// where nothing could be read.
void settleByKind(const ArchiveContents &contents, QList<Finding> &findings);

/// Says what is not judged of \a contents for want of a target.
Finding noTargetFinding(const ArchiveContents &contents);
/// The same where the file's name tells the system, \a triple, and no processor.
Finding noProcessorFinding(const ArchiveContents &contents, const QString &triple);

} // namespace unmoor
