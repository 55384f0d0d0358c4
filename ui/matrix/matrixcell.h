// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/targetstate.h"
#include "ui/theme/theme.h"

namespace unmoor {

/// What one cell of the matrix says: a shape, a word that is always readable, a detail that gives way, a progress.
struct MatrixCell
{
    std::optional<theme::State> state;
    QString word;
    QString detail;
    double progress = -1; ///< 0 to 1; below 0: no progress line

    bool operator==(const MatrixCell &) const = default;

    QString accessibleText() const; ///< "running, 61 %, minne-1.0.5"
};

/// The dash of a cell that has nothing to say yet.
MatrixCell nothingYet();

// The cells of one target. \a now is for "2 days ago".

MatrixCell whereCell(const TargetState &target);
MatrixCell buildCell(const TargetState &target, const QDateTime &now);
MatrixCell archiveCell(const TargetState &target);
MatrixCell releaseCell(const TargetState &target);
MatrixCell pausedCell(int seconds, int longest); ///< GitHub asked for a pause before the archive is sent on
MatrixCell leftOutCell(const TargetState &target); ///< spans every column after the name

/// "12 to build, 3 to fetch, 41.0 MiB, about 4 min".
QString forecastText(const BuildForecast &forecast, const std::optional<double> &estimateSeconds);

} // namespace unmoor
