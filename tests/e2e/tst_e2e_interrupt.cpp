// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"
#include "standin/standin.h"
#include "tests/e2e/terminal.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace unmoor;
using namespace e2e;

namespace {

constexpr auto ctrlC = "\x03";
constexpr auto ctrlZ = "\x1a";
constexpr auto ctrlBackslash = "\x1c";
constexpr auto prompt = "it is not shown";

/// Whether any process has \a path open.
bool isOpen(const QString &path)
{
    const auto isIn = [&](const QString &process) {
        const QDir files(u"/proc/%1/fd"_s.arg(process));
        const QStringList names = files.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
        return std::ranges::any_of(
            names, [&](const QString &name) { return QFileInfo(files.filePath(name)).symLinkTarget() == path; });
    };
    return std::ranges::any_of(QDir(u"/proc"_s).entryList(QDir::Dirs), isIn);
}

/// A tar archive with one file of \a size zeros, which take no room on the disk.
void makeHugeArchive(const QString &path, qint64 size)
{
    QByteArray header(512, '\0');
    const auto put = [&](int at, const QByteArray &text) { header.replace(at, text.size(), text); };
    put(0, "zeros");
    put(100, "0000644");
    put(124, QByteArray::number(size, 8).rightJustified(11, '0'));
    put(136, "00000000000");
    put(148, "        ");
    put(156, "0");
    put(257,
        QByteArray("ustar\0"
                   "00",
                   8));
    int sum = 0;
    for (const char byte : header)
        sum += uchar(byte);
    put(148, QByteArray::number(sum, 8).rightJustified(6, '0') + '\0');
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(header) == header.size());
    QVERIFY(file.resize(header.size() + size + 1024));
}

} // namespace

/// Ctrl+C, as a person presses it: every command ends with 130, and the terminal is as it was.
class InterruptTest : public QObject
{
    Q_OBJECT

    std::optional<QTemporaryDir> m_folder;

    QString stateDir() const { return m_folder->filePath(u"state"_s); }
    QStringList tokenSet() const { return {u"token"_s, u"set"_s, u"--state-dir"_s, stateDir()}; }

private Q_SLOTS:
    void init() { m_folder.emplace(); }

    void hiddenPromptGivesTheTerminalBack_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<int>("signal");
        QTest::addColumn<int>("code");
        QTest::newRow("Ctrl+C") << QByteArray(ctrlC) << 0 << 130;
        QTest::newRow("terminated") << QByteArray() << SIGTERM << 130;
        QTest::newRow("Ctrl+backslash") << QByteArray(ctrlBackslash) << 0 << Terminal::killedBy + SIGQUIT;
        QTest::newRow("hung up") << QByteArray() << SIGHUP << Terminal::killedBy + SIGHUP;
        QTest::newRow("end of input") << QByteArray("\x04") << 0 << 2;
    }

    void hiddenPromptGivesTheTerminalBack()
    {
        QFETCH(QByteArray, keys);
        QFETCH(int, signal);
        QFETCH(int, code);
        Terminal terminal(tokenSet());
        QVERIFY(terminal.shows(prompt));
        QVERIFY(!terminal.showsTyping());
        terminal.type("ghp_half");
        terminal.waitUntilTyped();
        if (signal != 0)
            terminal.send(signal);
        else if (keys == "\x04")
            terminal.type("\x15\x04"); // an empty line first: only there it is the end
        else
            terminal.type(keys);
        QCOMPARE(terminal.end(), code);
        QVERIFY(terminal.showsTyping());
        QVERIFY2(!terminal.text().contains("ghp_half"), terminal.text().constData());
    }

    void suspendedPromptShowsTypingAndHidesItAgain()
    {
        Terminal terminal(tokenSet());
        QVERIFY(terminal.shows(prompt));
        terminal.type(ctrlZ);
        QVERIFY(terminal.shows(Terminal::suspended));
        QVERIFY(terminal.showsTyping());
        terminal.send(SIGCONT);
        QTRY_VERIFY(!terminal.showsTyping());
        terminal.type("ghp_secret\n");
        QCOMPARE(terminal.end(), 1);
        QVERIFY2(terminal.text().contains("no keychain answers"), terminal.text().constData());
        QVERIFY(!terminal.text().contains("ghp_secret"));
        QVERIFY(terminal.showsTyping());
    }

    void tokenComesFromAFileOrAPipeToo()
    {
        const QString file = m_folder->filePath(u"token"_s);
        write(file, "ghp_secret\n");
        QProcess fromFile;
        fromFile.setStandardInputFile(file);
        start(fromFile, tokenSet());
        const Ended ended = finish(fromFile);
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.err.contains("no keychain answers"), ended.err.constData());

        QProcess fromPipe;
        start(fromPipe, tokenSet());
        QVERIFY(fromPipe.waitForStarted());
        fromPipe.write("ghp_secret"); // without an end of line
        fromPipe.closeWriteChannel();
        QVERIFY(finish(fromPipe).err.contains("no keychain answers"));

        QProcess fromNothing;
        fromNothing.setStandardInputFile(QProcess::nullDevice());
        start(fromNothing, tokenSet());
        const Ended nothing = finish(fromNothing);
        QCOMPARE(nothing.code, 2);
        QVERIFY2(nothing.err.contains("No token came"), nothing.err.constData());
    }

    void questionOfPublishEndsWithoutPublishing()
    {
        StandIn host(m_folder->filePath(u"host"_s));
        QVERIFY(host.start());
        const QString project = m_folder->filePath(u"project"_s);
        makeProject(project);
        QVERIFY(host.push(u"unmoor-sample/minne"_s, u"main"_s, headOf(project)));
        QProcessEnvironment environment = cleanEnvironment();
        environment.insert(u"UNMOOR_TEST_TOKEN"_s, QString::fromLatin1(host.token()));
        Terminal terminal({u"publish"_s, u"--project"_s, project, u"--state-dir"_s, stateDir(), u"--api-url"_s,
                           host.apiUrl().toString(), u"--token-env"_s, u"UNMOOR_TEST_TOKEN"_s},
                          environment);
        QVERIFY2(terminal.shows("Type yes:"), terminal.text().constData());
        QVERIFY(terminal.showsTyping());
        terminal.type(ctrlC);
        QCOMPARE(terminal.end(), 130);
        QVERIFY(terminal.text().contains("Nothing was published."));
        QCOMPARE(host.requestCount("POST", u"/repos/unmoor-sample/minne/releases"_s), 0);
    }

    void inspectOfAHugeArchiveEnds()
    {
        const QString archive = m_folder->filePath(u"huge.tar"_s);
        makeHugeArchive(archive, qint64(60) << 30);
        Terminal terminal({u"inspect"_s, archive, u"--state-dir"_s, stateDir()});
        QVERIFY(QTest::qWaitFor([&] { return isOpen(archive); }, 60'000)); // by the process that reads it
        terminal.type(ctrlC);
        QCOMPARE(terminal.end(), 130);
        QTRY_VERIFY(!isOpen(archive));
        QVERIFY(!terminal.text().contains("sha256"));
    }

    void probeOfASilentMachineEnds()
    {
        QTcpServer silent; // takes the connection and never says a word
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QVERIFY(changeSettings(stateDir(), [&](Settings &settings) {
            settings.hosts += {.name = u"silent"_s, .address = u"127.0.0.1"_s, .port = silent.serverPort()};
        }));
        for (const char *action : {"probe", "trust"}) {
            Terminal terminal({u"host"_s, QString::fromLatin1(action), u"silent"_s, u"--state-dir"_s, stateDir()});
            QVERIFY(QTest::qWaitFor([&] { return silent.hasPendingConnections(); }, 60'000));
            terminal.type(ctrlC);
            const int code = terminal.end();
            QVERIFY2(code == 130, terminal.text().constData());
            while (silent.hasPendingConnections())
                delete silent.nextPendingConnection();
        }
        QCOMPARE(readSettings(stateDir())->host(u"silent"_s)->probeState, QString());
    }

    void rehearsalEnds_data()
    {
        QTest::addColumn<QByteArray>("moment");
        QTest::newRow("as it makes the sample") << QByteArray("sample project:");
        QTest::newRow("as it opens the session") << QByteArray("stand-in for GitHub:");
        QTest::newRow("as it asks the gates") << QByteArray("passed");
    }

    void rehearsalEnds()
    {
        QFETCH(QByteArray, moment);
        Terminal terminal({u"rehearse"_s, u"--state-dir"_s, stateDir()});
        QVERIFY2(terminal.shows(moment), terminal.text().constData());
        terminal.type(ctrlC);
        QCOMPARE(terminal.end(), 130);
        QVERIFY(!terminal.text().contains("complete and verified"));
    }
};

QTEST_GUILESS_MAIN(InterruptTest)
#include "tst_e2e_interrupt.moc"
