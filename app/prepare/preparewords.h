// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/prepare/preparejournal.h"

namespace unmoor {

// What preparing a release says to people, at the terminal and in the window.

QString tagKindWords(TagKind kind); ///< "signed"
QString choiceName(NextVersion::Kind kind); ///< "Patch"

/// What releasing \a version would come to: "v1.0.6, shown as the latest release".
QString meaningOf(const PrepareFacts &facts, const QString &version);

/// What it makes, as people call it: "v1.0.6", "1.0.7-dev", "the next version".
QString preparedName(const QString &tag, const QString &version);
QString preparedName(const PrepareJournal &journal);
QString preparedName(const PreparePlan &plan);

/// How far an earlier preparation came: "v1.0.6 is prepared, and not pushed."
QString standingWords(const PrepareJournal &journal);
/// What can be done about it at a terminal.
QString standingCommands(const PrepareJournal &journal);

} // namespace unmoor
