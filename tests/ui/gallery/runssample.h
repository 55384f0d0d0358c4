// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace unmoor::samples {

enum class RunMoment {
    Failed, ///< a job, whose log was read; a machine here could build what it builds
    Waiting, ///< for somebody who approves an environment
};

/// The Build page with a run of GitHub Actions, read from a stand-in that goes with the page. Null: none came.
QWidget *runsPage(RunMoment moment);

} // namespace unmoor::samples
