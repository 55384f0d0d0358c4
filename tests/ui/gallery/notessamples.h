// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

/// The page of the notes in the states that it has.
namespace unmoor::samples {

QWidget *notesPage(); ///< edited, with problems
QWidget *notesPageEditedOnGitHub(); ///< with what stands there
QWidget *notesPageMerging(); ///< the file changed on disk
QWidget *notesPageSetAside(); ///< the same, not decided yet
QWidget *notesPageRestored();
QWidget *notesPageWithoutFile();
QWidget *notesPageWithoutSection();
QWidget *notesPageFinding();

} // namespace unmoor::samples
