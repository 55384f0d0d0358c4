// SPDX-License-Identifier: GPL-3.0-or-later
// What status, publish and publish --dry-run share: the release as the host has it.
#pragma once

#include "app/cli/console.h"
#include "app/cli/invocation.h"
#include "app/release/session.h"
#include "app/runs/runsview.h"

#include <QFuture>

namespace unmoor {

/// Opens the project and compares it with what the host has.
QFuture<Result<void>> openAndReconcile(const Invocation &invocation, Session &session);

/// What GitHub Actions made of the commit, where a target is built there.
struct StatusRuns
{
    std::optional<RunsView> view; ///< nullopt: no target is built there, or they could not be read
    QString problem; ///< why they could not be read; empty: they were, or nobody asked
};

/// Reads them for the project of \a session. A host that does not answer is no failure: it is said.
QFuture<StatusRuns> readStatusRuns(Session &session, std::stop_token stop);

/// Prints what is on the host and what is to do; \a runs: nullopt: they are left out. 0: the release is complete; 1: it
/// is not.
int reportStatus(const Session &session, const Console &console, const std::optional<StatusRuns> &runs = {});

} // namespace unmoor
