// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace unmoor {

/// Whether \a name fits a filter of GitHub Actions: "*" stays within "/", "**" does not, "?" and "+" repeat what stands
/// before them, "[…]" is one of the characters. Source: GitHub's "Workflow syntax", filter pattern cheat sheet.
bool matchesRefPattern(const QString &name, const QString &pattern);

/// The same for a list, in which "!x" takes away again what fits x; the last one that fits counts.
bool matchesRefFilter(const QString &name, const QStringList &patterns);

} // namespace unmoor
