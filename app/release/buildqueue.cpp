// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/buildqueue.h"

#include "app/core/chain.h"
#include "app/core/words.h"
#include "app/release/actionsartifacts.h"
#include "app/release/archivefile.h"
#include "app/release/gcroots.h"

#include <QDir>
#include <QPromise>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int waitMsec = 500;

} // namespace

/// One call of start(): it has ended when all of its targets have.
struct BuildQueue::Run
{
    qsizetype left = 0;
    QPromise<Result<void>> promise;
};

/// One target to build.
struct BuildQueue::Job
{
    enum class Phase {
        Queued,
        Claimed, ///< has a slot on its machine; another process may still build it
        Building, ///< Nix runs, or the run of GitHub Actions is followed
        Ending, ///< its archive is read
    };

    QString triple() const { return target.triple; }

    /// At GitHub Actions only while its run is not found, and no other process looks for it.
    bool takesSlot() const
    {
        return place.kind == BuildPlace::Kind::Actions ? phase == Phase::Claimed && lock : phase != Phase::Queued;
    }

    std::shared_ptr<Run> run;
    ProjectPtr project;
    ManifestTarget target; ///< as the project has it
    BuildPlace place;
    bool mayStart = false; ///< at GitHub Actions: the workflow, where there is no run
    std::stop_source stop;
    Phase phase = Phase::Queued;
    bool isRecorded = false; ///< the row's record is this build's, in the ledger
    std::unique_ptr<ProcessLock> lock;
    std::unique_ptr<NixBuild, QScopedPointerDeleteLater> build; ///< it may stand below its own end on the stack
};

BuildQueue::BuildQueue(Engine &engine, Targets &targets, Places &places, Estimator &estimator, BuildLogs &logs,
                       Archives &archives, OtherProcesses &others, ActionsArtifacts &actions, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_targets(targets)
    , m_places(places)
    , m_estimator(estimator)
    , m_logs(logs)
    , m_archives(archives)
    , m_others(others)
    , m_actions(actions)
    , m_watch(engine, targets, [this](const QString &triple) { return monitor(triple); })
{
    m_estimateTimer.setInterval(std::chrono::seconds(1));
    connect(&m_estimateTimer, &QTimer::timeout, this, &BuildQueue::updateEstimates);
    connect(&m_logs, &BuildLogs::progressed, this, [this](const QString &triple) {
        m_watch.showProgress(triple);
        Q_EMIT progressed(triple);
    });
}

BuildQueue::~BuildQueue()
{
    // Builds end their futures as they go; what waits for that needs every member of this.
    for (const JobPtr &job : std::exchange(m_jobs, {}))
        delete job->build.release();
}

// --- Asking ----------------------------------------------------------------------------------------------------------

QFuture<Result<void>> BuildQueue::start(const QStringList &triples, const ProjectPtr &project)
{
    if (const auto trusted = requireTrust(*project); !trusted)
        return finished<void>(trusted);
    const auto isBusy = [this](const QString &triple) {
        const TargetState *row = m_targets.find(triple);
        return std::ranges::any_of(
                   m_jobs, [&](const JobPtr &job) { return job->triple() == triple && !job->stop.stop_requested(); })
            || (row && row->isRebuilding);
    };
    for (const QString &triple : triples)
        if (isBusy(triple))
            return finished<void>(
                failure(Error::Kind::Conflict, Words::tr("%1 is being built. Wait for it or cancel it.").arg(triple)));
    auto run = std::make_shared<Run>();
    run->promise.start();
    const auto future = run->promise.future();
    const bool wasRunning = isRunning();
    for (const ManifestTarget &target : project->manifest.targets) {
        const TargetState *row = m_targets.find(target.triple);
        if (!triples.contains(target.triple) || !row || !row->isIn())
            continue;
        auto job = std::make_shared<Job>();
        job->run = run;
        job->project = project;
        job->target = target;
        job->place = row->place;
        // What nobody chose starts nothing at GitHub.
        job->mayStart = row->placeIsChosen;
        ++run->left;
        m_jobs.push_back(job);
    }
    if (run->left == 0) {
        run->promise.addResult(Result<void>());
        run->promise.finish();
        return future;
    }
    if (!wasRunning)
        Q_EMIT activityChanged();
    m_watch.start();
    m_estimateTimer.start();
    next();
    return future;
}

void BuildQueue::cancel()
{
    for (const JobPtr &job : m_jobs)
        job->stop.request_stop();
    QMetaObject::invokeMethod(this, &BuildQueue::next, Qt::QueuedConnection);
}

void BuildQueue::cancel(const QString &triple)
{
    for (const JobPtr &job : m_jobs)
        if (job->triple() == triple)
            job->stop.request_stop();
    QMetaObject::invokeMethod(this, &BuildQueue::next, Qt::QueuedConnection);
}

// --- The queue -------------------------------------------------------------------------------------------------------

/// Starts, in order, what has a free slot where it is built; ends what was canceled before its turn.
void BuildQueue::next()
{
    for (const JobPtr &job : std::vector<JobPtr>(m_jobs)) {
        if (job->phase != Job::Phase::Queued)
            continue;
        TargetState *target = m_targets.edit(job->triple());
        const bool isOwn = mayBegin(*job);
        if (isOwn && target && target->build != TargetState::Build::Waiting) {
            target->build = TargetState::Build::Waiting;
            target->failure.reset();
            target->stall.reset();
            m_targets.touch(job->triple());
        }
        if (job->stop.stop_requested()) {
            cancelNow(job);
            continue;
        }
        const auto active = std::ranges::count_if(
            m_jobs, [&](const JobPtr &other) { return other->place == job->place && other->takesSlot(); });
        if (!isOwn || active >= m_places.jobsAt(job->place))
            continue;
        job->phase = Job::Phase::Claimed;
        begin(job);
    }
}

/// Not while an earlier build of the same target, a canceled one, has not ended.
bool BuildQueue::mayBegin(const Job &job) const
{
    return std::ranges::none_of(m_jobs, [&](const JobPtr &other) {
        return other->triple() == job.triple() && other.get() != &job && other->phase != Job::Phase::Queued;
    });
}

/// One process at a time builds a target: what the other is about to have need not be built twice, and both would
/// write the same root.
void BuildQueue::begin(const JobPtr &job)
{
    const QString triple = job->triple();
    TargetState *target = m_targets.edit(triple);
    if (!target || job->stop.stop_requested())
        return cancelNow(job);
    auto lock = m_others.take(*job->project, triple);
    if (!lock && lock.error().kind == Error::Kind::Conflict)
        return waitForOther(job, lock.error().message);
    if (!lock)
        return fail(job, {.message = lock.error().message});
    job->lock = std::move(*lock);
    if (!std::exchange(target->other, QString()).isEmpty()) {
        m_targets.restore(triple, *job->project, *m_engine.ledger());
        if (target->hasArchive()) {
            return readArchive(job);
        }
    }
    build(job);
}

/// The target keeps its slot and is looked at again, until the other process has built it or given up.
void BuildQueue::waitForOther(const JobPtr &job, const QString &other)
{
    if (TargetState *target = m_targets.edit(job->triple()); target && target->other != other) {
        target->other = other;
        m_targets.touch(job->triple());
    }
    QTimer::singleShot(waitMsec, this, [this, job] { begin(job); });
}

void BuildQueue::build(const JobPtr &job)
{
    const QString triple = job->triple();
    TargetState &target = *m_targets.edit(triple);
    target.record = newRecord(*job->project, target);
    target.otherRevision.clear();
    if (job->target.isFromCheckout())
        return takeFile(job);
    if (job->place.kind == BuildPlace::Kind::Host && !m_engine.settings().host(job->place.host))
        return fail(job,
                    {.kind = BuildFailure::Kind::NoBuilder,
                     .message = noSuchHost(job->place.host, m_engine.settings().hosts).message});
    if (job->place.kind == BuildPlace::Kind::Actions)
        return fetch(job);
    m_estimator.begin(triple);
    if (const auto placed = placeFiles(target.record, *job->project, m_engine.stateDir()); !placed)
        return fail(job, {.message = placed.error().message});
    if (!record(job))
        return;

    const bool isAlone =
        std::ranges::none_of(m_jobs, [](const JobPtr &other) { return other->phase == Job::Phase::Building; });
    job->phase = Job::Phase::Building;
    job->build.reset(new NixBuild({.flake = job->project->flake(),
                                   .system = job->target.system,
                                   .output = job->target.output,
                                   .outLink = target.record.gcRoot,
                                   .store = m_places.storeOf(job->place),
                                   .useEvalCache = isAlone,
                                   .useBuilders = job->place.kind == BuildPlace::Kind::Builders,
                                   .logFile = target.record.logFile,
                                   .logIndexBytes = m_engine.settings().logIndexBytes()}));
    connect(job->build.get(), &NixBuild::progressed, this, [this, triple] {
        m_watch.showProgress(triple);
        Q_EMIT progressed(triple);
    });
    job->build->start(job->stop.get_token()).then(this, [this, job](const Result<NixBuildResult> &result) {
        ended(job, result);
    });
}

/// The build is in the ledger, and its row says that it runs, and nothing any more of what was there before. False: it
/// could not be written, and has failed.
bool BuildQueue::record(const JobPtr &job)
{
    TargetState &target = *m_targets.edit(job->triple());
    const auto id = m_engine.ledger()->startBuild(target.record);
    if (!id) {
        fail(job, {.message = id.error().message});
        return false;
    }
    target.record.id = *id;
    job->isRecorded = true;
    target.build = TargetState::Build::Running;
    target.where = placeName(job->place);
    target.progress = 0;
    target.stage.reset();
    target.startedAt = target.record.startedAt;
    target.archive = TargetState::Archive::None;
    target.inspection.reset();
    target.rebuild.reset();
    m_logs.forget(job->triple());
    m_targets.touch(job->triple());
    return true;
}

/// What GitHub Actions builds is followed there, and its archive taken out of the run.
void BuildQueue::fetch(const JobPtr &job)
{
    TargetState &target = *m_targets.edit(job->triple());
    target.remainingSeconds.reset();
    target.isOverdue = false;
    if (!record(job))
        return;
    const ArtifactTask task{.project = job->project,
                            .target = job->target,
                            .mayStart = job->mayStart,
                            .say = {},
                            .show = [this, weak = std::weak_ptr(job)](const ActionsStage &stage) {
                                if (const JobPtr known = weak.lock())
                                    showStage(known, stage);
                            }};
    m_actions.fetch(task, job->stop.get_token()).then(this, [this, job](const Result<FetchedArtifact> &file) {
        job->phase = Job::Phase::Ending;
        if (file)
            return takeFetched(job, *file);
        if (job->stop.stop_requested() || file.error().kind == Error::Kind::Canceled)
            return cancelNow(job);
        fail(job, {.message = file.error().message});
    });
}

void BuildQueue::showStage(const JobPtr &job, const ActionsStage &stage)
{
    if (stage.run > 0 && job->phase == Job::Phase::Claimed) {
        job->phase = Job::Phase::Building;
        QMetaObject::invokeMethod(this, &BuildQueue::next, Qt::QueuedConnection);
    }
    TargetState *target = m_targets.edit(job->triple());
    if (target && std::exchange(target->stage, stage) != stage)
        m_targets.touch(job->triple());
}

void BuildQueue::takeFetched(const JobPtr &job, const FetchedArtifact &file)
{
    m_archives.keep(job->target, file.path, job->project).then(this, [this, job, file](const Result<QString> &kept) {
        if (!kept)
            return fail(job, {.message = kept.error().message});
        TargetState &target = *m_targets.edit(job->triple());
        setAdopted(target.record, *kept, file.from);
        target.build = TargetState::Build::Adopted;
        closeRecord(target); // without a digest until it was read: it counts for no later session
        readArchive(job);
    });
}

// --- Ends ------------------------------------------------------------------------------------------------------------

void BuildQueue::ended(const JobPtr &job, const Result<NixBuildResult> &result)
{
    using Outcome = NixBuildResult::Outcome;
    job->phase = Job::Phase::Ending;
    Q_EMIT progressed(job->triple());
    TargetState &target = *m_targets.edit(job->triple());
    target.stall.reset();
    if (!result)
        return fail(job, {.kind = BuildFailure::Kind::NixMissing, .message = result.error().message});
    target.record.seconds = result->seconds;
    const bool succeeded = result->outcome == Outcome::Built || result->outcome == Outcome::Cached;
    if (job->build) // it has gone where the queue goes
        m_estimator.record(job->triple(), job->build->monitor(), succeeded, job->project->flake());
    if (succeeded)
        return takeArchive(job, *result);
    if (result->outcome == Outcome::Canceled)
        return cancelNow(job);
    fail(job, result->failure.value_or(BuildFailure{.message = Words::tr("The build failed; its log says why.")}));
}

void BuildQueue::takeArchive(const JobPtr &job, const NixBuildResult &result)
{
    TargetState &target = *m_targets.edit(job->triple());
    const bool built = result.outcome == NixBuildResult::Outcome::Built;
    target.record.drvPath = result.drvPath;
    target.record.storePath = result.storePath;
    const auto archive =
        findArchive(result.realPath, job->project->fileName(job->target), job->project->otherNames(job->target));
    if (!archive)
        return fail(job, {.kind = BuildFailure::Kind::NoOutput, .message = archive.error().message, .isForGood = true});
    keep(job, *archive, built);
}

void BuildQueue::keep(const JobPtr &job, const QString &archive, bool built)
{
    TargetState &target = *m_targets.edit(job->triple());
    target.record.outcome = built ? u"built"_s : u"cached"_s;
    target.record.archivePath = archive;
    target.record.bytes = QFileInfo(archive).size();
    target.build = built ? TargetState::Build::Built : TargetState::Build::Cached;
    closeRecord(target); // without a digest until it was read: it counts for no later session
    readArchive(job);
}

/// A file of the checkout is not built but taken as the commit has it, and kept as built ones are.
void BuildQueue::takeFile(const JobPtr &job)
{
    if (!record(job))
        return;
    job->phase = Job::Phase::Building;
    const QString folder = job->project->stateFolder(m_engine.stateDir(), u"assets"_s) + u'/'
        + rootName(m_targets.find(job->triple())->record);
    keepCheckoutFile(*job->project, job->target, folder, job->stop.get_token())
        .then(this, [this, job](const Result<QString> &kept) {
            if (!kept && kept.error().kind == Error::Kind::Canceled)
                return cancelNow(job);
            if (!kept)
                return fail(job, {.kind = BuildFailure::Kind::NoOutput, .message = kept.error().message});
            keep(job, *kept, false);
        });
}

/// What turns out to be nothing that a release can ship, or cannot be read, was not built: nobody knows what it is.
/// Where a person canceled the reading, it can be read later.
void BuildQueue::readArchive(const JobPtr &job)
{
    job->phase = Job::Phase::Ending;
    m_archives.inspect(job->triple(), job->project).then(this, [this, job](const Result<void> &read) {
        if (read || read.error().kind == Error::Kind::Canceled)
            return end(job);
        const bool isNoArchive = read.error().kind == Error::Kind::InvalidInput;
        fail(job,
             {.kind = isNoArchive ? BuildFailure::Kind::NoOutput : BuildFailure::Kind::Other,
              .message = read.error().message,
              .isForGood = isNoArchive});
    });
}

void BuildQueue::fail(const JobPtr &job, const BuildFailure &failure)
{
    if (TargetState *target = m_targets.edit(job->triple())) {
        target->build = TargetState::Build::Failed;
        target->failure = failure;
        target->other.clear();
        if (!job->isRecorded)
            target->record = newRecord(*job->project, *target);
        target->record.outcome = u"failed"_s;
        target->record.failureKind = failureKindName(failure.kind);
        target->record.failureMessage = failure.message;
        closeRecord(*target);
    }
    end(job);
}

/// Before Nix ran there is no record of the job; the row's may be of an earlier build.
void BuildQueue::cancelNow(const JobPtr &job)
{
    TargetState *target = m_targets.edit(job->triple());
    if (target && mayBegin(*job)) {
        target->build = TargetState::Build::Canceled;
        target->other.clear();
        if (job->isRecorded) {
            target->record.outcome = u"canceled"_s;
            closeRecord(*target);
        }
    }
    end(job);
}

void BuildQueue::end(const JobPtr &job)
{
    if (job->build)
        m_logs.keep(job->triple(), job->build->monitor());
    job->build.reset();
    job->lock.reset();
    std::erase(m_jobs, job);
    m_targets.settle(job->triple());
    m_targets.touch(job->triple());
    if (m_jobs.empty()) {
        m_watch.stop();
        m_estimateTimer.stop();
        Q_EMIT activityChanged();
    }
    if (--job->run->left == 0) {
        job->run->promise.addResult(Result<void>());
        job->run->promise.finish();
    }
    // Not from within the stack of the build that ended.
    QMetaObject::invokeMethod(this, &BuildQueue::next, Qt::QueuedConnection);
}

/// Writes what a build came to into the ledger. A ledger that cannot be written does not undo a build: it is said, and
/// the next session builds (or finds cached) anew.
void BuildQueue::closeRecord(const TargetState &target)
{
    if (target.record.id != 0)
        m_engine.warnUnless(m_engine.ledger()->finishBuild(target.record));
}

// --- While it runs ---------------------------------------------------------------------------------------------------

const BuildMonitor *BuildQueue::monitor(const QString &triple)
{
    for (const JobPtr &job : m_jobs)
        if (job->triple() == triple && job->build)
            return &job->build->monitor();
    const TargetState *target = m_targets.find(triple);
    return target ? m_logs.monitor(*target, m_engine.settings().logIndexBytes()) : nullptr;
}

void BuildQueue::updateEstimates()
{
    for (const JobPtr &job : m_jobs)
        if (job->build && job->phase == Job::Phase::Building)
            m_estimator.update(job->triple(), job->build->monitor());
}

} // namespace unmoor
