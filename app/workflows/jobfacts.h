// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/workflow.h"

namespace unmoor {

/// A step that keeps files for other jobs.
struct ArtifactUpload
{
    const WorkflowStep *step = nullptr;
    WorkflowText name; ///< may hold expressions; "artifact" where the step gives none
    bool overwrites = false;
};

/// A step that takes them.
struct ArtifactDownload
{
    QString name; ///< may hold expressions; empty: not one by name
    QString pattern; ///< glob; empty: all
};

/// What a job of a workflow does, as far as a release is concerned.
struct JobFacts
{
    const WorkflowJob *job = nullptr;
    QList<ArtifactUpload> uploads;
    QList<ArtifactDownload> downloads;
    int releaseLine = 0; ///< where it makes a release or adds files to one; 0: it does not
    bool releasesByToken = false; ///< with the token that GitHub gives the workflow
    int imageLine = 0; ///< where it pushes an image
    bool pushesByToken = false;
    int latestLine = 0; ///< where it makes that image "latest"
    int latestReleaseLine = 0; ///< where it makes that release "latest"
    bool isLatestGuarded = false; ///< only sometimes: a condition or a branch says when

    bool releases() const { return releaseLine > 0; }
    bool pushesImage() const { return imageLine > 0; }
};

JobFacts factsOf(const Workflow &workflow, const WorkflowJob &job);

/// Whether \a download takes what \a upload keeps; what only the run knows is taken for anything.
bool takes(const ArtifactDownload &download, const ArtifactUpload &upload);

} // namespace unmoor
