// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/prepare/preparejournal.h"

namespace unmoor {

/// Writes, commits and tags what \a plan says, step by step, with a journal in \a stateDir. Where a step fails (a hook
/// refuses, nothing can sign) the commit and the files are as they were before; with \a keepsEdits the files stay as
/// edited. \a said: a line for each step that was done. Errors: Conflict (the plan has obstacles, or the checkout is
/// not what was planned for), Failed (git's or the command's own words), Canceled, Io.
QFuture<Result<PrepareJournal>> runPrepare(const PreparePlan &plan, const QString &stateDir, bool keepsEdits,
                                           std::function<void(const QString &)> said, std::stop_token stop = {});

/// Takes back what \a journal tells: the tag, the commit, the edits. Errors: Conflict (it was pushed; HEAD or the tag
/// is not what was made; a file was edited since), Failed.
QFuture<Result<void>> undoPrepare(const PrepareJournal &journal, const QString &stateDir, std::stop_token stop = {});

/// What pushing would give the remote.
struct PushPreview
{
    QString remote;
    QString branch;
    QString tag;
    QStringList commits; ///< "1a2b3c4 Subject", newest first

    bool operator==(const PushPreview &) const = default;
};

/// Errors: NotFound (nothing was prepared, no remote, a detached HEAD), Failed.
QFuture<Result<PushPreview>> previewPush(const PrepareJournal &journal, std::stop_token stop = {});

/// Pushes branch and tag, both or none. Errors: Failed with the remote's own words and the way on.
QFuture<Result<void>> pushPrepared(const PrepareJournal &journal, const PushPreview &preview, const QString &stateDir,
                                   std::stop_token stop = {});

} // namespace unmoor
