// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/accountdesk.h"

#include "app/account/tokenreport.h"
#include "app/account/tokenwords.h"
#include "app/core/linktarget.h"
#include "ui/signin/signindialog.h"
#include "ui/widgets/openlink.h"
#include "ui/widgets/question.h"

#include <QCursor>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace unmoor {

AccountDesk::AccountDesk(Engine &engine, std::function<Session *()> current, const SessionOptions &options,
                         QWidget *window)
    : QObject(window)
    , m_current(std::move(current))
    , m_engine(engine)
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
        m_other = std::make_unique<Session>(m_engine, options);
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
    connect(m_dialog, &SignInDialog::openPageRequested, this, [this](const QUrl &page) {
        openForeignLink(m_dialog, page, {.ownPage = webUrl(apiUrlOfHost(m_dialog->host()))});
    });
    connect(m_dialog, &SignInDialog::browserCanceled, this, [this] {
        if (Session *current = m_current())
            current->login().cancel();
        if (m_other)
            m_other->login().cancel();
    });
    m_dialog->open();
}

void AccountDesk::signIn(const QString &host, const QByteArray &token)
{
    Session &session = sessionAt(host);
    session.login()
        .signInWith(token, session.loginProject())
        .then(this, [this, &session, token](const Result<SignedIn> &signedIn) { ended(session, signedIn, token); });
}

void AccountDesk::signInWithBrowser(const QString &host, const QString &clientId)
{
    Session &session = sessionAt(host);
    connect(&session.login(), &HostLogin::codeReceived, m_dialog, [this, &session](const DeviceCode &code) {
        m_dialog->showCode(code);
        openForeignLink(m_dialog, code.page, {.ownPage = webUrl(session.options().apiUrl)});
    });
    session.login()
        .signInWithBrowser(clientId, session.loginProject())
        .then(this, [this, &session](const Result<SignedIn> &signedIn) {
            session.login().disconnect(m_dialog);
            if (!signedIn && signedIn.error().kind == Error::Kind::InvalidInput && m_dialog)
                return session.login().knowsClientId() ? m_dialog->askForClientId(signedIn.error().message)
                                                       : m_dialog->offerTokenPage(signedIn.error().message);
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
    if (!session || !session->login().isSignedIn())
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
    if (const auto &report = session.login().report()) {
        for (const QString &line : describe(*report, now).split(u'\n'))
            menu.addAction(line)->setEnabled(false);
        if (report->page.isValid() && !report->page.isEmpty())
            menu.addAction(tr("&Open the page about it"),
                           [this, page = report->page, own = webUrl(session.options().apiUrl)] {
                               openForeignLink(m_window, page, {.ownPage = own});
                           });
        menu.addSeparator();
    }
    for (const Account &account : session.engine().accounts().book().accounts) {
        if (account.host != host)
            continue;
        QAction *action = menu.addAction(tr("Use %1").arg(account.login), [this, account] { use(account.login); });
        action->setCheckable(true);
        action->setChecked(account.login == session.login().account());
        if (account.login == session.login().account())
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
    session->login()
        .useAccount(login, session->project().checkout.root, false)
        .then(this, [this](const Result<StoredToken> &token) {
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
    session->login().checkToken(session->loginProject()).then(this, [this](const Result<TokenReport> &report) {
        if (!report)
            return Q_EMIT said(theme::State::Error, report.error().message);
        const TokenStanding standing = standingOf(*report, QDateTime::currentDateTimeUtc());
        Q_EMIT said(standing.level == TokenStanding::Level::Good ? theme::State::Done : theme::State::Warning,
                    report->message);
    });
}

void AccountDesk::forget(const Account &account)
{
    ask(m_window,
        {.title = tr("Forget the token"),
         .text = tr("Take the token of %1 for %2 out of the keychain?").arg(account.login, account.host),
         .detail = tr("It stays valid at %1 until it is deleted there.").arg(account.host),
         .yes = tr("&Forget the token"),
         .no = tr("&Keep it")},
        [this, account] {
            Session *session = m_current();
            if (!session)
                return;
            session->login().forget(account.host, account.login).then(this, [this](const Result<void> &forgotten) {
                if (!forgotten)
                    Q_EMIT said(theme::State::Error, forgotten.error().message);
                Q_EMIT accountChanged();
            });
        });
}

} // namespace unmoor
