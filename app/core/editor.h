// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/process.h"

#include <optional>

namespace unmoor {

/// How to open \a file at \a line (from 1; 0: no line) and \a column with \a editor, the words of $VISUAL or $EDITOR.
/// nullopt where that is not a program with a window of its own that is known to take a line: vi in a terminal that
/// is not there helps nobody.
std::optional<Command> editorCommand(const QString &editor, const QString &file, int line, int column);

/// The same for $VISUAL, else $EDITOR, of this process.
std::optional<Command> ownEditorCommand(const QString &file, int line, int column);

} // namespace unmoor
