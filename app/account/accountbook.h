// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/tokenreport.h"

#include <QMap>
#include <functional>

namespace unmoor {

/// Somebody who signed in at a host. The token is in the keychain, under host and login.
struct Account
{
    QString host;
    QString login;
    TokenReport report; ///< as last asked
    QDateTime checkedAt; ///< UTC

    bool operator==(const Account &) const = default;
};

/// Who signed in on this machine, and who is used where. Holds no secrets.
struct AccountBook
{
    QList<Account> accounts;
    QMap<QString, QMap<QString, QString>> chosen; ///< project's folder ("": every other) → host → login
    QMap<QString, QString> hosts; ///< project's folder → the host it is released at, where that is not github.com
    QMap<QString, QString> clientIds; ///< host → of its OAuth app, for signing in with the browser

    const Account *find(const QString &host, const QString &login) const; ///< null: not known
    QList<Account> ofHost(const QString &host) const;
    /// Whom to use at \a host for \a project; empty where nobody was chosen.
    QString loginFor(const QString &host, const QString &project) const;

    void put(const Account &account); ///< in place of what was known of the same
    void remove(const QString &host, const QString &login); ///< and every choice of it
    /// \a login empty: nobody in particular.
    void choose(const QString &host, const QString &project, const QString &login);

    bool operator==(const AccountBook &) const = default;
};

/// Where the book of \a stateDir is.
QString accountsFile(const QString &stateDir);

/// Reads \a stateDir/accounts.json; an empty book where there is none. Errors: Io, Corrupt.
Result<AccountBook> readAccounts(const QString &stateDir);
/// Lets \a change work on the book as it is on disk now, and writes it; see changeSharedFile(). Errors: as above.
Result<AccountBook> changeAccounts(const QString &stateDir, const std::function<void(AccountBook &)> &change);

} // namespace unmoor
