// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/prepare/preparejournal.h"

namespace unmoor {

/// What preparing does, in its order.
enum class PrepareStep { Write, PostBump, Commit, Tag, Push };

/// Whom it tells how far it is. Either may be empty.
struct PrepareListener
{
    std::function<void(const QString &)> said; ///< a line for people: what was done, what hooks and commands wrote
    std::function<void(PrepareStep)> began;
};

/// Writes, commits and tags what \a plan says, step by step, with a journal in \a stateDir. Where a step fails (a hook
/// refuses, nothing can sign) the commit and the files are as they were before; with \a keepsEdits the files stay as
/// edited. Errors: Conflict (the plan has obstacles, or the checkout is not what was planned for), Failed (git's or the
/// command's own words), Canceled, Io.
QFuture<Result<PrepareJournal>> runPrepare(const PreparePlan &plan, const QString &stateDir, bool keepsEdits,
                                           const PrepareListener &listener = {}, std::stop_token stop = {});

/// Goes on with what was interrupted between the commit and its tag: makes the tag. Errors: Conflict (it is not there
/// that it stopped), Failed (nothing can sign).
QFuture<Result<PrepareJournal>> finishPrepare(const PrepareJournal &journal, const QString &stateDir,
                                              const PrepareListener &listener = {}, std::stop_token stop = {});

/// Takes back what \a journal tells: the tag, the commit, the edits. Errors: Conflict (it was pushed; HEAD or the tag
/// is not what was made; a file was edited since), Failed.
QFuture<Result<void>> undoPrepare(const PrepareJournal &journal, const QString &stateDir, std::stop_token stop = {});

/// What pushing would give the remote.
struct PushPreview
{
    QString remote;
    QString branch;
    QString tag; ///< empty: the branch goes alone
    QStringList commits; ///< "1a2b3c4 Subject", newest first
    QStringList workflows; ///< files of GitHub Actions that the tag starts, by path

    bool operator==(const PushPreview &) const = default;
};

/// Errors: NotFound (nothing was prepared, no remote, a detached HEAD), Failed.
QFuture<Result<PushPreview>> previewPush(const PrepareJournal &journal, std::stop_token stop = {});

/// Pushes branch and tag, both or none. Errors: Forbidden (the remote protects one of them), Failed, with the remote's
/// own words and the way on.
QFuture<Result<void>> pushPrepared(const PrepareJournal &journal, const PushPreview &preview, const QString &stateDir,
                                   const PrepareListener &listener = {}, std::stop_token stop = {});

} // namespace unmoor
