// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/rebuilds.h"

#include "app/archive/archivediff.h"
#include "app/core/chain.h"
#include "app/core/words.h"
#include "app/release/archivefile.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Counts what differs, in the archive that was built first.
RebuildReport counted(RebuildReport report, const Inspection &first)
{
    const ArchiveDiff diff = diffArchives(first, *report.other);
    for (const EntryChange &change : diff.changes) {
        ++report.files;
        report.filesDiffering += change.kind != EntryChange::Kind::Same || change.modeChanged();
    }
    report.message = diff.isIdentical()
        ? Words::tr("Built again: every file is the same, but the archive around them differs.")
        : Words::tr("Built again: %1 of %2 files differ.").arg(report.filesDiffering).arg(report.files);
    return report;
}

} // namespace

Rebuilds::Rebuilds(Engine &engine, Targets &targets, Archives &archives, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_targets(targets)
    , m_archives(archives)
{
    connect(&m_activity, &Activity::changed, this, &Rebuilds::activityChanged);
}

Rebuilds::~Rebuilds()
{
    m_activity.cancel();
    // A check that runs ends its future as it goes; what waits for that needs the members of this.
    qDeleteAll(findChildren<RebuildCheck *>(Qt::FindDirectChildrenOnly));
}

Result<RebuildRequest> Rebuilds::request(const TargetState &target, const Project &project) const
{
    const QString triple = target.target.triple;
    if (const auto trusted = requireTrust(project); !trusted)
        return std::unexpected(trusted.error());
    if (target.isBeingBuilt())
        return failure(Error::Kind::Conflict, Words::tr("%1 is being built. Wait for it or cancel it.").arg(triple));
    if (target.record.drvPath.isEmpty() || target.record.storePath.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       Words::tr("Only an archive that was built from the flake can be built again and compared. Build "
                                 "%1 first.")
                           .arg(triple));
    if (!target.record.host.isEmpty())
        return failure(
            Error::Kind::InvalidInput,
            Words::tr("%1 was built on %2. Only what this machine built can be built again here and compared.")
                .arg(triple, target.record.host));
    const auto logs = madeFolder(project.stateFolder(m_engine.stateDir(), u"logs"_s));
    if (!logs)
        return std::unexpected(logs.error());
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    return RebuildRequest{.directory = project.directory,
                          .drvPath = target.record.drvPath,
                          .storePath = target.record.storePath,
                          .logFile = QDir(*logs).filePath(triple + u"-again-"_s + stamp + u".log"_s)};
}

QFuture<Result<RebuildReport>> Rebuilds::check(const QString &triple, const ProjectPtr &project)
{
    using Report = Result<RebuildReport>;
    TargetState *target = m_targets.edit(triple);
    if (!target)
        return finished<RebuildReport>(std::unexpected(noSuchTarget(triple)));
    const auto asked = request(*target, *project);
    if (!asked)
        return finished<RebuildReport>(std::unexpected(asked.error()));
    auto *check = new RebuildCheck(*asked, this);
    target->isRebuilding = true;
    target->rebuild.reset();
    const auto stop = m_activity.begin();
    m_targets.touch(triple);
    auto compared = andThen(check->start(stop), this,
                            [this, first = *target, asked = *asked, project](const RebuildResult &result) {
                                return report(first, asked, result, project);
                            });
    return compared.then(this, [this, check, triple](const Report &done) {
        check->deleteLater();
        m_activity.end();
        if (TargetState *row = m_targets.edit(triple)) {
            row->isRebuilding = false;
            if (done)
                row->rebuild = *done;
            m_targets.settle(triple);
            m_targets.touch(triple);
        }
        return done;
    });
}

QFuture<Result<RebuildReport>> Rebuilds::report(const TargetState &target, const RebuildRequest &request,
                                                const RebuildResult &result, const ProjectPtr &project)
{
    RebuildReport report{.outcome = result.outcome, .logFile = request.logFile, .seconds = result.seconds};
    switch (result.outcome) {
    case RebuildResult::Outcome::Identical:
        report.message = Words::tr("Built again: identical.");
        return finished<RebuildReport>(report);
    case RebuildResult::Outcome::Canceled:
        report.message = Words::tr("Building again was canceled.");
        return finished<RebuildReport>(report);
    case RebuildResult::Outcome::Failed:
        if (result.failure)
            report.message =
                Words::tr("Building again failed: %1 %2").arg(result.failure->message, result.failure->hint);
        return finished<RebuildReport>(report);
    case RebuildResult::Outcome::Differs:
        break;
    }
    report.message = Words::tr("Built again: it differs.");
    const QString name = QFileInfo(target.record.archivePath).fileName();
    // What Nix keeps beside the store has the name "….check"; a single file is the archive itself.
    const auto archive = QFileInfo(result.otherPath).isFile()
        ? Result<QString>(result.otherPath)
        : findArchive(result.otherPath, name, project->otherNames(target.target));
    if (result.otherPath.isEmpty() || !archive)
        return finished<RebuildReport>(report);
    return andThen(m_archives.inspectBoth(target.record.archivePath, *archive, target.target.triple, project), this,
                   [report](const std::pair<Inspection, Inspection> &read) mutable {
                       report.other = std::make_shared<const Inspection>(read.second);
                       return finished<RebuildReport>(counted(report, read.first));
                   });
}

} // namespace unmoor
