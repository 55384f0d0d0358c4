// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivedialog.h"

namespace unmoor {

QFileDialog *archiveDialog(const QString &title, QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({QFileDialog::tr("Archives (*.tar *.tar.xz *.tar.gz *.tgz *.tar.zst *.tar.bz2 *.zip)"),
                            QFileDialog::tr("All files (*)")});
    return dialog;
}

} // namespace unmoor
