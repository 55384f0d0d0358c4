// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain/tokenstore.h"

#include "app/core/chain.h"
#include "app/core/shellquote.h"
#include "app/core/words.h"
#include "app/keychain/keychainjob.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

const QString service = u"Unmoor"_s;

QString keyOf(const QString &host, const QString &account)
{
    return account.isEmpty() ? host : host + u'/' + account;
}

QString howToStore(const QString &host)
{
    return Words::tr("Store one with: unmoor token set --host %1").arg(shellQuoted(host));
}

std::unexpected<Error> refused(const QString &key, const KeychainAnswer &answer)
{
    const QString reason = answer.words.isEmpty() ? Words::tr("access denied") : answer.words;
    return failure(Error::Kind::Forbidden,
                   Words::tr("The keychain did not give access to the token for %1 (%2). Unlock the keychain and "
                             "allow Unmoor to use it, or give the token in an environment variable with "
                             "--token-env.")
                       .arg(key, reason));
}

Result<StoredToken> tokenFrom(const KeychainAnswer &answer, const QString &key, const QString &host)
{
    if (answer.isRefusal())
        return refused(key, answer);
    if (answer.isAbsent())
        return failure(Error::Kind::NotFound,
                       Words::tr("No token for %1: the keychain could not be asked (%2), and none was entered in this "
                                 "session. Start a keychain service, such as gnome-keyring or KWallet, or give the "
                                 "token in an environment variable with --token-env.")
                           .arg(key, answer.words));
    if (answer.error != QKeychain::NoError || answer.data.isEmpty())
        return failure(Error::Kind::NotFound,
                       Words::tr("The keychain has no token for %1, or stayed locked.").arg(key) + u' '
                           + howToStore(host));
    return StoredToken{answer.data, StoredToken::Place::Keychain};
}

Result<void> forgotten(const KeychainAnswer &answer, const QString &key, bool wasHeld)
{
    if (answer.isRefusal())
        return refused(key, answer);
    if (wasHeld || !answer.isAbsent())
        return {};
    return failure(Error::Kind::Io,
                   Words::tr("The keychain could not be asked to forget the token for %1 (%2). Start a keychain "
                             "service, such as gnome-keyring or KWallet, and try again.")
                       .arg(key, answer.words));
}

/// Whether \a token can be an HTTP header's value.
bool isHeaderSafe(const QByteArray &token)
{
    return !token.isEmpty() && std::ranges::all_of(token, [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

TokenStore::TokenStore(QObject *parent)
    : QObject(parent)
{
}

QFuture<Result<StoredToken>> TokenStore::read(const QString &host, const QString &account)
{
    const QString key = keyOf(host, account);
    if (const auto held = m_session.constFind(key); held != m_session.constEnd())
        return finished<StoredToken>(StoredToken{*held, StoredToken::Place::Session});
    return runKeychainJob(new QKeychain::ReadPasswordJob(service), key, m_patience)
        .then(this, [key, host](const KeychainAnswer &answer) { return tokenFrom(answer, key, host); });
}

QFuture<Result<StoredToken::Place>> TokenStore::write(const QString &host, const QByteArray &token,
                                                      const QString &account)
{
    const QByteArray trimmed = token.trimmed();
    if (!isHeaderSafe(trimmed))
        return finished<StoredToken::Place>(
            failure(Error::Kind::InvalidInput,
                    tr("This is no token: it is empty, or has blanks or other characters inside that no token has. "
                       "Copy it again from the page where it was made.")));
    const QString key = keyOf(host, account);
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setBinaryData(trimmed);
    // Also when the answer comes late: once the keychain has the token, the session's copy is of no use.
    connect(job, &QKeychain::Job::finished, this, [this, key, trimmed](const QKeychain::Job *done) {
        if (done->error() == QKeychain::NoError && m_session.value(key) == trimmed)
            m_session.remove(key);
    });
    return runKeychainJob(job, key, m_patience)
        .then(this, [this, key, trimmed](const KeychainAnswer &answer) -> Result<StoredToken::Place> {
            if (answer.isRefusal())
                return refused(key, answer);
            if (answer.came && answer.error == QKeychain::NoError) {
                m_session.remove(key);
                return StoredToken::Place::Keychain;
            }
            m_session.insert(key, trimmed);
            return StoredToken::Place::Session;
        });
}

QFuture<Result<void>> TokenStore::forget(const QString &host, const QString &account)
{
    const QString key = keyOf(host, account);
    const bool wasHeld = m_session.remove(key);
    // A locked keychain says yes to a deletion that it does not do, but no to writing; so the token is overwritten
    // first.
    auto *overwrite = new QKeychain::WritePasswordJob(service);
    overwrite->setBinaryData({});
    auto deleted =
        inEitherCase(runKeychainJob(overwrite, key, m_patience), this, [this, key](const KeychainAnswer &answer) {
            return answer.error != QKeychain::NoError || !answer.came
                ? QtFuture::makeReadyValueFuture(answer)
                : runKeychainJob(new QKeychain::DeletePasswordJob(service), key, m_patience);
        });
    return deleted.then(this, [key, wasHeld](const KeychainAnswer &answer) { return forgotten(answer, key, wasHeld); });
}

QString tokenHost(const QUrl &apiUrl)
{
    QString host = apiUrl.host();
    // github.com, and the companies' own hosts below ghe.com, have their API on a name of its own.
    if (host == "api.github.com"_L1 || (host.startsWith("api."_L1) && host.endsWith(".ghe.com"_L1)))
        host.remove(0, 4);
    if (host.contains(u':'))
        host = u'[' + host + u']';
    const int usualPort = apiUrl.scheme() == "http"_L1 ? 80 : 443;
    const int port = apiUrl.port(usualPort);
    return port == usualPort ? host : host + u':' + QString::number(port);
}

} // namespace unmoor

#include "moc_tokenstore.cpp"
