// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivepage.h"

#include "archive/archivetree.h"
#include "archive/comparepane.h"
#include "archive/entryinspector.h"
#include "widgets/banner.h"
#include "widgets/emptystate.h"
#include "widgets/pageheader.h"
#include "widgets/segmentedcontrol.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QToolButton *menuButton(const QString &name, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setIcon(theme::symbol(u"more"_s));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAccessibleName(name);
    button->setToolTip(toolTip);
    button->setMenu(new QMenu(button));
    return button;
}

} // namespace

void ArchivePage::layOut()
{
    m_stack->addWidget(m_empty);
    auto *read = new QWidget;
    auto *readColumn = new QVBoxLayout(read);
    readColumn->setContentsMargins(0, 0, 0, 0);
    readColumn->setSpacing(0);
    readColumn->addWidget(makeBannerBox());
    readColumn->addWidget(m_view, 1);
    m_view->addWidget(makeContent());
    m_view->addWidget(m_sizes);
    m_view->addWidget(m_compare);
    m_stack->addWidget(read);

    m_views->setAccessibleName(tr("View"));
    m_views->button(Sizes)->hide();
    m_views->button(Compare)->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
}

QWidget *ArchivePage::makeBannerBox()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(theme::space::m, 10, theme::space::m, 10);
    column->addWidget(m_banner);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return box;
}

/// Beside the archive that is shown, others are a choice of lesser weight.
QWidget *ArchivePage::makeMoreButton()
{
    QToolButton *button = menuButton(tr("More"), tr("Build this archive again, or open another"));
    button->menu()->addAction(tr("Check that it &builds identically"), this, &ArchivePage::askForRebuild);
    button->menu()->addAction(m_open->text(), this, &ArchivePage::askForFile);
    return button;
}

void ArchivePage::askForRebuild()
{
    m_compare->chooseRebuild();
    setView(Compare);
    Q_EMIT rebuildCheckRequested();
}

QWidget *ArchivePage::makeOrderButton()
{
    QToolButton *button =
        menuButton(tr("Order of the entries"), tr("Show the entries by folder or in the archive's order"));
    QMenu *menu = button->menu();
    auto *group = new QActionGroup(button);
    for (QAction *action : {m_byFolder, m_inOrder}) {
        action->setCheckable(true);
        group->addAction(action);
        menu->addAction(action);
    }
    m_byFolder->setChecked(true);
    return button;
}

QWidget *ArchivePage::makeToolStrip()
{
    auto *strip = new QWidget;
    strip->setFixedHeight(theme::rowHeight(theme::size::toolStrip));
    m_name->setPlaceholderText(tr("Filter by name"));
    m_name->setAccessibleName(tr("Filter entries by name"));
    m_name->setClearButtonEnabled(true);
    m_name->addAction(theme::symbol(u"search"_s), QLineEdit::LeadingPosition);
    m_name->setMaximumWidth(theme::rowHeight(150));
    m_name->setMinimumWidth(60);
    m_next->setToolTip(tr("Go to the next problem (F8); Shift+F8 goes back"));
    m_scope->setAccessibleName(tr("Which entries"));
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(theme::space::m, 0, theme::space::s, 0);
    row->setSpacing(theme::space::s);
    row->addWidget(m_scope);
    row->addWidget(makeOrderButton());
    row->addStretch();
    row->addWidget(m_name, 1);
    row->addWidget(m_next);
    return strip;
}

QWidget *ArchivePage::makeContent()
{
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeToolStrip());
    column->addWidget(m_tree, 1);

    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(m_inspector);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({732, 372});
    return splitter;
}

void ArchivePage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto &&action) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(QKeySequence::Find, [this] {
        setView(Contents);
        m_name->setFocus(Qt::ShortcutFocusReason);
    });
}

void ArchivePage::setSizesView(QWidget *view)
{
    m_view->removeWidget(m_sizes);
    delete m_sizes;
    m_sizes = view;
    m_view->insertWidget(Sizes, view);
    m_views->button(Sizes)->show();
}

void ArchivePage::setCompareView(QWidget *view)
{
    m_compare->setView(view);
    m_views->button(Compare)->show();
}

void ArchivePage::setView(View view)
{
    m_views->setCurrentIndex(view);
}

} // namespace unmoor
