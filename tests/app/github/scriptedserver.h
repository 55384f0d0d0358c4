// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QMap>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <functional>

/// An HTTP server on loopback whose answers the test writes byte by byte, also such as no proper server gives.
class ScriptedServer : public QTcpServer
{
public:
    struct Request
    {
        QByteArray method;
        QByteArray target; ///< path and query as sent
        QMap<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };

    /// What it answers; empty: nothing, ever. "close" closes the connection without an answer.
    std::function<QByteArray(const Request &)> answer;
    QList<Request> requests;

    ScriptedServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }

    QUrl url(const QString &path = {}) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
    }

    static QByteArray reply(int status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: application/json\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
    }

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &bytes = m_bytes[socket];
        bytes += socket->readAll();
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request = parsed(bytes.first(end));
        if (bytes.size() < end + 4 + request.headers.value("content-length").toLongLong())
            return;
        request.body = bytes.sliced(end + 4);
        bytes.clear();
        requests += request;
        const QByteArray out = answer(request);
        if (out == "close")
            socket->close();
        else
            socket->write(out);
    }

    static Request parsed(const QByteArray &head)
    {
        const QList<QByteArray> lines = head.split('\n');
        const QList<QByteArray> first = lines.first().split(' ');
        Request request{first.value(0), first.value(1), {}, {}};
        for (const QByteArray &line : lines.sliced(1))
            request.headers[line.left(line.indexOf(':')).toLower()] = line.mid(line.indexOf(':') + 1).trimmed();
        return request;
    }

    QHash<QTcpSocket *, QByteArray> m_bytes;
};
