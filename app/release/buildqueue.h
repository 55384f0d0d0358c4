// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/build/nixbuild.h"
#include "app/release/buildwatch.h"
#include "app/release/estimator.h"
#include "app/release/otherprocesses.h"

namespace unmoor {

class ActionsArtifacts;
struct FetchedArtifact;

/// Builds targets: a few at once on each machine, in the order in which they were asked for; a failure stops no other.
/// Each is built of the project that it was asked for with, whatever becomes of the checkout meanwhile.
class BuildQueue : public QObject
{
    Q_OBJECT
public:
    BuildQueue(Engine &engine, Targets &targets, Places &places, Estimator &estimator, BuildLogs &logs,
               Archives &archives, OtherProcesses &others, ActionsArtifacts &actions, QObject *parent = nullptr);
    ~BuildQueue() override;

    /// Builds, then inspects, the targets of \a triples as \a project has them; those that are left out are passed
    /// over. The future finishes when all have ended, however they did: see their rows. Where one of them was canceled
    /// and has not ended yet, it is built after that. Errors: Conflict (one of them is being built).
    QFuture<Result<void>> start(const QStringList &triples, const ProjectPtr &project);
    bool isRunning() const { return !m_jobs.empty(); }
    void cancel(); ///< everything
    void cancel(const QString &triple);

    /// How the target's build goes or went; null where nothing was built in this session and no log was kept.
    const BuildMonitor *monitor(const QString &triple);

Q_SIGNALS:
    void progressed(const QString &triple); ///< its monitor has more, at most 20 times a second
    void activityChanged(); ///< isRunning()

private:
    struct Run;
    struct Job;
    using JobPtr = std::shared_ptr<Job>;

    void next();
    bool mayBegin(const Job &job) const;
    void begin(const JobPtr &job);
    void waitForOther(const JobPtr &job, const QString &other);
    void build(const JobPtr &job);
    bool record(const JobPtr &job);
    void fetch(const JobPtr &job);
    void showStage(const JobPtr &job, const ActionsStage &stage);
    void takeFetched(const JobPtr &job, const FetchedArtifact &file);
    void ended(const JobPtr &job, const Result<NixBuildResult> &result);
    void takeArchive(const JobPtr &job, const NixBuildResult &result);
    void keep(const JobPtr &job, const QString &archive, bool built);
    void takeFile(const JobPtr &job);
    void readArchive(const JobPtr &job);
    void fail(const JobPtr &job, const BuildFailure &failure);
    void cancelNow(const JobPtr &job);
    void end(const JobPtr &job);
    void closeRecord(const TargetState &target);
    void updateEstimates();

    Engine &m_engine;
    Targets &m_targets;
    Places &m_places;
    Estimator &m_estimator;
    BuildLogs &m_logs;
    Archives &m_archives;
    OtherProcesses &m_others;
    ActionsArtifacts &m_actions;
    std::vector<JobPtr> m_jobs; ///< in the order in which they were asked for
    BuildWatch m_watch; ///< while something is built
    QTimer m_estimateTimer; ///< likewise
};

} // namespace unmoor
