// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"
#include "ui/steprail/steprail.h"

namespace unmoor {

/// Something that stands in the way of the release, or that somebody should know of.
struct Problem
{
    Severity severity = Severity::Error; ///< Error or Warning
    StepRail::Step step = StepRail::Plan; ///< where it is seen and mended
    QString triple; ///< of the target that it is about; empty: of none
    QString place; ///< the gate's name, the entry's path; empty: the page says it
    QString text; ///< what is wrong
    QString mend; ///< what mends it, as far as that is known
    std::optional<WorkflowFinding> workflow = {}; ///< that it is; its place is "release.yml:12"
    qint64 run = 0; ///< of GitHub Actions, that failed; 0: it is about none
    qint64 job = 0; ///< of that run, the first that failed; 0: none is known

    bool operator==(const Problem &) const = default;
};

/// All of them, in the order of the steps: what the counters count and F8 walks.
QList<Problem> problemsOf(const Session &session);

/// The page and what it is about there: "Archives · x86_64-unknown-linux-gnu · bin/main".
QString whereText(const Problem &problem);

/// The one after \a from, or before it, around the ends; where \a from is gone, the first of \a step or of a later one.
/// nullopt: there is none.
std::optional<Problem> nextProblem(const QList<Problem> &problems, const std::optional<Problem> &from,
                                   StepRail::Step step, bool forward);

} // namespace unmoor
