// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/processlock.h"
#include "app/release/project.h"

namespace unmoor {

/// Promises that this process alone publishes or takes back a release of \a project, until it is let go. \a stateDir:
/// as the engine's. Errors: Conflict (its message says who does), Io.
Result<std::shared_ptr<ProcessLock>> holdRelease(const Project &project, const QString &stateDir);

} // namespace unmoor
