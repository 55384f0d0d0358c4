// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/connections.h"

namespace unmoor::rehearsal {

namespace {

constexpr qint64 longestHead = 64 * 1024;

QHttpHeaders headersIn(QByteArrayView head)
{
    QHttpHeaders headers;
    for (const QByteArray &line : head.toByteArray().split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.append(QByteArrayView(line).first(colon), line.sliced(colon + 1).trimmed());
    }
    return headers;
}

qint64 headLength(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    return end < 0 ? -1 : end + 4;
}

} // namespace

std::optional<RequestHead> parseHead(QByteArrayView bytes)
{
    const qint64 length = headLength(bytes);
    if (length < 0)
        return std::nullopt;
    const QByteArrayView head = bytes.first(length);
    const QList<QByteArray> words = head.first(head.indexOf('\r')).toByteArray().split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/"))
        return std::nullopt;
    RequestHead found{
        .method = words[0], .target = words[1], .headers = headersIn(head.sliced(head.indexOf('\n') + 1))};
    found.contentLength = found.headers.value(QHttpHeaders::WellKnownHeader::ContentLength).toLongLong();
    return found;
}

void Connections::incomingConnection(qintptr handle)
{
    auto *socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(handle)) {
        delete socket;
        return;
    }
    // Qt HttpServer sends head and body apart: the second would wait 40 ms for the first one's acknowledgement.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const quint16 port = socket->peerPort();
    m_watched.insert(port, {.socket = socket});
    // Connected before Qt HttpServer's own, so the bytes are still there to look at.
    connect(socket, &QTcpSocket::readyRead, this, [this, port, socket] {
        const auto it = m_watched.find(port); // gone once the connection broke; a later one may have the same port
        if (it != m_watched.end() && it->socket == socket)
            watch(*it);
    });
    connect(socket, &QTcpSocket::disconnected, this, [this, port, socket] { forget(port, socket); });
    addPendingConnection(socket);
}

void Connections::watch(Watched &watched)
{
    QTcpSocket *socket = watched.socket;
    if (watched.head) {
        watched.received += socket->bytesAvailable();
    } else {
        const QByteArray start = socket->peek(longestHead);
        watched.head = parseHead(start);
        if (!watched.head || watched.head->contentLength == 0)
            return;
        watched.received = socket->bytesAvailable() - headLength(start);
        if (m_judge)
            watched.fate = m_judge(socket->peerPort(), *watched.head);
        if (watched.fate.taker)
            return handOverRequest(watched, headLength(start));
    }
    if (watched.fate.breaker && watched.received >= watched.fate.after)
        breakRequest(watched);
}

/// Qt HttpServer never gets to see that there is something to read.
void Connections::breakRequest(Watched &watched)
{
    QTcpSocket *socket = watched.socket; // what follows may end the connection, and its entry with it
    const Breaker breaker = watched.fate.breaker;
    disconnect(socket, &QTcpSocket::readyRead, nullptr, nullptr);
    Q_EMIT requestBroke(*std::exchange(watched.head, {}));
    breaker(*socket);
}

/// Qt HttpServer never gets to see this request, nor another one on its connection.
void Connections::handOverRequest(Watched &watched, qint64 headLength)
{
    QTcpSocket *socket = watched.socket;
    const auto taker = watched.fate.taker;
    disconnect(socket, &QTcpSocket::readyRead, nullptr, nullptr);
    watched.head.reset();
    socket->skip(headLength);
    taker(*socket);
}

void Connections::requestIsWhole(quint16 remotePort)
{
    const auto it = m_watched.find(remotePort);
    if (it != m_watched.end())
        it->head.reset();
}

void Connections::handOver(quint16 remotePort, const Breaker &breaker, const std::shared_ptr<void> &responder)
{
    const auto it = m_watched.find(remotePort);
    if (it == m_watched.end())
        return;
    it->responder = responder;
    breaker(*it->socket);
}

void Connections::forget(quint16 port, const QTcpSocket *socket)
{
    const auto it = m_watched.constFind(port);
    if (it == m_watched.constEnd() || it->socket != socket)
        return;
    const Watched watched = m_watched.take(port);
    // Let go of only when Qt HttpServer has seen the end as well: before, it would read the request again.
    QMetaObject::invokeMethod(this, [kept = watched.responder] { }, Qt::QueuedConnection);
    if (watched.head && watched.head->contentLength > 0)
        Q_EMIT requestBroke(*watched.head);
}

} // namespace unmoor::rehearsal
