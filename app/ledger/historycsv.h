// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ledger/ledger.h"

namespace unmoor {

/// Writes a line for each of \a releases to \a path, for spreadsheets. Errors: Io.
Result<void> writeHistoryCsv(const QList<ReleaseRecord> &releases, const QString &path);

} // namespace unmoor
