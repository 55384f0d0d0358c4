// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/shippedclientid.h"
#include "tests/app/release/ownsession.h"

#include "tests/app/github/scriptedserver.h"
#include "tests/app/keychain/ownkeyring.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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

    SessionOptions options() const { return {.apiUrl = server.url(u"/api/v3"_s)}; }
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
    void initTestCase() { requireOwnKeyring(); }

    void tokenIsKeptUnderItsAccountAndFoundAgain()
    {
        const Host host;
        {
            OwnSession session(host.folder.path(), host.options());
            const auto done = resultOf(session.login().signInWith("ghp_mara", session.loginProject()));
            QCOMPARE(done.value().place, StoredToken::Place::Keychain);
            QCOMPARE(done.value().report.login, u"mara"_s);
        }
        OwnSession later(host.folder.path(), host.options());
        QCOMPARE(resultOf(later.signIn()).value().token, "ghp_mara");
        QCOMPARE(later.login().account(), u"mara"_s);
        QCOMPARE(later.engine().accounts().book().accounts.size(), 1);
        QCOMPARE(resultOf(later.engine().accounts().tokens().read(host.name())).error().kind, Error::Kind::NotFound);
    }

    void tokenByHostAloneKeepsWorkingAndMovesToItsAccount()
    {
        const Host host;
        OwnSession session(host.folder.path(), host.options());
        QVERIFY(resultOf(session.engine().accounts().tokens().write(host.name(), "ghp_mara")).has_value());
        QCOMPARE(resultOf(session.signIn()).value().token, "ghp_mara");
        QCOMPARE(session.login().account(), QString());
        QCOMPARE(resultOf(session.login().checkToken(session.loginProject())).value().login, u"mara"_s);
        QCOMPARE(session.login().account(), u"mara"_s);
        QCOMPARE(resultOf(session.engine().accounts().tokens().read(host.name())).error().kind, Error::Kind::NotFound);
        QCOMPARE(resultOf(session.engine().accounts().tokens().read(host.name(), u"mara"_s)).value().token, "ghp_mara");

        OwnSession later(host.folder.path(), host.options());
        QCOMPARE(resultOf(later.signIn()).value().token, "ghp_mara");
    }

    void severalAccountsOfAHostAreChosenAmong()
    {
        const Host host;
        OwnSession session(host.folder.path(), host.options());
        QVERIFY(resultOf(session.login().signInWith("ghp_mara", session.loginProject())).has_value());
        QVERIFY(resultOf(session.login().signInWith("ghp_ole", session.loginProject())).has_value());
        QCOMPARE(session.engine().accounts().book().accounts.size(), 2);
        QCOMPARE(session.login().account(), u"ole"_s);
        QCOMPARE(resultOf(session.login().useAccount(u"mara"_s, session.project().checkout.root, false)).value().token,
                 "ghp_mara");
        OwnSession later(host.folder.path(), host.options());
        QCOMPARE(resultOf(later.signIn()).value().token, "ghp_mara");
        QCOMPARE(resultOf(later.login().useAccount(u"nobody"_s, later.project().checkout.root, false)).error().kind,
                 Error::Kind::NotFound);
        QCOMPARE(later.login().account(), u"mara"_s);
    }

    void forgottenAccountIsSignedOut()
    {
        const Host host;
        OwnSession session(host.folder.path(), host.options());
        QVERIFY(resultOf(session.login().signInWith("ghp_mara", session.loginProject())).has_value());
        QVERIFY(resultOf(session.login().forget(host.name(), u"mara"_s)).has_value());
        QVERIFY(!session.login().isSignedIn());
        QVERIFY(session.engine().accounts().book().accounts.isEmpty());
        QVERIFY(!resultOf(session.signIn()));
    }

    void refusedTokenIsNotKeptAndTheEarlierOneStays()
    {
        const Host host;
        OwnSession session(host.folder.path(), host.options());
        QVERIFY(resultOf(session.login().signInWith("ghp_mara", session.loginProject())).has_value());
        const auto refused = resultOf(session.login().signInWith("ghp_gone", session.loginProject()));
        QCOMPARE(refused.error().kind, Error::Kind::Unauthorized);
        QVERIFY(!refused.error().message.contains(u"ghp_gone"_s));
        QCOMPARE(session.login().account(), u"mara"_s);
        QCOMPARE(resultOf(session.login().checkToken(session.loginProject())).value().login, u"mara"_s);
    }

    void aBuildBringsAClientIdForGitHubAlone()
    {
        QCOMPARE(shippedClientId(u"github.com"_s, u" Ov23x "_s), u"Ov23x"_s);
        QVERIFY(shippedClientId(u"git.example.org"_s, u"Ov23x"_s).isEmpty());
    }

    void browserSignsIn()
    {
        const Host host;
        OwnSession session(host.folder.path(), host.options());
        const auto unset = resultOf(session.login().signInWithBrowser({}, session.loginProject()));
        QCOMPARE(unset.error().kind, Error::Kind::InvalidInput);
        QVERIFY(unset.error().message.contains(u"/settings/applications/new"_s));
        QSignalSpy codes(&session.login(), &HostLogin::codeReceived);
        QCOMPARE(
            resultOf(session.login().signInWithBrowser(u"Iv1.0123"_s, session.loginProject())).value().report.login,
            u"browser"_s);
        QCOMPARE(codes.size(), 1);
        QVERIFY(resultOf(session.login().signInWithBrowser({}, session.loginProject()))
                    .has_value()); // the client id was kept
    }

    void listOfAccountsHoldsNoToken()
    {
        const Host host;
        OwnSession session(host.folder.path(), host.options());
        QVERIFY(resultOf(session.login().signInWith("ghp_mara", session.loginProject())).has_value());
        QFile file(host.folder.filePath(u"accounts.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("mara"));
        QVERIFY(!bytes.contains("ghp_"));
    }
};

QTEST_GUILESS_MAIN(SignInTest)
#include "tst_signin.moc"
