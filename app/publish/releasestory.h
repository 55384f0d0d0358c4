// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/publish/publishplan.h"

namespace unmoor {

/// An archive that the release shall carry, whether this machine has it or not.
struct ExpectedArchive
{
    QString target; ///< triple
    QString name; ///< as users see it

    bool operator==(const ExpectedArchive &) const = default;
};

/// A release that is on GitHub and not whole, told to a person who opens its project.
struct ReleaseStory
{
    QString title; ///< "v1.0.5 is a draft on GitHub: 2 of 3 archives are verified, x86_64-pc-windows-msvc broke off."
    QString text; ///< what users see of it, and what finishing does
    QString action; ///< "Finish v1.0.5…"

    bool operator==(const ReleaseStory &) const = default;
};

/// Pure. Nothing to tell of a release that is not there, or complete. \a plan: of \a desired and \a remote.
std::optional<ReleaseStory> tellRelease(const DesiredRelease &desired, const RemoteRelease &remote,
                                        const PublishPlan &plan, const QList<ExpectedArchive> &archives);

} // namespace unmoor
