// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/machines/buildhost.h"
#include "app/nix/buildfailure.h"
#include "app/release/fileedit.h"
#include "app/release/hashplaces.h"
#include "app/release/sourceposition.h"

namespace unmoor {

/// Something that can be done about a failed build.
struct FailureOffer
{
    enum class Kind {
        Retry, ///< build again
        ApplyEdit, ///< write edit, then build again
        OpenFile, ///< position
        OpenUrl, ///< text
        AddToGit, ///< position.file, which Nix does not see; then build again
        UpdateLockFile, ///< see Session::proposeLockFile(); it becomes an ApplyEdit
        EnableFeature, ///< the experimental feature text, for our runs alone; then build again
        ChooseHost, ///< build at place from now on, and now
        OpenSettings, ///< of the machine text; empty: of machines
        FreeSpace, ///< where the history frees it
        ShowNixLog, ///< of the derivation text
        CopyText, ///< text
        // Of a job of GitHub Actions:
        RerunFailedJobs, ///< of its run
        RerunJob,
        CancelRun,
        BuildHere, ///< the targets that it builds, on a machine of one's own
    };

    Kind kind = Kind::Retry;
    QString label; ///< "Apply edit to nix/versions.nix"
    QString detail; ///< what it does, for who hesitates; may be empty
    QString text;
    SourcePosition position;
    std::optional<FileEdit> edit;
    BuildPlace place;

    bool operator==(const FailureOffer &) const = default;
};

/// What a failure can be mended with, for a person to choose from.
struct FailureRepair
{
    QString title = {}; ///< in place of what the failure's kind is called; empty: that
    QString message; ///< in place of the failure's, where more is known now; else empty
    QString hint; ///< likewise; of no use where a message of its own comes without one
    QList<FailureOffer> offers; ///< what helps most first
    QString note; ///< what follows from the first: "The edit must be committed before v1.0.5 can be published."
    QString specifiedAt; ///< HashMismatch: "nix/versions.nix:31", or in how many places

    bool operator==(const FailureRepair &) const = default;
};

/// What is known of checkout and machines when a build has failed.
struct RepairContext
{
    QString root; ///< the checkout
    QString directory; ///< the project
    QString tag; ///< empty: no version is known
    BuildPlace place; ///< where it failed
    QList<BuildPlace> otherPlaces; ///< that could build the target
    QString workflow; ///< at GitHub Actions: its file's name
    bool mayStart = false; ///< at GitHub Actions: the workflow is started where there is no run
    QList<HashPlace> oldHash; ///< HashMismatch: where the specified hash is written
    std::optional<FileEdit> edit; ///< what would mend it, where that is clear
    QStringList untrackedFiles; ///< of the checkout
    SourcePosition manifest; ///< NoOutput: where unmoor.toml speaks of the target
    QString trace; ///< EvaluationError: the whole of it, where Nix cut it short; else empty
    QStringList freeSpace; ///< DiskFull: "1.2 GiB are free in /nix/store on this machine."
    QString shellPrefix; ///< what a command for the place's shell begins with: "ssh builder@mac-mini "; empty: here
};

/// What can be done about \a failure. There is always something.
FailureRepair repairOf(const BuildFailure &failure, const RepairContext &context);

/// What is offered once `nix flake lock` has been asked: \a edit.
FailureRepair lockFileRepair(const BuildFailure &failure, const FileEdit &edit, const QString &tag);

/// What can be done before anything was looked at: copying.
FailureRepair unexaminedRepair(const BuildFailure &failure);

/// What to say of \a failure where \a repair is offered.
QString messageOf(const BuildFailure &failure, const FailureRepair &repair);
QString hintOf(const BuildFailure &failure, const FailureRepair &repair);

/// The page of a release on GitHub that a download comes from, else the place above the file; empty where the log
/// \a tail names no download.
QString upstreamPage(const QString &tail);

} // namespace unmoor
