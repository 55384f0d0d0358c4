// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/finding.h"
#include "app/workflows/workflow.h"

namespace unmoor {

/// What a workflow is checked against.
struct WorkflowContext
{
    QString projectName; ///< empty: not known
    QString version; ///< of the release at hand; empty: not known
    QString tag; ///< of it
    QString preReleaseTag; ///< what the tag of a pre-release looks like: "v1.0.5-rc.1"
    QString changelogName; ///< file name; empty: there is none
    QByteArray changelog;
    QString sectionVersion; ///< whose section the notes are cut out for: the release's, or one that is there
    QString sectionTag;
};

/// A finding about a workflow file, and where.
struct WorkflowFinding
{
    Finding finding; ///< its path is the file
    int line = 0; ///< 1-based; 0: the whole file
    int column = 0; ///< 1-based; 0: the whole line

    bool operator==(const WorkflowFinding &) const = default;
};

/// A workflow file as it was read.
struct WorkflowReading
{
    QString path; ///< relative to the project
    QString name;
    bool releases = false; ///< a job of it makes a release, or adds files to one
    QList<WorkflowFinding> findings; ///< by line

    bool operator==(const WorkflowReading &) const = default;
};

/// Reads the workflow file \a path of \a text and checks it. Whatever is in it, this ends soon and finds something or
/// nothing; nothing of it is run. What only a run can know makes no finding.
WorkflowReading checkWorkflow(const QString &path, const QByteArray &text, const WorkflowContext &context);

} // namespace unmoor
