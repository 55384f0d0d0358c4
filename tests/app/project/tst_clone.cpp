// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/clone.h"
#include "app/project/cloneaddress.h"
#include "tests/app/project/gitrepository.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class CloneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void addressesAreTakenOrRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("words"); // of the refusal; empty: it is taken
        const auto row = [](const QString &typed, const QString &words = {}) {
            QTest::newRow(qPrintable(typed)) << typed << words;
        };
        row(u"https://github.com/o/n"_s);
        row(u" https://github.com/o/n.git\n"_s);
        row(u"ssh://git@github.com:22/o/n.git"_s);
        row(u"git@github.com:o/n.git"_s);
        row(u"work-alias:o/n"_s);
        row(u"/srv/git/my project.git"_s);
        row(u"file:///srv/git/n.git"_s);
        row(QString(), u"Write the address"_s);
        row(u"ext::sh -c true"_s, u"no spaces"_s);
        row(u"ext::sh%20-c%20true"_s, u"start a program"_s);
        row(u"fd::3/x"_s, u"start a program"_s);
        row(u"-u./evil"_s, u"option of git"_s);
        row(u"--upload-pack=evil"_s, u"option of git"_s);
        row(u"ssh://-oProxyCommand=evil/x"_s, u""_s);
        row(u"-oProxyCommand=evil:x"_s, u"option of git"_s);
        row(u"git@-oProxyCommand=evil:x"_s, u"is no address"_s);
        row(u"http://github.com/o/n"_s, u"not encrypted"_s);
        row(u"git://github.com/o/n"_s, u"not encrypted"_s);
        row(u"ftp://github.com/o/n"_s, u"is not taken"_s);
        row(u"https:///o/n"_s, u"names no host"_s);
        row(u"https://me:secret@github.com/o/n"_s, u"password"_s);
        row(u"o/n"_s, u"https://github.com/o/n"_s);
        row(u"https://github.com/o/\u202en"_s, u"cannot be seen"_s);
    }
    void addressesAreTakenOrRefused()
    {
        QFETCH(QString, typed);
        QFETCH(QString, words);
        const auto address = cloneAddress(typed);
        if (typed.startsWith(u"ssh://-o"_s)) {
            QVERIFY(!address); // by Qt or by us
            return;
        }
        if (words.isEmpty()) {
            QVERIFY2(address.has_value(), address ? "" : qPrintable(address.error().message));
            QCOMPARE(*address, typed.trimmed());
            return;
        }
        QVERIFY(!address);
        QVERIFY2(address.error().message.contains(words), qPrintable(address.error().message));
        QVERIFY(!address.error().message.contains(u"secret"_s));
    }

    void folderIsCalledAsGitWouldCallIt()
    {
        QCOMPARE(cloneName(u"https://github.com/o/name.git"_s), u"name"_s);
        QCOMPARE(cloneName(u"https://github.com/o/name/"_s), u"name"_s);
        QCOMPARE(cloneName(u"git@github.com:name.git"_s), u"name"_s);
        QCOMPARE(cloneName(u"/srv/name/.git"_s), u"name"_s);
        QCOMPARE(cloneName(u"https://github.com/.."_s), QString());
    }

    void progressIsTheLastThatWasSaid()
    {
        const auto progress = cloneProgress("remote: Counting objects: 100% (9/9), done.\n"
                                            "Receiving objects:  10% (1/9)\rReceiving objects:  42% (4/9), 1.2 MiB\r");
        QVERIFY(progress);
        QCOMPARE(progress->phase, u"Receiving objects"_s);
        QCOMPARE(progress->percent, 42);
        QVERIFY(!cloneProgress("Cloning into '/x'...\n"));
    }

    void repositoryIsClonedAndSaysHowFarItIs()
    {
        const GitRepository origin;
        origin.commit(u"a.txt"_s, "words\n");
        origin.write(u"hook"_s, "#!/bin/sh\ntouch ran\n");
        const QTemporaryDir place;
        const QString folder = place.filePath(u"copy"_s);
        QList<CloneProgress> heard;
        const auto cloned = cloneRepository(u"file://"_s + origin.path(), folder,
                                            [&](const CloneProgress &progress) { heard += progress; });
        QTRY_VERIFY_WITH_TIMEOUT(cloned.isFinished(), 30'000);
        QVERIFY2(cloned.result().has_value(), cloned.result() ? "" : qPrintable(cloned.result().error().message));
        QCOMPARE(*cloned.result(), folder);
        QVERIFY(QFile::exists(folder + u"/a.txt"_s));
        QVERIFY(!heard.isEmpty());
        QCOMPARE(heard.last().percent, 100);
    }

    void folderThatIsThereIsLeftAlone()
    {
        const GitRepository origin;
        origin.commit(u"a.txt"_s, "words\n");
        const QTemporaryDir place;
        QVERIFY(QDir(place.path()).mkdir(u"copy"_s));
        const auto cloned = cloneRepository(origin.path(), place.filePath(u"copy"_s), [](const CloneProgress &) { });
        QVERIFY(cloned.isFinished());
        QCOMPARE(cloned.result().error().kind, Error::Kind::Conflict);
        QVERIFY(QFileInfo(place.filePath(u"copy"_s)).isDir());
    }

    void noRepositoryIsSaidAndLeavesNothing()
    {
        const QTemporaryDir place;
        const auto cloned =
            cloneRepository(place.filePath(u"none"_s), place.filePath(u"copy"_s), [](const CloneProgress &) { });
        QTRY_VERIFY_WITH_TIMEOUT(cloned.isFinished(), 30'000);
        QCOMPARE(cloned.result().error().kind, Error::Kind::NotFound);
        QVERIFY(cloned.result().error().message.contains(u"There is no repository at"_s));
        QVERIFY(!QFileInfo::exists(place.filePath(u"copy"_s)));
    }

    /// A host that takes the connection and says nothing.
    void stopEndsACloneAndLeavesNothing()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QTemporaryDir place;
        std::stop_source stop;
        const auto cloned = cloneRepository(
            u"https://127.0.0.1:%1/o/n"_s.arg(silent.serverPort()), place.filePath(u"copy"_s),
            [](const CloneProgress &) { }, stop.get_token());
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), 30'000);
        stop.request_stop();
        QTRY_VERIFY_WITH_TIMEOUT(cloned.isFinished(), 30'000);
        QCOMPARE(cloned.result().error().kind, Error::Kind::Canceled);
        QVERIFY(!QFileInfo::exists(place.filePath(u"copy"_s)));
    }

    void endsAreUnderstood_data()
    {
        QTest::addColumn<QByteArray>("err");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("name") << QByteArray("fatal: unable to access 'x': Could not resolve host: h\n")
                              << Error::Kind::Network << u"No host github.com was found"_s;
        QTest::newRow("key") << QByteArray("Host key verification failed.\nfatal: Could not read from remote.\n")
                             << Error::Kind::Unauthorized << u"ssh -T git@github.com"_s;
        QTest::newRow("denied") << QByteArray("git@github.com: Permission denied (publickey).\n")
                                << Error::Kind::Unauthorized << u"ssh-add -l"_s;
        QTest::newRow("prompt") << QByteArray(
            "fatal: could not read Username for 'https://x': terminal prompts disabled\n")
                                << Error::Kind::Unauthorized << u"credential helper"_s;
        QTest::newRow("gone") << QByteArray("remote: Repository not found.\nfatal: repository 'x' not found\n")
                              << Error::Kind::NotFound << u"There is no repository at"_s;
        QTest::newRow("refused") << QByteArray("fatal: unable to access 'x': Failed to connect to h port 443\n")
                                 << Error::Kind::Network << u"The connection to github.com failed"_s;
        QTest::newRow("full") << QByteArray(
            "Receiving objects:  3% (1/9)\rfatal: write error: No space left on device\n")
                              << Error::Kind::Io << u"disk is full"_s;
        QTest::newRow("other") << QByteArray("Receiving objects:  3% (1/9)\rfatal: odd\x1b[31m thing\n")
                               << Error::Kind::Failed << u"git says: fatal: odd␛[31m thing"_s;
    }
    void endsAreUnderstood()
    {
        QFETCH(QByteArray, err);
        QFETCH(Error::Kind, kind);
        QFETCH(QString, words);
        const Error error = cloneError({.code = 128, .out = {}, .err = err}, u"https://github.com/o/n"_s);
        QCOMPARE(error.kind, kind);
        QVERIFY2(error.message.contains(words), qPrintable(error.message));
    }
};

QTEST_GUILESS_MAIN(CloneTest)
#include "tst_clone.moc"
