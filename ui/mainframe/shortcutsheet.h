// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;

namespace unmoor {

/// Every key that the window knows: those of \a commands, then those of single pages.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutSheet(const QList<QAction *> &commands, QWidget *parent = nullptr);
};

} // namespace unmoor
