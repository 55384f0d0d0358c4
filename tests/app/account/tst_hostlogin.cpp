// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/hostlogin.h"

#include "tests/app/github/scriptedserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

constexpr int patience = 20'000;

/// Everything that one host's sign-in works with, and a host that answers or keeps silent.
struct Login
{
    explicit Login(const QByteArray &givenToken)
    {
        server.answer = [](const ScriptedServer::Request &) { return QByteArray(); };
        login.emplace(accounts, client, network,
                      HostLoginOptions{.apiUrl = server.url(u"/api/v3"_s), .token = givenToken});
    }

    void answer()
    {
        server.answer = [](const ScriptedServer::Request &) {
            return ScriptedServer::reply(200, R"({"login": "mara"})", "X-OAuth-Scopes: repo\r\n");
        };
    }

    QTemporaryDir folder;
    ScriptedServer server;
    TokenStore tokens;
    Accounts accounts{folder.path(), tokens};
    QNetworkAccessManager network;
    github::Client client{network, server.url(u"/api/v3"_s)};
    std::optional<HostLogin> login;
};

} // namespace

/// Without a keychain; with one, see tst_signin.
class HostLoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canceledCheckEndsAndTheNextOneWorks()
    {
        Login on("ghp_mara");
        QVERIFY(on.login->signIn({}).result());
        const auto check = on.login->checkToken({});
        QTRY_VERIFY_WITH_TIMEOUT(!on.server.requests.isEmpty(), patience);
        on.login->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(check.isFinished(), patience);
        QCOMPARE(check.result().error().kind, Error::Kind::Canceled);
        QVERIFY(on.login->isSignedIn());
        QVERIFY(!on.login->report());

        on.answer();
        QSignalSpy changed(&*on.login, &HostLogin::changed);
        const auto again = on.login->checkToken({});
        QTRY_VERIFY_WITH_TIMEOUT(again.isFinished(), patience);
        QVERIFY2(again.result(), again.result() ? "" : qPrintable(again.result().error().message));
        QCOMPARE(on.login->report()->login, u"mara"_s);
        QCOMPARE(changed.size(), 1);
    }

    void canceledSignInLeavesTheTokenThatWasInUse()
    {
        Login on("ghp_before");
        QVERIFY(on.login->signIn({}).result());
        const auto signingIn = on.login->signInWith("ghp_new", {});
        QTRY_VERIFY_WITH_TIMEOUT(!on.server.requests.isEmpty(), patience);
        on.login->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(signingIn.isFinished(), patience);
        QCOMPARE(signingIn.result().error().kind, Error::Kind::Canceled);

        on.answer();
        on.server.requests.clear();
        const auto check = on.login->checkToken({});
        QTRY_VERIFY_WITH_TIMEOUT(check.isFinished(), patience);
        QCOMPARE(on.server.requests.constFirst().headers["authorization"], "Bearer ghp_before");
    }

    void canceledBrowserEnds()
    {
        Login on({});
        const auto signingIn = on.login->signInWithBrowser(u"Iv1.0123"_s, {});
        QTRY_VERIFY_WITH_TIMEOUT(!on.server.requests.isEmpty(), patience);
        on.login->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(signingIn.isFinished(), patience);
        QCOMPARE(signingIn.result().error().kind, Error::Kind::Canceled);
    }

    void nobodySignedInHasNoTokenToCheck()
    {
        Login on({});
        QCOMPARE(on.login->checkToken({}).result().error().kind, Error::Kind::NotFound);
    }

    void accountOfAnotherProcessIsInTheList()
    {
        const QTemporaryDir folder;
        TokenStore tokens;
        Accounts accounts(folder.path(), tokens);
        QSignalSpy changed(&accounts, &Accounts::changed);
        QVERIFY(
            changeAccounts(folder.path(), [](AccountBook &book) { book.put({.host = u"h"_s, .login = u"ole"_s}); }));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(accounts.book().accounts.size(), 1);
        QVERIFY(accounts.change([](AccountBook &book) { book.put({.host = u"h"_s, .login = u"mara"_s}); }));
        QCOMPARE(readAccounts(folder.path())->accounts.size(), 2);
        QCOMPARE(changed.size(), 2);
    }
};

QTEST_GUILESS_MAIN(HostLoginTest)
#include "tst_hostlogin.moc"
