// SPDX-License-Identifier: GPL-3.0-or-later
#include "rehearsal/replies.h"

#include <QDateTime>
#include <QFile>
#include <QHttpServerResponder>

using namespace Qt::StringLiterals;
using Header = QHttpHeaders::WellKnownHeader;

namespace unmoor::rehearsal {

Reply brokenReply(int status)
{
    if (status == 401)
        return Reply::of(
            {{u"message"_s, u"Bad credentials"_s}, {u"documentation_url"_s, u"https://docs.github.com/rest"_s}},
            status);
    if (status < 500)
        return Reply::of({{u"message"_s, u"A fault of the rehearsal"_s},
                          {u"documentation_url"_s, u"https://docs.github.com/rest"_s}},
                         status);
    return {.status = status,
            .body = "<html><body><h1>This page is taking too long to load.</h1></body></html>",
            .type = "text/html; charset=utf-8"};
}

Reply limitReply(int status, int retryAfter)
{
    Reply reply = Reply::of(
        {{u"message"_s, u"You have exceeded a secondary rate limit. Please wait a few minutes before you try again."_s},
         {u"documentation_url"_s, u"https://docs.github.com/rest/overview/rate-limits-for-the-rest-api"_s}},
        status);
    if (retryAfter > 0)
        reply.headers.append(Header::RetryAfter, QByteArray::number(retryAfter));
    return reply;
}

Reply primaryLimitReply(int status, int secondsToReset)
{
    Reply reply =
        Reply::of({{u"message"_s, u"API rate limit exceeded for user ID 1."_s},
                   {u"documentation_url"_s, u"https://docs.github.com/rest/overview/rate-limits-for-the-rest-api"_s}},
                  status);
    reply.headers.append("x-ratelimit-limit", "5000");
    reply.headers.append("x-ratelimit-remaining", "0");
    reply.headers.append("x-ratelimit-used", "5000");
    reply.headers.append("x-ratelimit-reset", QByteArray::number(QDateTime::currentSecsSinceEpoch() + secondsToReset));
    return reply;
}

QByteArray bodyOf(const Reply &reply)
{
    QFile file(reply.file);
    return !reply.file.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : reply.body;
}

QByteArray halfOf(const Reply &reply)
{
    const QByteArray body = bodyOf(reply);
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " \r\nContent-Type: " + reply.type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    for (qsizetype i = 0; i < reply.headers.size(); ++i)
        head += QByteArray(reply.headers.nameAt(i).data(), reply.headers.nameAt(i).size()) + ": "
            + reply.headers.valueAt(i).toByteArray() + "\r\n";
    return body.isEmpty() ? head.first(head.size() / 2) : head + "\r\n" + body.first(body.size() / 2);
}

void write(QHttpServerResponder &responder, const Reply &reply)
{
    const auto status = static_cast<QHttpServerResponder::StatusCode>(reply.status);
    QHttpHeaders headers = reply.headers;
    if (!reply.body.isEmpty() || !reply.file.isEmpty())
        headers.append(Header::ContentType, reply.type);
    if (reply.file.isEmpty()) {
        responder.write(reply.body, headers, status);
        return;
    }
    auto file = std::make_unique<QFile>(reply.file);
    if (!file->open(QIODevice::ReadOnly))
        responder.write(QHttpServerResponder::StatusCode::NotFound);
    else
        responder.write(file.release(), headers, status); // which deletes the file when it is through
}

} // namespace unmoor::rehearsal
