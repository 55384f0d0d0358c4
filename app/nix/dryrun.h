// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nix/flake.h"

#include <QString>
#include <optional>

namespace unmoor {

/// "these 3 derivations will be built:" or "this path will be fetched (1.50 MiB download, 6.00 MiB unpacked):", the
/// line before the paths of a plan.
struct PlanHeading
{
    bool builds = false; ///< else: fetches
    qint64 downloadBytes = 0; ///< 0 where Nix names none (2.8)
};

/// How much there is to do where \a builds (.drv paths) are built and \a fetches are fetched: NoOp, Cached, Warm, Cold.
BuildForecast::State planState(const QStringList &builds, const QStringList &fetches);

/// Nothing where \a line is no such heading.
std::optional<PlanHeading> planHeading(const QString &line);

/// The path of a plan's line "  /nix/store/…"; empty for another line.
QString plannedPath(const QString &line);

} // namespace unmoor
