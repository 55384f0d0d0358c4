// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/tokenreport.h"

namespace unmoor {

/// How a token stands, in a few words for a chip or a table.
struct TokenStanding
{
    enum class Level { Good, Attention, Bad };

    Level level = Level::Good;
    QString words; ///< "works", "ends in 6 days", "cannot publish"

    bool operator==(const TokenStanding &) const = default;
};

/// Tokens that end within two weeks ask for attention.
TokenStanding standingOf(const TokenReport &report, const QDateTime &now);

QString rightsWords(const TokenReport &report); ///< "releases, workflows"
/// "ends in 6 days", "ended on 2026-11-20"; empty without an end.
QString endWords(const QDateTime &expires, const QDateTime &now);

/// Everything that a person should know, several lines: who, kind, end, rights, what to do.
QString describe(const TokenReport &report, const QDateTime &now);

} // namespace unmoor
