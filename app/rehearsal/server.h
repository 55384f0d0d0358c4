// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rehearsal/api.h"
#include "rehearsal/connections.h"
#include "rehearsal/faults.h"

#include <QAbstractHttpServer>

namespace unmoor::rehearsal {

/// Between sockets and the Api: who asks, caching, limits, faults, and the bytes of uploads and downloads. Qt
/// HttpServer holds the whole body of a request in memory; an upload needs three times its size at its peak (measured).
class Server : public QAbstractHttpServer
{
    Q_OBJECT
public:
    explicit Server(Store &store, QObject *parent = nullptr);
    ~Server() override;

    Result<void> listen(quint16 port);
    QString base() const; ///< "http://127.0.0.1:PORT"

    void addFault(const StandIn::Fault &fault) { m_faults.add(fault); }
    void clearFaults() { m_faults = {}; }
    const QList<StandIn::Request> &requests() const { return m_requests; }
    int requestCount(const QByteArray &method, const QString &pathContains) const;

protected:
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;

private:
    using Fault = StandIn::Fault;
    struct Exchange; ///< one request on its way to its answer

    Connections::Break judge(quint16 port, const RequestHead &head);
    void leaveStarter(const RequestHead &head);
    bool isToken(QByteArrayView authorization) const;
    Call callOf(const QHttpServerRequest &request) const;

    std::optional<Fault> faultOf(quint16 port, const QByteArray &method, const QString &target);
    void handle(Exchange &exchange);
    QString movedTo(const Call &call) const;
    QString byName(const QString &path) const;
    void spoil(const Exchange &exchange, Reply &reply);
    void showLateDigests();
    Answer<void> checkHeaders(const Call &call) const;
    void receive(Exchange &exchange);
    void written(qint64 number, const Upload &upload, const QByteArray &sha256);
    void finish(Exchange &exchange, const Answer<Reply> &done);
    void answer(Exchange &exchange, Reply reply);
    void addHeaders(const Call &call, Reply &reply);

    Store &m_store;
    Connections *m_connections; ///< a child
    std::unique_ptr<Api> m_api;
    Faults m_faults;
    QHash<quint16, std::optional<Fault>> m_judged; ///< by port: what befalls the request whose body is coming in
    QList<StandIn::Request> m_requests;
    QHash<QString, QByteArray> m_answered; ///< lists, by what was asked for
    struct LateDigest
    {
        QByteArray sha256;
        int requests = 0; ///< that do not see it yet
    };
    QHash<qint64, LateDigest> m_lateDigests; ///< by asset
    QHash<qint64, std::shared_ptr<Exchange>> m_exchanges; ///< not yet answered
    qint64 m_lastExchange = 0;
    int m_used = 0; ///< requests that counted against the hourly limit
};

} // namespace unmoor::rehearsal
