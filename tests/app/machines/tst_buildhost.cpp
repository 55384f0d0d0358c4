// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machines/buildhost.h"
#include "app/nix/nixcommand.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

/// What ssh would do for \a destination.
QStringList sshSettings(const RemoteStore &store, const QString &destination)
{
    QProcess ssh;
    ssh.start(u"ssh"_s, store.sshOptions + QStringList{u"-G"_s, destination});
    ssh.waitForFinished();
    return QString::fromUtf8(ssh.readAllStandardOutput()).split(u'\n');
}

} // namespace

class BuildHostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urlIsThatOfTheMachine_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("destination");
        QTest::newRow("alias keeps its letters")
            << QString() << u"Mac_Mini"_s << QString() << u"ssh-ng://Mac_Mini"_s << u"Mac_Mini"_s;
        QTest::newRow("user") << u"bob"_s << u"mac.local"_s << QString() << u"ssh-ng://bob@mac.local"_s
                              << u"bob@mac.local"_s;
        QTest::newRow("program") << QString() << u"mac"_s << u"/opt/a&b/nix-daemon"_s
                                 << u"ssh-ng://mac?remote-program=/opt/a%26b/nix-daemon"_s << u"mac"_s;
        QTest::newRow("IPv6") << u"bob"_s << u"fe80::1"_s << QString() << u"ssh-ng://bob@[fe80::1]"_s
                              << u"bob@fe80::1"_s;
        QTest::newRow("IPv6 in brackets")
            << u"bob"_s << u"[fe80::1]"_s << QString() << u"ssh-ng://bob@[fe80::1]"_s << u"bob@fe80::1"_s;
    }
    void urlIsThatOfTheMachine()
    {
        QFETCH(QString, user);
        QFETCH(QString, address);
        QFETCH(QString, program);
        const QTemporaryDir dir;
        const BuildHost host{.name = u"mac"_s, .address = address, .user = user, .remoteProgram = program};
        QTEST(remoteStore(host, dir.path()).url, "url");
        QTEST(sshDestination(host), "destination");
    }

    void sshTakesWhatWasSetUpForThatMachineAlone()
    {
        const QTemporaryDir dir;
        const QString stateDir = dir.filePath(u"a \"state\" of 100%"_s);
        const BuildHost host{
            .name = u"mac"_s, .address = u"10.0.0.5"_s, .port = 2222, .keyFile = dir.filePath(u"my 100% key"_s)};
        const RemoteStore store = remoteStore(host, stateDir);
        QVERIFY(writeSshConfiguration(store));
        const QStringList there = sshSettings(store, u"bob@10.0.0.5"_s);
        QVERIFY2(there.contains(u"port 2222"_s), qPrintable(there.join(u'\n')));
        QVERIFY(there.contains(u"stricthostkeychecking true"_s));
        QVERIFY(there.contains(u"identitiesonly yes"_s));
        const QString files = there.filter(u"userknownhostsfile"_s).value(0);
        QVERIFY2(files.contains(u".ssh/known_hosts"_s), qPrintable(files));

        // A machine on the way there has its own.
        const QStringList onTheWay = sshSettings(store, u"gate.example"_s);
        QVERIFY(onTheWay.contains(u"port 22"_s));
        QVERIFY(!onTheWay.contains(u"stricthostkeychecking true"_s));
        QVERIFY(onTheWay.filter(u"my 100"_s).isEmpty());
    }

    void everyNixCanReadTheOptions_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("plain") << u"state"_s;
        QTest::newRow("blanks") << u"my state"_s;
        QTest::newRow("quotes") << u"my 'state\""_s;
    }
    void everyNixCanReadTheOptions()
    {
        QFETCH(QString, folder);
        const QTemporaryDir dir;
        const RemoteStore store =
            remoteStore({.name = u"mac-"_s + QString::fromLatin1(QTest::currentDataTag()), .address = u"mac"_s},
                        dir.filePath(folder));
        QCOMPARE(store.sshOptions.size(), 2);
        QVERIFY(!QFile::exists(store.sshOptions[1])); // asking writes nothing
        QVERIFY(writeSshConfiguration(store));
        QVERIFY(QFile::exists(store.sshOptions[1]));
        const QString words = nixCommand({}, {}, store.sshOptions).environment[u"NIX_SSHOPTS"_s];
        static const QRegularExpression special(u"[\"'\\\\]"_s);
        QVERIFY2(!words.contains(special), qPrintable(words));
        QVERIFY(words.split(u' ').contains(store.sshOptions[1]));
    }

    void withoutAStateFolderNothingIsWrittenWhereTheProgramRuns()
    {
        const QTemporaryDir dir;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(dir.path()));
        const RemoteStore store = remoteStore({.name = u"mac"_s, .address = u"mac"_s, .port = 2222}, QString());
        const auto written = writeSshConfiguration(store);
        const QStringList settings = sshSettings(store, u"mac"_s);
        const QStringList left = QDir().entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QDir::setCurrent(before);
        QVERIFY(written);
        QCOMPARE(left, QStringList());
        QVERIFY2(settings.contains(u"port 2222"_s), qPrintable(settings.join(u'\n')));
        QVERIFY(settings.filter(u"userknownhostsfile"_s).value(0).startsWith(u"userknownhostsfile ~/.ssh/"_s)
                || settings.filter(u"userknownhostsfile"_s).value(0).startsWith(u"userknownhostsfile /"_s));
    }

    void configurationThatCannotBeWrittenIsSaid()
    {
        const QTemporaryDir dir;
        QFile blocker(dir.filePath(u"ssh"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const auto written = writeSshConfiguration(remoteStore({.name = u"mac"_s, .address = u"mac"_s}, dir.path()));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Io);
        QVERIFY(written.error().message.contains(u"mac.conf"_s));
    }

    /// ssh knows an IPv6 address without brackets; some versions of Nix hand it over with them.
    void ipv6AddressIsFoundWithAndWithoutBrackets_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("destination");
        for (const QString &address : {u"::1"_s, u"[::1]"_s})
            for (const QString &destination : {u"bob@::1"_s, u"bob@[::1]"_s})
                QTest::addRow("%s as %s", qPrintable(address), qPrintable(destination)) << address << destination;
    }
    void ipv6AddressIsFoundWithAndWithoutBrackets()
    {
        QFETCH(QString, address);
        QFETCH(QString, destination);
        const QTemporaryDir dir;
        const RemoteStore store = remoteStore({.name = u"mac"_s, .address = address, .port = 2222}, dir.path());
        QVERIFY(writeSshConfiguration(store));
        const QStringList settings = sshSettings(store, destination);
        QVERIFY2(settings.contains(u"hostname ::1"_s), qPrintable(settings.join(u'\n')));
        QVERIFY(settings.contains(u"port 2222"_s));
        QVERIFY(settings.contains(u"stricthostkeychecking true"_s));
    }
};

QTEST_GUILESS_MAIN(BuildHostTest)
#include "tst_buildhost.moc"
