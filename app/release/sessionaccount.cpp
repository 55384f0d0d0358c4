// SPDX-License-Identifier: GPL-3.0-or-later
// Session: who is signed in, with which token, and what that may do.
#include "account/devicelogin.h"
#include "account/tokencheck.h"
#include "github/chain.h"
#include "release/session.h"

using namespace Qt::StringLiterals;

namespace unmoor {

QFuture<Result<StoredToken>> Session::signIn()
{
    if (!m_options.token.isEmpty()) {
        m_token = StoredToken{m_options.token, StoredToken::Place::Environment};
        return finished<StoredToken>(*m_token);
    }
    const auto book = readAccounts(m_options.stateDir);
    const QString chosen = book ? book->loginFor(tokenHost(m_options.apiUrl), m_checkout.root) : QString();
    const QString login = m_options.account.isEmpty() ? chosen : m_options.account;
    return readToken(login)
        .then(this,
              [this, login](const Result<StoredToken> &token) {
                  if (token || login.isEmpty() || !m_options.account.isEmpty()
                      || token.error().kind != Error::Kind::NotFound)
                      return finished<StoredToken>(token);
                  return readToken({}); // one that was stored by host alone serves as well
              })
        .unwrap();
}

QFuture<Result<StoredToken>> Session::readToken(const QString &login)
{
    return m_tokens.read(tokenHost(m_options.apiUrl), login)
        .then(this, [this, login](const Result<StoredToken> &token) {
            useToken(token ? std::optional(*token) : std::nullopt, token ? login : QString());
            return token;
        });
}

void Session::useToken(const std::optional<StoredToken> &token, const QString &account)
{
    const bool same = m_token && token && m_token->token == token->token;
    m_token = token;
    m_account = account;
    if (!same) {
        m_client.setToken(token ? token->token : QByteArray());
        m_tokenReport.reset();
    }
    Q_EMIT signedInChanged();
}

QFuture<Result<SignedIn>> Session::signInWith(const QByteArray &token)
{
    const QByteArray fresh = token.trimmed();
    const auto before = m_token;
    m_client.setToken(fresh);
    return unmoor::checkToken(m_client, kindOfToken(fresh), repository())
        .then(this,
              [this, fresh, before](const Result<TokenReport> &report) {
                  if (report && report->accepted)
                      return m_tokens.write(tokenHost(m_options.apiUrl), fresh, report->login)
                          .then(this, [this, fresh, report = *report](const Result<StoredToken::Place> &place) {
                              return place.transform([&](StoredToken::Place where) {
                                  useToken(StoredToken{fresh, where}, report.login);
                                  m_tokenReport = report;
                                  if (where == StoredToken::Place::Keychain) {
                                      m_options.token.clear(); // what came from outside gives way
                                      if (!report.login.isEmpty())
                                          noteAccount(report.login, report, true);
                                  }
                                  return SignedIn{where, report};
                              });
                          });
                  m_client.setToken(before ? before->token : m_options.token);
                  return finished<SignedIn>(
                      report ? failure(Error::Kind::Unauthorized, report->message + u' ' + report->hint)
                             : std::unexpected(report.error()));
              })
        .unwrap()
        .then(this, [this](const Result<SignedIn> &signedIn) {
            Q_EMIT signedInChanged();
            return signedIn;
        });
}

QFuture<Result<SignedIn>> Session::signInWithBrowser(const QString &clientId)
{
    const QString host = tokenHost(m_options.apiUrl);
    const auto book = changeAccounts(m_options.stateDir, [&](AccountBook &known) {
        if (!clientId.trimmed().isEmpty())
            known.clientIds.insert(host, clientId.trimmed());
    });
    if (!book)
        return finished<SignedIn>(std::unexpected(book.error()));
    const QString id = book->clientIds.value(host);
    if (id.isEmpty())
        return finished<SignedIn>(failure(Error::Kind::InvalidInput, howToSetUpDeviceLogin(m_options.apiUrl)));
    cancelSignIn();
    m_signInStop = std::stop_source();
    auto *login = new DeviceLogin(m_network, {m_options.apiUrl, id}, this);
    connect(login, &DeviceLogin::codeReceived, this, &Session::deviceCodeReceived);
    return login->start(m_signInStop.get_token())
        .then(this,
              [this, login](const Result<QByteArray> &token) {
                  login->deleteLater();
                  return token ? signInWith(*token) : finished<SignedIn>(std::unexpected(token.error()));
              })
        .unwrap();
}

void Session::cancelSignIn()
{
    m_signInStop.request_stop();
}

QFuture<Result<TokenReport>> Session::checkToken()
{
    if (!m_token)
        return finished<TokenReport>(
            failure(Error::Kind::NotFound,
                    tr("Not signed in to %1, so there is no token to check.").arg(tokenHost(m_options.apiUrl))));
    const QByteArray asked = m_token->token;
    return unmoor::checkToken(m_client, kindOfToken(asked), repository())
        .then(this,
              [this, asked](const Result<TokenReport> &report) {
                  const bool isStale = !m_token || m_token->token != asked; // another one came into use meanwhile
                  if (!report || isStale)
                      return finished<TokenReport>(report);
                  m_tokenReport = *report;
                  return keepUnderAccount(*report);
              })
        .unwrap()
        .then(this, [this](const Result<TokenReport> &report) {
            Q_EMIT signedInChanged();
            return report;
        });
}

/// What stood against publishing may have been mended at the host since.
QFuture<void> Session::refreshReport()
{
    if (!m_token || !m_tokenReport || m_tokenReport->publish != TokenReport::Right::No)
        return QtFuture::makeReadyVoidFuture();
    return checkToken().then(this, [](const Result<TokenReport> &) { });
}

/// Moves a token that the keychain has by host alone to its account, now that it is known.
QFuture<Result<TokenReport>> Session::keepUnderAccount(const TokenReport &report)
{
    if (!report.accepted || report.login.isEmpty() || m_token->place != StoredToken::Place::Keychain)
        return finished<TokenReport>(report);
    if (!m_account.isEmpty()) {
        noteAccount(m_account, report, false);
        return finished<TokenReport>(report);
    }
    const QString host = tokenHost(m_options.apiUrl);
    return m_tokens.write(host, m_token->token, report.login)
        .then(this,
              [this, host, report](const Result<StoredToken::Place> &place) {
                  if (!place || *place != StoredToken::Place::Keychain)
                      return finished<TokenReport>(report); // it stays where it is, and serves from there
                  m_account = report.login;
                  noteAccount(report.login, report, true);
                  return m_tokens.forget(host).then(
                      this, [report](const Result<void> &) -> Result<TokenReport> { return report; });
              })
        .unwrap();
}

/// A list that cannot be written costs nothing but the memory of who signed in: the token itself is in the keychain.
void Session::noteAccount(const QString &login, const TokenReport &report, bool choose)
{
    const QString host = tokenHost(m_options.apiUrl);
    const auto changed = changeAccounts(m_options.stateDir, [&](AccountBook &book) {
        book.put({host, login, report, QDateTime::currentDateTimeUtc()});
        const bool hasOwn = book.chosen.value(m_checkout.root).contains(host); // the project does
        if (choose)
            book.choose(host, hasOwn ? m_checkout.root : QString(), login);
    });
    if (!changed)
        qWarning("%s", qUtf8Printable(changed.error().message));
}

QList<Account> Session::accounts() const
{
    const auto book = readAccounts(m_options.stateDir);
    return book ? book->accounts : QList<Account>();
}

QFuture<Result<StoredToken>> Session::useAccount(const QString &login, bool forProject)
{
    const QString host = tokenHost(m_options.apiUrl);
    if (const auto book = readAccounts(m_options.stateDir); book && !book->find(host, login))
        return finished<StoredToken>(
            failure(Error::Kind::NotFound,
                    tr("%1 is not signed in at %2. Sign in first: unmoor token set --host %2").arg(login, host)));
    const auto changed = changeAccounts(m_options.stateDir, [&](AccountBook &book) {
        book.choose(host, m_checkout.root, {}); // the project's own choice, if it has one, gives way to the new one
        book.choose(host, forProject ? m_checkout.root : QString(), login);
    });
    if (!changed)
        return finished<StoredToken>(std::unexpected(changed.error()));
    return signIn();
}

QFuture<Result<void>> Session::forgetAccount(const QString &host, const QString &login)
{
    return andThen(m_tokens.forget(host, login), this, [this, host, login] {
        const auto changed = changeAccounts(m_options.stateDir, [&](AccountBook &book) { book.remove(host, login); });
        if (host == tokenHost(m_options.apiUrl) && login == m_account && m_options.token.isEmpty())
            useToken(std::nullopt, {});
        return finished<void>(changed.transform([](const AccountBook &) { }));
    });
}

QFuture<Result<void>> Session::signOut()
{
    return forgetAccount(tokenHost(m_options.apiUrl), m_account);
}

} // namespace unmoor
