// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/changedesk.h"

#include "app/project/manifesttext.h"
#include "ui/guide/brokenpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/openlink.h"
#include "ui/widgets/question.h"

#include <QDialog>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

ChangeDesk::ChangeDesk(Session &session, Banner *banner, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_banner(banner)
{
    m_banner->clear();
    connect(&m_watch, &ProjectWatch::changed, this, &ChangeDesk::show);
    connect(&m_watch, &ProjectWatch::changed, this, &ChangeDesk::changed);
    connect(&m_session, &Session::activityChanged, this, &ChangeDesk::show);
    connect(&m_session, &Session::projectChanged, this, [this] { m_watch.setProject(m_session.snapshot()); });
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            m_watch.look();
    });
    if (m_session.isOpen())
        m_watch.setProject(m_session.snapshot());
}

/// What is being read already, after saving notes for example, needs no asking.
void ChangeDesk::show()
{
    if (m_watch.changes().isEmpty() || m_session.isReading()) {
        m_offersMending.reset();
        return m_banner->clear();
    }
    addActions(m_watch.isManifestBroken());
    if (m_watch.isManifestBroken())
        return showBroken();
    m_banner->showMessage(theme::State::Warning, tr("The project changed on disk"),
                          m_watch.changes().join(u' ') + u' '
                              + tr("What is shown is from before. What is built or published is read anew."));
}

void ChangeDesk::showBroken()
{
    m_banner->showMessage(theme::State::Error, tr("unmoor.toml cannot be read any more"),
                          m_watch.changes().join(u' ') + u' '
                              + tr("The project stays as it was read before, and nothing is built or published until "
                                   "this is mended."));
}

void ChangeDesk::addActions(bool isBroken)
{
    if (std::exchange(m_offersMending, isBroken) == isBroken)
        return;
    m_banner->clearActions();
    const auto add = [this](const QString &text, void (ChangeDesk::*run)()) {
        connect(m_banner->addAction(text), &QPushButton::clicked, this, run);
    };
    if (!isBroken)
        return add(tr("Take &over"), &ChangeDesk::takeOverRequested);
    add(tr("&Show the place"), &ChangeDesk::showPlace);
    add(tr("&Open"), &ChangeDesk::openManifest);
    add(tr("&Read again"), &ChangeDesk::readAgain);
}

void ChangeDesk::showPlace()
{
    auto *dialog = new QDialog(m_banner->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("unmoor.toml of %1").arg(m_session.project().manifest.name));
    auto *page = new BrokenPage(dialog);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(page);
    page->showManifest(m_session.project().directory);
    connect(page, &BrokenPage::openRequested, this, &ChangeDesk::openManifest);
    connect(page, &BrokenPage::readRequested, this, [this, dialog, page] {
        if (page->showManifest(m_session.project().directory))
            return;
        dialog->accept();
        readAgain();
    });
    dialog->resize(900, 560);
    dialog->show();
}

void ChangeDesk::openManifest()
{
    const QString path = manifestPath(m_session.project().directory);
    const auto text = readManifestText(m_session.project().directory);
    const auto problem = text ? findManifestProblem(*text) : std::nullopt;
    if (!openInEditor(path, problem ? problem->line : 0, problem ? problem->column : 0))
        sayProblem(m_banner, tr("unmoor.toml was not opened"), tr("No program was found that opens %1.").arg(path));
}

/// What is mended is taken over at once: that is what was asked for.
void ChangeDesk::readAgain()
{
    if (readManifest(m_session.project().directory))
        Q_EMIT takeOverRequested();
    else
        m_watch.look();
}

} // namespace unmoor
