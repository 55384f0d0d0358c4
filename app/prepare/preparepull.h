// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/github/client.h"
#include "app/prepare/preparerun.h"

namespace unmoor {

// A branch that nobody may push to: the commit is merged by a pull request, and what was merged is tagged.

/// Where pull requests are opened.
struct PullHost
{
    github::Client *client = nullptr;
    QString repository; ///< "owner/name"
};

/// Pushes the commit of \a journal as a branch of its own and opens a pull request of it; one that is there already is
/// gone on with. The journal that it comes to is kept. Errors: Conflict (nothing is prepared), Failed, the client's.
QFuture<Result<PrepareJournal>> openPullRequest(const PrepareJournal &journal, const PushPreview &preview,
                                                const PullHost &host, const QString &stateDir,
                                                const PrepareListener &listener = {}, std::stop_token stop = {});

/// Goes on once the pull request is merged: tags what was merged, brings the branch here to it where it is still at
/// our commit, and pushes the tag. Errors: Conflict (it is not merged yet, it was closed, or what was merged says
/// something else than what was prepared), Failed, the client's.
QFuture<Result<PrepareJournal>> finishPullRequest(const PrepareJournal &journal, const PushPreview &preview,
                                                  const PullHost &host, const QString &stateDir,
                                                  const PrepareListener &listener = {}, std::stop_token stop = {});

} // namespace unmoor
