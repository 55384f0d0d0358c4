// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <optional>

namespace unmoor {

/// The regular expression of a file that came from anywhere: a match that takes too long is none.
std::optional<QRegularExpression> boundedRegex(const QString &pattern);

/// POSIX's extended form (awk, sed -E) and basic form (sed). nullopt: not valid, or a way of one program alone.
std::optional<QRegularExpression> extendedRegex(const QString &pattern);
std::optional<QRegularExpression> basicRegex(const QString &pattern);

} // namespace unmoor
