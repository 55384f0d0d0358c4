// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/releasemanifest.h"

namespace unmoor {

/// A version that a file of a project tells, and how unmoor.toml reads it from there.
struct FoundVersion
{
    FileMatch match; ///< textOfFileMatch() gives just this version
    QString version;

    bool operator==(const FoundVersion &) const = default;
};

/// The versions that Cargo.toml (of a package, a workspace or its members), package.json, pyproject.toml, VERSION and
/// the .nix files below \a root tell, in this order, each file once. \a name: the project's, which picks among a
/// workspace's members and the names in .nix files. Placeholders such as 0.0.0, and versions that are made elsewhere,
/// are none.
QList<FoundVersion> versionsInFiles(const QString &root, const QString &name);

} // namespace unmoor
