// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console.h"
#include "cli/invocation.h"
#include "release/session.h"

#include <QFuture>

namespace unmoor {

/// Runs one command of the contract to its exit code. The future always finishes; canceling is session.cancel().
QFuture<int> runCommand(const Invocation &invocation, Session &session, const Console &console);

// The commands, one file each or a file for those that share their steps.
QFuture<int> runPlan(const Invocation &invocation, Session &session, const Console &console);
QFuture<int> runBuild(const Invocation &invocation, Session &session, const Console &console);
QFuture<int> runRebuildCheck(const Invocation &invocation, Session &session, const Console &console);
QFuture<int> runInspect(const Invocation &invocation, Session &session, const Console &console);
QFuture<int> runNotes(const Invocation &invocation, Session &session, const Console &console);
QFuture<int> runStatus(const Invocation &invocation, Session &session, const Console &console);
QFuture<int> runPublish(const Invocation &invocation, Session &session, const Console &console);
QFuture<int> runHost(const Invocation &invocation, Session &session, const Console &console);
QFuture<int> runToken(const Invocation &invocation, Session &session, const Console &console);
QFuture<int> runInit(const Invocation &invocation, Session &session, const Console &console);

/// What a session needs of an invocation; reads the token's environment variable.
SessionOptions sessionOptions(const Invocation &invocation);

inline QFuture<int> exitWith(int code)
{
    return QtFuture::makeReadyValueFuture(code);
}

} // namespace unmoor
