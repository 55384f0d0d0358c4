// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/archivedialog.h"

#include "app/core/words.h"
#include "ui/widgets/filedialog.h"

namespace unmoor {

QFileDialog *archiveDialog(const QString &title, QWidget *parent)
{
    auto *dialog = fileDialog(parent, title);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({Words::tr("Archives (*.tar *.tar.xz *.tar.gz *.tgz *.tar.zst *.tar.bz2 *.tar.lz4 *.tar.lz "
                                      "*.tar.lzma *.tar.Z *.zip)"),
                            Words::tr("All files (*)")});
    return dialog;
}

} // namespace unmoor
