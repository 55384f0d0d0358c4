// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/expectedlayout.h"

#include <QDialog>

namespace unmoor {

/// Shows the line of a layout that speaks of an entry, among its others. Deletes itself when it is closed.
class LayoutPlaceDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a name: of the layout in unmoor.toml. \a path: of the entry, see layoutPlaceOf().
    LayoutPlaceDialog(const ExpectedLayout &layout, const QString &name, const QString &path,
                      QWidget *parent = nullptr);
};

} // namespace unmoor
