// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ledger/ledger.h"

#include <optional>

namespace unmoor {

/// How long a target took for one version, by the build that counts: the newest that built or failed; cached only where
/// nothing was built.
struct BuildBar
{
    enum class Kind {
        None,
        Warm, ///< built, but not the dependency layer
        Cold, ///< the dependency layer too
        Built, ///< nobody wrote down which of the two
        Cached, ///< or a finished archive was adopted: nothing was built
        Failed,
    };

    Kind kind = Kind::None;
    double seconds = 0;
    bool isFromActions = false; ///< GitHub Actions built it; the time is its job's

    bool isBuilt() const { return kind == Kind::Warm || kind == Kind::Cold || kind == Kind::Built; }
    bool operator==(const BuildBar &) const = default;
};

/// A target over the versions.
struct BuildHistoryRow
{
    QString triple;
    QList<BuildBar> bars; ///< as many as there are versions
    std::optional<double> warmMedian; ///< seconds; what GitHub Actions built is not in it
    std::optional<double> median; ///< of everything that was built; likewise
    std::optional<double> actionsWarm; ///< median of the jobs of GitHub Actions, seconds
    std::optional<double> actionsCold;

    bool operator==(const BuildHistoryRow &) const = default;
};

struct BuildHistory
{
    QStringList versions; ///< oldest first
    QList<BuildHistoryRow> rows; ///< the target that was built last comes first
    std::optional<double> warmRelease; ///< median of all targets of a version together; one host after the other builds
    std::optional<double> coldRelease; ///< its targets, hosts build at once

    bool operator==(const BuildHistory &) const = default;
};

/// \a builds newest first, as the ledger gives them.
BuildHistory buildHistory(const QList<BuildRecord> &builds);

/// Whether GitHub Actions built it, or failed to.
bool isOfActions(const BuildRecord &build);

/// How \a bar stands against its row's warm median, as a share of it: -0.11 is 11 % faster. nullopt where the two
/// cannot be compared: it was not built warm, or by GitHub Actions, or nothing else was.
std::optional<double> againstMedian(const BuildHistoryRow &row, const BuildBar &bar);

} // namespace unmoor
