// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/accounts.h"
#include "app/account/devicecode.h"
#include "app/github/client.h"

#include <QNetworkAccessManager>
#include <stop_token>

namespace unmoor {

/// Somebody signed in: where the token went, and what it may do.
struct SignedIn
{
    StoredToken::Place place = StoredToken::Place::Session;
    TokenReport report;
};

/// What somebody signs in for.
struct LoginProject
{
    QString root; ///< of its checkout, by which an account is chosen for it; empty: no project
    QString repository; ///< "owner/name", which the token shall be able to publish to; empty: not known
};

struct HostLoginOptions
{
    QUrl apiUrl;
    QByteArray token; ///< from an environment variable or the rehearsal; empty: ask the keychain
    QString account; ///< whose token of the keychain; empty: as was chosen
};

/// Who is signed in at one host, with which token, and what that may do. The client gets the token that is in use.
class HostLogin : public QObject
{
    Q_OBJECT
public:
    HostLogin(Accounts &accounts, github::Client &client, QNetworkAccessManager &network, HostLoginOptions options,
              QObject *parent = nullptr);
    ~HostLogin() override;

    QString host() const { return tokenHost(m_options.apiUrl); }
    bool isSignedIn() const { return m_client.hasToken(); }
    const QString &account() const { return m_account; } ///< whose token is in use; empty: not known
    const std::optional<TokenReport> &report() const { return m_report; } ///< of the token in use, as last asked
    /// The token of the options, until one of the keychain takes its place; empty: there is none.
    const QByteArray &givenToken() const { return m_options.token; }

    /// Reads the token: the given one, else the keychain's for the account that was chosen for the project at
    /// \a projectRoot or for the host. Without one the host is asked anonymously. Errors: Canceled, and those of
    /// TokenStore::read().
    QFuture<Result<StoredToken>> signIn(const QString &projectRoot);
    /// Proves \a token with the host, then keeps it under its account, which is used for the host from now on. Why the
    /// host refused it (nothing is kept then); Unauthorized, or as checkToken().
    QFuture<Result<SignedIn>> signInWith(const QByteArray &token, const LoginProject &project);
    /// Signs in through a browser, on this machine or another: codeReceived() says what to type where. \a clientId: of
    /// an OAuth app of the host, kept for the next time; empty: the one that was kept, else that of this build. Errors:
    /// InvalidInput (none is known, or no good one), and those of DeviceLogin::start() and signInWith().
    QFuture<Result<SignedIn>> signInWithBrowser(const QString &clientId, const LoginProject &project);
    bool knowsClientId() const; ///< so that the browser needs no other
    /// Uses the account of \a login from now on: \a forProject, for the project at \a projectRoot alone, else wherever
    /// nothing else was chosen. Errors: NotFound (no such account), Io, and those of signIn().
    QFuture<Result<StoredToken>> useAccount(const QString &login, const QString &projectRoot, bool forProject);
    /// Asks the host what the token in use may do for the project's repository. A token that the keychain has by host
    /// alone is moved to its account. NotFound: nobody is signed in.
    QFuture<Result<TokenReport>> checkToken(const LoginProject &project);
    /// As checkToken(), where the last report speaks against publishing: that may have been mended at the host since.
    QFuture<void> refreshReport(const LoginProject &project);
    /// As Accounts::forget(); the token is used no more, where it was in use.
    QFuture<Result<void>> forget(const QString &host, const QString &login);
    QFuture<Result<void>> signOut() { return forget(host(), m_account); }

    void cancel(); ///< everything that was begun; each ends as Canceled

Q_SIGNALS:
    void changed(); ///< who is signed in, or what is known of the token
    void codeReceived(const unmoor::DeviceCode &code);

private:
    QFuture<Result<StoredToken>> readToken(const QString &login);
    void use(const std::optional<StoredToken> &token, const QString &account);
    QFuture<Result<SignedIn>> keep(const QByteArray &token, const TokenReport &report, const QString &projectRoot);
    QFuture<Result<TokenReport>> keepUnderAccount(const TokenReport &report, const QString &projectRoot);
    void note(const QString &login, const TokenReport &report, const QString &projectRoot, bool choose);

    Accounts &m_accounts;
    github::Client &m_client;
    QNetworkAccessManager &m_network;
    HostLoginOptions m_options;
    std::optional<StoredToken> m_token; ///< in use
    QString m_account; ///< under which the keychain has it; empty: by host alone
    std::optional<TokenReport> m_report;
    std::stop_source m_stop; ///< of everything
    std::stop_source m_browserStop; ///< of the sign-in with the browser: a second one takes the place of the first
};

} // namespace unmoor
