// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"
#include "app/core/result.h"

#include <QFuture>
#include <QStringList>

namespace unmoor {

class Session;

/// Opens the window on what \a invocation names (a project, the rehearsal, or the start page) and runs until it is
/// closed. Needs a QApplication. Returns the exit code.
int showWindow(const Invocation &invocation);

/// Saves a picture of every page of a window on \a session, light and dark, as PNG files in \a folder; their paths. The
/// future always finishes. Errors: Io (which could not be saved); \a session outlives that. Needs a QApplication; works
/// on the offscreen platform.
QFuture<Result<QStringList>> savePictures(Session &session, const QString &folder);

} // namespace unmoor
