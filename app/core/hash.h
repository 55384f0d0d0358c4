// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <stop_token>

namespace unmoor {

/// SHA-256 of a file, 64 lower-case hex digits. Blocks: call it off the GUI thread.
/// Errors: NotFound or Io for a file that cannot be read, Canceled through \a stop.
Result<QByteArray> sha256OfFile(const QString &path, std::stop_token stop = {});

/// SHA-256 of \a data, 64 lower-case hex digits.
QByteArray sha256Of(QByteArrayView data);

} // namespace unmoor
