// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/commits.h"
#include "app/project/gitwork.h"
#include "app/project/nextsettings.h"
#include "app/project/nextversion.h"
#include "app/release/fileedit.h"
#include "app/release/project.h"

namespace unmoor {

/// What preparing a release looks at, all of one moment.
struct PrepareFacts
{
    ProjectPtr project;
    NextSettings next;
    GitStanding git;
    CommitRange since; ///< the last release; no commits where that could not be told
    Result<Changelog> changelog = failure(Error::Kind::NotFound, QString());
    QDate today;

    QString last() const; ///< the version that counting goes on from: the last tag's, else the project's
    QList<NextVersion> choices() const; ///< see nextVersions()
    bool takesLatest(const QString &version) const; ///< the release of it would be shown as the latest
};

/// Reads them of the project in \a directory. Errors: those of readProject() and readGitStanding(), Untrusted: what
/// preparing does runs what the project names.
QFuture<Result<PrepareFacts>> gatherPrepareFacts(const QString &directory, Trust trust, std::stop_token stop = {});

/// What is going to be done, for a person to look at first.
struct PreparePlan
{
    ProjectPtr project; ///< as it was read
    QString version; ///< that the files say then; empty: the one that they say stays
    QString tag; ///< empty: none is made, see planNext()
    bool isPreRelease = false;
    bool takesLatest = false; ///< it is to be shown as the latest release
    QList<FileEdit> edits; ///< of the files that say the version, and of the changelog
    QString message; ///< of the commit
    TagKind tagKind = TagKind::Annotated;
    QString tagMessage; ///< empty for a lightweight tag
    QString branch; ///< empty: a detached HEAD
    QString remote; ///< empty: there is nowhere to push to
    QStringList obstacles; ///< why it cannot be done; empty: it can

    bool makesTag() const { return !tag.isEmpty(); }
    bool isDone() const { return !makesTag() && edits.isEmpty() && obstacles.isEmpty(); } ///< there is nothing to do
    QStringList command() const; ///< of the manifest, that follows the bump, by words; empty: none runs
    bool operator==(const PreparePlan &) const = default;
};

/// Why nothing can be committed in a checkout: it is dirty, in the middle of a merge, or nobody's.
QStringList checkoutObstacles(const PrepareFacts &facts);

/// \a wanted: a version, or the name of one of PrepareFacts::choices(); empty: the proposed one. Errors: InvalidInput
/// (no such choice, not a version of the project's scheme, not newer than the last).
Result<PreparePlan> planPrepare(const PrepareFacts &facts, const QString &wanted);

} // namespace unmoor
