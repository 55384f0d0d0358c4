// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/accountbook.h"
#include "app/core/sharedfile.h"
#include "app/keychain/tokenstore.h"

namespace unmoor {

/// Everybody who signed in on this machine, at every host: the book of a state folder, which every process on it
/// shares, and the keychain that holds the tokens.
class Accounts : public QObject
{
    Q_OBJECT
public:
    Accounts(const QString &stateDir, TokenStore &tokens, QObject *parent = nullptr);

    TokenStore &tokens() { return m_tokens; }
    /// As last read, which is at most one turn of the event loop old; empty where it was never readable.
    const AccountBook &book() const { return m_book; }

    /// Reads the book now. Errors: see readAccounts(); book() stays what it was then.
    Result<AccountBook> read();
    /// Changes the book as it is on disk now. Errors: see changeAccounts(); nothing is changed then.
    Result<AccountBook> change(const std::function<void(AccountBook &)> &change);
    /// Takes the account's token out of the keychain, then the account out of the book. Errors: as
    /// TokenStore::forget() (the account stays then), and those of change().
    QFuture<Result<void>> forget(const QString &host, const QString &login);

Q_SIGNALS:
    void changed(); ///< the book

private:
    Result<AccountBook> take(const Result<AccountBook> &read);

    QString m_stateDir;
    TokenStore &m_tokens;
    AccountBook m_book;
    SharedFileWatch m_watch;
};

} // namespace unmoor
