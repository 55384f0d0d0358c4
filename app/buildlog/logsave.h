// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/logstore.h"
#include "app/core/result.h"

#include <QFuture>
#include <memory>
#include <stop_token>

namespace unmoor {

/// Writes the lines that \a filter accepts to \a file, as people see them and without escape codes; how many there
/// were. Lines that come meanwhile are left out. On the pool. Errors: Io, Canceled; \a file is then as it was.
QFuture<Result<qsizetype>> saveLog(std::shared_ptr<const LogStore> store, const LogFilter &filter, const QString &file,
                                   std::stop_token stop = {});

} // namespace unmoor
