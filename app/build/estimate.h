// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/buildmonitor.h"
#include "app/nix/derivationgraph.h"

#include <functional>
#include <optional>

namespace unmoor {

/// A derivation that is to be built.
struct OutlookStep
{
    QString name; ///< "minne-1.0.5"
    QStringList needs; ///< .drv paths of the other steps that must be done before
    QStringList outputs; ///< store paths that it makes
    std::optional<double> usualSeconds; ///< nullopt: no history

    bool operator==(const OutlookStep &) const = default;
};

/// What a build of one target is going to do, and how long its parts usually take.
struct BuildOutlook
{
    QHash<QString, OutlookStep> steps; ///< by .drv path
    int jobs = 1; ///< derivations that Nix builds at once
    qint64 fetchBytes = 0; ///< announced download
    std::optional<double> bytesPerSecond; ///< as downloads went lately; nullopt: no history

    bool operator==(const BuildOutlook &) const = default;
};

/// Seconds a derivation of this name usually takes; nullopt: no history.
using UsualSeconds = std::function<std::optional<double>(const QString &name)>;

/// \a builds: .drv paths that Nix will build. What \a graph does not know is taken to need nothing; with no graph at
/// all, one step follows the other.
BuildOutlook outlookOf(const QStringList &builds, const DerivationGraph &graph, int jobs, const UsualSeconds &usual);

/// How long the whole build takes: its steps put on the job slots in the order that Nix takes them, after the download.
/// nullopt where a step or the download has no history.
std::optional<double> estimateSeconds(const BuildOutlook &outlook);

/// How long a run still takes, \a now milliseconds after it began. A step that runs longer than usual counts as about
/// to end. Once the run said what it builds, other steps of the outlook count as done by someone else.
std::optional<double> remainingSeconds(const BuildOutlook &outlook, const BuildMonitor &run, qint64 now);

/// How long the steps take that did not begin yet, as if nothing else ran.
std::optional<double> plannedSeconds(const BuildOutlook &outlook, const QList<DerivationState> &derivations);

/// How a running step stands against its usual time.
struct StepPace
{
    double elapsedSeconds = 0;
    double usualSeconds = 0;

    double share() const { return usualSeconds > 0 ? elapsedSeconds / usualSeconds : 1; }
    bool isOverdue() const { return elapsedSeconds > usualSeconds; }
};

/// nullopt where \a derivation does not run or has no history.
std::optional<StepPace> paceOf(const BuildOutlook &outlook, const DerivationState &derivation, qint64 now);

/// The steps of the outlook that \a derivation waits for, by name: those that are not done in \a derivations.
QStringList awaitedBy(const BuildOutlook &outlook, const DerivationState &derivation,
                      const QList<DerivationState> &derivations);

/// What a run downloaded, and in how much time, pauses between downloads left out.
struct DownloadPace
{
    qint64 bytes = 0;
    double seconds = 0;

    bool operator==(const DownloadPace &) const = default;
};
DownloadPace downloadPaceOf(const QList<DerivationState> &derivations);

} // namespace unmoor
