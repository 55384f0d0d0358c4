// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QString>

namespace unmoor {

/// Whether \a path is below \a folder once every link on the way, and one at its end, is followed.
bool isInside(const QString &folder, const QString &path);

/// Whether writing to \a path stays inside \a folder once every link on the way, and one at its end, is followed. A
/// checkout may hold links that lead anywhere, and what Unmoor writes must not leave it. InvalidInput: it would; the
/// message says where it leads.
Result<void> staysInside(const QString &folder, const QString &path);

} // namespace unmoor
