// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QUrl>
#include <chrono>

namespace unmoor {

/// A token and where it lives.
struct StoredToken
{
    enum class Place { Keychain, Session, Environment };

    QByteArray token;
    Place place = Place::Session;
};

/// Tokens by host and account, in the OS keychain; never in a file. Where there is no keychain (or it does not answer
/// within 15 s) a token is held for this session only, and the answer says so. No token is part of any message.
class TokenStore : public QObject
{
    Q_OBJECT
public:
    explicit TokenStore(QObject *parent = nullptr);

    /// A token of this session comes first. NotFound: none is stored, with how to store one. Forbidden: the keychain
    /// is locked, or its owner said no.
    QFuture<Result<StoredToken>> read(const QString &host, const QString &account = {});
    /// Says where it went: Session where there is no keychain. Blanks around the token are cut. InvalidInput: empty, or
    /// blanks inside. Forbidden: as above; the token is held nowhere.
    QFuture<Result<StoredToken::Place>> write(const QString &host, const QByteArray &token,
                                              const QString &account = {});
    /// Afterwards there is none; that there was one is not known. Io: the keychain could not be asked.
    /// Forbidden: as above.
    QFuture<Result<void>> forget(const QString &host, const QString &account = {});

    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; } ///< with the keychain; 15 s

private:
    QHash<QString, QByteArray> m_session;
    std::chrono::milliseconds m_patience{15'000};
};

/// The host that a token for \a apiUrl is kept under: "github.com" for "https://api.github.com", with its
/// port where that is not the scheme's own: "127.0.0.1:8080".
QString tokenHost(const QUrl &apiUrl);

} // namespace unmoor
