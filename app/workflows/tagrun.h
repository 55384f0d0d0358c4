// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/expression.h"
#include "app/workflows/runscript.h"
#include "app/workflows/workflow.h"

namespace unmoor {

/// A script of a workflow, read as if it ran for a tag.
struct TagScript
{
    const WorkflowJob *job = nullptr;
    const WorkflowStep *step = nullptr;
    ScriptReading reading;
};

/// What the scripts of \a workflow do when \a tag was pushed, as far as reading tells: the tag's own names, `env`,
/// outputs of steps and jobs. Scripts of other shells than sh and bash are left out. \a workflow outlives the result.
QList<TagScript> readTagScripts(const Workflow &workflow, const QString &tag);

/// The lookup for one row of the matrix of \a job: matrix.*, env.*, and what \a others knows.
ExpressionLookup rowLookup(const Workflow &workflow, const WorkflowJob &job, const MatrixRow &row,
                           const ExpressionLookup &others = {});

/// A line of a script with those that a backslash joins to it; comments are left out.
struct ScriptLine
{
    QString text;
    int line = 0; ///< of the file
    bool isIndented = false; ///< it may be part of a branch
};
QList<ScriptLine> scriptLines(const WorkflowStep &step);

} // namespace unmoor
