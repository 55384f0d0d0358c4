// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/preparedesk.h"

#include "app/prepare/preparewords.h"
#include "ui/plan/planpage.h"
#include "ui/plan/preparedialog.h"

namespace unmoor {

PrepareDesk::PrepareDesk(Session &session, PlanPage *page)
    : QObject(page)
    , m_session(session)
    , m_page(page)
{
    connect(page, &PlanPage::prepareRequested, this, [this] { open(); });
    connect(&session, &Session::projectChanged, this, &PrepareDesk::show);
}

QString PrepareDesk::whyNot() const
{
    if (!m_session.isOpen())
        return tr("no project is open");
    return m_session.project().trust == Trust::Given ? QString() : tr("the project is not trusted");
}

/// Of a project that is not trusted git is not asked, whose settings would be used.
void PrepareDesk::show()
{
    if (!whyNot().isEmpty())
        return m_page->setPreparation({});
    m_reading.cancel();
    const auto stop = m_reading.begin();
    readStanding(m_session.engine().stateDir(), m_session.project().checkout.root, stop)
        .then(this, [this, stop](const Result<std::optional<PrepareStanding>> &standing) {
            m_reading.end();
            if (stop.stop_requested())
                return;
            m_page->setPreparation(!standing       ? standing.error().message
                                       : *standing ? standingWords((*standing)->journal)
                                                   : QString());
        });
}

void PrepareDesk::open(const QString &wanted)
{
    if (!whyNot().isEmpty())
        return;
    PullHost host;
    if (m_session.login().isSignedIn() && !m_session.project().repository().isEmpty())
        host = {.client = &m_session.client(), .repository = m_session.project().repository()};
    auto *dialog = new PrepareDialog(m_session.project().directory, m_session.engine().stateDir(),
                                     !m_session.options().isRehearsal, wanted, host, m_page->window());
    connect(dialog, &PrepareDialog::checkoutChanged, this, &PrepareDesk::changed);
    connect(dialog, &QDialog::finished, this, &PrepareDesk::show);
    dialog->open();
}

} // namespace unmoor
