// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/process.h"

#include <functional>

namespace unmoor {

/// Like runProcess(). \a heard gets what the program writes on standard error while it comes; ProcessExit::err has it
/// all the same.
QFuture<Result<ProcessExit>> runHeardProcess(const Command &command,
                                             const std::function<void(const QByteArray &)> &heard,
                                             std::stop_token stop = {});

} // namespace unmoor
