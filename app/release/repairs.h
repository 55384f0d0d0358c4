// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/places.h"
#include "app/release/repair.h"

#include <QThreadPool>

namespace unmoor {

/// What to do about builds that failed, and looking into ones that seem to hang.
class Repairs : public QObject
{
    Q_OBJECT
public:
    Repairs(Engine &engine, Targets &targets, Places &places, QObject *parent = nullptr);

    /// Looks at what the failure of the target's build has to do with: what can be offered. NotFound: it has none.
    QFuture<Result<FailureRepair>> examine(const QString &triple, const ProjectPtr &project);
    /// What `nix flake lock` would make of flake.lock; the file stays as it is. Conflict: nothing would change.
    QFuture<Result<FileEdit>> proposeLockFile(const ProjectPtr &project);
    /// Does what \a offer says to checkout or settings (ApplyEdit, AddToGit, EnableFeature, ChooseHost). The checkout
    /// is another one then: read it again. Errors: Conflict (a file is not what was read; nothing is written), Io,
    /// Failed (git's words).
    QFuture<Result<void>> apply(const QString &triple, const FailureOffer &offer, const ProjectPtr &project);
    /// The whole log of a step as Nix keeps it where the target is built. Errors: NotFound (no log is kept).
    QFuture<Result<QString>> nixLog(const QString &triple, const QString &derivation, const ProjectPtr &project);
    /// The processes that build for the target, as a table of ps there.
    QFuture<Result<QString>> builderProcesses(const QString &triple);

private:
    QFuture<Result<RepairContext>> context(const TargetState &target, const ProjectPtr &project);
    const BuildHost *hostOf(const QString &triple) const; ///< null: this machine

    Engine &m_engine;
    Targets &m_targets;
    Places &m_places;
    QThreadPool m_pool; ///< its destructor waits for what still reads files
};

} // namespace unmoor
