// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/connections.h"

namespace unmoor::rehearsal {

namespace {

constexpr qint64 longestHead = 64 * 1024;

QByteArray headerValue(QByteArrayView head, QByteArrayView name)
{
    for (const QByteArray &line : head.toByteArray().split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && QByteArrayView(line).first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
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
    return RequestHead{.method = words[0],
                       .target = words[1],
                       .authorization = headerValue(head, "authorization"),
                       .contentType = headerValue(head, "content-type"),
                       .contentLength = headerValue(head, "content-length").toLongLong()};
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
            watched.doom = m_judge(socket->peerPort(), *watched.head);
    }
    if (watched.doom.breaker && watched.received >= watched.doom.after)
        breakRequest(watched);
}

/// Qt HttpServer never gets to see that there is something to read.
void Connections::breakRequest(Watched &watched)
{
    QTcpSocket *socket = watched.socket; // what follows may end the connection, and its entry with it
    const Breaker breaker = watched.doom.breaker;
    disconnect(socket, &QTcpSocket::readyRead, nullptr, nullptr);
    Q_EMIT requestBroke(*std::exchange(watched.head, {}));
    breaker(*socket);
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
