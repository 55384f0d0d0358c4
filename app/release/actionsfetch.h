// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"

#include <functional>

namespace unmoor {

/// What shall come out of GitHub Actions.
struct ActionsFetch
{
    QStringList triples; ///< targets that have [target.actions]
    qint64 runId = 0; ///< of the run to take; 0: the newest one of the project's commit, which is waited for
    bool mayStart = false; ///< where there is no run, the workflow is started
    std::function<void(const QString &line)> say; ///< takes what happens on the way, for people
};

/// Takes the archive of each target out of its run, as if it were built, and adopts it with where it came from. One
/// that fails keeps no other from it; what the first failed with is the answer. Errors: those of
/// ActionsArtifacts::fetch() and of Archives::adopt().
QFuture<Result<void>> fetchFromActions(Session &session, const ActionsFetch &fetch, std::stop_token stop);

} // namespace unmoor
