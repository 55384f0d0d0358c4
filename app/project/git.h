// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process.h"

namespace unmoor {

/// git in \a directory: it asks for nothing, takes no locks, and speaks English. The folder alone decides which
/// repository is meant.
Command gitCommand(const QStringList &arguments, const QString &directory);

/// Why git failed in \a directory, and what to do about it.
Error gitError(const ProcessExit &exit, const QString &directory);

} // namespace unmoor
