// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"
#include "ui/steprail/steprail.h"

namespace unmoor {

/// Where a page leads once its own step is done.
struct NextStep
{
    StepRail::Step step = StepRail::Build;
    QString text; ///< of the button that goes there

    bool operator==(const NextStep &) const = default;
};

/// nullopt while something of the step \a from is still to do, or runs. \a notesEdited: there are unsaved edits.
std::optional<NextStep> nextStepAfter(StepRail::Step from, const Session &session, bool notesEdited);

} // namespace unmoor
