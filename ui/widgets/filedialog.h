// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFileDialog;
class QString;
class QWidget;

namespace unmoor {

/// A dialog that asks for a file or a folder, begins in \a directory (empty: where it was last), and deletes itself
/// when it is closed. Where the desktop has none of its own, Qt's is made wide enough for names and dates.
QFileDialog *fileDialog(QWidget *parent, const QString &title, const QString &directory);
QFileDialog *fileDialog(QWidget *parent, const QString &title);

} // namespace unmoor
