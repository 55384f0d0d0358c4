// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/jobfacts.h"
#include "app/workflows/workflowchecks.h"

namespace unmoor {

/// What the checks of a workflow work on.
struct CheckedWorkflow
{
    const Workflow &workflow;
    const WorkflowContext &context;
    QList<JobFacts> jobs;
    QList<WorkflowFinding> findings;

    void add(Severity severity, const QString &code, int line, const QString &message, const QString &hint)
    {
        findings.append({Finding{severity, code, workflow.path, message, hint}, line, 0});
    }

    /// Whether a release's tag starts the workflow: by its push, or by publishing the release.
    bool isForTags() const;
    bool releases() const;
};

// Each adds what it finds.
void checkOrder(CheckedWorkflow &checked); ///< what waits for what: release, archives, image, latest
void checkArtifacts(CheckedWorkflow &checked); ///< names that collide
void checkRights(CheckedWorkflow &checked); ///< permissions, concurrency, actions by branch
void checkSystems(CheckedWorkflow &checked); ///< --system with a foreign system
void checkVersions(CheckedWorkflow &checked); ///< hard-coded versions
void checkNotes(CheckedWorkflow &checked); ///< cutting the notes out of the changelog

} // namespace unmoor
