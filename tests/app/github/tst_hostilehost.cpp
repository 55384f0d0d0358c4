// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/client.h"

#include "tests/app/github/scriptedserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;
using namespace unmoor::github;

/// A host that leads elsewhere, or holds this side up.
class HostileHostTest : public QObject
{
    Q_OBJECT

    struct Bench
    {
        ScriptedServer server;
        QNetworkAccessManager network;
        Client client{network, server.url(u"/api/v3"_s)};

        explicit Bench(const QByteArray &always = {})
        {
            server.answer = [always](const ScriptedServer::Request &) { return always; };
            client.setToken("s3cret");
        }
    };

private Q_SLOTS:
    void aListThatGoesOnAtAnotherOriginIsNotFollowed_data()
    {
        QTest::addColumn<QString>("next");
        QTest::newRow("another port") << u"http://127.0.0.1:%1/api/v3/x"_s;
        QTest::newRow("another name") << u"http://localhost:%1/api/v3/x"_s;
        QTest::newRow("another scheme") << u"https://127.0.0.1:%1/api/v3/x"_s;
    }
    void aListThatGoesOnAtAnotherOriginIsNotFollowed()
    {
        QFETCH(QString, next);
        Bench bench;
        ScriptedServer elsewhere;
        elsewhere.answer = [](const ScriptedServer::Request &) { return ScriptedServer::reply(200, "[]"); };
        const quint16 port = next.contains(u"localhost") ? bench.server.serverPort() : elsewhere.serverPort();
        bench.server.answer = [link = next.arg(port).toLatin1()](const ScriptedServer::Request &) {
            return ScriptedServer::reply(200, "[]", "Link: <" + link + ">; rel=\"next\"\r\n");
        };
        const auto releases = bench.client.releases(u"owner/tool"_s);
        QTRY_VERIFY(releases.isFinished());
        QVERIFY(!releases.result());
        QCOMPARE(releases.result().error().kind, Error::Kind::Server);
        const QString message = releases.result().error().message;
        QVERIFY2(message.contains(QUrl(next.arg(port)).authority()) && message.contains(u"another host"),
                 qPrintable(message));
        QCOMPARE(bench.server.requests.size(), 1);
        QVERIFY(elsewhere.requests.isEmpty());
    }

    void anAnswerThatTricklesEndsTheCall()
    {
        Bench bench("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n[        ");
        bench.client.setClock(
            [time = std::chrono::steady_clock::time_point()]() mutable { return time += std::chrono::seconds(61); });
        const auto user = bench.client.user();
        QTRY_VERIFY(user.isFinished()); // long before the 60 s of a host that sends nothing at all
        QCOMPARE(user.result().error().kind, Error::Kind::Network);
        QVERIFY2(user.result().error().message.contains(u"KiB came in 60 s"),
                 qPrintable(user.result().error().message));
    }

    void headersWithoutEndEndTheCallAndFillNothing()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        qint64 taken = 0;
        connect(&server, &QTcpServer::newConnection, &server, [&server, &taken] {
            QTcpSocket *socket = server.nextPendingConnection();
            const auto write = [socket] {
                while (socket->bytesToWrite() < 1'000'000)
                    socket->write("X-Endless: " + QByteArray(1000, 'x') + "\r\n");
            };
            connect(socket, &QTcpSocket::readyRead, socket, [socket, write] {
                if (socket->readAll().contains("GET "))
                    socket->write("HTTP/1.1 200 OK\r\n");
                write();
            });
            connect(socket, &QTcpSocket::bytesWritten, socket, [&taken, write](qint64 bytes) {
                taken += bytes;
                write();
            });
        });
        QNetworkAccessManager network;
        Client client(network, QUrl(u"http://127.0.0.1:%1/api/v3"_s.arg(server.serverPort())));
        client.setStallTimeout(std::chrono::milliseconds(1000));
        const auto user = client.user();
        QTRY_VERIFY(user.isFinished());
        QCOMPARE(user.result().error().kind, Error::Kind::Network);
        qInfo("%lld bytes of headers were taken", taken);
        QVERIFY2(taken < 32'000'000, QByteArray::number(taken).constData());
    }
};

QTEST_GUILESS_MAIN(HostileHostTest)
#include "tst_hostilehost.moc"
