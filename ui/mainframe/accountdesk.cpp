// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainframe/accountdesk.h"

#include "account/tokenwords.h"
#include "signin/signindialog.h"

#include <QCursor>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace unmoor {

AccountDesk::AccountDesk(std::function<Session *()> current, const SessionOptions &options, QWidget *window)
    : QObject(window)
    , m_current(std::move(current))
    , m_options(options)
    , m_window(window)
{
}

AccountDesk::~AccountDesk() = default;

/// The window's own session where it is at \a host, else one without a project.
Session &AccountDesk::sessionAt(const QString &host)
{
    Session *current = m_current();
    if (current && tokenHost(current->options().apiUrl) == host)
        return *current;
    if (!m_other || tokenHost(m_other->options().apiUrl) != host) {
        SessionOptions options = m_options;
        if (tokenHost(options.apiUrl) != host)
            options.apiUrl = apiUrlOfHost(host);
        options.token.clear();
        m_other = std::make_unique<Session>(options);
    }
    return *m_other;
}

void AccountDesk::askToSignIn()
{
    if (m_dialog)
        return m_dialog->raise();
    m_dialog = new SignInDialog(tokenHost(m_options.apiUrl), m_window);
    connect(m_dialog, &SignInDialog::tokenEntered, this, &AccountDesk::signIn);
    connect(m_dialog, &SignInDialog::browserRequested, this, &AccountDesk::signInWithBrowser);
    connect(m_dialog, &SignInDialog::openPageRequested, this, &AccountDesk::openLinkRequested);
    connect(m_dialog, &SignInDialog::browserCanceled, this, [this] {
        if (Session *current = m_current())
            current->cancelSignIn();
        if (m_other)
            m_other->cancelSignIn();
    });
    m_dialog->open();
}

void AccountDesk::signIn(const QString &host, const QByteArray &token)
{
    Session &session = sessionAt(host);
    session.signInWith(token).then(
        this, [this, &session, token](const Result<SignedIn> &signedIn) { ended(session, signedIn, token); });
}

void AccountDesk::signInWithBrowser(const QString &host, const QString &clientId)
{
    Session &session = sessionAt(host);
    connect(&session, &Session::deviceCodeReceived, m_dialog, [this](const DeviceCode &code) {
        m_dialog->showCode(code);
        Q_EMIT openLinkRequested(code.page);
    });
    session.signInWithBrowser(clientId).then(this, [this, &session](const Result<SignedIn> &signedIn) {
        session.disconnect(m_dialog);
        if (!signedIn && signedIn.error().kind == Error::Kind::InvalidInput && m_dialog)
            return m_dialog->askForClientId(signedIn.error().message);
        ended(session, signedIn, {});
    });
}

void AccountDesk::ended(const Session &session, const Result<SignedIn> &done, const QByteArray &token)
{
    if (!done) {
        const bool isOwnWish =
            done.error().kind == Error::Kind::Canceled && m_dialog && m_dialog->shownCode().isEmpty();
        if (m_dialog && !isOwnWish)
            m_dialog->showProblem(done.error().message);
        return;
    }
    const bool isHeld = done->place == StoredToken::Place::Session;
    const TokenStanding standing = standingOf(done->report, QDateTime::currentDateTimeUtc());
    if (m_dialog && standing.level != TokenStanding::Level::Good)
        m_dialog->showReport(done->report);
    else if (m_dialog)
        m_dialog->accept();
    if (isHeld)
        Q_EMIT said(theme::State::Warning, tr("Signed in for this session only: no keychain answers on this machine."));
    Q_EMIT signedIn(session.options().apiUrl, isHeld ? token : QByteArray());
}

void AccountDesk::showMenu()
{
    Session *session = m_current();
    if (!session || !session->isSignedIn())
        return askToSignIn();
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(*menu, *session);
    menu->popup(QCursor::pos());
}

void AccountDesk::fill(QMenu &menu, Session &session)
{
    const QString host = tokenHost(session.options().apiUrl);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (const auto &report = session.tokenReport()) {
        for (const QString &line : describe(*report, now).split(u'\n'))
            menu.addAction(line)->setEnabled(false);
        if (report->page.isValid() && !report->page.isEmpty())
            menu.addAction(tr("&Open the page about it"),
                           [this, page = report->page] { Q_EMIT openLinkRequested(page); });
        menu.addSeparator();
    }
    for (const Account &account : session.accounts()) {
        if (account.host != host)
            continue;
        QAction *action = menu.addAction(tr("Use %1").arg(account.login), [this, account] { use(account.login); });
        action->setCheckable(true);
        action->setChecked(account.login == session.account());
        if (account.login == session.account())
            menu.addAction(tr("&Forget the token of %1…").arg(account.login), [this, account] { forget(account); });
    }
    menu.addSeparator();
    menu.addAction(tr("&Check the token again"), [this] { check(); });
    menu.addAction(tr("&Sign in with another token…"), [this] { askToSignIn(); });
}

void AccountDesk::use(const QString &login)
{
    Session *session = m_current();
    if (!session)
        return;
    session->useAccount(login, false).then(this, [this](const Result<StoredToken> &token) {
        if (!token)
            Q_EMIT said(theme::State::Error, token.error().message);
        Q_EMIT accountChanged();
    });
}

void AccountDesk::check()
{
    Session *session = m_current();
    if (!session)
        return;
    session->checkToken().then(this, [this](const Result<TokenReport> &report) {
        if (!report)
            return Q_EMIT said(theme::State::Error, report.error().message);
        const TokenStanding standing = standingOf(*report, QDateTime::currentDateTimeUtc());
        Q_EMIT said(standing.level == TokenStanding::Level::Good ? theme::State::Done : theme::State::Warning,
                    report->message);
    });
}

void AccountDesk::forget(const Account &account)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Forget the token"),
                                tr("Take the token of %1 for %2 out of the keychain?").arg(account.login, account.host),
                                QMessageBox::NoButton, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("It stays valid at %1 until it is deleted there.").arg(account.host));
    auto *yes = box->addButton(tr("&Forget the token"), QMessageBox::AcceptRole);
    box->addButton(tr("&Keep it"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, yes, account](const QAbstractButton *clicked) {
        Session *session = m_current();
        if (clicked != yes || !session)
            return;
        session->forgetAccount(account.host, account.login).then(this, [this](const Result<void> &forgotten) {
            if (!forgotten)
                Q_EMIT said(theme::State::Error, forgotten.error().message);
            Q_EMIT accountChanged();
        });
    });
    box->open();
}

} // namespace unmoor
