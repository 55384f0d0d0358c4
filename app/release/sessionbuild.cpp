// SPDX-License-Identifier: GPL-3.0-or-later
// Session: building, adopting and inspecting.
#include "core/pool.h"
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

QList<DurationRecord> durationsOf(const BuildMonitor &monitor)
{
    QList<DurationRecord> durations;
    for (const DerivationState &derivation : monitor.derivations())
        if (derivation.kind == DerivationState::Kind::Build && derivation.phase == DerivationState::Phase::Done
            && derivation.startedMsec >= 0 && derivation.endedMsec >= derivation.startedMsec)
            durations.append({durationKey(derivation.name), derivation.host,
                              double(derivation.endedMsec - derivation.startedMsec) / 1000});
    return durations;
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
    for (const int row : std::as_const(rows)) {
        m_targets[row].build = TargetState::Build::Waiting;
        m_targets[row].failure.reset();
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
            .host = m_targets[row].place == BuildPlace{} ? QString() : placeWord(m_targets[row].place),
            .startedAt = QDateTime::currentDateTimeUtc()};
}

NixBuildRequest Session::buildRequest(int row) const
{
    const TargetState &target = m_targets[row];
    const BuildHost *host = m_settings.host(target.place.host);
    return {.directory = m_directory,
            .system = target.target.system,
            .output = target.target.output,
            .outLink = target.record.gcRoot,
            .store = host ? remoteStore(*host, m_options.stateDir) : RemoteStore(),
            .useBuilders = target.place.kind == BuildPlace::Kind::Builders,
            .features = m_settings.nixFeatures,
            .logFile = target.record.logFile};
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
    m_keptMonitors.erase(row);
    Q_EMIT targetChanged(row);

    auto build = std::make_unique<NixBuild>(buildRequest(row));
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

QFuture<Result<void>> Session::buildEnded(int row, const Result<NixBuildResult> &result)
{
    Q_EMIT buildProgressed(row);
    TargetState &target = m_targets[row];
    if (!result) {
        failTarget(row, {.kind = BuildFailure::Kind::NixMissing, .message = result.error().message});
        return ready({});
    }
    target.record.seconds = result->seconds;
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
    if (built && m_builds.contains(row))
        (void)m_ledger->recordDurations(durationsOf(m_builds[row]->monitor()));
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
        qWarning("%s", qUtf8Printable(written.error().message));
}

void Session::cancelBuild(int row)
{
    if (const auto stop = m_buildStops.find(row); stop != m_buildStops.end())
        stop->second.request_stop();
}

const BuildMonitor *Session::monitor(int row) const
{
    if (const auto build = m_builds.find(row); build != m_builds.end())
        return &build->second->monitor();
    if (const auto kept = m_keptMonitors.find(row); kept != m_keptMonitors.end())
        return &kept->second;
    QFile log(m_targets.at(row).record.logFile);
    if (log.fileName().isEmpty() || !log.open(QIODevice::ReadOnly))
        return nullptr;
    return &m_keptMonitors.insert_or_assign(row, monitorOfLog(log.readAll())).first->second;
}

// --- Adopting and inspecting -----------------------------------------------------------------------------------------

QFuture<Result<void>> Session::adopt(int row, const QString &file)
{
    if (row < 0 || row >= m_targets.size() || m_targets[row].target.isDropped())
        return ready(failure(Error::Kind::InvalidInput, tr("There is no such target to adopt an archive for.")));
    const QString folder = stateFolder(u"adopted"_s) + u'/' + m_checkout.commit;
    const QString name = archiveName(row).contains(u'*') ? QFileInfo(file).fileName() : archiveName(row);
    begin(Task::Inspecting);
    return runInPool(m_pool, [file, folder, name] { return keepCopy(file, folder, name); })
        .then(this,
              [this, row](const Result<QString> &kept) {
                  end(Task::Inspecting);
                  if (!kept)
                      return ready(std::unexpected(kept.error()));
                  TargetState &target = m_targets[row];
                  target.record = newRecord(row);
                  target.record.outcome = u"adopted"_s;
                  target.record.archivePath = *kept;
                  target.leftOutByChoice = false;
                  target.failure.reset();
                  target.build = TargetState::Build::Adopted;
                  const auto id = m_ledger->startBuild(target.record);
                  if (!id)
                      return ready(std::unexpected(id.error()));
                  target.record.id = *id;
                  return inspect(row);
              })
        .unwrap();
}

Result<void> Session::setLeftOut(int row, bool leftOut, const QString &reason)
{
    TargetState &target = m_targets[row];
    if (target.target.isDropped())
        return failure(Error::Kind::InvalidInput, tr("%1 is dropped in unmoor.toml.").arg(target.target.triple));
    BuildRecord record = newRecord(row);
    record.outcome = leftOut ? u"left-out"_s : u"taken-in"_s;
    record.failureMessage = reason;
    const auto id = m_ledger->startBuild(record);
    if (!id)
        return std::unexpected(id.error());
    record.id = *id;
    if (auto written = m_ledger->finishBuild(record); !written)
        return written;
    target.leftOutByChoice = leftOut;
    target.leftOutReason = reason;
    target.record = record;
    target.build = leftOut                                           ? TargetState::Build::LeftOut
        : target.forecast.state == BuildForecast::State::Unbuildable ? TargetState::Build::Unbuildable
                                                                     : TargetState::Build::Planned;
    Q_EMIT targetChanged(row);
    return {};
}

InspectionRules Session::rulesFor(int row) const
{
    const ManifestTarget *target = row < 0 || row >= m_targets.size() ? nullptr : &m_targets[row].target;
    InspectionRules rules = inspectionRules(m_manifest, target,
                                            {.name = m_manifest.name,
                                             .version = m_version.value_or(QString()),
                                             .tag = tag(),
                                             .triple = target ? target->triple : QString()});
    rules.checks = checkSettings();
    return rules;
}

QFuture<Result<Inspection>> Session::inspectFile(const QString &path, int row)
{
    const auto stop = begin(Task::Inspecting);
    return runInPool(m_pool,
                     [path, rules = rulesFor(row), inspector = m_options.inspector, stop] {
                         return inspectApart(inspector, path, rules, stop);
                     })
        .then(this, [this](const Result<Inspection> &inspection) {
            end(Task::Inspecting);
            return inspection;
        });
}

QFuture<Result<EarlierArchive>> Session::inspectPrevious(int row)
{
    PreviousArchiveQuery query =
        previousArchiveQuery(m_manifest, m_targets.at(row).target, m_version.value_or(QString()));
    query.repository = repository();
    query.stateDir = m_options.stateDir;
    const auto stop = begin(Task::Inspecting);
    return fetchPreviousArchive(m_client, query, {}, stop)
        .then(this,
              [this, row](const Result<PreviousArchive> &fetched) {
                  end(Task::Inspecting);
                  if (!fetched)
                      return QtFuture::makeReadyValueFuture(Result<EarlierArchive>(std::unexpected(fetched.error())));
                  return inspectFile(fetched->path, row)
                      .then(this, [archive = *fetched](const Result<Inspection> &read) -> Result<EarlierArchive> {
                          if (!read)
                              return std::unexpected(read.error());
                          return EarlierArchive{archive, std::make_shared<const Inspection>(*read)};
                      });
              })
        .unwrap();
}

QFuture<Result<void>> Session::inspect(int row)
{
    TargetState &target = m_targets[row];
    const auto stop = begin(Task::Inspecting);
    const QString path = target.record.archivePath;
    target.archive = TargetState::Archive::Reading;
    target.entriesRead = 0;
    Q_EMIT targetChanged(row);
    const auto show = [this, row](const ScanProgress &progress) {
        QMetaObject::invokeMethod(this, [this, row, progress] {
            if (row < m_targets.size())
                m_targets[row].entriesRead += int(progress.batch.size());
            if (!progress.batch.isEmpty())
                Q_EMIT entriesRead(row, progress.batch);
            Q_EMIT readingProgressed(row, progress.packedRead, progress.packedSize);
        });
    };
    return runInPool(m_pool,
                     [path, rules = rulesFor(row), inspector = m_options.inspector, stop, show] {
                         return inspectApart(inspector, path, rules, stop, show);
                     })
        .then(this, [this, row, path](const Result<Inspection> &inspection) -> Result<void> {
            end(Task::Inspecting);
            // The project may have been read anew meanwhile.
            if (row >= m_targets.size() || m_targets[row].record.archivePath != path)
                return {};
            return setInspection(row, inspection);
        });
}

Result<void> Session::setInspection(int row, const Result<Inspection> &inspection)
{
    TargetState &target = m_targets[row];
    Result<void> outcome;
    if (!inspection) {
        target.archive = TargetState::Archive::Unreadable;
        target.archiveProblem = inspection.error().message;
        outcome = std::unexpected(inspection.error());
    } else if (!target.record.sha256.isEmpty() && target.record.sha256 != inspection->contents.sha256) {
        target.archive = TargetState::Archive::Unreadable;
        target.archiveProblem = tr("%1 is not the file that was built: its SHA-256 changed. Build or adopt it again.")
                                    .arg(target.record.archivePath);
        outcome = failure(Error::Kind::Corrupt, target.archiveProblem);
    } else {
        target.archive = TargetState::Archive::Read;
        // Something may have been accepted while it was read.
        target.inspection =
            std::make_shared<const Inspection>(withSettings(*inspection, checkSettings(), target.target.triple));
        target.record.sha256 = inspection->contents.sha256;
        target.record.bytes = inspection->contents.bytes;
        finishRecord(row);
        refreshNotes(); // what they claim of the archives
    }
    Q_EMIT targetChanged(row);
    return outcome;
}

} // namespace unmoor
