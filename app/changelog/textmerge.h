// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace unmoor {

/// The text with what \a ours and \a theirs each changed of \a base, line by line; nullopt where both changed the same
/// lines, or lines that touch, in different ways.
std::optional<QString> mergeTexts(const QString &base, const QString &ours, const QString &theirs);

} // namespace unmoor
