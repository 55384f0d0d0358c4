// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain/tokenstore.h"
#include "tests/app/keychain/ownkeyring.h"

#include <QProcess>
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

bool lockKeyring()
{
    return QProcess::execute(u"dbus-send"_s,
                             {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                              u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                              u"array:objpath:/org/freedesktop/secrets/collection/login"_s})
        == 0;
}

} // namespace

/// A keychain that nobody is there to unlock.
class LockedKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { requireOwnKeyring(); }

    void claimsNothing()
    {
        TokenStore store;
        QVERIFY(resultOf(store.write(host, token)).has_value());
        QVERIFY(lockKeyring());
        QVERIFY(resultOf(store.read(host)).error().message.contains(u"stayed locked"_s));
        const auto written = resultOf(store.write(host, token));
        QCOMPARE(written.error().kind, Error::Kind::Forbidden);
        QVERIFY(!written.error().message.contains(QString::fromLatin1(token)));
        QCOMPARE(resultOf(store.forget(host)).error().kind, Error::Kind::Forbidden);
    }
};

QTEST_GUILESS_MAIN(LockedKeychainTest)
#include "tst_lockedkeychain.moc"
