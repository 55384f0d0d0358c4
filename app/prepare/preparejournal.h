// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/processlock.h"
#include "app/prepare/prepareplan.h"

namespace unmoor {

/// What a preparation did to a checkout, written before each step: whoever comes after a kill knows how far it was, and
/// can take it back.
struct PrepareJournal
{
    QString root; ///< of the checkout
    QString before; ///< the commit that it began at
    QString commit; ///< that it made; empty: none yet
    QString version;
    QString tag; ///< that it makes; empty: none, since it begins what follows a release
    QString message; ///< of the commit
    TagKind tagKind = TagKind::Annotated;
    QString tagMessage; ///< empty for a lightweight tag
    bool isTagged = false;
    bool isPushed = false;
    QString pullBranch; ///< that was pushed for a pull request; empty: none was
    QString pullBase; ///< the branch that it is to be merged into
    qint64 pullNumber = 0; ///< of the pull request; 0: not opened yet
    QString pullUrl;
    QList<FileEdit> edits; ///< whole files, as they were and as they became

    bool makesTag() const { return !tag.isEmpty(); }
    bool isMade() const { return makesTag() ? isTagged : !commit.isEmpty(); } ///< only the push is left
    bool operator==(const PrepareJournal &) const = default;
};

/// Where the one of the project at \a root is kept.
QString journalPath(const QString &stateDir, const QString &root);

/// A journal and what git says of it.
struct PrepareStanding
{
    PrepareJournal journal; ///< with a commit and a tag that were made and, because of a kill, not written down
    QString head; ///< where HEAD is now
    QString remotes; ///< remote branches that have the commit, as far as is known here; empty: none

    /// Somebody undid it with git: there is nothing to push and nothing to take back.
    bool isTakenApart() const
    {
        if (!journal.pullBranch.isEmpty())
            return false; // the remote has it
        return journal.commit.isEmpty() ? head != journal.before : !journal.isTagged && head != journal.commit;
    }

    /// Nothing is left to do here: somebody undid it, or pushed it, with git.
    bool isOver() const { return isTakenApart() || (!remotes.isEmpty() && journal.pullBranch.isEmpty()); }

    bool operator==(const PrepareStanding &) const = default;
};

/// Asks git. Errors: as gitWork().
QFuture<Result<PrepareStanding>> standingOf(const PrepareJournal &journal, std::stop_token stop = {});

/// What was prepared, or begun, in the checkout at \a root and not pushed; nullopt: nothing. Errors: those of
/// readJournal() and standingOf().
QFuture<Result<std::optional<PrepareStanding>>> readStanding(const QString &stateDir, const QString &root,
                                                             std::stop_token stop = {});

/// Promises that this process alone prepares in the checkout at \a root, until it is let go. Errors: Conflict (its
/// message says who does), Io.
Result<std::shared_ptr<ProcessLock>> holdPreparation(const QString &stateDir, const QString &root);

/// nullopt: nothing was prepared, or it was taken back. Errors: Io, Corrupt.
Result<std::optional<PrepareJournal>> readJournal(const QString &stateDir, const QString &root);
Result<void> writeJournal(const QString &stateDir, const PrepareJournal &journal); ///< Errors: Io
void removeJournal(const QString &stateDir, const QString &root);

} // namespace unmoor
