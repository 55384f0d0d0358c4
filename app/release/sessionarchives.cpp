// SPDX-License-Identifier: GPL-3.0-or-later
// Session: adopting archives, leaving targets out, and inspecting.
#include "core/pool.h"
#include "release/archivefile.h"
#include "release/session.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QFuture<Result<void>> ready(Result<void> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

} // namespace

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
                  target.rebuild.reset();
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
