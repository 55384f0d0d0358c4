// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>

namespace unmoor {

/// Asks for one archive; deletes itself when it is closed. Call open().
QFileDialog *archiveDialog(const QString &title, QWidget *parent);

} // namespace unmoor
