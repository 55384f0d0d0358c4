// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QStringList>

class QSqlDatabase;

namespace unmoor {

/// The statements of one step; the database's user_version counts the steps taken.
using Migration = QStringList;

/// All steps since the first version of the ledger. A released step is never changed; a change is a new one.
const QList<Migration> &ledgerMigrations();

/// Takes the steps that \a database lacks, each in a transaction of its own that also excludes other processes.
/// Errors: Io (written by a newer Unmoor, not writable), Corrupt.
Result<void> migrate(QSqlDatabase &database, const QList<Migration> &migrations = ledgerMigrations());

} // namespace unmoor
