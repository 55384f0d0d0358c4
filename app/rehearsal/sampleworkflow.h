// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/project.h"
#include "standin/runs.h"

namespace unmoor {

/// The sample's workflow file, by its path in the checkout.
inline constexpr auto sampleWorkflowPath = QLatin1StringView(".github/workflows/release.yml");

/// What the sample's workflow makes of the commit of \a project, whose checkout is clean: its one job ends well and
/// keeps an artifact, a ZIP as upload-artifact writes it, which holds the archive for Macs with the documents of that
/// commit. The stand-in has no Mac: the programs in it are made by macProgram(), which the job's log says, too. \a end:
/// of the job. Errors: those of readCheckoutFile(), Failed.
Result<rehearsal::WorkflowPlan> sampleWorkflowPlan(const Project &project, const QDateTime &end);

} // namespace unmoor
