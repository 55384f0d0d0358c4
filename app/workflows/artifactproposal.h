// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <optional>

namespace unmoor {

/// A workflow file as it is on disk.
struct WorkflowFile
{
    QString path; ///< ".github/workflows/release.yml"
    QByteArray text;
};

/// A target whose archive may come out of a workflow.
struct ArtifactTarget
{
    QString triple;
    QString system; ///< Nix's: "aarch64-darwin"
    QString archive; ///< file name; {triple} and {version} may stand in it
};

/// Where a workflow keeps the archive of a target, as [target.actions] says it: {triple} stands for the triple.
struct ArtifactProposal
{
    QString workflow; ///< file name: "release.yml"
    QString job; ///< glob for the name that GitHub gives the job
    QString artifact;

    bool operator==(const ArtifactProposal &) const = default;
};

/// Where the workflows of \a files keep the archives of \a targets, by triple. Only what is certain: one step in all of
/// them that keeps the target's archive, without a condition, in a job whose name is known, under a name that is known,
/// from a path that the archive's name fits. What only a run can know makes no proposal. Pure.
QMap<QString, ArtifactProposal> proposeArtifacts(const QList<WorkflowFile> &files,
                                                 const QList<ArtifactTarget> &targets);

} // namespace unmoor
