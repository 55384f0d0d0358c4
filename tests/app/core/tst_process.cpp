// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/process.h"

#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace unmoor;

class ProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesOutputErrorAndExitCode()
    {
        const auto run = runProcess({.program = u"sh"_s, .arguments = {u"-c"_s, u"echo out; echo err >&2; exit 3"_s}});
        QTRY_VERIFY(run.isFinished());
        const auto exit = run.result();
        QVERIFY(exit.has_value());
        QCOMPARE(exit->code, 3);
        QCOMPARE(exit->out, "out\n");
        QCOMPARE(exit->lastWords(), u"err"_s);
    }

    void feedsInputAndEnvironment()
    {
        const auto run = runProcess({.program = u"sh"_s,
                                     .arguments = {u"-c"_s, u"cat; printf %s \"$WORD\""_s},
                                     .environment = {{u"WORD"_s, u"sea"_s}},
                                     .input = "in "});
        QTRY_VERIFY(run.isFinished());
        QCOMPARE(run.result()->out, "in sea");
    }

    void tokensOfTheEnvironmentStayHere()
    {
        for (const char *name : {"GITHUB_TOKEN", "GH_TOKEN", "GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"})
            qputenv(name, "s3cret");
        qputenv("NIX_CONFIG", "access-tokens = of-nix"); // Nix's own
        const auto run = runProcess({.program = u"env"_s});
        const auto given = runProcess({.program = u"env"_s, .environment = {{u"GH_TOKEN"_s, u"on purpose"_s}}});
        QTRY_VERIFY(run.isFinished() && given.isFinished());
        for (const char *name :
             {"GITHUB_TOKEN", "GH_TOKEN", "GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN", "NIX_CONFIG"})
            qunsetenv(name);
        QVERIFY2(!run.result()->out.contains("s3cret"), run.result()->out.constData());
        QVERIFY(run.result()->out.contains("access-tokens = of-nix"));
        QVERIFY(given.result()->out.contains("GH_TOKEN=on purpose"));
    }

    void writesErrorsToTheFileThatIsNamed()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"err"_s);
        const auto run =
            runProcess({.program = u"sh"_s, .arguments = {u"-c"_s, u"echo kept >&2"_s}, .stderrFile = file});
        QTRY_VERIFY(run.isFinished());
        QFile err(file);
        QVERIFY(err.open(QIODevice::ReadOnly));
        QCOMPARE(err.readAll(), "kept\n");
    }

    void missingProgramIsNotFound()
    {
        const auto run = runProcess({.program = u"no-such-program-here"_s});
        QTRY_VERIFY(run.isFinished());
        QCOMPARE(run.result().error().kind, Error::Kind::NotFound);
        QVERIFY(run.result().error().message.contains(u"no-such-program-here"_s));
    }

    void stopEndsTheProgramAndItsChildren()
    {
        const QTemporaryDir dir;
        const QString pidFile = dir.filePath(u"pid"_s);
        std::stop_source stop;
        const auto run =
            runProcess({.program = u"sh"_s,
                        .arguments = {u"-c"_s, u"sleep 600 & echo $! > \"$F.new\"; mv \"$F.new\" \"$F\"; wait"_s},
                        .environment = {{u"F"_s, pidFile}}},
                       stop.get_token());
        QTRY_VERIFY(QFile::exists(pidFile));
        QFile file(pidFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const int child = file.readAll().trimmed().toInt();
        QVERIFY(child > 0);

        stop.request_stop();

        QTRY_VERIFY(run.isFinished());
        QCOMPARE(run.result().error().kind, Error::Kind::Canceled);
        // A zombie that nobody has reaped yet counts as ended.
        const auto ended = [child] {
            QFile stat(u"/proc/%1/stat"_s.arg(child));
            return !stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z ");
        };
        QTRY_VERIFY(ended());
    }

    void stopBeforeTheStartIsCanceled()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto run = runProcess({.program = u"true"_s}, stop.get_token());
        QVERIFY(run.isFinished());
        QCOMPARE(run.result().error().kind, Error::Kind::Canceled);
    }
};

QTEST_GUILESS_MAIN(ProcessTest)
#include "tst_process.moc"
