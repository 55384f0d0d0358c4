// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/replies.h"

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

QByteArray bodyOf(const Reply &reply)
{
    QFile file(reply.file);
    return !reply.file.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : reply.body;
}

QByteArray headOf(const Reply &reply)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " \r\nContent-Type: " + reply.type
        + "\r\nContent-Length: " + QByteArray::number(bodyOf(reply).size()) + "\r\n";
    for (qsizetype i = 0; i < reply.headers.size(); ++i)
        head += QByteArray(reply.headers.nameAt(i).data(), reply.headers.nameAt(i).size()) + ": "
            + reply.headers.valueAt(i).toByteArray() + "\r\n";
    return head;
}

} // namespace unmoor::rehearsal
