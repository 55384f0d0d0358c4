// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/releasenotes.h"
#include "app/core/activity.h"
#include "app/release/estimator.h"
#include "app/release/planrun.h"

namespace unmoor {

/// What stands before a release: its gates, and what building each target would mean.
class Planner : public QObject
{
    Q_OBJECT
public:
    Planner(Engine &engine, Targets &targets, Places &places, Estimator &estimator, github::Client &client,
            QObject *parent = nullptr);
    ~Planner() override;

    /// Asks every gate about \a project and \a notes, and forecasts every target; of a project that is not trusted,
    /// what runs none of its code. \a runsChecks: `nix flake check` as well, which builds. Errors: Conflict (it is
    /// being checked already), Canceled.
    QFuture<Result<void>> check(const ProjectPtr &project, const ReleaseNotes &notes, bool runsChecks);
    /// Only what building needs to know: which targets this machine builds and what that would do. Asks Nix, no
    /// network. Errors: as check(), Untrusted.
    QFuture<Result<void>> forecast(const ProjectPtr &project);

    const QList<Gate> &gates() const { return m_gates; }
    bool isChecked() const { return m_checked; } ///< every gate was asked
    /// The gates' answers are of the project as it was before it was read last: they prove nothing of what is there
    /// now.
    bool isOld() const { return m_isOld; }
    ProjectPtr checkedProject() const { return m_checkedProject; } ///< whom the answers are of; null: there are none
    QDateTime checkedAt() const { return m_checkedAt; } ///< when they were asked
    /// Everything was checked as it is now, no gate failed, and no target that is in lacks a way to get its archive.
    bool isReady() const;
    void reset(); ///< nothing is known any more: another project
    void setProject(const ProjectPtr &project); ///< as it was read last
    /// What was read of the host since: it answers the gate of the tag anew, where that was asked about \a tag.
    /// \a commit: where the tag points; nullopt: the host does not have it.
    void setRemoteTag(const QString &tag, const std::optional<QString> &commit);

    bool isRunning() const { return m_activity.isRunning(); }
    void cancel() { m_activity.cancel(); }

Q_SIGNALS:
    void gatesChanged();
    void activityChanged(); ///< isRunning()

private:
    QFuture<Result<void>> runGates(const ProjectPtr &project, const ReleaseNotes &notes, bool runsChecks,
                                   std::stop_token stop);
    QFuture<Result<void>> compareCheckout(const ProjectPtr &project, std::stop_token stop);
    QFuture<Result<void>> forecastTargets(const ProjectPtr &project, const PlanAnswer &answer, std::stop_token stop);
    QFuture<void> explainMissing(const ProjectPtr &project, const ManifestTarget &target, const BuildForecast &missing,
                                 std::stop_token stop);
    QFuture<void> forecastTarget(const ProjectPtr &project, const QString &triple, const FlakeOutput &output,
                                 std::stop_token stop);
    BuildForecast quickForecast(const ManifestTarget &target, const BuildPlace &place, const PlanAnswer &answer,
                                FlakeOutput &output) const;

    Engine &m_engine;
    Targets &m_targets;
    Places &m_places;
    Estimator &m_estimator;
    github::Client &m_client;
    Activity m_activity;
    QList<Gate> m_gates;
    bool m_checked = false;
    ProjectPtr m_checkedProject;
    bool m_isOld = false;
    QDateTime m_checkedAt;
};

} // namespace unmoor
