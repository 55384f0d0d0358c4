// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/archives.h"

#include "app/core/chain.h"
#include "app/core/pool.h"
#include "app/core/words.h"
#include "app/release/archivefile.h"

#include <QFileInfo>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace unmoor {

Archives::Archives(Engine &engine, Targets &targets, Acceptances &acceptances, github::Client &client, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_targets(targets)
    , m_acceptances(acceptances)
    , m_client(client)
{
    connect(&m_activity, &Activity::changed, this, &Archives::activityChanged);
}

void setAdopted(BuildRecord &record, const QString &path, const BuiltElsewhere &from)
{
    record.outcome = u"adopted"_s;
    record.origin = from.origin;
    record.seconds = from.seconds;
    record.forecast = from.forecast;
    record.archivePath = path;
    record.bytes = QFileInfo(path).size();
    // Whose file it is does not depend on where it would have been built.
    if (!from.origin.isEmpty())
        record.host = hostWord({.kind = BuildPlace::Kind::Actions});
    else if (record.host == hostWord({.kind = BuildPlace::Kind::Actions}))
        record.host.clear();
}

Archives::~Archives()
{
    cancel();
}

void Archives::cancel(const QString &triple)
{
    if (const auto reading = m_readings.find(triple); reading != m_readings.end())
        reading->second.first.request_stop();
}

void Archives::cancel()
{
    m_activity.cancel();
    for (auto &[triple, reading] : m_readings)
        reading.first.request_stop();
}

InspectionRules Archives::rulesFor(const QString &triple, const Project &project) const
{
    const TargetState *target = m_targets.find(triple);
    InspectionRules rules = inspectionRules(project.manifest, target ? &target->target : nullptr,
                                            {.name = project.manifest.name,
                                             .version = project.versionText(),
                                             .tag = project.tag(),
                                             .triple = target ? triple : QString()});
    rules.checks = m_acceptances.checkSettings();
    return rules;
}

QFuture<Result<QString>> Archives::keep(const ManifestTarget &target, const QString &file, const ProjectPtr &project)
{
    const QString folder = project->stateFolder(m_engine.stateDir(), u"adopted"_s) + u'/' + project->checkout.commit;
    const QString name = project->archiveName(target, file);
    (void)m_activity.begin();
    return runInPool(m_pool, [file, folder, name] { return keepCopy(file, folder, name); })
        .then(this, [this](const Result<QString> &kept) {
            m_activity.end();
            return kept;
        });
}

QFuture<Result<void>> Archives::adopt(const QString &triple, const QString &file, const ProjectPtr &project,
                                      const BuiltElsewhere &from)
{
    const TargetState *target = m_targets.find(triple);
    if (!target)
        return finished<void>(std::unexpected(noSuchTarget(triple)));
    if (target->target.isDropped())
        return finished<void>(
            failure(Error::Kind::InvalidInput,
                    Words::tr("%1 is dropped in unmoor.toml: no archive is adopted for it.").arg(triple)));
    return andThen(keep(target->target, file, project), this, [this, triple, project, from](const QString &kept) {
        TargetState *row = m_targets.edit(triple);
        if (!row)
            return finished<void>(std::unexpected(noSuchTarget(triple)));
        if (row->isBeingBuilt())
            return finished<void>(
                failure(Error::Kind::Conflict,
                        Words::tr("%1 is being built. Cancel that first, then adopt the file.").arg(triple)));
        row->record = newRecord(*project, *row);
        setAdopted(row->record, kept, from);
        row->rebuild.reset();
        row->leftOutByChoice = false;
        row->failure.reset();
        row->build = TargetState::Build::Adopted;
        m_targets.settle(triple);
        const auto id = m_engine.ledger()->startBuild(row->record);
        if (!id)
            return finished<void>(std::unexpected(id.error()));
        row->record.id = *id;
        return inspect(triple, project);
    });
}

QFuture<Result<void>> Archives::letGo(const QString &triple, const ProjectPtr &project)
{
    cancel(triple);
    if (const auto gone = m_targets.letGoOfAdopted(triple, *m_engine.ledger()); !gone)
        return finished<void>(std::unexpected(gone.error()));
    const TargetState *target = m_targets.find(triple);
    return target->hasArchive() ? inspect(triple, project) : finished<void>({});
}

QFuture<Result<Inspection>> Archives::inspectFile(const QString &path, const QString &triple, const ProjectPtr &project)
{
    const auto stop = m_activity.begin();
    return inspectApart(m_engine.inspector(), path, rulesFor(triple, *project), stop)
        .then(this, [this](const Result<Inspection> &inspection) {
            m_activity.end();
            return inspection;
        });
}

QFuture<Result<std::pair<Inspection, Inspection>>> Archives::inspectBoth(const QString &first, const QString &second,
                                                                         const QString &triple,
                                                                         const ProjectPtr &project)
{
    return andThen(inspectFile(first, triple, project), this,
                   [this, second, triple, project](const Inspection &before) {
                       return andThen(inspectFile(second, triple, project), this, [before](const Inspection &after) {
                           return finished<std::pair<Inspection, Inspection>>(std::pair(before, after));
                       });
                   });
}

QFuture<Result<EarlierArchive>> Archives::inspectPrevious(const QString &triple, const ProjectPtr &project)
{
    const TargetState *target = m_targets.find(triple);
    if (!target)
        return finished<EarlierArchive>(std::unexpected(noSuchTarget(triple)));
    PreviousArchiveQuery query = previousArchiveQuery(project->manifest, target->target, project->versionText());
    query.repository = project->repository();
    query.stateDir = m_engine.stateDir();
    const auto stop = m_activity.begin();
    auto fetched =
        fetchPreviousArchive(m_client, query, {}, stop).then(this, [this](const Result<PreviousArchive> &archive) {
            m_activity.end();
            return archive;
        });
    return andThen(fetched, this, [this, triple, project](const PreviousArchive &archive) {
        return andThen(inspectFile(archive.path, triple, project), this, [archive](const Inspection &read) {
            return finished<EarlierArchive>(EarlierArchive{archive, std::make_shared<const Inspection>(read)});
        });
    });
}

QFuture<Result<void>> Archives::inspect(const QString &triple, const ProjectPtr &project)
{
    TargetState *target = m_targets.edit(triple);
    if (!target)
        return finished<void>(std::unexpected(noSuchTarget(triple)));
    cancel(triple);
    const std::stop_source stop;
    (void)m_activity.begin();
    const QString path = target->record.archivePath;
    target->archive = TargetState::Archive::Reading;
    target->entriesRead = 0;
    m_targets.touch(triple);
    const auto show = [this, alive = QPointer(this), triple](const ScanProgress &progress) {
        if (!alive)
            return;
        if (TargetState *row = m_targets.edit(triple))
            row->entriesRead += int(progress.batch.size());
        if (!progress.batch.isEmpty())
            Q_EMIT entriesRead(triple, progress.batch);
        Q_EMIT progressed(triple, progress.packedRead, progress.packedSize);
    };
    const auto future =
        inspectApart(m_engine.inspector(), path, rulesFor(triple, *project), stop.get_token(), show)
            .then(this, [this, triple, path, stop](const Result<Inspection> &inspection) -> Result<void> {
                m_activity.end();
                if (const auto reading = m_readings.find(triple);
                    reading != m_readings.end() && reading->second.first == stop)
                    m_readings.erase(reading);
                TargetState *row = m_targets.edit(triple);
                // The target may have come to another archive meanwhile, or be read anew.
                if (!row || row->record.archivePath != path || m_readings.contains(triple))
                    return {};
                return setInspection(*row, inspection);
            });
    m_readings.insert_or_assign(triple, std::pair(stop, future));
    return future;
}

QFuture<Result<void>> Archives::inspectAll(const ProjectPtr &project)
{
    return inspectNext(m_targets.triples(), project);
}

/// One after the other; one that cannot be read does not keep the next from it.
QFuture<Result<void>> Archives::inspectNext(QStringList triples, const ProjectPtr &project)
{
    while (!triples.isEmpty()) {
        const QString triple = triples.takeFirst();
        const TargetState *target = m_targets.find(triple);
        if (!target || !target->isIn() || !target->hasArchive() || target->inspection)
            continue;
        const auto running = m_readings.find(triple);
        const auto read = running != m_readings.end() ? running->second.second : inspect(triple, project);
        return inEitherCase(read, this, [this, triples, project](const Result<void> &outcome) {
            const bool canceled = !outcome && outcome.error().kind == Error::Kind::Canceled;
            return canceled ? finished<void>(outcome) : inspectNext(triples, project);
        });
    }
    return finished<void>({});
}

Result<void> Archives::setInspection(TargetState &target, const Result<Inspection> &inspection)
{
    const QString triple = target.target.triple;
    Result<void> outcome;
    if (!inspection && inspection.error().kind == Error::Kind::Canceled) {
        target.archive = TargetState::Archive::None;
        outcome = std::unexpected(inspection.error());
    } else if (!inspection) {
        target.archive = TargetState::Archive::Unreadable;
        target.archiveProblem = inspection.error().message;
        outcome = std::unexpected(inspection.error());
    } else if (!target.record.sha256.isEmpty() && target.record.sha256 != inspection->contents.sha256) {
        target.archive = TargetState::Archive::Unreadable;
        target.archiveProblem =
            Words::tr("%1 is not the file that was built: its SHA-256 changed. Build or adopt it again.")
                .arg(target.record.archivePath);
        outcome = failure(Error::Kind::Corrupt, target.archiveProblem);
    } else {
        target.archive = TargetState::Archive::Read;
        // Something may have been accepted while it was read.
        target.inspection =
            std::make_shared<const Inspection>(withSettings(*inspection, m_acceptances.checkSettings(), triple));
        target.record.sha256 = inspection->contents.sha256;
        target.record.bytes = inspection->contents.bytes;
        if (target.record.id != 0)
            m_engine.warnUnless(m_engine.ledger()->finishBuild(target.record));
        Q_EMIT judged();
    }
    m_targets.touch(triple);
    return outcome;
}

} // namespace unmoor
