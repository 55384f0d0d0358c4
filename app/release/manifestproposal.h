// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/expectedlayout.h"
#include "app/nix/flake.h"
#include "app/project/versionfiles.h"

#include <QStringList>

namespace unmoor {

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
    QStringList tags; ///< git's
    QStringList assets; ///< of the newest release on the host
    QMap<QString, ExpectedLayout> layouts; ///< by triple, from archives that are there already
};

/// The text of a commented unmoor.toml. Pure; what had to be guessed is marked in a comment.
QString proposeManifest(const ProposalFacts &facts);

/// The targets that a proposal has.
QStringList triplesOf(const ProposalFacts &facts);
/// The version that the project has now, as far as the flake, files or tags say; may be empty.
QString proposedVersion(const ProposalFacts &facts);
bool isArchiveName(const QString &fileName); ///< "x.tar.xz", "x.tgz", "x.zip"

} // namespace unmoor
