// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/storefolder.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class StoreFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folderFollowsTheSetting_data()
    {
        QTest::addColumn<QString>("ownRoot");
        QTest::addColumn<QString>("folder");
        const QString none;
        const QString own = u"/home/mara/.local/share/nix/root"_s;
        QTest::newRow("auto") << none << u"/nix/store"_s;
        QTest::newRow("daemon") << own << u"/nix/store"_s;
        QTest::newRow("local") << own << u"/nix/store"_s;
        QTest::newRow("local?root=/home/mara/my%20root") << none << u"/home/mara/my root/nix/store"_s;
        QTest::newRow("local?root=/r&real=/mnt/store/") << none << u"/mnt/store"_s;
        QTest::newRow("local?real=/mnt/store") << none << u"/mnt/store"_s;
        QTest::newRow("local://?root=/r/") << none << u"/r/nix/store"_s;
        QTest::newRow("unix:///run/nix.socket?root=/r") << none << u"/r/nix/store"_s;
        QTest::newRow("/home/mara/root") << none << u"/home/mara/root/nix/store"_s;
        QTest::newRow("./root") << none << QDir::currentPath() + u"/root/nix/store"_s;
        QTest::newRow("ssh-ng://builder?root=/r") << none << u"/nix/store"_s;
        QTest::newRow("local?read-only=true") << own << u"/nix/store"_s;
        QTest::newRow("own: auto") << own << own + u"/nix/store"_s;
        QTest::newRow("own: ") << own << own + u"/nix/store"_s;
    }
    void folderFollowsTheSetting()
    {
        QFETCH(QString, ownRoot);
        const QString setting = QString::fromLatin1(QTest::currentDataTag()).remove(u"own: "_s);
        QTEST(storeFolderOf(setting, ownRoot), "folder");
    }

    void pathsOfTheStoreAreFoundInItsFolder()
    {
        QCOMPARE(realPath(u"/nix/store/abc-minne/main.tar.xz"_s, u"/r/nix/store"_s),
                 u"/r/nix/store/abc-minne/main.tar.xz"_s);
        QCOMPARE(realPath(u"/nix/store/abc-minne"_s, usualStoreFolder), u"/nix/store/abc-minne"_s);
        QCOMPARE(realPath(u"/home/mara/main.tar.xz"_s, u"/r/nix/store"_s), u"/home/mara/main.tar.xz"_s);
        QCOMPARE(realPath(QString(), u"/r/nix/store"_s), QString());
    }
};

QTEST_GUILESS_MAIN(StoreFolderTest)
#include "tst_storefolder.moc"
