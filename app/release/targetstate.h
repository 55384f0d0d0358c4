// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/inspection.h"
#include "app/build/estimate.h"
#include "app/build/rebuildcheck.h"
#include "app/build/stallwatch.h"
#include "app/ledger/ledger.h"
#include "app/machines/buildhost.h"
#include "app/nix/buildfailure.h"
#include "app/nix/flake.h"
#include "app/project/releasemanifest.h"
#include "app/publish/remoterelease.h"
#include "app/release/actionsstage.h"
#include "app/release/project.h"

#include <memory>

namespace unmoor {

/// What building an archive once more came to.
struct RebuildReport
{
    RebuildResult::Outcome outcome = RebuildResult::Outcome::Failed;
    QString message; ///< for a person: "Built again: 3 of 20 files differ"; with Failed why and what to do
    QString logFile;
    std::shared_ptr<const Inspection> other; ///< with Differs: the archive that came out now; null: it has none
    int filesDiffering = 0;
    int files = 0;
    double seconds = 0;
};

/// Where one target of a release stands: a row of the matrix.
struct TargetState
{
    enum class Build {
        Unknown, ///< not looked at yet
        Planned, ///< see forecast
        Waiting, ///< for its turn
        Running,
        Built,
        Cached, ///< was valid already, or only fetched
        Adopted, ///< a finished archive from elsewhere
        Failed,
        Canceled,
        Unbuildable, ///< no builder for its system
        LeftOut, ///< dropped in the manifest, or left out of this release by choice
    };
    enum class Archive { None, Reading, Read, Unreadable };

    ManifestTarget target;
    QString assetName; ///< of an asset: its name in this release; empty: not told
    QString leftOutReason; ///< with LeftOut
    bool leftOutByChoice = false;
    BuildPlace place; ///< where it is, or would be, built
    bool placeIsChosen = false; ///< by a person; else it is the first of Places::at()
    QString where; ///< its name for people; empty where nothing builds it
    BuildForecast forecast;
    bool forecastIsSpent = false; ///< a build has begun since: there may be less to do now
    std::shared_ptr<const BuildOutlook> outlook; ///< of forecast's steps; null: not asked, or nothing to say
    std::optional<double> estimateSeconds; ///< of the whole build; nullopt: no history

    Build build = Build::Unknown;
    double progress = 0; ///< 0 to 1, while Running
    QString other; ///< with Waiting or Running: who else builds it, "another Unmoor (process 4711)"; empty: this one
    QString current; ///< the derivation that runs
    std::optional<double> remainingSeconds; ///< while Running, corrected as it goes on; nullopt: no history
    bool isOverdue = false; ///< while Running: a step takes longer than usual
    QDateTime startedAt; ///< while Running
    std::optional<ActionsStage> stage; ///< of the last build at GitHub Actions in this session; nullopt: there was none
    std::optional<Stall> stall; ///< while Running: the step that shows no sign of life
    QString otherRevision; ///< why what is here is none of this release's: "Built from 1a2b3c4, …"; empty: it is
    BuildRecord record; ///< what the ledger has, once Built, Cached or Adopted; log file while Running or Failed
    std::optional<BuildFailure> failure; ///< with Failed; with Unbuildable: why

    Archive archive = Archive::None;
    int entriesRead = 0; ///< while Reading
    std::shared_ptr<const Inspection> inspection; ///< once Read
    QString archiveProblem; ///< why Unreadable

    bool isRebuilding = false; ///< see Rebuilds
    std::optional<RebuildReport> rebuild; ///< what that came to last

    std::optional<FileVerdict> release; ///< how its archive stands on the host; nullopt: not asked
    qint64 bytesSent = -1; ///< while its upload runs

    QString name() const { return assetName.isEmpty() ? target.triple : assetName; } ///< for people
    bool isIn() const { return build != Build::LeftOut; }
    bool hasArchive() const { return build == Build::Built || build == Build::Cached || build == Build::Adopted; }
    bool isFromActions() const { return build == Build::Adopted && !record.origin.isEmpty(); }
    bool counts() const { return hasArchive() && otherRevision.isEmpty(); } ///< has the archive of this checkout
    /// This process builds it, will, or compares a second build of it.
    bool isBeingBuilt() const
    {
        return build == Build::Waiting || (build == Build::Running && other.isEmpty()) || isRebuilding;
    }
};

/// "built", "cached", "adopted", "failed", "canceled", "unbuildable", "left-out"; "" while none of these.
QString buildOutcomeName(TargetState::Build build);

/// "Built from 1a2b3c4; the checkout is at 5d6e7f8." of a record that is not of \a project's revision.
QString otherRevisionText(const BuildRecord &record, const Project &project);

Error noSuchTarget(const QString &triple);

} // namespace unmoor
