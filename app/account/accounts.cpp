// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/accounts.h"

#include "app/core/chain.h"

namespace unmoor {

Accounts::Accounts(const QString &stateDir, TokenStore &tokens, QObject *parent)
    : QObject(parent)
    , m_stateDir(stateDir)
    , m_tokens(tokens)
    , m_watch(accountsFile(stateDir))
{
    (void)read();
    connect(&m_watch, &SharedFileWatch::changed, this, [this] { (void)read(); });
}

Result<AccountBook> Accounts::read()
{
    return take(readAccounts(m_stateDir));
}

Result<AccountBook> Accounts::change(const std::function<void(AccountBook &)> &change)
{
    return take(changeAccounts(m_stateDir, change));
}

QFuture<Result<void>> Accounts::forget(const QString &host, const QString &login)
{
    return andThen(m_tokens.forget(host, login), this, [this, host, login] {
        return finished<void>(
            change([&](AccountBook &book) { book.remove(host, login); }).transform([](const AccountBook &) {}));
    });
}

Result<AccountBook> Accounts::take(const Result<AccountBook> &read)
{
    if (read && *read != m_book) {
        m_book = *read;
        Q_EMIT changed();
    }
    return read;
}

} // namespace unmoor
