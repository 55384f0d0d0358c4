// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace unmoor {

/// \a word as one word of a command that people paste into a shell: as it is where no shell reads anything into it,
/// else in quotes. Control characters, which a terminal would obey at pasting, are written as escapes ($'\x1b', which
/// bash, zsh and POSIX.1-2024 know).
QString shellQuoted(const QString &word);

/// The same for a file's name, which is not taken for an option either: "./-f".
QString shellQuotedFile(const QString &file);

} // namespace unmoor
