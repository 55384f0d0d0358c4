// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nix/builders.h"
#include "app/release/targetstate.h"
#include "app/settings/settings.h"

namespace unmoor {

/// A place that a target could be built at, as a menu offers it.
struct PlaceChoice
{
    BuildPlace place;
    bool isCurrent = false;
    bool isSure = false; ///< it is known to build the target's system
    QString whyNot; ///< why it cannot be built there: "builds x86_64-linux"; empty: it can

    bool isPossible() const { return whyNot.isEmpty(); }
    bool operator==(const PlaceChoice &) const = default;
};

/// Every place there is for \a target: this machine, the machines of \a settings, Nix's own builders, GitHub
/// Actions where unmoor.toml says what of it the target is. \a nix: this machine's, as last asked; without systems it
/// was not asked yet, and nothing is ruled out by it. \a builders: nullopt where they were not asked yet. While the
/// target is being built no place is possible.
QList<PlaceChoice> placeChoices(const TargetState &target, const Settings &settings, const Result<NixInfo> &nix,
                                const std::optional<NixBuilders> &builders = {});

/// The places that one of several targets can choose from.
struct TargetPlaces
{
    QString triple;
    QList<PlaceChoice> choices;
};

/// A place for several targets at once.
struct JointChoice
{
    BuildPlace place;
    QStringList triples; ///< that can be built there
    bool isCurrent = false; ///< all of them are
    QString whyNot; ///< why the first of the others cannot: "TRIPLE: builds x86_64-linux"; empty: all can

    bool operator==(const JointChoice &) const = default;
};

/// Every place that any of \a targets can choose from, in the order in which they come.
QList<JointChoice> jointChoices(const QList<TargetPlaces> &targets);

/// Those of \a choices to propose for a target that cannot be built where it would be now: possible, not the current
/// one, and known to build it.
QList<PlaceChoice> suitablePlaces(QList<PlaceChoice> choices);

} // namespace unmoor
