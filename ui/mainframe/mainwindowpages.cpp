// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: the pages of a project that cannot be opened yet.
#include "ui/mainframe/mainwindow.h"

#include "ui/guide/brokenpage.h"
#include "ui/guide/guidepage.h"
#include "ui/mainframe/guidedesk.h"
#include "ui/mainframe/projectopener.h"
#include "ui/mainframe/statusline.h"
#include "ui/mainframe/windowmemory.h"
#include "ui/widgets/openlink.h"
#include "ui/widgets/question.h"

#include <QScrollArea>
#include <QStackedWidget>

namespace unmoor {

/// With large text in a small window it scrolls.
void MainWindow::showPage(QWidget *page)
{
    dropPage();
    m_page = new QScrollArea(m_stack);
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setFocusPolicy(Qt::NoFocus);
    m_page->setWidgetResizable(true);
    m_page->setWidget(page);
    m_stack->addWidget(m_page);
    m_stack->setCurrentWidget(m_page);
    if (m_memory)
        m_memory->restoreParts(*page);
    updateFrame();
}

/// It may be the page that asks for it: it goes in the next turn of the event loop.
void MainWindow::dropPage()
{
    if (m_page) {
        m_stack->removeWidget(m_page);
        m_page->hide();
        m_page->deleteLater();
    }
    m_page.clear();
    m_guide.clear();
    m_broken.clear();
}

void MainWindow::showGuide(const QString &directory)
{
    auto *guide = new GuidePage(directory);
    showPage(guide);
    m_guide = guide;
    m_status->setMessage(theme::State::Note, tr("%1 has no unmoor.toml yet").arg(directory));
    auto *desk = new GuideDesk(m_engine, m_opener->optionsFor(directory), m_guide);
    connect(desk, &GuideDesk::created, this, [this](const QString &created) {
        dropPage();
        openProject(created);
    });
    desk->begin();
}

void MainWindow::showBroken(const QString &directory)
{
    auto *broken = new BrokenPage;
    broken->showManifest(directory);
    showPage(broken);
    m_broken = broken;
    m_status->setMessage(theme::State::Error, tr("The unmoor.toml of %1 cannot be read").arg(directory));
    connect(m_broken, &BrokenPage::openRequested, this, [this](const QString &file, int line, int column) {
        if (!openInEditor(file, line, column))
            m_status->setMessage(theme::State::Error, tr("No program was found that opens %1").arg(file));
    });
    // Not from within the page, which goes when the project opens.
    connect(
        m_broken, &BrokenPage::readRequested, this,
        [this, directory] {
            if (m_broken && !m_broken->showManifest(directory))
                openProject(directory);
        },
        Qt::QueuedConnection);
}

/// The text of a project that is being set up is nowhere else. \a agreed: goes on once it is gone.
void MainWindow::askToDiscard(const std::function<void()> &agreed)
{
    ask(this,
        {.title = tr("Set up a project"),
         .text = tr("The text for unmoor.toml was edited, and nothing of it is written yet."),
         .detail = tr("It is lost when you leave this page."),
         .yes = tr("&Discard"),
         .no = tr("&Go on writing"),
         .isWarning = true},
        [this, agreed] {
            dropPage();
            agreed();
        });
}

GuidePage *MainWindow::guidePage() const
{
    return m_guide;
}

BrokenPage *MainWindow::brokenPage() const
{
    return m_broken;
}

} // namespace unmoor
