// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/invocation.h"
#include "app/release/session.h"

#include <QFuture>

namespace unmoor {

/// Runs one command of the contract to its exit code. The future always finishes; canceling is session.cancel().
QFuture<int> runCommand(const Invocation &invocation, Session &session, const Console &console);

/// What a session needs of an invocation; reads the token's environment variable.
SessionOptions sessionOptions(const Invocation &invocation);

} // namespace unmoor
