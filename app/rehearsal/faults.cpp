// SPDX-License-Identifier: GPL-3.0-or-later
#include "rehearsal/faults.h"

#include "rehearsal/replies.h"

using namespace Qt::StringLiterals;
using Header = QHttpHeaders::WellKnownHeader;

namespace unmoor::rehearsal {

using Fault = StandIn::Fault;

std::optional<Fault> Faults::take(const QByteArray &method, const QString &target)
{
    for (auto it = m_faults.begin(); it != m_faults.end(); ++it) {
        const bool means = (it->method.isEmpty() || it->method == method) && target.contains(it->pathContains);
        if (!means || it->skip-- > 0)
            continue;
        const Fault fault = *it;
        m_faults.erase(it);
        return fault;
    }
    return std::nullopt;
}

namespace {

Reply redirection(const Call &call, const QString &location, int statusOfReads)
{
    Reply reply = Reply::of(QJsonObject{{u"message"_s, u"Moved"_s}, {u"url"_s, location}},
                            call.method == "GET" ? statusOfReads : 307);
    reply.headers.append(Header::Location, location);
    return reply;
}

QString withQuery(const QString &path, const Call &call)
{
    return call.query.isEmpty() ? path : path + u'?' + call.query.toString(QUrl::FullyEncoded);
}

} // namespace

std::optional<Reply> replyInstead(const Fault &fault, const Call &call, const QString &movedTo)
{
    switch (fault.kind) {
    case Fault::Kind::Status:
        return brokenReply(fault.status);
    case Fault::Kind::RateLimit:
        return limitReply(fault.status == 429 ? 429 : 403, fault.retryAfter);
    case Fault::Kind::PrimaryLimit:
        return primaryLimitReply(fault.status == 429 ? 429 : 403, fault.retryAfter);
    case Fault::Kind::Moved:
        return redirection(call, withQuery(movedTo, call), 301);
    case Fault::Kind::Elsewhere:
        return redirection(call, withQuery(fault.location.toString() + call.path, call), 302);
    default:
        return std::nullopt;
    }
}

Reply spoiledReply(const Fault &fault, Reply reply)
{
    if (reply.status == 204 || reply.status == 302)
        return fault.kind == Fault::Kind::StatusAfter ? brokenReply(fault.status) : reply; // there is no body to spoil
    switch (fault.kind) {
    case Fault::Kind::StatusAfter:
        return brokenReply(fault.status);
    case Fault::Kind::Garbled:
        return Reply::of(QJsonObject(), reply.status);
    case Fault::Kind::Malformed: {
        const QByteArray body = bodyOf(reply);
        return {.status = reply.status, .body = body.first(body.size() / 2), .type = reply.type};
    }
    case Fault::Kind::Html:
        return {.status = reply.status,
                .body = "<html><body><h1>Please sign in to the network</h1></body></html>",
                .type = "text/html; charset=utf-8"};
    case Fault::Kind::Empty:
        return {.status = reply.status, .body = {}};
    default:
        return reply;
    }
}

QByteArray spoiledUpload(const Fault &fault, QByteArray bytes)
{
    if (bytes.isEmpty())
        return bytes;
    if (fault.kind == Fault::Kind::CorruptUpload)
        bytes[bytes.size() / 2] = char(~bytes.at(bytes.size() / 2));
    if (fault.kind == Fault::Kind::TruncateUpload)
        bytes.truncate((bytes.size() + 1) / 2);
    return bytes;
}

} // namespace unmoor::rehearsal
