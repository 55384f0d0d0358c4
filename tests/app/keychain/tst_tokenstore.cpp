// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain/tokenstore.h"
#include "tests/app/keychain/ownkeyring.h"

#include <QDirIterator>
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

/// Everything that the keyring keeps on disk.
QByteArray keyringFiles()
{
    QByteArray bytes;
    QDirIterator files(qEnvironmentVariable("XDG_DATA_HOME"), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

} // namespace

class TokenStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { requireOwnKeyring(); }

    void cleanup()
    {
        TokenStore store;
        for (const QString &account : {QString(), u"mara"_s, u"other"_s})
            resultOf(store.forget(host, account));
    }

    void writtenTokenIsReadByAnotherStore()
    {
        TokenStore one;
        TokenStore two;
        QCOMPARE(resultOf(one.write(host, token)).value(), StoredToken::Place::Keychain);
        const StoredToken stored = resultOf(two.read(host)).value();
        QCOMPARE(stored.token, token);
        QCOMPARE(stored.place, StoredToken::Place::Keychain);
    }

    void blanksAroundATokenAreCut()
    {
        TokenStore store;
        QVERIFY(resultOf(store.write(host, ' ' + token + "\r\n")).has_value());
        QCOMPARE(resultOf(store.read(host)).value().token, token);
    }

    void writingAgainReplacesTheToken()
    {
        TokenStore store;
        QVERIFY(resultOf(store.write(host, "ghp_old")).has_value());
        QVERIFY(resultOf(store.write(host, token)).has_value());
        QCOMPARE(resultOf(store.read(host)).value().token, token);
    }

    void accountsOfAHostHaveTokensOfTheirOwn()
    {
        TokenStore store;
        QVERIFY(resultOf(store.write(host, "ghp_plain")).has_value());
        QVERIFY(resultOf(store.write(host, "ghp_mara", u"mara"_s)).has_value());
        QCOMPARE(resultOf(store.read(host)).value().token, "ghp_plain");
        QCOMPARE(resultOf(store.read(host, u"mara"_s)).value().token, "ghp_mara");
        QCOMPARE(resultOf(store.read(host, u"other"_s)).error().kind, Error::Kind::NotFound);
    }

    void missingTokenSaysHowToStoreOne()
    {
        TokenStore store;
        const Result<StoredToken> stored = resultOf(store.read(u"ghe.example.org:8443"_s));
        QCOMPARE(stored.error().kind, Error::Kind::NotFound);
        QVERIFY2(stored.error().message.endsWith(u"Store one with: unmoor token set --host ghe.example.org:8443"_s),
                 qPrintable(stored.error().message));
    }

    void forgottenTokenIsGone()
    {
        TokenStore store;
        QVERIFY(resultOf(store.write(host, token)).has_value());
        QVERIFY(resultOf(store.forget(host)).has_value());
        QCOMPARE(resultOf(store.read(host)).error().kind, Error::Kind::NotFound);
    }

    void forgettingWhatIsNotStoredSucceeds()
    {
        TokenStore store;
        QVERIFY(resultOf(store.forget(host)).has_value());
    }

    void unusableTokenIsRefusedWithoutRepeatingIt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << QByteArray(" \n");
        QTest::newRow("line end inside") << QByteArray("ghp_secret\nX-Evil: 1");
        QTest::newRow("not ASCII") << QByteArray("ghp_secret\xC3\xB6");
    }
    void unusableTokenIsRefusedWithoutRepeatingIt()
    {
        QFETCH(QByteArray, bytes);
        TokenStore store;
        const auto written = resultOf(store.write(host, bytes));
        QCOMPARE(written.error().kind, Error::Kind::InvalidInput);
        QVERIFY(!written.error().message.contains(u"secret"_s));
        QCOMPARE(resultOf(store.read(host)).error().kind, Error::Kind::NotFound);
    }

    void manyRequestsAtOnceAreAllAnswered()
    {
        TokenStore store;
        QList<QFuture<Result<StoredToken::Place>>> writes;
        for (int i = 0; i < 10; ++i)
            writes.append(store.write(host, token + QByteArray::number(i)));
        for (const auto &write : writes)
            QCOMPARE(resultOf(write).value(), StoredToken::Place::Keychain);
        QCOMPARE(resultOf(store.read(host)).value().token, token + '9');
    }

    void tokensAreInNoFileInPlain()
    {
        TokenStore store;
        QVERIFY(resultOf(store.write(host, token)).has_value());
        const QByteArray files = keyringFiles();
        QVERIFY(!files.isEmpty());
        QVERIFY(!files.contains(token));
    }

    void requestOfADeadStoreFinishes()
    {
        auto store = std::make_unique<TokenStore>();
        const auto future = store->read(host);
        store.reset();
        QTRY_VERIFY(future.isFinished());
    }
};

QTEST_GUILESS_MAIN(TokenStoreTest)
#include "tst_tokenstore.moc"
