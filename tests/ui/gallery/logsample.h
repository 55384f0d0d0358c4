// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace unmoor::samples {

/// The log of a build that failed, with something to find; or of one that runs, its warnings alone.
QWidget *failedLog();
QWidget *warningsOfALog();

} // namespace unmoor::samples
