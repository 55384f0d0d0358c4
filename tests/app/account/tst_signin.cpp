// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/session.h"

#include "../github/scriptedserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

template <typename T>
Result<T> resultOf(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        return failure(Error::Kind::Failed, u"The future did not finish."_s);
    return future.result();
}

/// A host where the token "ghp_NAME" belongs to NAME; "ghp_gone" to nobody any more.
struct Host
{
    Host()
    {
        server.answer = [](const ScriptedServer::Request &request) {
            const QByteArray token = request.headers["authorization"].mid(7);
            if (request.target == "/login/device/code")
                return ScriptedServer::reply(
                    200,
                    R"({"device_code": "d", "user_code": "WDJB-MJHT", "verification_uri": "https://github.com/login/device", "interval": 1})");
            if (request.target == "/login/oauth/access_token")
                return ScriptedServer::reply(200, R"({"access_token": "ghp_browser"})");
            if (!token.startsWith("ghp_") || token == "ghp_gone")
                return ScriptedServer::reply(401, R"({"message": "Bad credentials"})");
            return ScriptedServer::reply(200, QByteArray(R"({"login": "WHO"})").replace("WHO", token.mid(4)),
                                         "X-OAuth-Scopes: repo\r\n");
        };
    }

    SessionOptions options() const { return {.stateDir = folder.path(), .apiUrl = server.url(u"/api/v3"_s)}; }
    QString name() const { return tokenHost(server.url()); }

    QTemporaryDir folder;
    ScriptedServer server;
};

} // namespace

/// Sessions with a real keyring.
class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenIsKeptUnderItsAccountAndFoundAgain()
    {
        const Host host;
        {
            Session session(host.options());
            const auto done = resultOf(session.signInWith("ghp_mara"));
            QCOMPARE(done.value().place, StoredToken::Place::Keychain);
            QCOMPARE(done.value().report.login, u"mara"_s);
        }
        Session later(host.options());
        QCOMPARE(resultOf(later.signIn()).value().token, "ghp_mara");
        QCOMPARE(later.account(), u"mara"_s);
        QCOMPARE(later.accounts().size(), 1);
        QCOMPARE(resultOf(later.tokens().read(host.name())).error().kind, Error::Kind::NotFound);
    }

    void tokenByHostAloneKeepsWorkingAndMovesToItsAccount()
    {
        const Host host;
        Session session(host.options());
        QVERIFY(resultOf(session.tokens().write(host.name(), "ghp_mara")).has_value());
        QCOMPARE(resultOf(session.signIn()).value().token, "ghp_mara");
        QCOMPARE(session.account(), QString());
        QCOMPARE(resultOf(session.checkToken()).value().login, u"mara"_s);
        QCOMPARE(session.account(), u"mara"_s);
        QCOMPARE(resultOf(session.tokens().read(host.name())).error().kind, Error::Kind::NotFound);
        QCOMPARE(resultOf(session.tokens().read(host.name(), u"mara"_s)).value().token, "ghp_mara");

        Session later(host.options());
        QCOMPARE(resultOf(later.signIn()).value().token, "ghp_mara");
    }

    void severalAccountsOfAHostAreChosenAmong()
    {
        const Host host;
        Session session(host.options());
        QVERIFY(resultOf(session.signInWith("ghp_mara")).has_value());
        QVERIFY(resultOf(session.signInWith("ghp_ole")).has_value());
        QCOMPARE(session.accounts().size(), 2);
        QCOMPARE(session.account(), u"ole"_s);
        QCOMPARE(resultOf(session.useAccount(u"mara"_s, false)).value().token, "ghp_mara");
        Session later(host.options());
        QCOMPARE(resultOf(later.signIn()).value().token, "ghp_mara");
        QCOMPARE(resultOf(later.useAccount(u"nobody"_s, false)).error().kind, Error::Kind::NotFound);
        QCOMPARE(later.account(), u"mara"_s);
    }

    void forgottenAccountIsSignedOut()
    {
        const Host host;
        Session session(host.options());
        QVERIFY(resultOf(session.signInWith("ghp_mara")).has_value());
        QVERIFY(resultOf(session.forgetAccount(host.name(), u"mara"_s)).has_value());
        QVERIFY(!session.isSignedIn());
        QVERIFY(session.accounts().isEmpty());
        QVERIFY(!resultOf(session.signIn()));
    }

    void refusedTokenIsNotKeptAndTheEarlierOneStays()
    {
        const Host host;
        Session session(host.options());
        QVERIFY(resultOf(session.signInWith("ghp_mara")).has_value());
        const auto refused = resultOf(session.signInWith("ghp_gone"));
        QCOMPARE(refused.error().kind, Error::Kind::Unauthorized);
        QVERIFY(!refused.error().message.contains(u"ghp_gone"_s));
        QCOMPARE(session.account(), u"mara"_s);
        QCOMPARE(resultOf(session.checkToken()).value().login, u"mara"_s);
    }

    void browserSignsIn()
    {
        const Host host;
        Session session(host.options());
        const auto unset = resultOf(session.signInWithBrowser());
        QCOMPARE(unset.error().kind, Error::Kind::InvalidInput);
        QVERIFY(unset.error().message.contains(u"/settings/applications/new"_s));
        QSignalSpy codes(&session, &Session::deviceCodeReceived);
        QCOMPARE(resultOf(session.signInWithBrowser(u"Iv1.0123"_s)).value().report.login, u"browser"_s);
        QCOMPARE(codes.size(), 1);
        QVERIFY(resultOf(session.signInWithBrowser()).has_value()); // the client id was kept
    }

    void listOfAccountsHoldsNoToken()
    {
        const Host host;
        Session session(host.options());
        QVERIFY(resultOf(session.signInWith("ghp_mara")).has_value());
        QFile file(host.folder.filePath(u"accounts.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("mara"));
        QVERIFY(!bytes.contains("ghp_"));
    }
};

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("UNMOOR_KEYRING_PID")) {
        std::vector<char *> arguments{const_cast<char *>(WITH_KEYRING)};
        arguments.insert(arguments.end(), argv, argv + argc);
        arguments.push_back(nullptr);
        ::execv(WITH_KEYRING, arguments.data());
        qFatal("Could not start %s.", WITH_KEYRING);
    }
    QCoreApplication app(argc, argv);
    SignInTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_signin.moc"
