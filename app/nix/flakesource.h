// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace unmoor {

/// A flake, as Nix is asked for it.
struct FlakeSource
{
    QString directory; ///< the project's folder, where Nix is started
    QString reference; ///< what stands before the "#" on Nix's command line

    bool operator==(const FlakeSource &) const = default;
};

/// Where a project's flake is, and what belongs to its source.
struct FlakePlace
{
    QString folder; ///< below the project's; empty: the project's own
    bool submodules = false; ///< git submodules belong to the source, which Nix leaves out otherwise
};

/// The flake of the project in \a directory as its files are whenever Nix looks: what is edited later gets in.
FlakeSource flakeInFolder(const QString &directory, const FlakePlace &place = {});

/// The flake of the project in \a directory as \a commit has it, whatever becomes of the files. \a root: top of the
/// checkout that the folder is in. \a isShallow: of a clone without its whole history, which Nix takes only when told
/// so.
FlakeSource flakeAtCommit(const QString &directory, const QString &root, const QString &commit, bool isShallow,
                          const FlakePlace &place = {});

} // namespace unmoor
