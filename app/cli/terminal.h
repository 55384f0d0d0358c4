// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QFuture>
#include <stop_token>

namespace unmoor {

/// Whether a person sits at standard input.
bool isAtTerminal();

enum class Echo {
    Shown,
    Hidden, ///< what is typed is not shown; where standard input is no terminal, the same as Shown
};

/// The next line of standard input, without its end; what there is of it where the input ends before. The event loop
/// goes on meanwhile. A hidden terminal shows again what is typed when this ends, in whatever way the program ends, and
/// while the program is suspended. Errors: Canceled (through \a stop).
QFuture<Result<QByteArray>> readLine(Echo echo, std::stop_token stop);

/// The terminal shows again what is typed, if readLine() hid it. May be called in a signal handler.
void showTyping();

} // namespace unmoor
