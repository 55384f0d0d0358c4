// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runs/runsview.h"

namespace unmoor {

/// What is wanted out of a run.
struct ArtifactWish
{
    QString commit; ///< that the run must have built, 40 hex digits
    QString workflow; ///< file name: "release.yml"
    QString job; ///< glob for the job's name; empty: any
    QString artifact; ///< glob for the artifact's name
};

/// An artifact, and what it came from.
struct ArtifactSource
{
    github::WorkflowRun run;
    std::optional<github::RunJob> job; ///< nullopt where no job was named
    github::RunArtifact artifact;
    bool isOfEarlierAttempt = false; ///< the job ran again since, and did not keep it anew
    int olderOnes = 0; ///< artifacts of the same name that earlier attempts kept

    bool operator==(const ArtifactSource &) const = default;
};

/// How far \a wish is in \a details.
enum class ArtifactState {
    Ready, ///< the artifact is there
    Coming, ///< its job has not ended
    Missing, ///< it does not come out of this run; why is said
};

struct ArtifactChoice
{
    ArtifactState state = ArtifactState::Missing;
    std::optional<ArtifactSource> source; ///< with Ready
    Error why = {}; ///< with Missing: Conflict (another commit, another workflow), NotFound, Failed (the job failed)
};

/// The job that \a wish names, as far as it is there. nullopt: it is not, several fit, or none was named.
std::optional<github::RunJob> jobOf(const RunDetails &details, const ArtifactWish &wish);

/// Looks for what \a wish wants in a run: an artifact of another commit is none, of two with one name the newer one
/// counts, one that has expired is said with its date.
ArtifactChoice chooseArtifact(const RunDetails &details, const ArtifactWish &wish);

/// Where a file came from, for the ledger and the provenance: run, attempt, job, artifact, digest, commit.
QString originText(const QString &repository, const ArtifactSource &source);

} // namespace unmoor
