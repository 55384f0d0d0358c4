// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/changelog.h"
#include "app/changelog/notescontext.h"
#include "app/changelog/notesproblem.h"

namespace unmoor {

/// What readers of the release would not see as it was meant: link-broken, link-relative, link-undefined, html-dropped,
/// fence-unclosed, body-unreleased; and what git left of a merge: conflict-marker.
QList<NotesProblem> bodyProblems(const Changelog &changelog, const ChangelogSection &section,
                                 const NotesContext &context);

} // namespace unmoor
