// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/devicelogin.h"

#include "tests/app/github/scriptedserver.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const DeviceApp app{QUrl(u"https://api.github.com"_s), u"Iv1.0123"_s};

github::Answer answer(const QByteArray &body, int status = 200)
{
    github::Answer made;
    made.status = status;
    made.body = body;
    return made;
}

constexpr auto codeJson =
    R"({"device_code": "d3v1ce", "user_code": "WDJB-MJHT", "verification_uri": "https://github.com/login/device", "expires_in": 900, "interval": 5})";

/// A host that gives a code, then says these one after another; and a clock that only notes how long it was waited for.
struct Bench
{
    explicit Bench(QList<QByteArray> says, int expiresIn = 900)
        : answers(std::move(says))
    {
        server.answer = [this, expiresIn](const ScriptedServer::Request &request) {
            if (request.target == "/login/device/code")
                return ScriptedServer::reply(200, QByteArray(codeJson).replace("900", QByteArray::number(expiresIn)));
            const QByteArray said = answers.isEmpty() ? R"({"error": "authorization_pending"})" : answers.takeFirst();
            return said.startsWith("HTTP") || said == "close" ? said : ScriptedServer::reply(200, said);
        };
    }

    Result<QByteArray> run(std::stop_token stop = {})
    {
        const auto future = login.start(stop);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return failure(Error::Kind::Failed, u"The future did not finish."_s);
        return future.result();
    }

    ScriptedServer server;
    QList<QByteArray> answers;
    QList<int> waits;
    QNetworkAccessManager network;
    std::function<void()> onWait;
    DeviceLogin login{network,
                      {server.url(u"/api/v3"_s), u"Iv1.0123"_s},
                      nullptr,
                      [this](std::chrono::seconds time, std::stop_token stop) {
                          waits += int(time.count());
                          if (onWait)
                              onWait();
                          return QtFuture::makeReadyValueFuture(
                              stop.stop_requested() ? failure(Error::Kind::Canceled, u"canceled"_s) : Result<void>());
                      }};
};

QByteArray refusal(const QByteArray &word)
{
    return QByteArray(R"({"error": "WORD"})").replace("WORD", word);
}

const QByteArray pending = refusal("authorization_pending");

} // namespace

class DeviceLoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenComesOnceTheCodeIsEntered()
    {
        Bench bench({pending, pending, R"({"access_token": "gho_secret", "token_type": "bearer", "scope": "repo"})"});
        QSignalSpy shown(&bench.login, &DeviceLogin::codeReceived);
        QCOMPARE(bench.run().value(), "gho_secret");
        QCOMPARE(shown.size(), 1);
        QCOMPARE(shown[0][0].value<DeviceCode>().userCode, u"WDJB-MJHT"_s);
        QCOMPARE(bench.waits, QList<int>({5, 5, 5}));
    }

    void requestsAreWhatGitHubAsksFor()
    {
        Bench bench({R"({"access_token": "gho_secret"})"});
        QVERIFY(bench.run().has_value());
        QCOMPARE(bench.server.requests.size(), 2);
        for (const auto &request : bench.server.requests) {
            QCOMPARE(request.method, "POST");
            QCOMPARE(request.headers["accept"], "application/json");
            QCOMPARE(request.headers["content-type"], "application/x-www-form-urlencoded");
            QVERIFY(!request.headers.contains("authorization"));
        }
        const QUrlQuery first(QString::fromUtf8(bench.server.requests[0].body));
        QCOMPARE(first.queryItemValue(u"client_id"_s), u"Iv1.0123"_s);
        QCOMPARE(first.queryItemValue(u"scope"_s, QUrl::FullyDecoded), u"repo workflow"_s);
        const QUrlQuery second(QString::fromUtf8(bench.server.requests[1].body));
        QCOMPARE(second.queryItemValue(u"device_code"_s), u"d3v1ce"_s);
        QCOMPARE(second.queryItemValue(u"grant_type"_s, QUrl::FullyDecoded),
                 u"urn:ietf:params:oauth:grant-type:device_code"_s);
    }

    void slowDownIsRespectedForGood()
    {
        Bench bench({R"({"error": "slow_down", "interval": 10})", R"({"error": "slow_down"})",
                     R"({"error": "slow_down", "interval": 1})", pending, R"({"access_token": "gho_secret"})"});
        QVERIFY(bench.run().has_value());
        QCOMPARE(bench.waits, QList<int>({5, 10, 15, 20, 20}));
    }

    void hostThatIsAwayForAMomentIsAskedAgain()
    {
        Bench bench({"HTTP/1.1 502 X\r\nContent-Length: 0\r\n\r\n", "close", R"({"access_token": "gho_secret"})"});
        QCOMPARE(bench.run().value(), "gho_secret");
    }

    void refusalsAreExplained_data()
    {
        QTest::addColumn<QString>("says");
        QTest::newRow("device_flow_disabled") << u"Enable Device Flow"_s;
        QTest::newRow("expired_token") << u"not entered in time"_s;
        QTest::newRow("access_denied") << u"declined in the browser"_s;
        QTest::newRow("incorrect_client_credentials") << u"no OAuth app with the client id Iv1.0123"_s;
        QTest::newRow("something_new") << u"something_new"_s;
    }
    void refusalsAreExplained()
    {
        QFETCH(QString, says);
        Bench bench({pending, refusal(QTest::currentDataTag())});
        const auto token = bench.run();
        QVERIFY2(token.error().message.contains(says), qPrintable(token.error().message));
        QVERIFY(!token.error().message.contains(u"d3v1ce"_s));
    }

    void unknownClientIdIsSaidBeforeAnyCodeIsShown()
    {
        Bench bench({});
        bench.server.answer = [](const ScriptedServer::Request &) {
            return ScriptedServer::reply(404, R"({"error": "Not Found"})");
        };
        QSignalSpy shown(&bench.login, &DeviceLogin::codeReceived);
        QVERIFY(!bench.run());
        QVERIFY(shown.isEmpty());
        QCOMPARE(parseDeviceCode(app, answer("{}", 404)).error().kind, Error::Kind::InvalidInput);
    }

    void codeThatIsNeverEnteredEnds()
    {
        Bench bench({}, 12);
        const auto token = bench.run();
        QCOMPARE(token.error().kind, Error::Kind::Canceled);
        QVERIFY(token.error().message.contains(u"in time"_s));
        QCOMPARE(bench.waits, QList<int>({5, 5}));
    }

    void cancelEndsTheWaiting()
    {
        std::stop_source stop;
        Bench bench({});
        bench.onWait = [&] { stop.request_stop(); };
        QCOMPARE(bench.run(stop.get_token()).error().kind, Error::Kind::Canceled);
        QCOMPARE(bench.server.requests.size(), 1);
    }

    void cancelEndsARealWait()
    {
        ScriptedServer server;
        server.answer = [](const ScriptedServer::Request &) { return ScriptedServer::reply(200, codeJson); };
        QNetworkAccessManager network;
        DeviceLogin login(network, {server.url(), u"Iv1.0123"_s});
        std::stop_source stop;
        QSignalSpy shown(&login, &DeviceLogin::codeReceived);
        const auto token = login.start(stop.get_token());
        QTRY_COMPARE(shown.size(), 1);
        stop.request_stop();
        QTRY_VERIFY(token.isFinished());
        QCOMPARE(token.result().error().kind, Error::Kind::Canceled);
    }

    void pagesThatAreNoWebPagesAreNotOpened_data()
    {
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("https://github.com/login/device") << true;
        QTest::newRow("http://127.0.0.1:8080/login/device") << true;
        QTest::newRow("http://github.com/login/device") << false;
        QTest::newRow("file:///usr/bin/env") << false;
        QTest::newRow("javascript:alert(1)") << false;
        QTest::newRow("") << false;
    }
    void pagesThatAreNoWebPagesAreNotOpened()
    {
        const QByteArray body =
            QByteArray(codeJson).replace("https://github.com/login/device", QTest::currentDataTag());
        QTEST(parseDeviceCode(app, answer(body)).has_value(), "isTaken");
    }

    void answerThatIsNotGitHubsIsSaid()
    {
        QCOMPARE(parseDeviceCode(app, answer("<html>")).error().kind, Error::Kind::Server);
        QVERIFY(parseDeviceAnswer(app, answer("<html>"), 5).error->message.contains(u"github.com"_s));
    }

    void setUpNamesThePage()
    {
        const QString how = howToSetUpDeviceLogin(QUrl(u"https://git.example.org/api/v3"_s));
        QVERIFY(how.contains(u"https://git.example.org/settings/applications/new"_s));
        QVERIFY(how.contains(u"--client-id"_s));
    }
};

QTEST_GUILESS_MAIN(DeviceLoginTest)
#include "tst_devicelogin.moc"
