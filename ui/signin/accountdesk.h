// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"
#include "ui/theme/theme.h"

#include <QPointer>

class QMenu;
class QWidget;

namespace unmoor {

class SignInDialog;

/// Signing in, and choosing among accounts: the dialogs and menus between a person and a session.
class AccountDesk : public QObject
{
    Q_OBJECT
public:
    /// \a current: the session of the window, null where there is none; \a options: for one at another host.
    AccountDesk(Engine &engine, std::function<Session *()> current, const SessionOptions &options, QWidget *window);
    ~AccountDesk() override;

    void askToSignIn();
    /// The accounts at the host and what can be done with them; asks to sign in where nobody is.
    void showMenu();

Q_SIGNALS:
    /// \a held: the token, where no keychain took it; to be kept for this run of the program.
    void signedIn(const QUrl &apiUrl, const QByteArray &held);
    void accountChanged(); ///< another account is used, or none
    void said(unmoor::theme::State state, const QString &text);

private:
    Session &sessionAt(const QString &host);
    void signIn(const QString &host, const QByteArray &token);
    void signInWithBrowser(const QString &host, const QString &clientId);
    void ended(const Session &session, const Result<SignedIn> &signedIn, const QByteArray &token);
    void fill(QMenu &menu, Session &session);
    void use(const QString &login);
    void forget(const Account &account);
    void check();

    std::function<Session *()> m_current;
    Engine &m_engine;
    const SessionOptions &m_options;
    QWidget *m_window;
    QPointer<SignInDialog> m_dialog;
    std::unique_ptr<Session> m_other; ///< at another host, or where no project is open
};

} // namespace unmoor
