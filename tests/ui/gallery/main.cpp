// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

using namespace unmoor;
using namespace Qt::StringLiterals;

namespace {

QWidget *stateSheet()
{
    auto *sheet = new QWidget;
    auto *grid = new QGridLayout(sheet);
    for (int i = 0; i <= int(theme::State::Skipped); ++i) {
        const auto state = theme::State(i);
        auto *small = new QLabel;
        small->setPixmap(theme::stateIcon(state).pixmap(16));
        auto *large = new QLabel;
        large->setPixmap(theme::stateIcon(state).pixmap(64));
        grid->addWidget(small, i, 0);
        grid->addWidget(large, i / 4 * 4, 2 + i % 4, 4, 1);
        grid->addWidget(new QLabel(theme::stateWord(state)), i, 1);
    }
    int i = 0;
    for (const QString &file : QDir(u":/symbols"_s).entryList()) {
        auto *symbol = new QLabel;
        symbol->setPixmap(theme::symbol(file.chopped(4)).pixmap(32));
        symbol->setToolTip(file);
        grid->addWidget(symbol, 13 + i / 10, i % 10);
        ++i;
    }
    auto *accent = new QPushButton(u"Build 2 targets"_s);
    accent->setProperty("accent", true);
    auto *link = new QPushButton(u"Open nix/versions.nix:4"_s);
    link->setProperty("link", true);
    auto *combo = new QComboBox;
    combo->addItems({u"One"_s, u"Two"_s});
    auto *tree = new QTreeWidget;
    tree->setHeaderLabels({u"Name"_s, u"Size"_s});
    auto *top = new QTreeWidgetItem(tree, {u"folder"_s, u"1"_s});
    for (int n = 0; n < 30; ++n)
        new QTreeWidgetItem(top, {u"item"_s, u"2"_s});
    tree->expandAll();
    grid->addWidget(accent, 20, 0, 1, 3);
    grid->addWidget(new QPushButton(u"Check all again"_s), 20, 3, 1, 2);
    grid->addWidget(link, 20, 5, 1, 2);
    grid->addWidget(combo, 21, 0, 1, 2);
    grid->addWidget(new QLineEdit(u"text"_s), 21, 2, 1, 3);
    grid->addWidget(tree, 22, 0, 1, 8);
    return sheet;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QDir folder(app.arguments().value(1, u"."_s));
    folder.mkpath(u"."_s);
    for (const auto appearance : {theme::Appearance::Light, theme::Appearance::Dark}) {
        theme::apply(app, appearance);
        std::unique_ptr<QWidget> sheet(stateSheet());
        sheet->show();
        sheet->grab().save(folder.filePath(theme::isDark(app.palette()) ? u"states-dark.png"_s : u"states.png"_s));
    }
    return 0;
}
