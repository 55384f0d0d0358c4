// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/build/estimate.h"
#include "app/buildlog/buildmonitor.h"
#include "app/nix/derivationgraph.h"
#include "app/release/places.h"

namespace unmoor {

/// How long builds take, before and while they run, and what is kept of that for the next ones.
class Estimator
{
public:
    Estimator(Engine &engine, Targets &targets, Places &places);

    /// What building \a triple would mean, with the time that takes. \a graph: what waits for what.
    void setForecast(const QString &triple, const BuildForecast &forecast, const DerivationGraph &graph);
    /// A build begins: its record says how much there is to do, its target how long that takes.
    void begin(const QString &triple);
    /// What runs takes less and less; what Nix builds against the plan joins it.
    void update(const QString &triple, const BuildMonitor &run);
    /// The run of \a triple ended: how long its steps took, and how fast it downloaded. Of one that failed or was
    /// canceled those steps count whose outputs are in the store; \a flake: where that is asked.
    void record(const QString &triple, const BuildMonitor &run, bool succeeded, const FlakeSource &flake);

private:
    BuildOutlook outlook(const TargetState &target, const BuildForecast &forecast, const DerivationGraph &graph) const;
    UsualSeconds usualSecondsAt(const QString &host) const;
    void addSurprises(TargetState &target, const BuildMonitor &run) const;
    void recordSuccesses(const TargetState &target, const QList<DerivationState> &derivations,
                         const FlakeSource &flake);

    Engine &m_engine;
    Targets &m_targets;
    Places &m_places;
};

/// What is to be forecast: in, without an archive of this checkout, and nobody builds it.
bool isToBeForecast(const TargetState &target);

} // namespace unmoor
