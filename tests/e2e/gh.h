// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/standin.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

/// The way from gh to a stand-in. gh speaks plain HTTP to one host alone, "github.localhost", whose API it looks for at
/// http://api.github.localhost, and it goes there through the proxy that HTTP_PROXY names. This is that proxy; the
/// addresses that the stand-in itself answers, uploads among them, gh calls directly.
class GhProxy : public QTcpServer
{
    Q_OBJECT
public:
    /// \a api: "http://127.0.0.1:PORT/api/v3"
    explicit GhProxy(const QUrl &api)
        : m_api(api)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("The proxy could not listen.");
        connect(this, &QTcpServer::newConnection, this, [this] { serve(nextPendingConnection()); });
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }

private:
    /// What has come of the request that is coming.
    struct Coming
    {
        QByteArray head;
        qint64 left = 0; ///< bytes of its body that are still to come
    };

    void serve(QTcpSocket *client)
    {
        auto *host = new QTcpSocket(client);
        host->connectToHost(m_api.host(), quint16(m_api.port()));
        connect(client, &QTcpSocket::readyRead, host,
                [this, client, host, coming = Coming()]() mutable { forward(client->readAll(), *host, coming); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(host, &QTcpSocket::readyRead, client, [client, host] { client->write(host->readAll()); });
        connect(host, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    }

    void forward(const QByteArray &bytes, QTcpSocket &host, Coming &coming) const
    {
        const qint64 ofBody = std::min<qint64>(coming.left, bytes.size());
        host.write(bytes.first(ofBody));
        coming.left -= ofBody;
        coming.head += bytes.sliced(ofBody);
        const qsizetype end = coming.head.indexOf("\r\n\r\n") + 4;
        if (end < 4)
            return;
        QByteArray head = coming.head.first(end);
        const QByteArray rest = std::exchange(coming.head, {}).sliced(end);
        const qsizetype length = head.toLower().indexOf("content-length: ");
        coming.left = length < 0 ? 0 : head.sliced(length + 16).split('\r').first().toLongLong();
        head.replace("http://api.github.localhost/graphql ", "/api/graphql ");
        head.replace("http://api.github.localhost/", m_api.path().toLatin1() + '/');
        host.write(head);
        if (!rest.isEmpty())
            forward(rest, host, coming);
    }

    QUrl m_api;
};

/// gh, signed in at a stand-in, with one repository to talk about.
class Gh
{
public:
    struct Ended
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };

    Gh(const unmoor::StandIn &host, const QString &repository)
        : m_proxy(host.apiUrl())
        , m_environment(QProcessEnvironment::systemEnvironment())
    {
        const QString token = QString::fromLatin1(host.token());
        m_environment.insert(QStringLiteral("HTTP_PROXY"), m_proxy.url());
        m_environment.insert(QStringLiteral("NO_PROXY"), QString());
        m_environment.insert(QStringLiteral("no_proxy"), QString());
        m_environment.insert(QStringLiteral("GH_HOST"), QStringLiteral("github.localhost"));
        m_environment.insert(QStringLiteral("GH_REPO"), repository);
        m_environment.insert(QStringLiteral("GH_TOKEN"), token); // for github.localhost
        m_environment.insert(QStringLiteral("GH_ENTERPRISE_TOKEN"), token); // for the stand-in's own addresses
        m_environment.insert(QStringLiteral("GH_CONFIG_DIR"), m_folder.filePath(QStringLiteral("config")));
        m_environment.insert(QStringLiteral("GH_NO_UPDATE_NOTIFIER"), QStringLiteral("1"));
    }

    QString folder() const { return m_folder.path(); } ///< where it runs

    void start(QProcess &process, const QStringList &words) const
    {
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("gh"), words);
    }

    /// Waits for the end while the stand-in works in this process.
    static Ended finish(QProcess &process)
    {
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 120'000))
            process.kill();
        return {process.error() == QProcess::FailedToStart ? -1 : process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    Ended run(const QStringList &words) const
    {
        QProcess process;
        start(process, words);
        return finish(process);
    }

private:
    QTemporaryDir m_folder;
    GhProxy m_proxy;
    QProcessEnvironment m_environment;
};
