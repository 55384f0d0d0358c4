// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain/tokenstore.h"

#include <QLocalServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QString host = u"github.com"_s;
const QByteArray token = "ghp_0123456789abcdefghijklmnopqrstuvwxyz";

template <typename T>
Result<T> resultOf(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        return failure(Error::Kind::Failed, u"The future did not finish."_s);
    return future.result();
}

void setBus(const QString &path)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + path.toUtf8());
}

} // namespace

/// A machine without a D-Bus session, or with one that is stuck.
class NoKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        setBus(m_folder->filePath(u"nothing"_s));
    }

    void tokenIsHeldForTheSessionAndSaysSo()
    {
        TokenStore store;
        QCOMPARE(resultOf(store.write(host, token)).value(), StoredToken::Place::Session);
        const StoredToken stored = resultOf(store.read(host)).value();
        QCOMPARE(stored.token, token);
        QCOMPARE(stored.place, StoredToken::Place::Session);
    }

    void heldTokensAreKeptApart()
    {
        TokenStore store;
        QVERIFY(resultOf(store.write(host, token)).has_value());
        QVERIFY(resultOf(store.write(host, "ghp_mara", u"mara"_s)).has_value());
        QCOMPARE(resultOf(store.read(host)).value().token, token);
        QCOMPARE(resultOf(store.read(host, u"mara"_s)).value().token, "ghp_mara");
    }

    void heldTokenIsNotInAnotherStore()
    {
        TokenStore one;
        QVERIFY(resultOf(one.write(host, token)).has_value());
        TokenStore two;
        QCOMPARE(resultOf(two.read(host)).error().kind, Error::Kind::NotFound);
    }

    void missingTokenSaysThatThereIsNoKeychain()
    {
        TokenStore store;
        const Result<StoredToken> stored = resultOf(store.read(host));
        QCOMPARE(stored.error().kind, Error::Kind::NotFound);
        QVERIFY2(stored.error().message.contains(u"the keychain could not be asked"_s),
                 qPrintable(stored.error().message));
        QVERIFY(stored.error().message.contains(u"--token-env"_s));
    }

    void heldTokenIsForgotten()
    {
        TokenStore store;
        QVERIFY(resultOf(store.write(host, token)).has_value());
        QVERIFY(resultOf(store.forget(host)).has_value());
        QCOMPARE(resultOf(store.read(host)).error().kind, Error::Kind::NotFound);
    }

    void forgettingWithoutKeychainIsAnError()
    {
        TokenStore store;
        QCOMPARE(resultOf(store.forget(host)).error().kind, Error::Kind::Io);
    }

    void keychainThatDoesNotAnswerIsGivenUp()
    {
        // A session bus that takes connections and never says a word.
        QLocalServer bus;
        QVERIFY(bus.listen(m_folder->filePath(u"bus"_s)));
        setBus(bus.fullServerName());
        TokenStore store;
        store.setPatience(std::chrono::milliseconds(50));
        QCOMPARE(resultOf(store.write(host, token)).value(), StoredToken::Place::Session);
        QCOMPARE(resultOf(store.read(host)).value().token, token);
        QVERIFY(resultOf(store.read(u"example.org"_s)).error().message.contains(u"did not answer in time"_s));
        QVERIFY(bus.hasPendingConnections());
    }

    void tokenHosts_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("https://api.github.com") << u"github.com"_s;
        QTest::newRow("https://API.GitHub.com/") << u"github.com"_s;
        QTest::newRow("https://api.github.com:443") << u"github.com"_s;
        QTest::newRow("https://github.example.org/api/v3") << u"github.example.org"_s;
        QTest::newRow("https://api.example.org") << u"api.example.org"_s;
        QTest::newRow("https://api.octocorp.ghe.com") << u"octocorp.ghe.com"_s;
        QTest::newRow("https://github.example.org:8443/api/v3") << u"github.example.org:8443"_s;
        QTest::newRow("http://127.0.0.1:8080") << u"127.0.0.1:8080"_s;
        QTest::newRow("http://localhost") << u"localhost"_s;
        QTest::newRow("http://localhost:443") << u"localhost:443"_s;
        QTest::newRow("http://[::1]:8080") << u"[::1]:8080"_s;
    }
    void tokenHosts() { QTEST(tokenHost(QUrl(QString::fromLatin1(QTest::currentDataTag()))), "name"); }

private:
    std::optional<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(NoKeychainTest)
#include "tst_nokeychain.moc"
