// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/activity.h"
#include "app/release/engine.h"
#include "app/release/gcroots.h"
#include "app/release/targets.h"

namespace unmoor {

/// What keeps results from Nix's garbage collector, and letting go of it.
class Storage : public QObject
{
    Q_OBJECT
public:
    Storage(Engine &engine, Targets &targets, QObject *parent = nullptr);

    /// What \a project keeps from Nix's garbage collector, and how much that is.
    QFuture<Result<RootsOverview>> roots(const ProjectPtr &project);
    /// Lets go of the results behind \a links (see GcRoot); what was built stays in the history. Errors: Io.
    Result<void> free(const QStringList &links);
    /// `nix store gc`: what nothing on this machine keeps is deleted. The answer is Nix's own words.
    QFuture<Result<QString>> collectGarbage(const ProjectPtr &project);

    bool isRunning() const { return m_activity.isRunning(); }
    void cancel() { m_activity.cancel(); }

Q_SIGNALS:
    void activityChanged(); ///< isRunning()

private:
    Engine &m_engine;
    Targets &m_targets;
    Activity m_activity;
};

} // namespace unmoor
