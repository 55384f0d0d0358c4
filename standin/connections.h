// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHttpHeaders>
#include <QTcpServer>
#include <QTcpSocket>
#include <functional>

namespace unmoor::rehearsal {

/// The first lines of a request, known before its body is here.
struct RequestHead
{
    QByteArray method;
    QByteArray target; ///< path and query as sent
    QHttpHeaders headers;
    qint64 contentLength = 0;
};

std::optional<RequestHead> parseHead(QByteArrayView bytes); ///< nullopt before the empty line is there

/// Writes to a connection as it likes, and ends it or does not.
using Breaker = std::function<void(QTcpSocket &)>;

/// What becomes of a request with a body.
struct Fate
{
    Breaker breaker; ///< breaks the connection, if anything does
    qint64 after = 0; ///< bytes of the body that come before
    std::function<void(QTcpSocket &)>
        taker; ///< reads the body, which comes next, and answers, in place of Qt HttpServer
};

/// The listening socket under Qt HttpServer, which shows requests only when they are whole. This one watches what comes
/// in, so that a connection can be broken in the middle of a body, and a body that never became whole is noticed.
class Connections : public QTcpServer
{
    Q_OBJECT
public:
    using Judge = std::function<Fate(quint16 remotePort, const RequestHead &head)>;

    using QTcpServer::QTcpServer;
    /// \a judge is asked once for each request with a body, when its head is here.
    void setJudge(Judge judge) { m_judge = std::move(judge); }
    void requestIsWhole(quint16 remotePort);
    /// Leaves the answer to \a breaker. \a responder is kept until the connection has ended, since without one Qt
    /// HttpServer drops the connection, and what was written to it.
    void handOver(quint16 remotePort, const Breaker &breaker, const std::shared_ptr<void> &responder);

Q_SIGNALS:
    void requestBroke(const unmoor::rehearsal::RequestHead &head);

protected:
    void incomingConnection(qintptr handle) override;

private:
    struct Watched
    {
        QTcpSocket *socket = nullptr;
        std::optional<RequestHead> head; ///< of the request that is coming in
        qint64 received = 0; ///< of its body
        Fate fate;
        std::shared_ptr<void> responder; ///< of an answer that was handed over
    };
    void watch(Watched &watched);
    void breakRequest(Watched &watched);
    void handOverRequest(Watched &watched, qint64 headLength);
    void forget(quint16 port, const QTcpSocket *socket);

    Judge m_judge;
    QHash<quint16, Watched> m_watched; ///< by the client's port
};

} // namespace unmoor::rehearsal
