// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/client.h"

#include "tests/app/github/scriptedserver.h"

#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;
using namespace unmoor::github;

/// Who gets to see the token: certificates, plain HTTP, proxies.
class SafetyTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QByteArray read(const QString &name) const
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// With a certificate that only this test knows.
    bool listensWithOwnCertificate(QSslServer &server) const
    {
        QSslConfiguration configuration;
        configuration.setLocalCertificate(QSslCertificate(read(u"certificate"_s)));
        configuration.setPrivateKey(QSslKey(read(u"key"_s), QSsl::Ec));
        server.setSslConfiguration(configuration);
        return server.listen(QHostAddress::LocalHost);
    }

    /// The certificate is trusted as long as what this gives lives.
    auto trust() const
    {
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration trusting = before;
        trusting.addCaCertificate(QSslCertificate(read(u"certificate"_s)));
        QSslConfiguration::setDefaultConfiguration(trusting);
        return qScopeGuard([before] { QSslConfiguration::setDefaultConfiguration(before); });
    }

    /// Answers whatever is asked, and keeps it.
    static void serve(QTcpServer &server, QByteArray &seen, const QByteArray &answer)
    {
        connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [&server, &seen, answer] {
            while (QTcpSocket *socket = server.nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, socket, [socket, &seen, answer] {
                    seen += socket->readAll();
                    if (seen.contains("\r\n\r\n"))
                        socket->write(answer);
                });
        });
    }

    static Result<User> asked(const QUrl &api)
    {
        QNetworkAccessManager network;
        Client client(network, api);
        client.setToken("s3cret");
        const auto user = client.user();
        if (!QTest::qWaitFor([&] { return user.isFinished(); }, 20'000))
            return failure(Error::Kind::Failed, u"never answered"_s);
        return user.result();
    }

    /// A file on its way to \a host, whose API is there, too.
    Result<Asset> uploaded(const QUrl &host)
    {
        QNetworkAccessManager network;
        Client client(network, host);
        client.setToken("s3cret");
        QFile file(m_dir.filePath(u"a.zip"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write("bytes") != 5)
            return failure(Error::Kind::Io, file.errorString());
        file.close();
        Release release;
        release.uploadUrl = host.toString() + u"/up"_s;
        const auto asset = client.uploadAsset(release, u"a.zip"_s, file.fileName());
        if (!QTest::qWaitFor([&] { return asset.isFinished(); }, 20'000))
            return failure(Error::Kind::Failed, u"never answered"_s);
        return asset.result();
    }

    const QByteArray stored =
        ScriptedServer::reply(201, "{\"id\":4,\"name\":\"a.zip\",\"state\":\"uploaded\",\"size\":5}");
    const QByteArray me = ScriptedServer::reply(200, "{\"login\":\"me\"}");

private Q_SLOTS:
    void initTestCase()
    {
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                       u"-nodes"_s, u"-days"_s, u"30"_s, u"-subj"_s, u"/CN=127.0.0.1"_s, u"-addext"_s,
                       u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s, m_dir.filePath(u"key"_s), u"-out"_s,
                       m_dir.filePath(u"certificate"_s)});
        QVERIFY(QTest::qWaitFor([&] { return openssl.state() == QProcess::NotRunning; }, 30'000));
        QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError().constData());
    }

    void aCertificateThatNobodyVouchesForEndsTheCall()
    {
        QSslServer server;
        QVERIFY(listensWithOwnCertificate(server));
        QByteArray seen;
        serve(server, seen, me);
        const QUrl api(u"https://127.0.0.1:%1"_s.arg(server.serverPort()));

        const auto user = asked(api);
        QCOMPARE(user.error().kind, Error::Kind::Failed); // trying again does not help
        QVERIFY2(user.error().message.contains(u"self-signed"_s), qPrintable(user.error().message));
        QVERIFY2(user.error().message.contains(u"clock"_s), qPrintable(user.error().message));
        QVERIFY(!seen.contains("s3cret"));

        const auto distrusting = trust();
        const auto trusted = asked(api);
        QVERIFY2(trusted, qPrintable(trusted.error_or(Error()).message));
        QCOMPARE(trusted->login, u"me"_s);
    }

    void aFileGoesToNobodyElse()
    {
        QSslServer server;
        QVERIFY(listensWithOwnCertificate(server));
        QByteArray seen;
        serve(server, seen, stored);
        const QUrl host(u"https://127.0.0.1:%1"_s.arg(server.serverPort()));

        const auto asset = uploaded(host);
        QCOMPARE(asset.error().kind, Error::Kind::Failed);
        QVERIFY2(asset.error().message.contains(u"self-signed"_s), qPrintable(asset.error().message));
        QVERIFY2(asset.error().message.contains(u"clock"_s), qPrintable(asset.error().message));
        QVERIFY(!seen.contains("s3cret"));

        const auto distrusting = trust();
        const auto trusted = uploaded(host);
        QVERIFY2(trusted, qPrintable(trusted.error_or(Error()).message));
        QVERIFY(seen.contains("Bearer s3cret"));
        QVERIFY(seen.endsWith("bytes"));
    }

    void plainHttpStaysOnThisMachine()
    {
        const auto user = asked(QUrl(u"http://github.example.org/api/v3"_s));
        QCOMPARE(user.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(user.error().message.contains(u"https"_s), qPrintable(user.error().message));
    }

    void aHostThatOnlyHasIpv6IsReached()
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHostIPv6))
            QSKIP("This machine has no IPv6.");
        QByteArray seen;
        serve(server, seen, me);
        const auto user = asked(QUrl(u"http://[::1]:%1"_s.arg(server.serverPort())));
        QVERIFY2(user, qPrintable(user.error_or(Error()).message));
    }

    void theProxyOfTheEnvironmentIsUsed()
    {
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        QByteArray seen;
        serve(proxy, seen, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.serverPort()));
        const auto user = asked(QUrl(u"https://api.github.invalid"_s));
        qunsetenv("https_proxy");
        QVERIFY(!user);
        QVERIFY2(seen.startsWith("CONNECT api.github.invalid:443"), seen.constData());
        QVERIFY(!seen.contains("s3cret"));
    }

    void theProxyOfTheEnvironmentIsUsedForFiles()
    {
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        QByteArray seen;
        serve(proxy, seen, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.serverPort()));
        const auto asset = uploaded(QUrl(u"https://uploads.github.invalid"_s));
        qunsetenv("https_proxy");
        QVERIFY(!asset);
        QCOMPARE(asset.error().kind, Error::Kind::Network);
        QVERIFY2(seen.startsWith("CONNECT uploads.github.invalid:443"), seen.constData());
        QVERIFY(!seen.contains("s3cret"));
    }
};

QTEST_GUILESS_MAIN(SafetyTest)
#include "tst_safety.moc"
