// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/expectedlayout.h"
#include "app/core/result.h"
#include "app/nix/flake.h"
#include "app/project/versionfiles.h"
#include "app/release/outputchoice.h"
#include "app/workflows/artifactproposal.h"

#include <QStringList>

namespace unmoor {

/// Where a proposal's facts come from.
enum class ProposalSource { Checkout, Flake, Version, Changelog, Release };

/// What a first unmoor.toml is proposed from.
struct ProposalFacts
{
    QString name; ///< the project's
    QString repository; ///< "owner/name"; may be empty
    QString remoteHost; ///< of a git remote that is not at the host where releases go; else empty
    QList<FlakeOutput> outputs;
    QString outputsSource; ///< a file that named the outputs, as the flake could not be evaluated; else empty
    QString flakeFolder; ///< below the project's; empty: flake.nix is in the project's own
    QMap<QString, QString> versions; ///< flake attribute → value, for those that look like versions
    QList<FoundVersion> fileVersions; ///< what files tell
    QString changelog; ///< file name; empty: none was found
    QString commit; ///< that is checked out, 40 hex digits; empty: none
    QString branch; ///< empty: none
    QStringList tags; ///< git's
    QString releaseTag; ///< of the newest release on the host; empty: none
    QStringList assets; ///< of the newest release on the host
    QList<WorkflowFile> workflows; ///< of GitHub Actions
    QMap<QString, ExpectedLayout> layouts; ///< by triple, from archives that are there already
    QMap<ProposalSource, Error> missing; ///< why a source told nothing, or not all
};

/// The text of a commented unmoor.toml. Pure; what had to be guessed is marked in a comment.
QString proposeManifest(const ProposalFacts &facts);

/// The flake's outputs, sorted into those that are proposed and those that are left out.
OutputChoice choiceOf(const ProposalFacts &facts);
/// The [[target]] that proposes \a output.
QString targetText(const ProposalFacts &facts, const ProposedOutput &output);
/// What of the project's workflows each target is, where that is certain: by triple.
QMap<QString, ArtifactProposal> proposedArtifacts(const ProposalFacts &facts);
/// What the layout of each target with one is called: triple → name. Equal layouts share a name.
QMap<QString, QString> layoutNames(const ProposalFacts &facts);
/// Where proposedVersion() comes from, such as "lib.version", "Cargo.toml" or "the newest tag"; empty: nothing tells
/// it.
QString proposedVersionPlace(const ProposalFacts &facts);

/// The targets that a proposal has.
QStringList triplesOf(const ProposalFacts &facts);
/// The version that the project has now, as far as the flake, files or tags say; may be empty.
QString proposedVersion(const ProposalFacts &facts);
bool isArchiveName(const QString &fileName); ///< "x.tar.xz", "x.tgz", "x.zip"

} // namespace unmoor
