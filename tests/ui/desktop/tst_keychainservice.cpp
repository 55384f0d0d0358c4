// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desktop/privatebus.h"
#include "ui/desktop/keychainservice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class KeychainServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunningKeychainIsFoundByItsName()
    {
        PrivateBus bus;
        QDBusConnection desktop = bus.connection(u"keychain"_s);
        QVERIFY(desktop.registerService(u"org.freedesktop.secrets"_s));
        const auto found = findKeychain(bus.connection(u"own"_s));
        QTRY_VERIFY(found.isFinished());
        QCOMPARE(found.result(), (KeychainService{u"Secret Service"_s, true}));

        // Tokens go there while it runs.
        QVERIFY(desktop.registerService(u"org.kde.kwalletd6"_s));
        const auto wallet = findKeychain(bus.connection(u"own"_s));
        QTRY_VERIFY(wallet.isFinished());
        QCOMPARE(wallet.result(), (KeychainService{u"KWallet"_s, true}));
    }

    void withoutABusThereIsNone()
    {
        const auto found = findKeychain(QDBusConnection(u"never connected"_s));
        QVERIFY(found.isFinished());
        QCOMPARE(found.result(), KeychainService());
    }
};

QTEST_GUILESS_MAIN(KeychainServiceTest)
#include "tst_keychainservice.moc"
