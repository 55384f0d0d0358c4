// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace unmoor {

/// Whether a character cannot be seen and does something else: it controls a terminal, ends a line, or turns the
/// direction of text, so that a line reads as something else.
bool isInvisible(QChar c);
/// Stands for a character that cannot be seen: \x1b as ␛, U+202E as <202E>.
QString visibleSign(QChar c);

/// \a text with a visible sign for every character that cannot be seen.
QString withVisibleSigns(const QString &text);
/// The same for what is written to a terminal: lines and tabs stay.
QString forTerminal(const QString &text);

} // namespace unmoor
