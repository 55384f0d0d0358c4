// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/build/rebuildcheck.h"
#include "app/release/archives.h"
#include "app/release/places.h"

namespace unmoor {

/// Building an archive once more, to see whether it comes out the same.
class Rebuilds : public QObject
{
    Q_OBJECT
public:
    Rebuilds(Engine &engine, Targets &targets, Archives &archives, QObject *parent = nullptr);
    ~Rebuilds() override;

    /// Builds the step that made the target's archive once more and compares: see TargetState::rebuild, which this sets
    /// too. Errors: InvalidInput (it was not built on this machine), Conflict (it is being built), NotFound, Io, or why
    /// Nix did not start.
    QFuture<Result<RebuildReport>> check(const QString &triple, const ProjectPtr &project);
    bool isRunning() const { return m_activity.isRunning(); }
    void cancel() { m_activity.cancel(); }

Q_SIGNALS:
    void activityChanged(); ///< isRunning()

private:
    Result<RebuildRequest> request(const TargetState &target, const Project &project) const;
    QFuture<Result<RebuildReport>> report(const TargetState &target, const RebuildRequest &request,
                                          const RebuildResult &result, const ProjectPtr &project);

    Engine &m_engine;
    Targets &m_targets;
    Archives &m_archives;
    Activity m_activity;
};

} // namespace unmoor
