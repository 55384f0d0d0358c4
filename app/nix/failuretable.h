// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nix/buildfailure.h"

#include <QRegularExpression>

namespace unmoor {

/// A text of Nix or ssh and what it says about a failed run.
struct FailureRow
{
    BuildFailure::Kind kind = BuildFailure::Kind::Other;
    QRegularExpression pattern;
};

/// Causes before consequences: the topmost row that matches is the one to tell.
const QList<FailureRow> &failureTable();

/// The hint where nothing better is known than what a build has written.
QString readTheLog();

/// Fills message and hint of \a failure, whose kind and derivation are set, after the captures of its row.
void describe(BuildFailure &failure, const QRegularExpressionMatch &match);

} // namespace unmoor
