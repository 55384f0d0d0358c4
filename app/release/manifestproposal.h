// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/expectedlayout.h"
#include "nix/flake.h"

#include <QStringList>

namespace unmoor {

/// What a first unmoor.toml is proposed from.
struct ProposalFacts
{
    QString name; ///< the project's
    QString repository; ///< "owner/name"; may be empty
    QList<FlakeOutput> outputs;
    QMap<QString, QString> versions; ///< flake attribute → value, for those that look like versions
    QString changelog; ///< file name; empty: none was found
    QStringList tags; ///< git's
    QStringList assets; ///< of the newest release on the host
    QMap<QString, ExpectedLayout> layouts; ///< by triple, from archives that are there already
};

/// The text of a commented unmoor.toml. Pure; what had to be guessed is marked in a comment.
QString proposeManifest(const ProposalFacts &facts);

/// The targets that a proposal has.
QStringList triplesOf(const ProposalFacts &facts);
/// The version that the project has now, as far as the flake says; may be empty.
QString proposedVersion(const ProposalFacts &facts);
bool isArchiveName(const QString &fileName); ///< "x.tar.xz", "x.tgz", "x.zip"

} // namespace unmoor
