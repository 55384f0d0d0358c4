// SPDX-License-Identifier: GPL-3.0-or-later
// What status, publish and publish --dry-run share: the release as the host has it.
#pragma once

#include "app/cli/console.h"
#include "app/cli/invocation.h"
#include "app/release/session.h"

#include <QFuture>

namespace unmoor {

/// Opens the project and compares it with what the host has.
QFuture<Result<void>> openAndReconcile(const Invocation &invocation, Session &session);

/// Prints what is on the host and what is to do. 0: the release is complete; 1: it is not.
int reportStatus(const Session &session, const Console &console);

} // namespace unmoor
