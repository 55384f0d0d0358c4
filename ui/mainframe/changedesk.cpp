// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/changedesk.h"

#include "ui/widgets/banner.h"

#include <QGuiApplication>
#include <QPushButton>

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
    if (m_watch.changes().isEmpty() || m_session.isReading())
        return m_banner->clear();
    if (m_banner->isHidden())
        connect(m_banner->addAction(tr("Take &over")), &QPushButton::clicked, this, &ChangeDesk::takeOverRequested);
    m_banner->showMessage(theme::State::Warning, tr("The project changed on disk"),
                          m_watch.changes().join(u' ') + u' '
                              + tr("What is shown is from before. What is built or published is read anew."));
}

} // namespace unmoor
