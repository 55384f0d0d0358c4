// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/activity.h"
#include "app/github/client.h"
#include "app/release/acceptances.h"
#include "app/release/previousarchive.h"

#include <QThreadPool>
#include <map>

namespace unmoor {

/// The archive of an earlier release of the same target, read.
struct EarlierArchive
{
    PreviousArchive archive;
    std::shared_ptr<const Inspection> inspection;
};

/// Makes \a record one of the finished file at \a path.
void setAdopted(BuildRecord &record, const QString &path, const BuiltElsewhere &from);

/// The archives of a release: reading and judging them, adopting finished ones, and those of earlier releases.
class Archives : public QObject
{
    Q_OBJECT
public:
    Archives(Engine &engine, Targets &targets, Acceptances &acceptances, github::Client &client,
             QObject *parent = nullptr);
    ~Archives() override;

    /// Reads and judges the target's archive. The answer is why it could not be read. Canceled by cancel(triple).
    QFuture<Result<void>> inspect(const QString &triple, const ProjectPtr &project);
    /// Waits for every archive that is being read, and reads those that were not read yet.
    QFuture<Result<void>> inspectAll(const ProjectPtr &project);
    /// Takes \a file as the target's archive: copied into the state folder, then inspected. Errors: NotFound,
    /// InvalidInput (the target is dropped), Io, and those of inspect().
    QFuture<Result<void>> adopt(const QString &triple, const QString &file, const ProjectPtr &project,
                                const BuiltElsewhere &from = {});
    /// Copies \a file into the state folder under the name of the target's archive, and gives the copy. Errors:
    /// NotFound, Io.
    QFuture<Result<QString>> keep(const ManifestTarget &target, const QString &file, const ProjectPtr &project);
    /// Lets go of the file that was adopted for the target; what was built before counts again, and is read. The copy
    /// in the state folder stays. Errors: see Targets::letGoOfAdopted() and inspect().
    QFuture<Result<void>> letGo(const QString &triple, const ProjectPtr &project);
    /// Reads any archive, judged against the layout of \a triple's target (empty: none). Changes nothing of the
    /// release.
    QFuture<Result<Inspection>> inspectFile(const QString &path, const QString &triple, const ProjectPtr &project);
    /// Fetches the archive of the target in the newest release before this one, and reads it. Errors: see
    /// fetchPreviousArchive() and inspectArchive().
    QFuture<Result<EarlierArchive>> inspectPrevious(const QString &triple, const ProjectPtr &project);
    /// Reads two archives and gives both, judged as \a triple's.
    QFuture<Result<std::pair<Inspection, Inspection>>> inspectBoth(const QString &first, const QString &second,
                                                                   const QString &triple, const ProjectPtr &project);

    bool isReading() const { return m_activity.isRunning(); }
    void cancel(const QString &triple); ///< the reading of its archive
    void cancelLooking() { m_activity.cancel(); } ///< files and downloads that are no target's archive
    void cancel(); ///< every reading, copy and download

Q_SIGNALS:
    void entriesRead(const QString &triple, const QList<unmoor::ArchiveEntry> &batch);
    void progressed(const QString &triple, qint64 packedRead, qint64 packedSize); ///< bytes of the archive file
    void judged(); ///< an archive was read: what is said of the archives may have changed
    void activityChanged(); ///< isReading()

private:
    QFuture<Result<void>> inspectNext(QStringList triples, const ProjectPtr &project);
    InspectionRules rulesFor(const QString &triple, const Project &project) const;
    Result<void> setInspection(TargetState &target, const Result<Inspection> &inspection);

    Engine &m_engine;
    Targets &m_targets;
    Acceptances &m_acceptances;
    github::Client &m_client;
    Activity m_activity;
    std::map<QString, std::pair<std::stop_source, QFuture<Result<void>>>> m_readings; ///< by triple
    QThreadPool m_pool; ///< last: its destructor waits for what is still copied
};

} // namespace unmoor
