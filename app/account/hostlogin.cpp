// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/hostlogin.h"

#include "app/account/devicelogin.h"
#include "app/account/shippedclientid.h"
#include "app/account/tokencheck.h"
#include "app/core/chain.h"
#include "app/core/shellquote.h"

using namespace Qt::StringLiterals;

namespace unmoor {

HostLogin::HostLogin(Accounts &accounts, github::Client &client, QNetworkAccessManager &network,
                     HostLoginOptions options, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_client(client)
    , m_network(network)
    , m_options(std::move(options))
{
    m_client.setToken(m_options.token);
}

HostLogin::~HostLogin()
{
    cancel();
}

void HostLogin::cancel()
{
    m_browserStop.request_stop();
    std::exchange(m_stop, {}).request_stop();
}

// --- The token in use ------------------------------------------------------------------------------------------------

QFuture<Result<StoredToken>> HostLogin::signIn(const QString &projectRoot)
{
    if (!m_options.token.isEmpty()) {
        m_token = StoredToken{m_options.token, StoredToken::Place::Environment};
        return finished<StoredToken>(*m_token);
    }
    (void)m_accounts.read();
    const bool isGiven = !m_options.account.isEmpty();
    const QString login = isGiven ? m_options.account : m_accounts.book().loginFor(host(), projectRoot);
    return inEitherCase(readToken(login), this, [this, login, isGiven](const Result<StoredToken> &token) {
        const bool isMissing = !token && token.error().kind == Error::Kind::NotFound;
        if (isMissing && !login.isEmpty() && !isGiven)
            return readToken({}); // one that was stored by host alone serves as well
        return finished<StoredToken>(token);
    });
}

QFuture<Result<StoredToken>> HostLogin::readToken(const QString &login)
{
    return unlessStopped(m_accounts.tokens().read(host(), login), this, m_stop.get_token(),
                         tr("Signing in to %1 was canceled.").arg(host()))
        .then(this, [this, login](const Result<StoredToken> &token) {
            if (token)
                use(*token, login);
            else if (token.error().kind != Error::Kind::Canceled)
                use(std::nullopt, {});
            return token;
        });
}

void HostLogin::use(const std::optional<StoredToken> &token, const QString &account)
{
    const bool same = m_token && token && m_token->token == token->token;
    m_token = token;
    m_account = account;
    if (!same) {
        m_client.setToken(token ? token->token : QByteArray());
        m_report.reset();
    }
    Q_EMIT changed();
}

// --- Signing in ------------------------------------------------------------------------------------------------------

QFuture<Result<SignedIn>> HostLogin::signInWith(const QByteArray &token, const LoginProject &project)
{
    const QByteArray fresh = token.trimmed();
    const auto stop = m_stop.get_token();
    m_client.setToken(fresh);
    const auto proved = unmoor::checkToken(m_client, kindOfToken(fresh), project.repository, stop);
    auto kept = andThen(proved, this, [=, this](const TokenReport &report) {
        if (!report.accepted)
            return finished<SignedIn>(failure(Error::Kind::Unauthorized, report.message + u' ' + report.hint));
        return unlessStopped(keep(fresh, report, project.root), this, stop,
                             tr("Signing in to %1 was canceled while the keychain was asked.").arg(host()));
    });
    return kept.then(this, [this](const Result<SignedIn> &signedIn) {
        if (!signedIn)
            m_client.setToken(m_token ? m_token->token : m_options.token);
        Q_EMIT changed();
        return signedIn;
    });
}

QFuture<Result<SignedIn>> HostLogin::keep(const QByteArray &token, const TokenReport &report,
                                          const QString &projectRoot)
{
    return andThen(m_accounts.tokens().write(host(), token, report.login), this,
                   [this, token, report, projectRoot](StoredToken::Place place) {
                       use(StoredToken{token, place}, report.login);
                       m_report = report;
                       if (place == StoredToken::Place::Keychain) {
                           m_options.token.clear(); // what came from outside gives way
                           if (!report.login.isEmpty())
                               note(report.login, report, projectRoot, true);
                       }
                       return finished<SignedIn>(SignedIn{place, report});
                   });
}

bool HostLogin::knowsClientId() const
{
    const auto book = m_accounts.read();
    return !shippedClientId(host()).isEmpty() || (book && !book->clientIds.value(host()).isEmpty());
}

QFuture<Result<SignedIn>> HostLogin::signInWithBrowser(const QString &clientId, const LoginProject &project)
{
    const auto book = m_accounts.change([&](AccountBook &known) {
        if (!clientId.trimmed().isEmpty())
            known.clientIds.insert(host(), clientId.trimmed());
    });
    if (!book)
        return finished<SignedIn>(std::unexpected(book.error()));
    const QString id = book->clientIds.value(host(), shippedClientId(host()));
    if (id.isEmpty())
        return finished<SignedIn>(failure(Error::Kind::InvalidInput, howToSetUpDeviceLogin(m_options.apiUrl)));
    std::exchange(m_browserStop, {}).request_stop();
    auto *login = new DeviceLogin(m_network, {m_options.apiUrl, id}, this);
    connect(login, &DeviceLogin::codeReceived, this, &HostLogin::codeReceived);
    return inEitherCase(
        login->start(m_browserStop.get_token()), this, [this, login, project](const Result<QByteArray> &token) {
            login->deleteLater();
            return token ? signInWith(*token, project) : finished<SignedIn>(std::unexpected(token.error()));
        });
}

QFuture<Result<StoredToken>> HostLogin::useAccount(const QString &login, const QString &projectRoot, bool forProject)
{
    if (const auto book = m_accounts.read(); book && !book->find(host(), login))
        return finished<StoredToken>(failure(Error::Kind::NotFound,
                                             tr("%1 is not signed in at %2. Sign in first: unmoor token set --host %3")
                                                 .arg(login, host(), shellQuoted(host()))));
    const auto changed = m_accounts.change([&](AccountBook &book) {
        book.choose(host(), projectRoot, {}); // the project's own choice, if it has one, gives way to the new one
        book.choose(host(), forProject ? projectRoot : QString(), login);
    });
    return changed ? signIn(projectRoot) : finished<StoredToken>(std::unexpected(changed.error()));
}

QFuture<Result<void>> HostLogin::forget(const QString &host, const QString &login)
{
    return m_accounts.forget(host, login).then(this, [this, host, login](const Result<void> &forgotten) {
        const bool wasInUse = host == this->host() && login == m_account && m_options.token.isEmpty();
        if (forgotten && wasInUse)
            use(std::nullopt, {});
        return forgotten;
    });
}

// --- What the token may do -------------------------------------------------------------------------------------------

QFuture<Result<TokenReport>> HostLogin::checkToken(const LoginProject &project)
{
    if (!m_token)
        return finished<TokenReport>(
            failure(Error::Kind::NotFound, tr("Not signed in to %1, so there is no token to check.").arg(host())));
    const QByteArray asked = m_token->token;
    const auto answer = unmoor::checkToken(m_client, kindOfToken(asked), project.repository, m_stop.get_token());
    auto kept = andThen(answer, this, [this, asked, project](const TokenReport &report) {
        const bool isStale = !m_token || m_token->token != asked; // another one came into use meanwhile
        if (isStale)
            return finished<TokenReport>(report);
        m_report = report;
        return keepUnderAccount(report, project.root);
    });
    return kept.then(this, [this](const Result<TokenReport> &report) {
        Q_EMIT changed();
        return report;
    });
}

QFuture<void> HostLogin::refreshReport(const LoginProject &project)
{
    if (!m_token || !m_report || m_report->publish != TokenReport::Right::No)
        return QtFuture::makeReadyVoidFuture();
    return checkToken(project).then(this, [](const Result<TokenReport> &) { });
}

/// Moves a token that the keychain has by host alone to its account, now that it is known.
QFuture<Result<TokenReport>> HostLogin::keepUnderAccount(const TokenReport &report, const QString &projectRoot)
{
    if (!report.accepted || report.login.isEmpty() || m_token->place != StoredToken::Place::Keychain)
        return finished<TokenReport>(report);
    if (!m_account.isEmpty()) {
        note(m_account, report, projectRoot, false);
        return finished<TokenReport>(report);
    }
    const auto written = m_accounts.tokens().write(host(), m_token->token, report.login);
    return inEitherCase(written, this, [this, report, projectRoot](const Result<StoredToken::Place> &place) {
        if (!place || *place != StoredToken::Place::Keychain)
            return finished<TokenReport>(report); // it stays where it is, and serves from there
        m_account = report.login;
        note(report.login, report, projectRoot, true);
        return inEitherCase(m_accounts.tokens().forget(host()), this,
                            [report](const Result<void> &) { return finished<TokenReport>(report); });
    });
}

/// A list that cannot be written costs nothing but the memory of who signed in: the token itself is in the keychain.
void HostLogin::note(const QString &login, const TokenReport &report, const QString &projectRoot, bool choose)
{
    const auto noted = m_accounts.change([&](AccountBook &book) {
        book.put({host(), login, report, QDateTime::currentDateTimeUtc()});
        const bool hasOwn = book.chosen.value(projectRoot).contains(host()); // the project does
        if (choose)
            book.choose(host(), hasOwn ? projectRoot : QString(), login);
    });
    if (!noted)
        qWarning("%s", qUtf8Printable(noted.error().message));
}

} // namespace unmoor
