// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/trustdesk.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/question.h"

#include <QDir>
#include <QPushButton>

namespace unmoor {

void askForTrust(QWidget *parent, const QString &directory, std::function<void(Trust)> answered)
{
    QMessageBox *box = plainBox(
        QMessageBox::Question, TrustDesk::tr("Trust this checkout?"),
        TrustDesk::tr("Do you trust who made the checkout in %1?").arg(QDir::toNativeSeparators(directory)),
        TrustDesk::tr("Trusted: its flake is evaluated and built, and git may start the filters that its repository "
                      "names. Code that comes with the checkout runs on this machine, with your rights.\n\n"
                      "Not trusted: its files are read and archives can be looked at. Nothing of it runs, so gates, "
                      "versions and builds that need that stay unknown.\n\n"
                      "The answer is kept for this folder. Change it in Settings, Trust."),
        parent);
    const auto *yes = box->addButton(TrustDesk::tr("&Trust"), QMessageBox::AcceptRole);
    auto *no = box->addButton(TrustDesk::tr("&Do not trust"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    QObject::connect(box, &QMessageBox::buttonClicked, parent,
                     [yes, answered = std::move(answered)](const QAbstractButton *clicked) {
                         answered(clicked == yes ? Trust::Given : Trust::Withheld);
                     });
    box->open();
}

TrustDesk::TrustDesk(Session &session, Banner *banner, QWidget *page)
    : QObject(page)
    , m_session(session)
    , m_banner(banner)
    , m_page(page)
{
    m_banner->clear();
    connect(&m_session.engine().settingsStore(), &SettingsStore::changed, this, &TrustDesk::follow);
    connect(&m_session, &Session::activityChanged, this, &TrustDesk::follow);
}

void TrustDesk::askOnce()
{
    const Project &project = m_session.project();
    if (project.trust == Trust::Withheld && !m_session.engine().settings().trustAnswer(project.directory))
        ask();
}

void TrustDesk::ask()
{
    askForTrust(m_page, m_session.project().directory, [this](Trust trust) { take(trust); });
}

void TrustDesk::take(Trust trust)
{
    const QString directory = m_session.project().directory;
    const auto kept =
        m_session.engine().settingsStore().change([&](Settings &settings) { settings.setTrust(directory, trust); });
    Q_EMIT ended(kept, tr("The answer could not be kept"));
}

/// A plan that is being checked with another answer is of no use any more; its end comes back here.
void TrustDesk::follow()
{
    const Project &project = m_session.project();
    if (!m_session.isOpen() || m_session.trustIn(project.directory) == project.trust) {
        m_hasTold = false;
    } else if (m_session.planner().isRunning()) {
        m_session.planner().cancel();
    } else if (!std::exchange(m_hasTold, true)) {
        Q_EMIT changed();
    }
}

void TrustDesk::show()
{
    if (!m_session.isOpen() || m_session.project().trust == Trust::Given)
        return m_banner->clear();
    if (m_banner->isHidden())
        connect(m_banner->addAction(tr("&Trust…")), &QPushButton::clicked, this, &TrustDesk::ask);
    m_banner->showMessage(theme::State::Warning, tr("This checkout is not trusted"),
                          tr("Its files are read, and nothing that it brings along runs. What its flake and git's "
                             "filters would tell is not known, and nothing can be built or published."));
}

} // namespace unmoor
