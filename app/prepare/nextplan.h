// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/prepare/prepareplan.h"

namespace unmoor {

// After a release: what the files say until the next one.

/// The versions that development may go on as, the smallest step first, with the manifest's suffix: "1.0.7-dev". At
/// most one is proposed: none where the manifest names no suffix, where what is released is a candidate of what comes,
/// and where the files are ahead of the release already.
QList<NextVersion> developmentVersions(const PrepareFacts &facts);

/// What begins the version after the last release: a section for what is not released, where the changelog lacks one,
/// and the version of developmentVersions(), as one commit without a tag. \a wanted: the name of one of them, or a
/// version; empty: the proposed one. Errors: InvalidInput (no such choice, not a version of the project's scheme, not
/// newer than the last).
Result<PreparePlan> planNext(const PrepareFacts &facts, const QString &wanted);

/// Whether planNext() would find something to do once \a project, as its files are, is released. Reads the changelog.
bool isNextWanted(const Project &project);

} // namespace unmoor
