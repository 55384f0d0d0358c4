// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"

class QWidget;

namespace unmoor {

/// Opens the list of what \a session's project keeps on the disk, to let go of it. \a session outlives \a parent.
void openRoots(Session &session, QWidget *parent);

} // namespace unmoor
