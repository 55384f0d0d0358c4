// SPDX-License-Identifier: GPL-3.0-or-later
// Session: building.
#include "release/archivefile.h"
#include "release/session.h"

#include <QDir>
#include <QPromise>

using namespace Qt::StringLiterals;

namespace unmoor {

/// One call of build(): what waits and what runs.
struct Session::BuildRun
{
    QList<int> queue;
    QMap<QString, int> active; ///< place → targets that are built there now
    bool hasEnded = false; ///< two builds that end at once both find nothing active
    QPromise<Result<void>> promise;
    std::stop_token stop;
};

namespace {

QFuture<Result<void>> ready(Result<void> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

/// A log folder, root folder and so on, made where it is missing.
Result<QString> madeFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return failure(
            Error::Kind::Io,
            Session::tr("Could not make the folder %1. Make its parent writable, or name another folder with "
                        "--state-dir.")
                .arg(folder));
    return folder;
}

} // namespace

QList<int> Session::rowsToBuild() const
{
    QList<int> rows;
    for (int row = 0; row < m_targets.size(); ++row) {
        const TargetState &target = m_targets[row];
        if (target.isIn() && !target.hasArchive() && target.build != TargetState::Build::Unbuildable)
            rows.append(row);
    }
    return rows;
}

QFuture<Result<void>> Session::build(QList<int> rows)
{
    if (isRunning(Task::Building))
        return ready(failure(Error::Kind::Conflict, tr("A build is running. Wait for it or cancel it.")));
    rows.removeIf([this](int row) { return !m_targets[row].isIn(); });
    auto run = std::make_shared<BuildRun>();
    run->queue = rows;
    run->stop = begin(Task::Building);
    run->promise.start();
    m_stallTimer.start();
    for (const int row : std::as_const(rows)) {
        m_targets[row].build = TargetState::Build::Waiting;
        m_targets[row].failure.reset();
        m_targets[row].stall.reset();
        m_buildStops[row] = {};
        Q_EMIT targetChanged(row);
    }
    const auto future = run->promise.future();
    buildNext(run);
    return future;
}

int Session::slotsAt(const BuildPlace &place) const
{
    const BuildHost *host = m_settings.host(place.host);
    return place.kind == BuildPlace::Kind::Host ? (host ? host->jobs : 1) : m_settings.jobsHere;
}

/// Starts, in the order of the matrix, what has a free slot where it is built.
void Session::buildNext(std::shared_ptr<BuildRun> run)
{
    for (const int row : QList<int>(run->queue)) {
        const BuildPlace &place = m_targets[row].place;
        int &active = run->active[placeWord(place)];
        if (active >= slotsAt(place))
            continue;
        ++active;
        run->queue.removeOne(row);
        beginBuild(row, run);
    }
    const bool idle = std::ranges::all_of(run->active, [](int count) { return count == 0; });
    if (idle && run->queue.isEmpty() && !std::exchange(run->hasEnded, true)) {
        m_buildStops.clear();
        m_stallTimer.stop();
        end(Task::Building);
        run->promise.addResult(Result<void>());
        run->promise.finish();
    }
}

BuildRecord Session::newRecord(int row) const
{
    return {.project = m_checkout.root,
            .revision = m_checkout.commit,
            .dirty = !m_checkout.isClean(),
            .version = m_version.value_or(QString()),
            .triple = m_targets[row].target.triple,
            .outcome = u"running"_s,
            .host = hostWord(m_targets[row].place),
            .startedAt = QDateTime::currentDateTimeUtc()};
}

NixBuildRequest Session::buildRequest(int row) const
{
    const TargetState &target = m_targets[row];
    return {.directory = m_directory,
            .system = target.target.system,
            .output = target.target.output,
            .outLink = target.record.gcRoot,
            .store = storeOf(target.place),
            .useBuilders = target.place.kind == BuildPlace::Kind::Builders,
            .logFile = target.record.logFile,
            .logIndexBytes = logIndexBytes()};
}

/// One process at a time builds a target: what the other is about to have need not be built twice, and both would
/// write the same root.
void Session::beginBuild(int row, std::shared_ptr<BuildRun> run)
{
    TargetState &target = m_targets[row];
    const QString place = placeWord(target.place);
    if (m_buildStops[row].stop_requested()) {
        target.build = TargetState::Build::Canceled;
        target.other.clear();
        return finishBuild(row, place, run);
    }
    auto lock = takeLock(target.target.triple);
    if (!lock && lock.error().kind == Error::Kind::Conflict)
        return waitForOther(row, lock.error().message, run);
    if (!lock) {
        failTarget(row, {.message = lock.error().message});
        return finishBuild(row, place, run);
    }
    m_buildLocks[row] = std::move(*lock);
    if (!std::exchange(target.other, QString()).isEmpty()) {
        restoreFromLedger(target);
        if (target.hasArchive()) {
            inspect(row).then(this, [this, row, place, run](const Result<void> &) { finishBuild(row, place, run); });
            return;
        }
    }
    startBuild(row, run);
}

void Session::finishBuild(int row, const QString &place, std::shared_ptr<BuildRun> run)
{
    if (const auto build = m_builds.find(row); build != m_builds.end()) {
        m_keptMonitors.insert_or_assign(row, build->second->monitor());
        build->second.release()->deleteLater(); // it may stand below this continuation on the stack
        m_builds.erase(build);
    }
    m_buildLocks.erase(row);
    --run->active[place];
    Q_EMIT targetChanged(row);
    // Not from within this continuation's own stack of builds.
    QMetaObject::invokeMethod(this, [this, run] { buildNext(run); }, Qt::QueuedConnection);
}

void Session::startBuild(int row, std::shared_ptr<BuildRun> run)
{
    TargetState &target = m_targets[row];
    const auto finish = [this, run, row, place = placeWord(target.place)](const Result<void> &) {
        finishBuild(row, place, run);
    };

    target.record = newRecord(row);
    if (target.place.kind == BuildPlace::Kind::Host && !m_settings.host(target.place.host)) {
        failTarget(row,
                   {.kind = BuildFailure::Kind::NoBuilder,
                    .message = noSuchHost(target.place.host, m_settings.hosts).message});
        finish({});
        return;
    }
    beginEstimate(row);
    const QString stamp = target.record.startedAt.toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const auto logs = madeFolder(stateFolder(u"logs"_s));
    const auto roots = madeFolder(stateFolder(u"roots"_s));
    if (!logs || !roots) {
        failTarget(row, {.message = (logs ? roots : logs).error().message});
        finish({});
        return;
    }
    target.record.logFile = QDir(*logs).filePath(target.target.triple + u'-' + stamp + u".log"_s);
    target.record.gcRoot = QDir(*roots).filePath(m_checkout.commit + u'-' + target.target.triple);
    if (const auto id = m_ledger->startBuild(target.record)) {
        target.record.id = *id;
    } else {
        failTarget(row, {.message = id.error().message});
        finish({});
        return;
    }
    target.build = TargetState::Build::Running;
    target.where = placeName(target.place);
    target.progress = 0;
    target.startedAt = target.record.startedAt;
    target.archive = TargetState::Archive::None;
    target.inspection.reset();
    target.rebuild.reset();
    m_keptMonitors.erase(row);
    m_keptLogs.erase(row);
    Q_EMIT targetChanged(row);

    NixBuildRequest request = buildRequest(row);
    request.useEvalCache = m_builds.empty();
    auto build = std::make_unique<NixBuild>(request);
    connect(build.get(), &NixBuild::progressed, this, [this, row] { showProgress(row); });
    auto built = build->start(m_buildStops[row].get_token());
    m_builds[row] = std::move(build);
    built.then(this, [this, row, finish](const Result<NixBuildResult> &result) {
        buildEnded(row, result).then(this, finish);
    });
}

void Session::showProgress(int row)
{
    const BuildMonitor *run = monitor(row);
    TargetState &target = m_targets[row];
    if (!run || target.build != TargetState::Build::Running)
        return;
    target.progress = run->progress();
    target.current = run->currentName();
    Q_EMIT targetChanged(row);
    Q_EMIT buildProgressed(row);
}

/// Points at steps that may be stuck. What a step is usually quiet for is asked of the ledger only where it matters.
void Session::watchForStalls()
{
    for (int row = 0; row < m_targets.size(); ++row) {
        TargetState &target = m_targets[row];
        const BuildMonitor *run = target.build == TargetState::Build::Running ? monitor(row) : nullptr;
        if (!run)
            continue;
        const QString place = target.record.host;
        const auto usual = [&](const DerivationState &step) {
            return m_ledger->usualSilence(durationKey(step.name), step.host.isEmpty() ? place : step.host)
                .value_or(std::nullopt);
        };
        const auto stall = findStall(run->derivations(), target.startedAt.msecsTo(QDateTime::currentDateTimeUtc()),
                                     m_settings.stallMinutes, usual);
        if (std::exchange(target.stall, stall) != stall)
            Q_EMIT targetChanged(row);
    }
}

QFuture<Result<void>> Session::buildEnded(int row, const Result<NixBuildResult> &result)
{
    Q_EMIT buildProgressed(row);
    TargetState &target = m_targets[row];
    target.stall.reset();
    if (!result) {
        failTarget(row, {.kind = BuildFailure::Kind::NixMissing, .message = result.error().message});
        return ready({});
    }
    target.record.seconds = result->seconds;
    recordRun(row,
              result->outcome == NixBuildResult::Outcome::Built || result->outcome == NixBuildResult::Outcome::Cached);
    switch (result->outcome) {
    case NixBuildResult::Outcome::Canceled:
        target.build = TargetState::Build::Canceled;
        target.record.outcome = u"canceled"_s;
        finishRecord(row);
        return ready({});
    case NixBuildResult::Outcome::Failed:
        failTarget(row, result->failure.value_or(BuildFailure{.message = tr("The build failed; its log says why.")}));
        return ready({});
    case NixBuildResult::Outcome::Built:
    case NixBuildResult::Outcome::Cached:
        break;
    }
    return takeArchive(row, *result);
}

void Session::failTarget(int row, const BuildFailure &failure)
{
    TargetState &target = m_targets[row];
    target.build = TargetState::Build::Failed;
    target.failure = failure;
    target.record.outcome = u"failed"_s;
    target.record.failureKind = failureKindName(failure.kind);
    target.record.failureMessage = failure.message;
    finishRecord(row);
    Q_EMIT targetChanged(row);
}

QFuture<Result<void>> Session::takeArchive(int row, const NixBuildResult &result)
{
    TargetState &target = m_targets[row];
    const bool built = result.outcome == NixBuildResult::Outcome::Built;
    target.record.drvPath = result.drvPath;
    target.record.storePath = result.storePath;
    target.record.outcome = built ? u"built"_s : u"cached"_s;
    const auto archive = findArchive(result.storePath, archiveName(row));
    if (!archive) {
        failTarget(row, {.kind = BuildFailure::Kind::NoOutput, .message = archive.error().message});
        return ready({});
    }
    target.record.archivePath = *archive;
    target.build = built ? TargetState::Build::Built : TargetState::Build::Cached;
    return inspect(row);
}

/// Writes what a build came to into the ledger. A ledger that cannot be written does not undo a build: it is said, and
/// the next session builds (or finds cached) anew.
void Session::finishRecord(int row)
{
    TargetState &target = m_targets[row];
    if (target.record.id == 0)
        return;
    if (const auto written = m_ledger->finishBuild(target.record); !written)
        Q_EMIT warned(written.error().message);
}

void Session::cancelBuild(int row)
{
    if (const auto stop = m_buildStops.find(row); stop != m_buildStops.end())
        stop->second.request_stop();
}

const BuildMonitor *Session::monitor(int row)
{
    if (const auto build = m_builds.find(row); build != m_builds.end())
        return &build->second->monitor();
    if (const auto kept = m_keptMonitors.find(row); kept != m_keptMonitors.end())
        return &kept->second;
    if (const auto kept = m_keptLogs.find(row); kept != m_keptLogs.end())
        return &kept->second->monitor();
    const BuildRecord &record = m_targets.at(row).record;
    if (record.logFile.isEmpty() || !QFileInfo(record.logFile).isReadable())
        return nullptr;
    const bool succeeded = record.outcome == u"built"_s || record.outcome == u"cached"_s;
    auto *log = new LogFollower(record.logFile, logIndexBytes(), {.hasSucceeded = succeeded, .host = record.host});
    m_keptLogs[row].reset(log);
    connect(log, &LogFollower::progressed, this, [this, row] {
        if (m_targets[row].build == TargetState::Build::Running)
            showProgress(row);
        else
            Q_EMIT buildProgressed(row);
    });
    if (!log->open())
        return &log->monitor();
    // What another process builds goes on; see takeNews() for its end.
    if (m_targets.at(row).other.isEmpty())
        log->finish().then(this, [this, row] { Q_EMIT buildProgressed(row); });
    else
        log->start();
    return &log->monitor();
}

bool Session::isReadingLogs() const
{
    return std::ranges::any_of(m_keptLogs, [this](const auto &log) {
        return m_targets.at(log.first).other.isEmpty() && !log.second->isFinished();
    });
}

qint64 Session::logIndexBytes() const
{
    return qint64(m_settings.logMemoryMib) * 1024 * 1024;
}

} // namespace unmoor
