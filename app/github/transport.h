// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/github/answer.h"
#include "app/github/types.h"

#include <QCache>
#include <QFuture>
#include <QNetworkAccessManager>
#include <QObject>
#include <chrono>
#include <stop_token>

namespace unmoor::github {

/// Sends requests: headers, token, ETags, redirects, stall timeout, and which failure is which Error.
class Transport : public QObject
{
public:
    Transport(QNetworkAccessManager &network, QUrl apiUrl, QObject *parent);

    /// Comes to an Answer of status 2xx, or to an Error. The future always finishes.
    QFuture<Result<Answer>> send(const Request &request, std::stop_token stop);

    QUrl apiUrl() const { return m_apiUrl; }
    /// apiUrl() + \a path, whose bytes are percent-encoded already.
    QUrl url(const QByteArray &path) const;

    void setToken(const QByteArray &token);
    bool hasToken() const { return !m_token.isEmpty(); }
    /// \a url may get the token too: the API named it as where uploads go. Never a plain-text host beside an https API.
    void trustUploads(const QUrl &url);
    bool mayHaveToken(const QUrl &url) const;
    /// Below apiUrl(): storage on the same host is not, and refuses a token beside its signature.
    bool isOfApi(const QUrl &url) const;

    RateLimit rateLimit;
    std::optional<QStringList> scopes; ///< of a classic token
    std::function<void()> rateLimitChanged;
    std::chrono::milliseconds stallTimeout{60'000};
    std::function<std::chrono::steady_clock::time_point()> now = &std::chrono::steady_clock::now;

private:
    friend class Call;

    struct Known
    {
        QByteArray etag;
        Answer answer;
    };

    QNetworkRequest prepared(const Request &request, const QUrl &url, bool withToken) const;
    Result<Answer> judged(const Request &request, Answer answer);
    void noteRateLimit(const Answer &answer);
    void noteScopes(const Answer &answer);
    Error withoutToken(Error error) const;
    static QString cacheKey(const QUrl &url, const Request &request);

    QNetworkAccessManager &m_network;
    QUrl m_apiUrl;
    QByteArray m_token;
    QList<QUrl> m_uploadHosts;
    QCache<QString, Known> m_known; // cost: bytes
};

} // namespace unmoor::github
