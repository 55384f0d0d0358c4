// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/client.h"
#include "app/publish/retry.h"
#include "tests/app/github/scriptedserver.h"

#include <QNetworkAccessManager>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class RetryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAgainUntilItIsAnswered_data()
    {
        QTest::addColumn<QByteArrayList>("answers");
        QTest::addColumn<int>("requests");
        QTest::addColumn<std::optional<Error::Kind>>("error");
        using Kind = std::optional<Error::Kind>;
        const QByteArray right = ScriptedServer::reply(200, R"({"full_name": "owner/name", "default_branch": "main"})");
        const QByteArray broken = ScriptedServer::reply(500, "{}");
        const QByteArray busy = ScriptedServer::reply(503, "{}");
        const QByteArray absent = ScriptedServer::reply(404, "{}");
        const QByteArray limited = ScriptedServer::reply(429, "{}", "Retry-After: 3000\r\n");
        QTest::newRow("at once") << QByteArrayList{right} << 1 << Kind();
        QTest::newRow("500") << QByteArrayList{broken, right} << 2 << Kind();
        QTest::newRow("a reset, then 503") << QByteArrayList{"close", busy, right} << 3 << Kind();
        QTest::newRow("as often as it may")
            << QByteArrayList{broken, broken, broken, right} << 3 << Kind(Error::Kind::Server);
        QTest::newRow("not there is an answer") << QByteArrayList{absent, right} << 1 << Kind(Error::Kind::NotFound);
        QTest::newRow("a limit is not waited for")
            << QByteArrayList{limited, right} << 1 << Kind(Error::Kind::RateLimited);
    }
    void readsAgainUntilItIsAnswered()
    {
        QFETCH(QByteArrayList, answers);
        ScriptedServer server;
        server.answer = [&](const ScriptedServer::Request &) { return answers.value(server.requests.size() - 1); };
        QNetworkAccessManager network;
        github::Client client(network, server.url());
        QList<std::chrono::milliseconds> waits;
        const ReadPolicy policy{.pause = [&waits](auto time, auto, auto, auto) {
            waits += time;
            return finished<void>({});
        }};
        const auto read = [&client] { return client.repository(u"owner/name"_s); };

        const auto future = readPatiently<github::Repository>(read, this, {}, policy);
        QTRY_VERIFY(future.isFinished());
        const auto result = future.result();
        QTEST(result ? std::nullopt : std::optional(result.error().kind), "error");
        QTEST(int(server.requests.size()), "requests");
        QVERIFY(waits.size() < server.requests.size()); // Qt itself sends again at once after a reset
    }

    /// Qt sends a request anew by itself where a connection that it kept was closed; what it gives up on comes here.
    void lostConnectionIsTriedAgain()
    {
        int calls = 0;
        const auto read = [&calls] {
            return ++calls < 3 ? finished<int>(failure(Error::Kind::Network, u"reset"_s)) : finished<int>(calls);
        };
        const ReadPolicy policy{.pause = [](auto, auto, auto, auto) { return finished<void>({}); }};
        const auto future = readPatiently<int>(read, this, {}, policy);
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().value_or(0), 3);
    }

    void aStopEndsTheWait()
    {
        std::stop_source stop;
        const auto read = [&stop] {
            QMetaObject::invokeMethod(qApp, [&stop] { stop.request_stop(); }, Qt::QueuedConnection);
            return finished<void>(failure(Error::Kind::Server, u"broken"_s));
        };
        const auto future = readPatiently<void>(read, this, stop.get_token(), {.firstDelay = std::chrono::hours(1)});
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().error().kind, Error::Kind::Canceled);
    }

    void waitsGrow()
    {
        using namespace std::chrono_literals;
        for (int i = 0; i < 100; ++i) {
            QVERIFY(backoff(1s, 1) >= 500ms && backoff(1s, 1) <= 1500ms);
            QVERIFY(backoff(1s, 4) >= 4s && backoff(1s, 4) <= 12s);
            QVERIFY(backoff(1s, 1000) <= 5min);
        }
    }
};

QTEST_GUILESS_MAIN(RetryTest)
#include "tst_retry.moc"
