// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nix/flake.h"
#include "app/release/engine.h"
#include "app/release/targets.h"

namespace unmoor {

/// Where targets can be built, and where each of them is.
class Places
{
public:
    Places(Engine &engine, Targets &targets);

    /// This machine's Nix, as last asked; no systems: not yet.
    const Result<NixInfo> &nix() const { return m_nix; }
    void setNix(const Result<NixInfo> &nix) { m_nix = nix; }

    /// Where \a target can be built, as far as is known; the first is the one to propose. GitHub Actions comes last.
    QList<BuildPlace> placesFor(const ManifestTarget &target) const;
    /// Where something for \a system can be built, as far as is known, by Nix.
    QList<BuildPlace> thatBuild(const QString &system) const;
    /// Builds the target there while this session lasts. Errors: InvalidInput (no such machine), NotFound.
    Result<void> use(const QString &triple, const BuildPlace &place);
    /// Builds the target there from now on; kept with the project whose checkout is at \a root. Errors: those of use(),
    /// Io.
    Result<void> choose(const QString &triple, const BuildPlace &place, const QString &root);
    /// Where a person has not decided, or for a machine that is gone, the first place that can build the target.
    void propose(const QString &triple);

    /// Why \a target cannot be built at \a place; empty: it can, as far as is known.
    QString whyNot(const ManifestTarget &target, const BuildPlace &place) const;
    RemoteStore storeOf(const BuildPlace &place) const;
    int jobsAt(const BuildPlace &place) const; ///< targets at once

private:
    Engine &m_engine;
    Targets &m_targets;
    Result<NixInfo> m_nix;
};

} // namespace unmoor
