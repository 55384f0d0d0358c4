// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/server.h"

#include "app/core/hash.h"
#include "standin/replies.h"
#include "standin/uploadreader.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QMetaEnum>
#include <QPointer>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;
using Header = QHttpHeaders::WellKnownHeader;

namespace unmoor::rehearsal {

struct Server::Exchange
{
    qint64 number = 0;
    quint16 port = 0; ///< the client's
    Call call;
    QString target; ///< path and query
    qsizetype seen = 0; ///< its place in the list of requests
    std::unique_ptr<Interception> interception;
    std::optional<QHttpServerResponder> responder; ///< Qt HttpServer's; none where the body was read past it
    QPointer<QTcpSocket> connection; ///< then
};

namespace {

QByteArray methodName(QHttpServerRequest::Method method)
{
    const QByteArray name = QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(int(method));
    return name.toUpper();
}

QString targetOf(const QUrl &url)
{
    return url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
}

/// Answers on a connection that Qt HttpServer knows nothing of any more, and ends it.
void close(QTcpSocket &connection, Reply reply)
{
    reply.headers.append(Header::Connection, "close");
    connection.write(headOf(reply) + "\r\n" + reply.body);
    connection.disconnectFromHost();
}

} // namespace

Server::Server(Store &store, QObject *parent)
    : QAbstractHttpServer(parent)
    , m_store(store)
    , m_connections(new Connections(this))
{
    m_connections->setJudge([this](quint16 port, const RequestHead &head) { return judge(port, head); });
    connect(m_connections, &Connections::requestBroke, this, [this](const RequestHead &head) {
        m_requests.append({.method = head.method, .target = targetOf(QUrl::fromEncoded(head.target))});
    });
}

Server::~Server()
{
    m_connections->disconnect(this);
}

Result<void> Server::listen(quint16 port)
{
    if (!m_connections->listen(QHostAddress::LocalHost, port) || !bind(m_connections))
        return failure(Error::Kind::Io,
                       tr("The rehearsal could not listen on 127.0.0.1:%1: %2. Choose another port, or "
                          "end the program that uses it.")
                           .arg(port)
                           .arg(m_connections->errorString()));
    m_api = std::make_unique<Api>(m_store, Documents(base()));
    return {};
}

QString Server::base() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_connections->serverPort());
}

int Server::requestCount(const QByteArray &method, const QString &pathContains) const
{
    return int(std::ranges::count_if(m_requests, [&](const auto &request) {
        return request.method == method && request.target.contains(pathContains);
    }));
}

bool Server::isToken(QByteArrayView authorization) const
{
    return authorization == "Bearer " + m_store.state().token || authorization == "token " + m_store.state().token;
}

/// What befalls a request is settled as soon as its head is here. Bodies are taken into memory: not a stranger's.
Fate Server::judge(quint16 port, const RequestHead &head)
{
    constexpr qint64 longestOfStrangers = 64 * 1024;
    const Call call = callOf(head);
    if (head.contentLength > longestOfStrangers && !call.authorized)
        return {.breaker = turnAway(head)};
    if (Api::isUpload(call.method, call.path))
        return {.taker = [this, head](QTcpSocket &connection) { takeUpload(connection, head); }};
    auto interception = m_interceptor->intercept(head.method, targetOf(QUrl::fromEncoded(head.target)));
    Breaker breaker = interception->whileReceiving();
    m_judged[port] = std::move(interception);
    return {.breaker = std::move(breaker), .after = head.contentLength / 2};
}

/// Refuses a request and drops its body as it comes: a connection that is closed at once takes the answer with it.
Breaker Server::turnAway(const RequestHead &head) const
{
    const Call call = callOf(head);
    const auto refused = head.headers.contains(Header::Authorization) ? refuse(401, u"Bad credentials"_s)
        : Api::isUpload(call.method, call.path)                       ? notFound()
                                                                      : refuse(401, u"Requires authentication"_s);
    Reply reply = Reply::of(m_api->documents().error(refused.error()), refused.error().status);
    reply.headers.append(Header::Connection, "close");
    return [answer = headOf(reply) + "\r\n" + reply.body](QTcpSocket &socket) {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&socket] { socket.skip(socket.bytesAvailable()); });
        socket.skip(socket.bytesAvailable());
        socket.write(answer);
    };
}

/// Among the requests, in the order in which they were whole.
void Server::note(Exchange &exchange)
{
    exchange.seen = m_requests.size();
    m_requests.append({.method = exchange.call.method, .target = exchange.target});
}

Call Server::callOf(const RequestHead &head) const
{
    const QUrl url = QUrl::fromEncoded(head.target);
    return {.method = head.method,
            .path = byName(url.path()),
            .query = QUrlQuery(url),
            .headers = head.headers,
            .body = {},
            .authorized = isToken(head.headers.value(Header::Authorization))};
}

Call Server::callOf(const QHttpServerRequest &request) const
{
    const bool isHead = request.method() == QHttpServerRequest::Method::Head;
    return {.method = isHead ? "GET"_ba : methodName(request.method()),
            .wantsBody = !isHead,
            .path = byName(request.url().path()),
            .query = request.query(),
            .headers = request.headers(),
            .body = request.body(),
            .authorized = isToken(request.headers().value(Header::Authorization))};
}

bool Server::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    m_connections->requestIsWhole(request.remotePort());
    const auto exchange = std::make_shared<Exchange>();
    exchange->number = ++m_lastExchange;
    exchange->port = request.remotePort();
    exchange->call = callOf(request);
    exchange->target = targetOf(request.url());
    exchange->responder = std::move(responder);
    note(*exchange);
    const auto judged = m_judged.find(exchange->port);
    exchange->interception = judged == m_judged.end()
        ? m_interceptor->intercept(exchange->call.method, exchange->target)
        : std::move(m_judged.extract(judged).mapped());
    m_exchanges.insert(exchange->number, exchange);
    handle(*exchange);
    return true;
}

void Server::missingHandler(const QHttpServerRequest &, QHttpServerResponder &responder)
{
    responder.write(QHttpServerResponder::StatusCode::NotFound);
}

void Server::handle(Exchange &exchange)
{
    const Call &call = exchange.call;
    if (const auto instead = exchange.interception->instead(call, site()))
        answer(exchange, *instead);
    else if (const auto fine = checkHeaders(call); !fine)
        finish(exchange, std::unexpected(fine.error()));
    else if (Api::isUpload(call.method, call.path)) // one without a length, or of no bytes: it is refused
        finish(exchange, m_api->beginUpload(call, 0).transform([](const Upload &) { return Reply(); }));
    else if (const auto own = m_interceptor->answer(call, site()))
        finish(exchange, *own);
    else
        finish(exchange, m_api->answer(exchange.call));
}

/// \a path with the repository's name instead of its number.
QString Server::byName(const QString &path) const
{
    static const QRegularExpression numbered(u"/repositories/(\\d+)"_s);
    const auto match = numbered.match(path);
    for (const Repository &repository : std::as_const(m_store.state().repositories))
        if (match.hasMatch() && repository.id == match.captured(1).toLongLong())
            return QString(path).replace(match.capturedStart(), match.capturedLength(),
                                         u"/repos/"_s + repository.fullName);
    return path;
}

Answer<void> Server::checkHeaders(const Call &call) const
{
    static const QList<QByteArrayView> versions{"", "2022-11-28", "2026-03-10"};
    if (call.path.startsWith(u"/storage/"_s))
        return {};
    if (call.headers.value(Header::UserAgent).isEmpty())
        return refuse(403, u"Request forbidden by administrative rules."_s);
    if (call.headers.contains(Header::Authorization) && !call.authorized)
        return refuse(401, u"Bad credentials"_s);
    if (!versions.contains(call.headers.value("X-GitHub-Api-Version")))
        return refuse(400, u"This API version is not supported."_s);
    return {};
}

/// As GitHub does it: what is wrong with an upload is known by its head, and a starter stays if the body never comes.
void Server::takeUpload(QTcpSocket &connection, const RequestHead &head)
{
    const auto exchange = std::make_shared<Exchange>();
    exchange->number = ++m_lastExchange;
    exchange->port = connection.peerPort();
    exchange->call = callOf(head);
    exchange->target = targetOf(QUrl::fromEncoded(head.target));
    exchange->connection = &connection;
    exchange->interception = m_interceptor->intercept(head.method, exchange->target);
    const Breaker breaker = exchange->interception->whileReceiving();
    const auto instead = breaker ? std::nullopt : exchange->interception->instead(exchange->call, site());
    const Answer<Upload> upload = instead
        ? Answer<Upload>(Upload())
        : checkHeaders(exchange->call).and_then([&] { return m_api->beginUpload(exchange->call, head.contentLength); });
    m_exchanges.insert(exchange->number, exchange);
    if (head.headers.value("Expect") == "100-continue")
        connection.write("HTTP/1.1 100 Continue\r\n\r\n");
    const QString file = upload && !instead ? m_store.assetPath(upload->assetId) : QString();
    new UploadReader(
        connection, head.contentLength, file, breaker,
        [this, alive = QPointer(this), exchange, instead, upload, file](const std::optional<QByteArray> &sha256) {
            if (!alive)
                return; // the connections go last
            note(*exchange);
            if (!sha256) {
                m_exchanges.remove(exchange->number);
                if (!file.isEmpty())
                    QFile::remove(file);
                std::ignore = m_store.save();
            } else if (instead) {
                answer(*exchange, *instead);
            } else {
                endUpload(*exchange, upload, *sha256);
            }
        });
}

void Server::endUpload(Exchange &exchange, const Answer<Upload> &upload, const QByteArray &sha256)
{
    if (!upload)
        return finish(exchange, std::unexpected(upload.error()));
    if (sha256.isEmpty())
        return finish(exchange, refuse(502, u"The bytes could not be stored."_s));
    const QString file = m_store.assetPath(upload->assetId);
    const bool isSpoiled = exchange.interception->spoil(file);
    m_requests[exchange.seen].spoiled = isSpoiled;
    const QByteArray stored = isSpoiled ? sha256OfFile(file).value_or(QByteArray()) : sha256;
    finish(
        exchange,
        m_api->finishUpload(*upload, QFileInfo(file).size(), exchange.interception->digest(upload->assetId, stored)));
}

void Server::finish(Exchange &exchange, const Answer<Reply> &done)
{
    Reply reply = done.value_or(Reply{});
    if (!done)
        reply = Reply::of(m_api->documents().error(done.error()), done.error().status);
    m_requests[exchange.seen].done = reply.status;
    if (exchange.call.method != "GET")
        if (const auto saved = m_store.save(); !saved)
            reply = brokenReply(500);
    answer(exchange, exchange.interception->afterwards(m_requests[exchange.seen].target, exchange.call, reply));
}

void Server::answer(Exchange &exchange, Reply reply)
{
    const auto kept = m_exchanges.take(exchange.number);
    addHeaders(exchange.call, reply);
    if (!exchange.call.wantsBody)
        reply = {.status = reply.status, .body = {}, .headers = reply.headers};
    if (const Breaker breaker = exchange.interception->whileAnswering(exchange.call, reply))
        m_connections->handOver(exchange.port, breaker, kept);
    else if (exchange.responder)
        write(*exchange.responder, reply);
    else if (exchange.connection)
        close(*exchange.connection, reply);
}

void Server::addHeaders(const Call &call, Reply &reply)
{
    constexpr int perHour = 5000;
    constexpr int perHourOfStrangers = 60;
    if (call.path.startsWith(u"/storage/"_s))
        return;
    if (call.headers.value(Header::UserAgent).isEmpty()) {
        reply.type = "text/html";
        reply.body =
            "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.";
    }
    if (call.method == "GET" && reply.status == 200) {
        const QByteArray hash = QCryptographicHash::hash(reply.body, QCryptographicHash::Sha256).toHex();
        const QByteArray tag = "W/\"" + hash + '"';
        reply.headers.append(Header::ETag, tag);
        if (call.headers.value(Header::IfNoneMatch) == tag)
            reply = {.status = 304, .body = {}, .headers = reply.headers};
    }
    if (reply.status != 304 && !call.path.endsWith(u"/rate_limit"_s))
        ++m_used;
    if (call.authorized)
        reply.headers.append("x-oauth-scopes", "repo, workflow");
    // The limit never really runs out here: that is what a fault is for.
    const int limit = call.authorized ? perHour : perHourOfStrangers;
    if (reply.headers.contains("x-ratelimit-remaining"))
        return; // it has
    reply.headers.append("x-ratelimit-limit", QByteArray::number(limit));
    reply.headers.append("x-ratelimit-remaining", QByteArray::number(qMax(1, limit - m_used)));
    reply.headers.append("x-ratelimit-used", QByteArray::number(m_used));
    reply.headers.append("x-ratelimit-reset",
                         QByteArray::number(QDateTime::currentSecsSinceEpoch() / 3600 * 3600 + 3600));
    reply.headers.append("x-ratelimit-resource", "core");
}

} // namespace unmoor::rehearsal
