// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/releasemanifest.h"
#include "app/workflows/artifactproposal.h"
#include "app/workflows/workflowchecks.h"

#include <QJsonObject>
#include <optional>

namespace unmoor {

/// The workflow files of a project, checked.
struct WorkflowsReport
{
    QString version; ///< that they were checked for; empty: not known
    QString tag; ///< of it
    QString notesTag; ///< whose notes were cut out of the changelog for a trial; empty: there are none
    QList<WorkflowReading> workflows; ///< by path; at most 100

    int count(Severity severity) const;
    bool passes() const { return count(Severity::Error) == 0; }
    bool operator==(const WorkflowsReport &) const = default;
};

/// Reads .github/workflows of the checkout around \a directory, without network, and runs nothing. \a manifest: nullopt
/// where the project has no unmoor.toml. \a version: empty: not known; then the newest section of the changelog serves.
WorkflowsReport checkWorkflows(const QString &directory, const std::optional<ReleaseManifest> &manifest,
                               const QString &version);

/// The workflow files of the checkout around \a directory, by path, as they are on disk; at most 100.
QList<WorkflowFile> workflowFilesOf(const QString &directory);

/// The workflow files, by path, that a push of \a tag starts at the host, as those of the checkout around \a directory
/// say. What GitHub could not use is not among them.
QStringList workflowsForTag(const QString &directory, const QString &tag);

/// The document of `unmoor workflows --json`.
QJsonObject workflowsToJson(const WorkflowsReport &report);

} // namespace unmoor
