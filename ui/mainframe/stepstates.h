// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"
#include "ui/build/buildpage.h"
#include "ui/steprail/stepbutton.h"

namespace unmoor {

// How each step of a release stands, in the words of the rail.

StepState planStepState(const Session &session);
StepState buildStepState(const Session &session);
StepState archivesStepState(const Session &session);
StepState notesStepState(const Session &session, bool edited);
StepState publishStepState(const Session &session, int waitSeconds = 0); ///< of a pause that GitHub asked for
StepState historyStepState(const Session &session);

/// When the gates were asked, and about which commit; empty: they were not.
QString checkedText(const Session &session);

/// How the targets' builds stand; there is nothing to build in a checkout that is not trusted.
RunSummary runSummaryOf(const Session &session);

} // namespace unmoor
