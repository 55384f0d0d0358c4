// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/confinement.h"
#include "tests/app/archive/archivemaker.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

/// Answers on standard output; nothing else is left to this process.
void say(const char *what, bool isDone)
{
    const QByteArray line = QByteArray(what) + (isDone ? " yes\n" : " no\n");
    (void)!write(STDOUT_FILENO, line.constData(), size_t(line.size()));
}

bool opens(const QByteArray &path, int flags)
{
    const int file = open(path.constData(), flags, 0600);
    if (file >= 0)
        close(file);
    return file >= 0;
}

bool startsAProgram()
{
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    char *const arguments[] = {const_cast<char *>("true"), nullptr};
    execv("/bin/true", arguments); // where it succeeds, the answers end here
    return child > 0;
}

bool startsAThread()
{
    bool ran = false;
    std::thread([&ran] { ran = true; }).join();
    return ran;
}

/// Confines itself in a FOLDER with the files "archive" and "other", and tries what it must not.
int confined(int, char **argv)
{
    const QByteArray folder = argv[1];
    const int before = open((folder + "/written").constData(), O_WRONLY | O_CREAT, 0600);
    const pid_t parent = getppid();
    const Confinement got = confineThisProcess({QFile::decodeName(folder + "/archive"), u"/no/such/file"_s});
    say("files", got.files);
    say("calls", got.calls);
    say("read the archive", opens(folder + "/archive", O_RDONLY));
    say("start a thread", startsAThread());
    say("map memory", !QByteArray(50 << 20, 'x').isEmpty());
    say("read another file", opens(folder + "/other", O_RDONLY));
    say("read what all may read", opens("/etc/passwd", O_RDONLY));
    say("list a folder", opens(folder, O_RDONLY | O_DIRECTORY));
    say("write the archive", opens(folder + "/archive", O_RDWR));
    say("make a file", opens(folder + "/new", O_WRONLY | O_CREAT));
    say("make a hidden file", opens(folder, O_TMPFILE | O_WRONLY));
    say("write to what was open", before >= 0 && write(before, "x", 1) == 1);
    say("write to standard input", write(STDIN_FILENO, "x", 1) == 1);
    say("remove a file", unlink((folder + "/other").constData()) == 0);
    say("make a folder", mkdir((folder + "/folder").constData(), 0700) == 0);
    say("change rights", chmod((folder + "/archive").constData(), 0777) == 0);
    say("reach the network", socket(AF_INET, SOCK_STREAM, 0) >= 0);
    say("reach other programs", socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
    say("signal another process", kill(parent, 0) == 0);
    say("trace another process", syscall(SYS_ptrace, 16, parent, 0, 0) == 0);
    say("start a program", startsAProgram());
    _exit(0);
}

UNMOOR_OTHER_PROCESS(confined)

} // namespace

class ConfinementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLeftButReadingAndAnswering()
    {
        const QTemporaryDir dir;
        QVERIFY(writeFile(dir.filePath(u"archive"_s), "a") && writeFile(dir.filePath(u"other"_s), "b"));
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {u"confined"_s, dir.path()});
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray said = process.readAllStandardOutput();
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);

        const long landlock = syscall(SYS_landlock_create_ruleset, nullptr, size_t(0), LANDLOCK_CREATE_RULESET_VERSION);
        const bool hasSeccomp = prctl(PR_GET_SECCOMP) >= 0;
        QCOMPARE(said.contains("files yes\n"), landlock > 0);
        QCOMPARE(said.contains("calls yes\n"), hasSeccomp);
        for (const char *kept : {"read the archive", "start a thread", "map memory"})
            QVERIFY2(said.contains(QByteArray(kept) + " yes\n"), said.constData());
        if (landlock > 0)
            for (const char *taken : {"read another file", "read what all may read", "list a folder"})
                QVERIFY2(said.contains(QByteArray(taken) + " no\n"), said.constData());
        if (!hasSeccomp)
            QSKIP("This kernel has no seccomp.");
        for (const char *taken :
             {"write the archive", "make a file", "make a hidden file", "write to what was open",
              "write to standard input", "remove a file", "make a folder", "change rights", "reach the network",
              "reach other programs", "signal another process", "trace another process", "start a program"})
            QVERIFY2(said.contains(QByteArray(taken) + " no\n"), said.constData());
        QVERIFY(QFile::exists(dir.filePath(u"other"_s)));
    }
};

QTEST_GUILESS_MAIN(ConfinementTest)
#include "tst_confinement.moc"
