// SPDX-License-Identifier: GPL-3.0-or-later
// Logs of jobs of GitHub Actions: their lines, times, and what Nix says in them.
#include "app/buildlog/logfeed.h"
#include "app/release/joblogfile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QByteArray drv = "/nix/store/abcdfghijklmnpqrsvwxyz0123456789-demo-1.0.drv";

std::optional<BuildFailure> causeIn(const QByteArray &log)
{
    NixErrors errors;
    for (const QByteArray &line : log.split('\n'))
        errors.take(line);
    return errors.cause();
}

} // namespace

class JobLogFileTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    Result<JobLog> unpacked(const QByteArray &bytes, std::stop_token stop = {}) const
    {
        QFile file(m_folder.filePath(u"download"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no log");
        file.close();
        return unpackJobLog(file.fileName(), m_folder.filePath(u"job.log"_s), stop);
    }

private Q_SLOTS:
    void timesStandBesideTheLines()
    {
        const auto log = unpacked("\xef\xbb\xbf"
                                  "2026-11-29T10:00:00.1000000Z ##[group]Run nix build\n"
                                  "2026-11-29T10:00:00.2000000Z building '"
                                  + drv
                                  + "'...\r\n"
                                    "a line that goes on\n"
                                    "2026-11-29T10:00:07.6000000Z ##[error]Process completed with exit code 1.\n"
                                    "2026-11-29T10:00:09.0000000Z last, without an end");
        QVERIFY2(log.has_value(), log ? "" : qPrintable(log.error().message));
        QCOMPARE(log->report.built, 1);
        QCOMPARE(log->report.firstError, u"Process completed with exit code 1."_s);
        QVERIFY(!log->cause);

        const BuildMonitor monitor = monitorOfLogFile(log->path);
        LogStore store(log->path);
        QVERIFY(store.open());
        const std::shared_ptr<LogStore> lines = monitor.log();
        QCOMPARE(lines->lineCount(), 5);
        QCOMPARE(lines->line(0).text, u"##[group]Run nix build"_s);
        QCOMPARE(lines->line(2).text, u"a line that goes on"_s);
        QCOMPARE(lines->line(4).text, u"last, without an end"_s);
        QCOMPARE(lines->startedAt(),
                 QDateTime::fromString(u"2026-11-29T10:00:00.1Z"_s, Qt::ISODateWithMs).toMSecsSinceEpoch());
        QCOMPARE(lines->line(0).msec, 0);
        QCOMPARE(lines->line(3).msec, 7500);
        // The runner's group is what the log's strip names, and its errors are what F8 goes to.
        QCOMPARE(lines->phaseAt(2, -1)->name, u"Run nix build"_s);
        QCOMPARE(lines->problemCount(LogEntry::Problem::Error), 1);
    }

    void causeIsNixsOwn_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<std::optional<BuildFailure::Kind>>("kind");
        using Kind = BuildFailure::Kind;
        const auto row = [](const char *name, const QByteArray &log, std::optional<Kind> kind) {
            QTest::newRow(name) << log << kind;
        };
        row("hash mismatch",
            "\x1b[31;1merror:\x1b[0m hash mismatch in fixed-output derivation '" + drv
                + "':\n         specified: sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
                  "            got:    sha256-BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=\n"
                  "error: 1 dependencies of derivation '"
                + drv + "' failed to build\n",
            Kind::HashMismatch);
        row("builder",
            "error: builder for '" + drv + "' failed with exit code 2;\n       last 1 log lines:\n       > make: oh\n",
            Kind::BuilderFailed);
        row("in a builder's output", "demo> error: hash mismatch in fixed-output derivation '" + drv + "'\n", {});
        row("of another program", "error: could not compile `demo` (bin \"demo\")\n", {});
        row("like Nix, without Nix", "error: oh\n       at /home/me/x.js:1:2\n", {});
        row("nothing", "all is well in /nix/store/x\n", {});
    }

    void causeIsNixsOwn()
    {
        QFETCH(QByteArray, log);
        QFETCH(std::optional<BuildFailure::Kind>, kind);
        const auto cause = causeIn(log);
        QCOMPARE(cause.has_value(), kind.has_value());
        if (kind)
            QCOMPARE(cause->kind, *kind);
    }

    void messagesAreBounded()
    {
        NixErrors errors;
        errors.take("nix build");
        errors.take("error: hash mismatch in fixed-output derivation '" + drv + "':");
        for (int i = 0; i < 100'000; ++i)
            errors.take("    and so on");
        for (int i = 0; i < 1000; ++i)
            errors.take("error: builder for '" + drv + "' failed with exit code 1");
        QCOMPARE(errors.cause()->kind, BuildFailure::Kind::BuilderFailed); // the first is long gone
    }

    void readingIsStopped()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(unpacked("a\n", stop.get_token()).error().kind, Error::Kind::Canceled);
        QCOMPARE(unpackJobLog(m_folder.filePath(u"gone"_s), m_folder.filePath(u"x"_s)).error().kind, Error::Kind::Io);
    }
};

QTEST_GUILESS_MAIN(JobLogFileTest)
#include "tst_joblogfile.moc"
