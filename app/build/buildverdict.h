// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/buildmonitor.h"
#include "app/nix/buildfailure.h"
#include "app/nix/nixanswers.h"

namespace unmoor {

/// Whether a build began, in place of fetching or of finding everything there.
bool builtAnything(const BuildMonitor &monitor);

/// Why the run failed, with the end of the failing step's log as detail. The first \a passedOver messages are of an
/// earlier process that succeeded.
BuildFailure failureOfRun(const BuildMonitor &monitor, qsizetype passedOver = 0);

/// Nix ended without a verdict: by a signal, or with an answer that makes no sense.
BuildFailure crashOfNix(const Error &error);

/// Nix said that it had built \a path and the store does not have it.
BuildFailure pathMissing(const QString &path);

} // namespace unmoor
