// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/transport.h"

#include "app/github/call.h"

using namespace Qt::StringLiterals;

namespace unmoor::github {

namespace {

bool isRefusal(Error::Kind kind)
{
    return kind == Error::Kind::Unauthorized || kind == Error::Kind::Forbidden || kind == Error::Kind::NotFound
        || kind == Error::Kind::Failed; // the rest of 4xx
}

} // namespace

Transport::Transport(QNetworkAccessManager &network, QUrl apiUrl, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_apiUrl(std::move(apiUrl))
    , m_known(16 << 20)
{
}

QFuture<Result<Answer>> Transport::send(const Request &request, std::stop_token stop)
{
    return (new Call(*this, request, std::move(stop)))->start();
}

QUrl Transport::url(const QByteArray &path) const
{
    return QUrl::fromEncoded(m_apiUrl.toEncoded(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment)
                             + path);
}

void Transport::setToken(const QByteArray &token)
{
    m_token = token.trimmed();
    scopes.reset();
    m_known.clear(); // what another token saw is not what this one sees
}

void Transport::trustUploads(const QUrl &url)
{
    const bool lessSafe = m_apiUrl.scheme() == u"https"_s && url.scheme() != u"https"_s;
    if (url.isValid() && !lessSafe && !mayHaveToken(url))
        m_uploadHosts += url;
}

bool Transport::mayHaveToken(const QUrl &url) const
{
    return sameOrigin(url, m_apiUrl)
        || std::ranges::any_of(m_uploadHosts, [&](const QUrl &host) { return sameOrigin(url, host); });
}

bool Transport::isOfApi(const QUrl &url) const
{
    const QString root = m_apiUrl.path();
    return sameOrigin(url, m_apiUrl) && url.path().startsWith(root.endsWith(u'/') ? root : root + u'/');
}

QNetworkRequest Transport::prepared(const Request &request, const QUrl &url, bool withToken) const
{
    QNetworkRequest out(url);
    out.setRawHeader("User-Agent", "Unmoor/" UNMOOR_VERSION);
    out.setRawHeader("Accept", request.accept);
    out.setRawHeader("X-GitHub-Api-Version", "2022-11-28");
    if (withToken && hasToken())
        out.setRawHeader("Authorization", "Bearer " + m_token);
    if (const Known *known = request.isRead() ? m_known.object(cacheKey(url, request)) : nullptr)
        out.setRawHeader("If-None-Match", known->etag);
    if (request.received)
        out.setRawHeader("Accept-Encoding", "identity"); // the asset's own bytes are hashed, not a repacking
    if (!request.filePath.isEmpty())
        out.setRawHeader("Content-Type", "application/octet-stream");
    else if (!request.body.isEmpty())
        out.setRawHeader("Content-Type", request.contentType);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    return out;
}

Result<Answer> Transport::judged(const Request &request, Answer answer)
{
    if (answer.ownHost) {
        noteRateLimit(answer);
        noteScopes(answer);
    }
    const QString key = cacheKey(answer.url, request);
    if (answer.status == 304) {
        if (const Known *known = m_known.object(key))
            return known->answer;
        return std::unexpected(errorOf(request, answer));
    }
    if (!answer.isSuccess()) {
        const Error error = withoutToken(errorOf(request, answer));
        if (!request.takesRefusal || !isRefusal(error.kind))
            return std::unexpected(error);
        return answer;
    }
    const QByteArray etag = answer.header("etag");
    if (request.isRead() && !request.received && !etag.isEmpty())
        m_known.insert(key, new Known{etag, answer}, answer.body.size() + 1024);
    return answer;
}

/// An app's token is said to have no scopes at all: what it may do is not known.
void Transport::noteScopes(const Answer &answer)
{
    QStringList named;
    for (const QByteArray &scope : answer.header("x-oauth-scopes").split(','))
        if (!scope.trimmed().isEmpty())
            named += QString::fromLatin1(scope.trimmed());
    if (!named.isEmpty())
        scopes = named;
}

void Transport::noteRateLimit(const Answer &answer)
{
    bool isNumber = false;
    const int remaining = answer.header("x-ratelimit-remaining").toInt(&isNumber);
    if (!isNumber)
        return;
    rateLimit = {answer.header("x-ratelimit-limit").toInt(), remaining,
                 QDateTime::fromSecsSinceEpoch(answer.header("x-ratelimit-reset").toLongLong())};
    if (rateLimitChanged)
        rateLimitChanged();
}

/// A host that repeats the token in its answer must not bring it into a log.
Error Transport::withoutToken(Error error) const
{
    if (hasToken())
        error.message.replace(QString::fromUtf8(m_token), u"…"_s);
    return error;
}

QString Transport::cacheKey(const QUrl &url, const Request &request)
{
    return QString::fromLatin1(request.accept) + u' ' + url.toString(QUrl::FullyEncoded);
}

} // namespace unmoor::github
