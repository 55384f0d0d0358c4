// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/whynot.h"

#include "ui/widgets/plaintext.h"

#include <QAction>
#include <QMenu>

namespace unmoor {

void offerUnless(QAction *action, const QString &whyNot)
{
    action->setEnabled(whyNot.isEmpty());
    action->setToolTip(toolTipText(whyNot));
    action->setStatusTip(whyNot);
}

void showReasons(QMenu *menu)
{
    menu->setToolTipsVisible(true);
    for (QMenu *inner : menu->findChildren<QMenu *>())
        inner->setToolTipsVisible(true);
}

} // namespace unmoor
