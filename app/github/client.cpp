// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/client.h"

#include "app/core/format.h"
#include "app/core/words.h"
#include "app/github/client_p.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor::github {

Client::Client(QNetworkAccessManager &network, QUrl apiUrl, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(network, apiUrl))
{
    d->transport.rateLimitChanged = [this] { Q_EMIT rateLimitChanged(); };
}

Client::~Client() = default;

QUrl Client::apiUrl() const
{
    return d->transport.apiUrl();
}

void Client::setToken(const QByteArray &token)
{
    d->transport.setToken(token);
}

bool Client::hasToken() const
{
    return d->transport.hasToken();
}

RateLimit Client::rateLimit() const
{
    return d->transport.rateLimit;
}

std::optional<QStringList> Client::tokenScopes() const
{
    return d->transport.scopes;
}

void Client::setStallTimeout(std::chrono::milliseconds timeout)
{
    d->transport.stallTimeout = timeout;
}

void Client::setClock(std::function<std::chrono::steady_clock::time_point()> now)
{
    d->transport.now = std::move(now);
}

Result<Request> Client::Private::request(const QByteArray &method, const QString &repository, const QByteArray &path,
                                         const QString &failed) const
{
    static const QRegularExpression ownerAndName(u"\\A[A-Za-z0-9_-]+/(?!\\.{1,2}\\z)[A-Za-z0-9._-]+\\z"_s);
    if (!ownerAndName.match(repository).hasMatch())
        return failure(Error::Kind::InvalidInput,
                       Words::tr("\"%1\" is not a repository. Write it as owner/name.").arg(repository));
    Request request;
    request.method = method;
    request.url = transport.url("/repos/" + repository.toLatin1() + path);
    request.failed = failed;
    return request;
}

QFuture<Result<User>> Client::user(std::stop_token stop)
{
    Request request;
    request.url = d->transport.url("/user");
    request.failed = tr("Could not tell whose token it is");
    return d->object<User>(request, std::move(stop), [](const Answer &answer, const QJsonObject &json) {
        User user{json[u"login"].toString(), {}, answer.headers.contains("x-oauth-scopes")};
        for (const QByteArray &scope : answer.header("x-oauth-scopes").split(','))
            if (!scope.trimmed().isEmpty())
                user.scopes += QString::fromLatin1(scope.trimmed());
        return user.login.isEmpty() ? std::optional<User>() : user;
    });
}

QFuture<Result<Repository>> Client::Private::repository(const QString &name, std::stop_token stop)
{
    return object<Repository>(request("GET", name, {}, Words::tr("Could not read the repository %1").arg(name)),
                              std::move(stop),
                              [](const Answer &, const QJsonObject &json) { return parseRepository(json); });
}

QFuture<Result<Repository>> Client::repository(const QString &repository, std::stop_token stop)
{
    return d->repository(repository, std::move(stop));
}

QFuture<Result<bool>> Client::hasCommit(const QString &repository, const QString &commit, std::stop_token stop)
{
    auto found = d->object<bool>(d->request("GET", repository, "/commits/" + QUrl::toPercentEncoding(commit),
                                            tr("Could not look for the commit %1").arg(shortCommit(commit))),
                                 stop, [commit](const Answer &, const QJsonObject &json) -> std::optional<bool> {
                                     return json[u"sha"].isString() ? std::optional(json[u"sha"].toString() == commit)
                                                                    : std::nullopt;
                                 });
    // "No commit found for SHA" is 422; 404 is that, or a repository that is not there.
    const auto known = found.then(d.get(), [](Result<bool> result) -> Result<bool> {
        if (!result && result.error().kind == Error::Kind::Conflict)
            return false;
        return result;
    });
    return d->orAbsent<bool>(known, repository, stop).then(d.get(), [](const Result<std::optional<bool>> &result) {
        return result.transform([](const std::optional<bool> &there) { return there.value_or(false); });
    });
}

} // namespace unmoor::github
