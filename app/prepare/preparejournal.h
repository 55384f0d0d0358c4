// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/prepare/prepareplan.h"

namespace unmoor {

/// What a preparation did to a checkout, written before each step: whoever comes after a kill knows how far it was, and
/// can take it back.
struct PrepareJournal
{
    QString root; ///< of the checkout
    QString before; ///< the commit that it began at
    QString commit; ///< that it made; empty: none yet
    QString version;
    QString tag; ///< that it makes
    bool isTagged = false;
    bool isPushed = false;
    QList<FileEdit> edits; ///< whole files, as they were and as they became

    bool operator==(const PrepareJournal &) const = default;
};

/// Where the one of the project at \a root is kept.
QString journalPath(const QString &stateDir, const QString &root);

/// \a journal with what git says of it: a kill may have come between a step and its being written down.
QFuture<Result<PrepareJournal>> trueState(const PrepareJournal &journal, std::stop_token stop = {});

/// nullopt: nothing was prepared, or it was taken back. Errors: Io, Corrupt.
Result<std::optional<PrepareJournal>> readJournal(const QString &stateDir, const QString &root);
Result<void> writeJournal(const QString &stateDir, const PrepareJournal &journal); ///< Errors: Io
void removeJournal(const QString &stateDir, const QString &root);

} // namespace unmoor
