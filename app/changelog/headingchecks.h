// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/changelog.h"
#include "app/changelog/notescontext.h"
#include "app/changelog/notesproblem.h"

namespace unmoor {

/// What is wrong with the heading of the version's section and its place among the others: heading-unreleased,
/// heading-stage, heading-yanked, date-missing, date-future, date-order, version-order, version-skipped; and that a
/// merge was left in conflict elsewhere in the file: conflict-elsewhere. Only what other releases of the file do is
/// expected of this one.
QList<NotesProblem> headingProblems(const Changelog &changelog, const NotesContext &context);

/// A line that was meant as the version's heading, but is none in Markdown: "##1.0.5", or with a no-break space.
std::optional<NotesProblem> unreadHeading(const Changelog &changelog, const NotesContext &context);

} // namespace unmoor
