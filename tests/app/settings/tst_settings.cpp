// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

BuildHost macMini()
{
    return {.name = u"mac-mini"_s,
            .address = u"mac-mini.local"_s,
            .user = u"builder"_s,
            .port = 2222,
            .keyFile = u"/home/me/.ssh/id with blank"_s,
            .remoteProgram = u"/nix/var/nix/profiles/default/bin/nix-daemon"_s,
            .systems = {u"aarch64-darwin"_s, u"x86_64-darwin"_s},
            .jobs = 3,
            .probedAt = QDateTime(QDate(2026, 11, 23), QTime(1, 2, 3), QTimeZone::UTC),
            .probeState = u"host-key"_s,
            .probeMessage = u"Shows another key, \"new\"; ask."_s,
            .probeMsec = 14};
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void defaultsWhereNothingIsWritten()
    {
        const QTemporaryDir dir;
        const auto read = readSettings(dir.path());
        QVERIFY(read);
        QCOMPARE(*read, Settings());
    }

    void everythingComesBackAsItWasWritten()
    {
        const QTemporaryDir dir;
        const Settings written{.hosts = {macMini(), {.name = u"arm"_s, .address = u"::1"_s}},
                               .jobsHere = 5,
                               .stallMinutes = 0,
                               .logMemoryMib = 16,
                               .notifySeconds = 0,
                               .secondLookSeconds = 60,
                               .nixFeatures = {u"ca-derivations"_s}};
        QVERIFY(writeSettings(dir.path(), written));
        QCOMPARE(*readSettings(dir.path()), written);

        // One machine less leaves nothing of it behind.
        Settings fewer = written;
        fewer.hosts.removeFirst();
        QVERIFY(writeSettings(dir.path(), fewer));
        QCOMPARE(*readSettings(dir.path()), fewer);
    }

    void valuesOutOfBoundsAreBroughtBack()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"settings.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[building]\njobs=0\nstall-minutes=-4\nlog-memory-mib=99999999\n[hosts]\n1\\name=this\n"
                   "1\\address=x\n2\\name=good\n2\\address=good.local\n2\\jobs=1000\nsize=2\n");
        file.close();
        const auto read = readSettings(dir.path());
        QVERIFY(read);
        QCOMPARE(read->jobsHere, 1);
        QCOMPARE(read->stallMinutes, 0);
        QCOMPARE(read->logMemoryMib, 4096);
        QCOMPARE(read->hosts.size(), 1); // a machine that cannot be named is no machine
        QCOMPARE(read->hosts.first().jobs, 64);
    }

    void fileThatIsNoSettingsIsNotOverwritten()
    {
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkdir(u"settings.ini"_s));
        const auto written = writeSettings(dir.path(), {.jobsHere = 4});
        QVERIFY(!written);
        QVERIFY(written.error().message.contains(u"settings.ini"_s));
    }

    void machineIsRefusedWithTheReason_data()
    {
        QTest::addColumn<BuildHost>("host");
        QTest::addColumn<QString>("word");
        QTest::newRow("no name") << BuildHost{.address = u"x"_s} << u"needs a name"_s;
        QTest::newRow("another place") << BuildHost{.name = u"this"_s, .address = u"x"_s} << u"another place"_s;
        QTest::newRow("builders") << BuildHost{.name = u"builders"_s, .address = u"x"_s} << u"another place"_s;
        QTest::newRow("taken") << BuildHost{.name = u"mac-mini"_s, .address = u"x"_s} << u"already"_s;
        QTest::newRow("no address") << BuildHost{.name = u"a"_s} << u"address"_s;
        QTest::newRow("an option to ssh")
            << BuildHost{.name = u"a"_s, .address = u"-oProxyCommand=x"_s} << u"address"_s;
        QTest::newRow("user in it") << BuildHost{.name = u"a"_s, .address = u"me@x"_s} << u"address"_s;
        QTest::newRow("an option as user")
            << BuildHost{.name = u"a"_s, .address = u"x"_s, .user = u"-oProxyCommand=x"_s} << u"user name"_s;
        QTest::newRow("port") << BuildHost{.name = u"a"_s, .address = u"x"_s, .port = 70000} << u"port"_s;
    }

    void machineIsRefusedWithTheReason()
    {
        QFETCH(BuildHost, host);
        QFETCH(QString, word);
        const auto checked = checkHost(host, {macMini()});
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(checked.error().message.contains(word), qPrintable(checked.error().message));
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
