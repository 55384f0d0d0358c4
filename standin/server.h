// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/interceptor.h"
#include "standin/standin.h"

#include <QAbstractHttpServer>
#include <unordered_map>

namespace unmoor::rehearsal {

/// Between sockets and the Api: who asks, caching, limits, and the bytes of uploads and downloads. Qt HttpServer holds
/// the whole body of a request in memory, so the bodies of uploads are read past it.
class Server : public QAbstractHttpServer
{
    Q_OBJECT
public:
    explicit Server(Store &store, QObject *parent = nullptr);
    ~Server() override;

    Result<void> listen(quint16 port);
    QString base() const; ///< "http://127.0.0.1:PORT"

    void setInterceptor(std::shared_ptr<Interceptor> interceptor) { m_interceptor = std::move(interceptor); }
    const QList<StandIn::Request> &requests() const { return m_requests; }
    int requestCount(const QByteArray &method, const QString &pathContains) const;

protected:
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;

private:
    struct Exchange; ///< one request on its way to its answer

    Fate judge(quint16 port, const RequestHead &head);
    Breaker turnAway(const RequestHead &head) const;
    void note(Exchange &exchange);
    bool isToken(QByteArrayView authorization) const;
    Site site() { return {m_store, m_api->documents()}; }
    Call callOf(const QHttpServerRequest &request) const;
    Call callOf(const RequestHead &head) const;

    void handle(Exchange &exchange);
    QString byName(const QString &path) const;
    Answer<void> checkHeaders(const Call &call) const;
    void takeUpload(QTcpSocket &connection, const RequestHead &head);
    void endUpload(Exchange &exchange, const Answer<Upload> &upload, const QByteArray &sha256);
    void finish(Exchange &exchange, const Answer<Reply> &done);
    void answer(Exchange &exchange, Reply reply);
    void addHeaders(const Call &call, Reply &reply);

    Store &m_store;
    Connections *m_connections; ///< a child
    std::unique_ptr<Api> m_api;
    std::shared_ptr<Interceptor> m_interceptor = std::make_shared<Interceptor>();
    /// By port: what befalls the request whose body is coming in.
    std::unordered_map<quint16, std::unique_ptr<Interception>> m_judged;
    QList<StandIn::Request> m_requests;
    QHash<qint64, std::shared_ptr<Exchange>> m_exchanges; ///< not yet answered
    qint64 m_lastExchange = 0;
    int m_used = 0; ///< requests that counted against the hourly limit
};

} // namespace unmoor::rehearsal
