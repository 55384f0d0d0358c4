// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/answer.h"

#include "app/core/words.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace unmoor::github {

namespace {

/// One of GitHub's errors[]: its message, or "ReleaseAsset.name already_exists".
QString words(const QJsonValue &error)
{
    if (error.isString())
        return error.toString();
    const QString place = QStringList{error[u"resource"].toString(), error[u"field"].toString()}.join(u'.');
    const QStringList parts{place == u"."_s ? QString() : place, error[u"code"].toString(),
                            error[u"message"].toString()};
    return parts.join(u' ').simplified();
}

/// What the host says went wrong; empty for a page that is not the API's JSON.
QString hostWords(const Answer &answer)
{
    const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
    QStringList parts{object[u"message"].toString()};
    const QJsonValue errors = object[u"errors"];
    if (errors.isString())
        parts += errors.toString();
    for (const QJsonValue error : errors.toArray())
        parts += words(error);
    parts.removeAll(QString());
    return parts.join(u"; "_s);
}

bool isRateLimit(const Answer &answer)
{
    if (answer.status == 429)
        return true;
    if (answer.status != 403)
        return false;
    return answer.header("x-ratelimit-remaining") == "0" || answer.headers.contains("retry-after")
        || answer.body.contains("secondary rate limit") || answer.body.contains("abuse detection");
}

/// By the host's clock where it tells: this machine's may be wrong.
qint64 now(const Answer &answer)
{
    const QByteArray text = answer.header("date").replace(" GMT", " +0000");
    const auto date = QDateTime::fromString(QString::fromLatin1(text), Qt::RFC2822Date);
    return date.isValid() ? date.toSecsSinceEpoch() : QDateTime::currentSecsSinceEpoch();
}

/// 0 where the host does not say.
int secondsToWait(const Answer &answer)
{
    bool isNumber = false;
    if (const int seconds = answer.header("retry-after").toInt(&isNumber); isNumber)
        return std::max(1, seconds);
    const qint64 reset = answer.header("x-ratelimit-reset").toLongLong(&isNumber);
    if (isNumber && answer.header("x-ratelimit-remaining") == "0")
        return int(std::clamp<qint64>(reset - now(answer) + 1, 1, 24 * 3600));
    return 0;
}

Error::Kind kindOf(const Request &request, const Answer &answer)
{
    if (isRateLimit(answer))
        return Error::Kind::RateLimited;
    switch (answer.status) {
    case 401:
        return Error::Kind::Unauthorized;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
        return request.isRead() ? Error::Kind::NotFound : Error::Kind::Forbidden;
    case 410:
        return Error::Kind::NotFound;
    case 409:
    case 422:
        return Error::Kind::Conflict;
    case 408:
        return Error::Kind::Network;
    }
    // What is left of 4xx is a request that this program got wrong: repeating it does not help.
    return answer.status >= 400 && answer.status < 500 ? Error::Kind::Failed : Error::Kind::Server;
}

/// Which right the token lacks, as far as the answer tells.
QString forbiddenHint(const Request &request, const Answer &answer)
{
    if (const QByteArray sso = answer.header("x-github-sso"); !sso.isEmpty()) {
        const auto url = QRegularExpression(u"url=([^;\\s]+)"_s).match(QString::fromLatin1(sso)).captured(1);
        return url.isEmpty()
            ? Words::tr("The organization wants the token approved for single sign-on.")
            : Words::tr("The organization wants the token approved for single sign-on: open %1.").arg(url);
    }
    QStringList hints;
    if (const QByteArray rights = answer.header("x-accepted-github-permissions"); !rights.isEmpty())
        hints += Words::tr("The token needs the right %1.").arg(QString::fromLatin1(rights));
    else if (const QByteArray scopes = answer.header("x-accepted-oauth-scopes"); !scopes.isEmpty())
        hints += Words::tr("The token needs one of the scopes %1.").arg(QString::fromLatin1(scopes));
    else if (request.url.path().contains(u"/actions/"_s))
        hints += request.isRead()
            ? Words::tr("The token lacks a right for this: it needs Actions: read (fine-grained) or the scope repo "
                        "(classic).")
            : Words::tr("The token lacks a right for this, or it is no longer there: it needs Actions: write "
                        "(fine-grained) or the scope repo (classic).");
    else
        hints += Words::tr("The token lacks a right for this, or it is no longer there: it needs Contents: write "
                           "(fine-grained) or the scope repo (classic).");
    // Not told apart by GitHub: the same 404 comes when the target commit changes a workflow file.
    const bool setsTarget = request.url.path().contains(u"/releases"_s) || request.url.path().contains(u"/git/refs"_s);
    if (!request.isRead() && setsTarget && !answer.header("x-oauth-scopes").contains("workflow"))
        hints +=
            Words::tr("If the commit changes files in .github/workflows, the token also needs Workflows: write or the "
                      "scope workflow.");
    return hints.join(u' ');
}

QString hint(const Request &request, const Answer &answer, Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Unauthorized:
        return Words::tr("The token is wrong, expired or missing: store a new one.");
    case Error::Kind::Forbidden:
        return forbiddenHint(request, answer);
    case Error::Kind::NotFound:
        return Words::tr("It is not there, or the token may not see it.");
    case Error::Kind::RateLimited:
        return secondsToWait(answer) > 0
            ? Words::tr("Too many requests: it takes more in %1 s.").arg(secondsToWait(answer))
            : Words::tr("Too many requests, and no word when it takes more: wait for a minute at least.");
    case Error::Kind::Server:
        return Words::tr("What became of the request is not known until the host is asked again.");
    default:
        return {};
    }
}

QString place(const Request &request)
{
    return QString::fromLatin1(request.method) + u' ' + request.url.path();
}

} // namespace

Error errorOf(const Request &request, const Answer &answer)
{
    const Error::Kind kind = kindOf(request, answer);
    QString said = hostWords(answer);
    if (said.isEmpty())
        said = answer.isSuccess() ? Words::tr("the answer is not what the API promises") : Words::tr("no reason given");
    const QString message = Words::tr("%1: %2 answered HTTP %3, %4 (%5).")
                                .arg(request.failed, answer.url.host(), QString::number(answer.status),
                                     said.endsWith(u'.') ? said.chopped(1) : said, place(request));
    return {kind, QStringList{message, hint(request, answer, kind)}.join(u' ').trimmed(),
            kind == Error::Kind::RateLimited ? secondsToWait(answer) : 0};
}

Error errorOf(const Request &request, Error::Kind kind, const QString &why)
{
    return {kind,
            Words::tr("%1: %2 (%3).").arg(request.failed, why.endsWith(u'.') ? why.chopped(1) : why, place(request))};
}

QUrl nextPage(const Answer &answer)
{
    static const QRegularExpression next(u"<([^>]*)>[^,<]*;\\s*rel=\"?next\"?"_s);
    const auto match = next.match(QString::fromLatin1(answer.header("link")));
    return match.hasMatch() ? answer.url.resolved(QUrl(match.captured(1))) : QUrl();
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == u"https"_s ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

} // namespace unmoor::github
