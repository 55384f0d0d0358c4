// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QUrl;
class QWidget;

namespace unmoor {

struct LinkPlace;

/// Opens what Unmoor itself names: a web page, or a text file or folder of this machine. Of any other file its folder
/// is opened, so that nothing is run. False where no program opens it, and for every other scheme.
bool openLink(const QUrl &url);

/// The same; where nothing opens it, says so above \a parent, with the address or path to copy.
void openLinkOrSay(QWidget *parent, const QUrl &url);
/// Opens \a file of this machine at \a line and \a column (from 1; 0: none) in the editor that the environment names,
/// else with the desktop's program for text. A file that would be run is shown in its folder instead. False: there is
/// no program for it.
bool openInEditor(const QString &file, int line = 0, int column = 0);

/// Opens what somebody else wrote down: in notes, in a log, in an answer of a host. A page is opened after a question
/// above \a parent that shows the whole address, and at once where it is known (LinkPlace::ownPage); a file of the
/// checkout in the editor. Why anything else is not opened is said above \a parent.
void openForeignLink(QWidget *parent, const QUrl &link, const LinkPlace &place);

} // namespace unmoor
