// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nix/flake.h"

namespace unmoor {

/// An output as a target of a first unmoor.toml.
struct ProposedOutput
{
    FlakeOutput output;
    QString triple; ///< empty: not told by its names
    QString why; ///< of one that is left out: the reason

    bool operator==(const ProposedOutput &) const = default;
};

struct OutputChoice
{
    QList<ProposedOutput> targets; ///< one for each triple
    QList<ProposedOutput> leftOut; ///< the others, each with a reason
};

/// Whether the name says that a release is inside: "release", "dist", "tarball", "bundle" and the like.
bool isReleaseName(const QString &output);

/// Which of a flake's outputs a release of \a project ships. Those that are called a release go before archives, and
/// archives before bundles; where none is, those whose names say a platform, and "default". Container images, what
/// holds all platforms at once and what developers need are never chosen.
OutputChoice chooseOutputs(const QList<FlakeOutput> &outputs, const QString &project);

} // namespace unmoor
