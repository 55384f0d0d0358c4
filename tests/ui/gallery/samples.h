// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/repair.h"

#include "app/account/tokenreport.h"
#include "app/archive/sizebreakdown.h"
#include "app/machines/hostprobe.h"
#include "app/project/gates.h"
#include "app/publish/remoterelease.h"
#include "app/release/gcroots.h"
#include "app/release/placechoice.h"
#include "app/release/releasedetails.h"
#include "app/release/targetstate.h"
#include "app/settings/storage.h"
#include "ui/archive/compareview.h"

namespace unmoor::samples {

// Invented but plausible: minne 1.0.5 on its way.

QList<TargetState> plannedTargets();
QList<TargetState> buildingTargets();
QList<TargetState> publishedTargets();
QList<TargetState> troubledTargets(); ///< failed, canceled, not buildable here, findings
QList<TargetState> readTargets(); ///< every archive read; one with errors, one without a layout
QList<Gate> gates();
QList<ReleaseRecord> releases();
QList<BuildRecord> builds();
ReleaseDetails details(); ///< of 1.0.5, all that is kept
ReleaseChange change(); ///< from 1.0.4
QList<TargetState> manyTargets(); ///< 24, in every state
ArchiveComparison comparison(); ///< of the Linux archive with that of 1.0.4
SizeBreakdown sizes();
QList<BuildHost> hosts(); ///< mac-mini and arm-box
QList<PlaceChoice> places(); ///< for a target of the Mac
ProbeReport changedKey(); ///< of arm-box
ProbeReport unknownKey();
ProbeReport ready();
StorageUse storage();

BuildFailure hashFailure(); ///< a download arrived with another hash
RepairContext hashContext(); ///< the old one is in one file
BuildFailure stepFailure();
BuildFailure hostFailure();

TargetState runningTarget(); ///< with an outlook, as buildRun() goes
const BuildMonitor &buildRun();
RootsOverview roots();
DesiredRelease desired(); ///< three archives and their checksums
RemoteRelease nothingRemote();
RemoteRelease brokenDraft(); ///< the Windows archive broke off, the Linux one is another
TokenReport weakToken();

} // namespace unmoor::samples
