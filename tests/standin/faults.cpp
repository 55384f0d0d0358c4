// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standin/faults.h"

#include "standin/replies.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
#include <sys/socket.h>

using namespace Qt::StringLiterals;
using namespace unmoor::rehearsal;
using Header = QHttpHeaders::WellKnownHeader;

namespace {

constexpr int requestsToDigest = 4; // that a late digest misses

/// Secondary; with 0 it does not say when to come back.
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

/// The first half of an answer as it goes over the wire: in the middle of the body, or of the headers without one.
QByteArray halfOf(const Reply &reply)
{
    const QByteArray body = bodyOf(reply);
    const QByteArray head = headOf(reply);
    return body.isEmpty() ? head.first(head.size() / 2) : head + "\r\n" + body.first(body.size() / 2);
}

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

/// GitHub sends whoever asks for a renamed repository to its number.
QString movedTo(const Call &call, const Site &site)
{
    static const QRegularExpression named(u"/repos/([^/]+/[^/]+)"_s);
    const auto match = named.match(call.path);
    const Repository *repository = site.store.repository(match.captured(1));
    if (!repository)
        return site.documents.base() + call.path;
    QString path = call.path;
    return site.documents.base()
        + path.replace(match.capturedStart(), match.capturedLength(), u"/repositories/%1"_s.arg(repository->id));
}

/// What is answered at once, without doing anything; nullopt where \a fault lets the request through.
std::optional<Reply> replyInstead(const Fault &fault, const Call &call, const Site &site)
{
    switch (fault.kind) {
    case Fault::Kind::Status:
        return brokenReply(fault.status);
    case Fault::Kind::RateLimit:
        return limitReply(fault.status == 429 ? 429 : 403, fault.retryAfter);
    case Fault::Kind::PrimaryLimit:
        return primaryLimitReply(fault.status == 429 ? 429 : 403, fault.retryAfter);
    case Fault::Kind::Moved:
        return redirection(call, withQuery(movedTo(call, site), call), 301);
    case Fault::Kind::Elsewhere:
        return redirection(call, withQuery(fault.location.toString() + call.path, call), 302);
    case Fault::Kind::StallSending:
        return Reply{};
    case Fault::Kind::Reset:
    case Fault::Kind::Close:
        return call.method == "GET" ? std::nullopt : std::optional(Reply{});
    default:
        return std::nullopt;
    }
}

/// What becomes of the answer to what was done.
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

/// Makes of an upload's \a file what \a fault stores; whether that is something else.
bool spoilUpload(const Fault &fault, const QString &path)
{
    QFile file(path);
    const bool cuts = fault.kind == Fault::Kind::TruncateUpload;
    if ((!cuts && fault.kind != Fault::Kind::CorruptUpload) || !file.open(QIODevice::ReadWrite) || file.size() == 0)
        return false;
    if (cuts)
        return file.resize((file.size() + 1) / 2);
    const qint64 middle = file.size() / 2;
    char byte = 0;
    if (!file.seek(middle) || !file.getChar(&byte) || !file.seek(middle))
        return false;
    return file.putChar(char(~byte));
}

/// Closed with nothing lingering: the other side sees a reset, not an end.
void reset(QTcpSocket &socket)
{
    const linger none{1, 0};
    ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    socket.abort();
}

Breaker resetAfter(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket) {
        socket.write(bytes);
        socket.flush();
        reset(socket);
    };
}

Breaker closeAfter(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket) {
        socket.write(bytes);
        socket.disconnectFromHost();
    };
}

Breaker stallAfter(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket) { socket.write(bytes); };
}

} // namespace

/// A request and the fault that befalls it, if any.
class Faults::Request : public Interception
{
public:
    Request(std::shared_ptr<Faults> all, std::optional<Fault> fault)
        : m_all(std::move(all))
        , m_fault(std::move(fault))
    {
    }

    Breaker whileReceiving() override
    {
        if (isOf(Fault::Kind::Reset))
            return [](QTcpSocket &socket) { reset(socket); };
        if (isOf(Fault::Kind::Close))
            return [](QTcpSocket &socket) { ::shutdown(int(socket.socketDescriptor()), SHUT_WR); };
        if (isOf(Fault::Kind::StallSending))
            return [](QTcpSocket &socket) { socket.setReadBufferSize(1); };
        return {};
    }

    std::optional<Reply> instead(const Call &call, const Site &site) override
    {
        m_all->showLateDigests(site.store);
        return m_fault ? replyInstead(*m_fault, call, site) : std::nullopt;
    }

    bool spoil(const QString &file) override { return m_fault && spoilUpload(*m_fault, file); }

    QByteArray digest(qint64 assetId, const QByteArray &sha256) override
    {
        if (isOf(Fault::Kind::LateDigest))
            m_all->m_lateDigests.insert(assetId, {sha256, requestsToDigest});
        return isOf(Fault::Kind::LateDigest) || isOf(Fault::Kind::NoDigest) ? QByteArray() : sha256;
    }

    Reply afterwards(const QString &target, const Call &call, const Reply &reply) override
    {
        if (call.method == "GET" && reply.body.startsWith('[')) {
            const QByteArray before = m_all->m_answered.value(target, reply.body);
            m_all->m_answered.insert(target, reply.body);
            if (isOf(Fault::Kind::StaleList))
                return {.status = reply.status, .body = before};
        }
        return m_fault ? spoiledReply(*m_fault, reply) : reply;
    }

    Breaker whileAnswering(const Call &call, const Reply &reply) override
    {
        const auto half = [&] { return call.method == "GET" ? halfOf(reply) : QByteArray(); };
        switch (m_fault ? m_fault->kind : Fault::Kind::Status) {
        case Fault::Kind::Reset:
            return resetAfter(half());
        case Fault::Kind::Close:
            return closeAfter(half());
        case Fault::Kind::ResetAfter:
            return resetAfter({});
        case Fault::Kind::CutAnswer:
            return closeAfter(halfOf(reply));
        case Fault::Kind::StallSending:
            return stallAfter({});
        case Fault::Kind::StallAnswering:
            return stallAfter(halfOf(reply));
        default:
            return {};
        }
    }

private:
    bool isOf(Fault::Kind kind) const { return m_fault && m_fault->kind == kind; }

    std::shared_ptr<Faults> m_all;
    std::optional<Fault> m_fault;
};

std::unique_ptr<Interception> Faults::intercept(const QByteArray &method, const QString &target)
{
    return std::make_unique<Request>(shared_from_this(), take(method, target));
}

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

void Faults::showLateDigests(Store &store)
{
    for (auto it = m_lateDigests.begin(); it != m_lateDigests.end(); ++it) {
        if (--it->requests != 0)
            continue;
        for (Repository &repository : store.state().repositories)
            if (Asset *asset = Store::asset(repository, it.key()))
                asset->sha256 = it->sha256;
    }
}
