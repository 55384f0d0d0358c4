// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/process.h"

namespace unmoor {

/// git in \a directory: it asks for nothing, takes no locks, and speaks English. The folder alone decides which
/// repository is meant. Nothing that the repository names is started or asked: no hook, no file system monitor, no
/// signature program, no transport, no repository that merely lies in the folder. Filters of attributes do run, where
/// a file was touched: without them what Git LFS keeps would look changed.
Command gitCommand(const QStringList &arguments, const QString &directory);

/// What a person runs to make a shallow clone whole.
QString fetchHistoryCommand();

/// Why git failed in \a directory, and what to do about it.
Error gitError(const ProcessExit &exit, const QString &directory);

} // namespace unmoor
