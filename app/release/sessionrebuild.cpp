// SPDX-License-Identifier: GPL-3.0-or-later
// Session: building an archive once more, to see whether it comes out the same.
#include "archive/archivediff.h"
#include "core/pool.h"
#include "release/archivefile.h"
#include "release/session.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Report = Result<RebuildReport>;
using Outcome = RebuildResult::Outcome;

QFuture<Report> ready(const Report &report)
{
    return QtFuture::makeReadyValueFuture(report);
}

/// Counts what differs, in the archive that was built first.
RebuildReport counted(RebuildReport report, const Inspection &first)
{
    const ArchiveDiff diff = diffArchives(first, *report.other);
    for (const EntryChange &change : diff.changes) {
        ++report.files;
        report.filesDiffering += change.kind != EntryChange::Kind::Same || change.modeChanged();
    }
    report.message = diff.isIdentical()
        ? Session::tr("Built again: every file is the same, but the archive around them differs.")
        : Session::tr("Built again: %1 of %2 files differ.").arg(report.filesDiffering).arg(report.files);
    return report;
}

} // namespace

Result<RebuildRequest> Session::rebuildRequest(int row)
{
    const TargetState *target = row >= 0 && row < m_targets.size() ? &m_targets[row] : nullptr;
    if (!target || target->record.drvPath.isEmpty() || target->record.storePath.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       tr("Only an archive that was built from the flake can be built again and compared. Build %1 "
                          "first.")
                           .arg(target ? target->target.triple : tr("the target")));
    if (!target->record.host.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       tr("%1 was built on %2. Only what this machine built can be built again here and compared.")
                           .arg(target->target.triple, target->record.host));
    const QString logs = stateFolder(u"logs"_s);
    if (!QDir().mkpath(logs))
        return failure(Error::Kind::Io,
                       tr("Could not make the folder %1. Make its parent writable, or name another folder with "
                          "--state-dir.")
                           .arg(logs));
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    return RebuildRequest{.directory = m_directory,
                          .drvPath = target->record.drvPath,
                          .storePath = target->record.storePath,
                          .features = m_settings.nixFeatures,
                          .logFile = QDir(logs).filePath(target->target.triple + u"-again-"_s + stamp + u".log"_s)};
}

QFuture<Report> Session::checkRebuild(int row)
{
    if (isRunning(Task::Building))
        return ready(failure(Error::Kind::Conflict, tr("A build is running. Wait for it or cancel it.")));
    const auto request = rebuildRequest(row);
    if (!request)
        return ready(std::unexpected(request.error()));
    auto *check = new RebuildCheck(*request, this);
    m_targets[row].isRebuilding = true;
    m_targets[row].rebuild.reset();
    const auto stop = begin(Task::Building);
    Q_EMIT targetChanged(row);
    return check->start(stop)
        .then(this,
              [this, check, row, request = *request](const Result<RebuildResult> &result) {
                  check->deleteLater();
                  return result ? reportRebuild(row, request, *result) : ready(std::unexpected(result.error()));
              })
        .unwrap()
        .then(this, [this, row, path = request->storePath](const Report &report) {
            end(Task::Building);
            setRebuild(row, path, report);
            return report;
        });
}

QFuture<Report> Session::reportRebuild(int row, const RebuildRequest &request, const RebuildResult &result)
{
    RebuildReport report{.outcome = result.outcome, .logFile = request.logFile, .seconds = result.seconds};
    switch (result.outcome) {
    case Outcome::Identical:
        report.message = tr("Built again: identical.");
        return ready(report);
    case Outcome::Canceled:
        report.message = tr("Building again was canceled.");
        return ready(report);
    case Outcome::Failed:
        if (result.failure)
            report.message = tr("Building again failed: %1 %2").arg(result.failure->message, result.failure->hint);
        return ready(report);
    case Outcome::Differs:
        break;
    }
    report.message = tr("Built again: it differs.");
    const QString name = QFileInfo(m_targets.value(row).record.archivePath).fileName();
    // What Nix keeps beside the store has the name "….check"; a single file is the archive itself.
    const auto archive =
        QFileInfo(result.otherPath).isFile() ? Result<QString>(result.otherPath) : findArchive(result.otherPath, name);
    if (result.otherPath.isEmpty() || !archive)
        return ready(report);
    return compareRebuild(row, report, *archive);
}

QFuture<Report> Session::compareRebuild(int row, const RebuildReport &report, const QString &archive)
{
    const QString first = m_targets.value(row).record.archivePath;
    const auto stop = begin(Task::Inspecting);
    return runInPool(
               m_pool,
               [archive, first, report, rules = rulesFor(row), inspector = m_options.inspector, stop]() -> Report {
                   const auto before = inspectApart(inspector, first, rules, stop);
                   const auto after = inspectApart(inspector, archive, rules, stop);
                   if (!before || !after)
                       return std::unexpected(before ? after.error() : before.error());
                   RebuildReport whole = report;
                   whole.other = std::make_shared<const Inspection>(*after);
                   return counted(whole, *before);
               })
        .then(this, [this](const Report &compared) {
            end(Task::Inspecting);
            return compared;
        });
}

/// Keeps \a report where the target still has what was built again.
void Session::setRebuild(int row, const QString &storePath, const Report &report)
{
    if (row >= m_targets.size() || m_targets[row].record.storePath != storePath)
        return;
    m_targets[row].isRebuilding = false;
    if (report)
        m_targets[row].rebuild = *report;
    Q_EMIT targetChanged(row);
}

} // namespace unmoor
