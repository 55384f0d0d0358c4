// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/project.h"
#include "app/release/targetstate.h"

#include <QObject>

namespace unmoor {

/// The targets of a release and where each stands: the rows of the matrix, by triple. The services of a session write
/// what they come to into it; windows and commands read it.
class Targets : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const QList<TargetState> &rows() const { return m_rows; }
    int rowOf(const QString &triple) const; ///< -1: no such target
    const TargetState *find(const QString &triple) const; ///< null: no such target
    /// For services: touch() follows. Null: no such target (any more).
    TargetState *edit(const QString &triple);
    void touch(const QString &triple) { Q_EMIT changed(triple); } ///< says that the target was edited
    void tick(const QString &triple) { Q_EMIT ticked(triple); } ///< the same of figures that only count on

    /// Makes the rows those of \a project. What is being built stays as it is; what was built from another revision
    /// stays to be seen, and says so; the rest is what \a ledger remembers of this revision.
    void refresh(const ProjectPtr &project, const Ledger &ledger);
    /// What \a ledger remembers of the target at the revision of \a project takes the place of what the row says.
    void restore(const QString &triple, const Project &project, const Ledger &ledger);
    /// Says whether what the row has belongs to the project as it was read last: after its build, which may have been
    /// of an earlier one.
    void settle(const QString &triple);
    /// Leaves the target out of this release, or takes it back in, and records it. Errors: InvalidInput (it is dropped
    /// in unmoor.toml), NotFound, Io.
    Result<void> setLeftOut(const QString &triple, bool leftOut, const QString &reason, Ledger &ledger);

    /// Lets go of the file that was adopted for the target, and records it; what was built before counts again. Errors:
    /// NotFound, InvalidInput (none was adopted), Io.
    Result<void> letGoOfAdopted(const QString &triple, Ledger &ledger);

    QStringList triples() const;
    QStringList triplesToBuild() const; ///< in, buildable, without an archive of this checkout

Q_SIGNALS:
    void changed(const QString &triple);
    void ticked(const QString &triple); ///< progress, time left, bytes sent: to be painted, nothing follows from it
    void reset(); ///< rows came or went

private:
    bool isOf(const TargetState &row, const Project &project) const;

    QList<TargetState> m_rows;
    ProjectPtr m_project; ///< whose rows they are; null: none yet
};

/// A record of what is done with \a target from now on.
BuildRecord newRecord(const Project &project, const TargetState &target);

/// Says in \a record where in the state folder \a stateDir the build's log and root go. The root of a commit is its
/// own: a build of the same commit with changes does not let go of what the commit's release needs. Errors: Io.
Result<void> placeFiles(BuildRecord &record, const Project &project, const QString &stateDir);

} // namespace unmoor
