// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/archivepage.h"

#include "ui/archive/comparepane.h"
#include "ui/archive/contentsview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace unmoor {

void ArchivePage::layOut()
{
    m_stack->addWidget(m_empty);
    auto *read = new QWidget;
    auto *readColumn = new QVBoxLayout(read);
    readColumn->setContentsMargins(0, 0, 0, 0);
    readColumn->setSpacing(0);
    readColumn->addWidget(makeBannerBox());
    readColumn->addWidget(m_view, 1);
    m_view->addWidget(m_contents);
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
    QToolButton *button = moreButton(tr("More"));
    button->setToolTip(tr("Build this archive again, or open another"));
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

void ArchivePage::addShortcuts()
{
    addPageShortcut(this, QKeySequence::Find, [this] {
        if (m_views->currentIndex() == Compare && m_compare->find())
            return;
        setView(Contents);
        m_contents->find();
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
