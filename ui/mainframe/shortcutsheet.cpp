// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/shortcutsheet.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString keysText(const QList<QKeySequence> &keys)
{
    return QKeySequence::listToString(keys, QKeySequence::NativeText);
}

QTreeWidgetItem *addGroup(QTreeWidget &list, const QString &name)
{
    auto *group = new QTreeWidgetItem(&list, {name});
    group->setFont(0, theme::font(theme::Type::BodyStrong));
    group->setFirstColumnSpanned(true);
    return group;
}

} // namespace

ShortcutSheet::ShortcutSheet(const QList<QAction *> &commands, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *list = new QTreeWidget(this);
    list->setAccessibleName(windowTitle());
    list->setColumnCount(2);
    list->setHeaderHidden(true);
    list->setRootIsDecorated(false);
    list->setItemsExpandable(false);

    auto *window = addGroup(*list, tr("In the window"));
    for (const QAction *command : commands)
        if (!command->shortcuts().isEmpty())
            new QTreeWidgetItem(window, {command->text().remove(u'&').remove(u'…'), keysText(command->shortcuts())});
    auto *pages = addGroup(*list, tr("On a page"));
    const QList<std::pair<QString, QString>> keys{
        {tr("Find in the log, the archive or the notes"), keysText({QKeySequence::Find})},
        {tr("Save the notes"), keysText({QKeySequence::Save})},
        {tr("Go to the first error of the log"), keysText({Qt::CTRL | Qt::Key_E})},
        {tr("Take the offer beside a problem of the notes"), keysText({Qt::ALT | Qt::Key_Return})},
        {tr("Copy"), keysText({QKeySequence::Copy})},
        {tr("Open the menu of what is chosen"), keysText({Qt::SHIFT | Qt::Key_F10})}};
    for (const auto &[what, key] : keys)
        new QTreeWidgetItem(pages, {what, key});
    for (QTreeWidgetItemIterator item(list); *item; ++item)
        (*item)->setSizeHint(0, {0, theme::rowHeight(26)});
    list->expandAll();
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    list->header()->setStretchLastSection(false);
    list->setCurrentItem(window->child(0));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(list);
    column->addWidget(buttons);
    resize(520, 560);
}

} // namespace unmoor
