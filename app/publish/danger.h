// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/publishplan.h"

#include <algorithm>

namespace unmoor {

/// Takes something away that is on GitHub: it is agreed to one by one.
inline bool isDangerous(const PublishStep &step)
{
    return step.kind == PublishStep::Kind::Replace || step.kind == PublishStep::Kind::DeleteBroken;
}

inline QList<PublishStep> dangerousSteps(const PublishPlan &plan)
{
    QList<PublishStep> steps;
    std::ranges::copy_if(plan.steps, std::back_inserter(steps), isDangerous);
    return steps;
}

} // namespace unmoor
