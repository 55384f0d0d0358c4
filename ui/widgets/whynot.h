// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;
class QMenu;

namespace unmoor {

/// An action of a menu that can be chosen where \a whyNot is empty. Else it is grey, and its tooltip says why.
void offerUnless(QAction *action, const QString &whyNot);

/// What the actions of \a menu, and of the menus in it, say in their tooltips is shown.
void showReasons(QMenu *menu);

} // namespace unmoor
