// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changelog/changelog.h"
#include "changelog/notescontext.h"
#include "changelog/notesproblem.h"

namespace unmoor {

/// What readers of the release would not see as it was meant: link-broken, link-relative, link-undefined, html-dropped,
/// fence-unclosed.
QList<NotesProblem> bodyProblems(const Changelog &changelog, const ChangelogSection &section,
                                 const NotesContext &context);

} // namespace unmoor
