// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QUrl>

namespace unmoor {

/// A token and where it lives.
struct StoredToken
{
    enum class Place { Keychain, Session, Environment };

    QByteArray token;
    Place place = Place::Session;
};

/// Tokens by host and account, in the OS keychain; never in a file. Where there is no keychain (or it does not answer
/// within 15 s) a token is held for this session only, and the answer says so.
class TokenStore : public QObject
{
    Q_OBJECT
public:
    explicit TokenStore(QObject *parent = nullptr);

    /// NotFound: none is stored, with how to store one.
    QFuture<Result<StoredToken>> read(const QString &host, const QString &account = {});
    /// Says where it went: Session where there is no keychain.
    QFuture<Result<StoredToken::Place>> write(const QString &host, const QByteArray &token,
                                              const QString &account = {});
    QFuture<Result<void>> forget(const QString &host, const QString &account = {});

private:
    QHash<QString, QByteArray> m_session;
};

/// The host that a token for \a apiUrl is kept under: "github.com" for "https://api.github.com".
QString tokenHost(const QUrl &apiUrl);

} // namespace unmoor
