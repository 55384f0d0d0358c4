// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QFuture>
#include <chrono>
#include <functional>
#include <stop_token>

class QObject;

namespace unmoor {

/// Comes to a value after \a time, or to Canceled through \a stop or when \a parent dies. \a tick gets the seconds
/// left, at once and each second.
QFuture<Result<void>> pause(std::chrono::milliseconds time, std::stop_token stop, QObject *parent,
                            std::function<void(int secondsLeft)> tick = {});

/// What waits: pause(), or in tests something quicker.
using Pause = std::function<QFuture<Result<void>>(std::chrono::milliseconds time, std::stop_token stop, QObject *parent,
                                                  std::function<void(int secondsLeft)> tick)>;

} // namespace unmoor
