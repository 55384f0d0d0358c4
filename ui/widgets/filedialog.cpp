// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filedialog.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace unmoor {

QFileDialog *fileDialog(QWidget *parent, const QString &title, const QString &directory)
{
    auto *dialog = new QFileDialog(parent, title, directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto *files = dialog->findChild<QTreeView *>(u"treeView"_s)) { // the desktop's own has none
        const QFontMetrics metrics(files->font());
        dialog->resize(std::max(dialog->width(), 110 * metrics.averageCharWidth()), dialog->height());
        files->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
        files->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    }
    return dialog;
}

QFileDialog *fileDialog(QWidget *parent, const QString &title)
{
    return fileDialog(parent, title, {});
}

} // namespace unmoor
