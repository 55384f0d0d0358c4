// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/tokenreport.h"
#include "archive/compareview.h"
#include "archive/sizebreakdown.h"
#include "project/gates.h"
#include "publish/remoterelease.h"
#include "release/targetstate.h"

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
ArchiveComparison comparison(); ///< of the Linux archive with that of 1.0.4
SizeBreakdown sizes();
DesiredRelease desired(); ///< three archives and their checksums
RemoteRelease nothingRemote();
RemoteRelease brokenDraft(); ///< the Windows archive broke off, the Linux one is another
TokenReport weakToken();

} // namespace unmoor::samples
