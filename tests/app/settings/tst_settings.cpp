// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

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

Result<Settings> write(const QString &stateDir, const Settings &settings)
{
    return changeSettings(stateDir, [&](Settings &kept) { kept = settings; });
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void setContent(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
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

    void trustIsOfAFolderInItsCheckout()
    {
        const QTemporaryDir dir;
        const QString project = dir.filePath(u"checkout/project"_s);
        QVERIFY(QDir().mkpath(project) && QDir().mkpath(dir.filePath(u"checkout/.git"_s)));
        Settings settings;
        QVERIFY(!settings.trusts(project) && !settings.trustAnswer(project));
        settings.setTrust(project, Trust::Withheld);
        QVERIFY(!settings.trusts(project) && settings.trustAnswer(project));
        settings.setTrust(project + u"/."_s, Trust::Given);
        QCOMPARE(settings.trust.size(), 1);
        QVERIFY(settings.trusts(project));
        QVERIFY(!settings.trusts(dir.filePath(u"checkout"_s)));
        // A link to it is the same folder; another checkout in its place is not the same.
        QVERIFY(QFile::link(project, dir.filePath(u"link"_s)));
        QVERIFY(settings.trusts(dir.filePath(u"link"_s)));
        QVERIFY(QDir().mkpath(project + u"/.git"_s));
        QVERIFY(!settings.trusts(project));
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
                               .trust = {{.directory = u"/a/project"_s, .root = u"/a"_s, .trust = Trust::Given},
                                         {.directory = u"/b"_s, .root = {}, .trust = Trust::Withheld}},
                               .nixFeatures = {u"ca-derivations"_s}};
        QVERIFY(write(dir.path(), written));
        QCOMPARE(*readSettings(dir.path()), written);

        // One machine less leaves nothing of it behind.
        Settings fewer = written;
        fewer.hosts.removeFirst();
        QVERIFY(write(dir.path(), fewer));
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
        const auto written = write(dir.path(), {.jobsHere = 4});
        QVERIFY(!written);
        QVERIFY(written.error().message.contains(u"settings.ini"_s));
    }

    void damagedFileIsNeitherReadAsEmptyNorOverwritten_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no settings") << QByteArray("]not a settings file[\n[building\n");
        QTest::newRow("zeros after a crash") << QByteArray(300, '\0');
        QTest::newRow("cut within a key") << QByteArray("[building]\njobs=4\n\n[hosts]\n1\\name=good\n1\\addr");
        QTest::newRow("cut within the machines") << QByteArray("[hosts]\n1\\name=good\n1\\address=good.local\n");
    }

    void damagedFileIsNeitherReadAsEmptyNorOverwritten()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir dir;
        const QString path = settingsFile(dir.path());
        setContent(path, content);
        for (int time = 0; time < 2; ++time) { // QSettings takes it for an empty file the second time
            QCOMPARE(readSettings(dir.path()).error().kind, Error::Kind::Corrupt);
            const auto changed = write(dir.path(), {.jobsHere = 4});
            QCOMPARE(changed.error().kind, Error::Kind::Corrupt);
            QVERIFY(changed.error().message.contains(path));
        }
        QCOMPARE(contentOf(path), content);
    }

    void keysOfOthersStay()
    {
        const QTemporaryDir dir;
        setContent(settingsFile(dir.path()), "[building]\njobs=3\nof-a-later-version=7\n\n[elsewhere]\nkey=value\n");
        QVERIFY(changeSettings(dir.path(), [](Settings &settings) { settings.stallMinutes = 9; }));
        QCOMPARE(readSettings(dir.path())->jobsHere, 3);
        QCOMPARE(readSettings(dir.path())->stallMinutes, 9);
        const QByteArray content = contentOf(settingsFile(dir.path()));
        QVERIFY(content.contains("of-a-later-version=7"));
        QVERIFY(content.contains("[elsewhere]\nkey=value"));
    }

    void nothingChangedMeansNothingWritten()
    {
        const QTemporaryDir dir;
        const QByteArray byHand = "; a note of mine\n[building]\njobs = 3\n";
        setContent(settingsFile(dir.path()), byHand);
        QCOMPARE(changeSettings(dir.path(), [](Settings &) { })->jobsHere, 3);
        QCOMPARE(contentOf(settingsFile(dir.path())), byHand);
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
