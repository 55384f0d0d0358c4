// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/changelog.h"
#include "app/changelog/notescontext.h"
#include "app/changelog/notesproblem.h"

namespace unmoor {

/// What reStructuredText or AsciiDoc has in the section that GitHub would show as it is typed, because it reads a
/// release's body as Markdown (not-markdown): an error, but a warning in a file that is Markdown by its name, and where
/// only the name says so.
std::optional<NotesProblem> foreignMarkup(const Changelog &changelog, const ChangelogSection &section,
                                          const NotesContext &context);

/// Whether \a line is the underline that reStructuredText wants below the title \a text: one mark, as long at least.
bool isUnderline(const QString &line, const QString &text);

/// The version's heading as the other two write it, "== 1.0.5", which no section was found for.
std::optional<NotesProblem> foreignHeading(const Changelog &changelog, const NotesContext &context);

} // namespace unmoor
