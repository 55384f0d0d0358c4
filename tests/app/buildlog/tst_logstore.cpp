// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logfolds.h"
#include "app/buildlog/loghits.h"
#include "app/buildlog/logsave.h"
#include "app/buildlog/logsearch.h"
#include "tests/app/buildlog/logfixture.h"
#include "tests/app/buildlog/recordedstream.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Problem = LogEntry::Problem;

namespace {

QStringList textsOf(const QList<LogLine> &lines)
{
    QStringList texts;
    for (const LogLine &line : lines)
        texts += line.text;
    return texts;
}

QList<Problem> problemsOf(const LogStore &store)
{
    QList<Problem> problems;
    for (const LogEntry &entry : store.entries(0, store.lineCount()))
        problems += entry.problem;
    return problems;
}

/// The lines in which \a matcher finds something.
QList<qsizetype> found(LogFixture &log, const LogMatcher &matcher, const LogFilter &filter = {})
{
    return linesThatMatch(*log.store(), 0, log.store()->lineCount(), filter, matcher, {});
}

} // namespace

class TestLogStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLinesBackFromTheFile()
    {
        LogFixture log;
        log.outputs({u"plain"_s, u"\x1b[31mred\x1b[0m"_s, u"quote \" and \\ and \t"_s, u"日本 🚢"_s, QString()});
        log.message(u"error:\n  of two\nlines"_s, 0);
        const auto store = log.store();
        QCOMPARE(store->lineCount(), 8);
        QCOMPARE(log.monitor().lineCount(), 8);
        QCOMPARE(textsOf(store->lines(0, 100)),
                 (QStringList{u"plain"_s, u"\x1b[31mred\x1b[0m"_s, u"quote \" and \\ and \t"_s, u"日本 🚢"_s, QString(),
                              u"error:"_s, u"  of two"_s, u"lines"_s}));
        QCOMPARE(store->line(6), (LogLine{.level = 0, .problem = Problem::Error, .text = u"  of two"_s}));
        QCOMPARE(store->line(3).derivation, 0);
        QCOMPARE(store->line(99), LogLine());
        QCOMPARE(textsOf(store->lines(2, 1)), QStringList{u"quote \" and \\ and \t"_s});
    }

    void whatIsSpilledIsReadBackRight()
    {
        constexpr qsizetype count = 9 * LogEntries::perChunk + 77;
        LogFixture log(1); // the least there can be
        log.numbered(count);
        const auto store = log.store();
        QCOMPARE(store->lineCount(), count);
        QVERIFY2(store->indexBytes() < 6 * LogEntries::perChunk * qint64(sizeof(LogEntry)), "bounded");
        for (const qsizetype line : {count - 1, qsizetype(0), count / 2, 5 * LogEntries::perChunk - 1,
                                     5 * LogEntries::perChunk, 8 * LogEntries::perChunk + 3, qsizetype(1)}) {
            QCOMPARE(store->line(line).text, u"line %1"_s.arg(line));
            QCOMPARE(store->line(line).derivation, line % 2);
        }
        const QList<LogLine> across = store->lines(3 * LogEntries::perChunk - 2, 4);
        QCOMPARE(across.first().text, u"line %1"_s.arg(3 * LogEntries::perChunk - 2));
        QCOMPARE(across.last().text, u"line %1"_s.arg(3 * LogEntries::perChunk + 1));
        QVERIFY(store->indexBytes() < 6 * LogEntries::perChunk * qint64(sizeof(LogEntry)));
        log.output(u"one more"_s); // the chunk that grows is never spilled
        QCOMPARE(log.store()->line(count).text, u"one more"_s);
    }

    void countsWhatAFilterAccepts()
    {
        LogFixture log(1);
        log.numbered(2 * LogEntries::perChunk + 10);
        log.message(u"warning: w"_s, 1);
        log.message(u"broken"_s, 0);
        const auto store = log.store();
        QCOMPARE(store->chunkCount(), 3);
        QCOMPARE(store->countIn(0, {.derivation = 1}), LogEntries::perChunk / 2);
        QCOMPARE(store->countIn(2, {.derivation = 0}), 5);
        QCOMPARE(store->countIn(2, {.least = Problem::Warning}), 2);
        QCOMPARE(store->countIn(2, {.least = Problem::Error}), 1);
        QCOMPARE(store->matching(2, {.derivation = 1}), (QList<quint16>{1, 3, 5, 7, 9}));
        QCOMPARE(store->matching(2, {.least = Problem::Error}), QList<quint16>{11});
        QVERIFY(store->matching(0, {.least = Problem::Warning}).isEmpty());
        QCOMPARE(textsOf(store->lastLines({.derivation = 1}, 2)), (QStringList{u"line 16391"_s, u"line 16393"_s}));
        QCOMPARE(store->lastLines({.derivation = 1}, 6000).size(), 6000);
    }

    void knowsWhenALineCame()
    {
        LogFixture log;
        log.output(u"before any time is known"_s);
        log.setTime(1500);
        log.outputs({u"a"_s, u"b"_s});
        log.setTime(9000);
        log.output(u"c"_s);
        QCOMPARE(log.store()->line(0).msec, -1);
        QCOMPARE(log.store()->line(1).msec, 1500);
        QCOMPARE(log.store()->line(2).msec, 1500);
        QCOMPARE(log.store()->line(3).msec, 9000);
    }

    void timesAreKeptBesideTheLog()
    {
        const QTemporaryDir folder;
        const QString log = folder.filePath(u"a.log"_s);
        LogTimesFile file;
        file.open(log, 1'700'000'000'000);
        file.write({0, 20});
        file.write({500, 900});
        QFile times(LogTimes::fileBeside(log));
        QVERIFY(times.open(QIODevice::Append));
        times.write("600 12"); // cut short: may have been 1234
        times.close();
        const LogTimes read = LogTimes::beside(log);
        QCOMPARE(read.startedAt(), 1'700'000'000'000);
        QCOMPARE(read.at(0), 20);
        QCOMPARE(read.at(499), 20);
        QCOMPARE(read.at(10'000), 900);
        QCOMPARE(read.lastMsec(), 900);
        QCOMPARE(LogTimes::beside(folder.filePath(u"none.log"_s)).at(0), -1);
    }

    void seesProblems_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("errors");
        QTest::addColumn<int>("warnings");
        QTest::newRow("plain") << u"Compiling errors v1.0"_s << -1 << 0 << 0;
        QTest::newRow("gcc") << u"tool.c:3:1: error: expected ';'"_s << -1 << 1 << 0;
        QTest::newRow("gcc warning") << u"tool.c:3:1: warning: unused"_s << -1 << 0 << 1;
        QTest::newRow("rustc, colored") << u"\x1b[1m\x1b[31merror[E0308]\x1b[0m: mismatched types"_s << -1 << 1 << 0;
        QTest::newRow("rustc warning, colored") << u"\x1b[33mwarning\x1b[0m\x1b[1m: unused"_s << -1 << 0 << 1;
        QTest::newRow("Nix's error") << u"builder failed"_s << 0 << 1 << 0;
        QTest::newRow("Nix's warning") << u"Git tree is dirty"_s << 1 << 0 << 1;
        QTest::newRow("Nix's information") << u"these 2 derivations will be built:"_s << 3 << 0 << 0;
    }

    void seesProblems()
    {
        QFETCH(QString, text);
        QFETCH(int, level);
        LogFixture log;
        if (level < 0)
            log.output(text);
        else
            log.message(text, level);
        QTEST(log.store()->problemCount(Problem::Error), "errors");
        QTEST(log.store()->problemCount(Problem::Warning), "warnings");
    }

    void sourceBelowAWarningBelongsToIt()
    {
        LogFixture log;
        log.outputs({u"warning: unused variable"_s, u"  --> src/a.rs:212:9"_s, u"    |"_s, u"212 |     let a = b;"_s,
                     u"    |     ^ help"_s, u"   Compiling c"_s, u"    | no longer"_s});
        constexpr auto warning = Problem::Warning;
        QCOMPARE(problemsOf(*log.store()),
                 (QList<Problem>{warning, warning, warning, warning, warning, Problem::None, Problem::None}));
        QCOMPARE(log.store()->problems(), (QList<LogProblem>{{0, 0, warning}}));
    }

    void aMessageOfManyLinesIsOneProblem()
    {
        LogFixture log;
        log.message(u"error:\n       … while calling\n       error: undefined variable"_s, 0);
        log.message(u"error: another"_s, 0);
        QCOMPARE(problemsOf(*log.store()), QList<Problem>(4, Problem::Error));
        QCOMPARE(log.store()->problemCount(Problem::Error), 2);
    }

    void knowsThePhaseOfEachLine()
    {
        LogFixture log;
        log.outputs({u"start"_s, u"Running phase: unpackPhase"_s, u"x"_s});
        log.setTime(3000);
        log.output(u"Running phase: buildPhase"_s);
        log.output(u"of another"_s, 1);
        const auto store = log.store();
        QVERIFY(!store->phaseAt(0, 0));
        QCOMPARE(store->phaseAt(2, 0)->name, u"unpackPhase"_s);
        QCOMPARE(store->phaseAt(9, 0)->name, u"buildPhase"_s);
        QCOMPARE(store->phaseAfter(*store->phaseAt(2, 0))->msec, 3000);
        QVERIFY(!store->phaseAfter(*store->phaseAt(3, 0)));
        QVERIFY(!store->phaseAt(4, 1));
    }

    void knowsItsGroups()
    {
        LogFixture log;
        log.plain({u"##[group]Run a"_s, u"error: within"_s, u"##[endgroup]"_s, u"##[endgroup]"_s, u"::group::outer"_s,
                   u"##[group]Check for error:"_s, u"##[warning]of both"_s, u"::endgroup::"_s, u"of outer"_s});
        log.output(u"##[group]of a builder"_s);
        const QList<LogGroup> wanted{{.line = 0, .end = 3, .errors = 1},
                                     {.line = 4, .errors = 1, .warnings = 1},
                                     {.line = 5, .end = 8, .parent = 1, .warnings = 1}};
        QCOMPARE(log.store()->groups(), wanted);
        QCOMPARE(log.store()->phaseAt(5, -1)->name, u"Check for error:"_s);
        log.plain({u"##[endgroup]"_s});
        QCOMPARE(log.store()->groups()[1].end, 11);
    }

    void groupsBeyondMeasureAreLines()
    {
        LogFixture log;
        log.plain(QStringList(40, u"##[group]deep"_s));
        QCOMPARE(log.store()->groups().size(), 32);
        log.plain(QStringList(9, u"##[endgroup]"_s)); // eight of groups that are none, and one
        QCOMPARE(log.store()->groups()[31].end, 49);
        QCOMPARE(log.store()->groups()[30].end, -1);
    }

    void rowsAndLinesAgreeWhateverIsFolded()
    {
        LogFixture log;
        log.plain({u"0"_s, u"##[group]1"_s, u"2"_s, u"##[group]3"_s, u"4"_s, u"##[endgroup]"_s, u"6"_s,
                   u"##[endgroup]"_s, u"8"_s, u"##[group]9"_s, u"10"_s});
        LogFolds folds;
        folds.setGroups(log.store()->groups(), 11);
        const auto shown = [&folds] {
            QList<qsizetype> lines;
            for (qsizetype row = 0; row < folds.rowCount(); ++row)
                lines += folds.lineAt(row);
            return lines;
        };
        QCOMPARE(shown(), (QList<qsizetype>{0, 1, 8, 9}));
        QCOMPARE(folds.rowOf(4), 1);
        QCOMPARE(folds.rowFrom(4), 2);
        QCOMPARE(folds.rowFrom(10), 4); // beyond the last row
        QCOMPARE(folds.rowOf(10), 3);
        QVERIFY(!folds.reveal(8));
        folds.setFolded(*folds.groupAt(1), false);
        QCOMPARE(shown(), (QList<qsizetype>{0, 1, 2, 3, 6, 7, 8, 9}));
        QCOMPARE(folds.groupAround(4)->line, 3);
        QCOMPARE(folds.groupAround(6)->line, 1);
        QVERIFY(!folds.groupAround(8));
        folds.setFolded(*folds.groupAt(1), true);
        QVERIFY(folds.reveal(4));
        QCOMPARE(shown(), (QList<qsizetype>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
        for (qsizetype line = 0; line < 10; ++line)
            QCOMPARE(folds.rowOf(line), line);
        folds.setAllFolded(true);
        QCOMPARE(shown(), (QList<qsizetype>{0, 1, 8, 9}));
    }

    void findsWords_data()
    {
        QTest::addColumn<QString>("needle");
        QTest::addColumn<QList<qsizetype>>("lines");
        QTest::newRow("whatever the case and color") << u"compiling"_s << QList<qsizetype>{0, 2};
        QTest::newRow("escaped in the record") << u"say \"Hi\\"_s << QList<qsizetype>{3};
        QTest::newRow("not ASCII") << u"ÄRGER"_s << QList<qsizetype>{4};
        QTest::newRow("folds to ASCII") << u"\u212Aompile"_s << QList<qsizetype>{}; // KELVIN SIGN
        QTest::newRow("found by folding") << u"kelvin k"_s << QList<qsizetype>{5};
        QTest::newRow("not what the record is made of") << u"fields"_s << QList<qsizetype>{};
        QTest::newRow("in a message") << u"lINES"_s << QList<qsizetype>{8};
        QTest::newRow("tab as it is shown") << u"a       b"_s << QList<qsizetype>{6};
        QTest::newRow("nothing") << QString() << QList<qsizetype>{};
    }

    void findsWords()
    {
        QFETCH(QString, needle);
        LogFixture log;
        log.outputs({u"Compiling a"_s, u"b"_s, u"\x1b[31mcom\x1b[0mpiling c"_s, u"say \"hi\\\""_s, u"Ärger"_s,
                     u"Kelvin \u212A"_s, u"a\tb"_s});
        log.message(u"two\nlines"_s, 3);
        QTEST(found(log, LogMatcher::forText(needle)), "lines");
    }

    void findsPatterns()
    {
        LogFixture log;
        log.outputs({u"error[E0308]: a"_s, u"\x1b[1mERROR\x1b[0m[E1]"_s, u"error"_s});
        QCOMPARE(found(log, *LogMatcher::forPattern(u"^error\\[E\\d+\\]"_s)), (QList<qsizetype>{0, 1}));
        const auto wrong = LogMatcher::forPattern(u"a("_s);
        QCOMPARE(wrong.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(wrong.error().message.contains(u"missing closing parenthesis"_s), qPrintable(wrong.error().message));
    }

    void findsOnlyWhatTheFilterAccepts()
    {
        LogFixture log;
        log.output(u"x"_s, 0);
        log.output(u"x"_s, 1);
        log.output(u"error: x"_s, 1);
        QCOMPARE(found(log, LogMatcher::forText(u"x"_s), {.derivation = 1}), (QList<qsizetype>{1, 2}));
        QCOMPARE(found(log, LogMatcher::forText(u"x"_s), {.least = Problem::Error}), QList<qsizetype>{2});
    }

    void hitsInALineDoNotOverlap()
    {
        QCOMPARE(LogMatcher::forText(u"aa"_s).hitsIn(u"AaaaXaa"_s), (QList<LogHit>{{0, 2}, {2, 2}, {5, 2}}));
        QCOMPARE(LogMatcher::forPattern(u"a*"_s)->hitsIn(u"baab"_s), (QList<LogHit>{{1, 2}}));
    }

    void searchGoesThroughALogThatGrows()
    {
        LogFixture log;
        log.numbered(100'000);
        LogSearch search;
        search.start(log.store(), {}, LogMatcher::forText(u"LINE 9999"_s));
        QVERIFY(!search.isSettled());
        QTRY_VERIFY_WITH_TIMEOUT(search.isSettled(), 60'000);
        QCOMPARE(search.hits().count(), 11); // line 9999 and line 99990 to 99999
        QCOMPARE(search.hits().next(0, true), 9'999);
        log.output(u"line 9999 again"_s);
        log.flush();
        search.extend();
        QTRY_VERIFY(search.isSettled());
        QCOMPARE(search.hits().count(), 12);
        QCOMPARE(search.linesSearched(), 100'001);
        search.start(log.store(), {}, {});
        QVERIFY(search.isSettled());
        QCOMPARE(search.hits().count(), 0);
    }

    void hitsAreASet()
    {
        LogHits hits;
        QCOMPARE(hits.next(0, true), -1);
        const QList<qsizetype> lines{5, 63, 64, 8191, 8192, 100'000};
        for (const qsizetype line : lines)
            hits.add(line);
        hits.add(5);
        QCOMPARE(hits.count(), lines.size());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            QCOMPARE(hits.numberOf(lines[i]), i + 1);
            QCOMPARE(hits.next(lines[i], true), lines[(i + 1) % lines.size()]);
            QCOMPARE(hits.next(lines[i], false), lines[(i + lines.size() - 1) % lines.size()]);
        }
        QCOMPARE(hits.numberOf(6), 0);
        QCOMPARE(hits.next(-1, true), 5);
        QCOMPARE(hits.next(70'000, false), 8192);
        QCOMPARE(hits.next(900'000, true), 5);
        QCOMPARE(hits.next(900'000, false), 100'000);
    }

    void savesWhatIsShownPlain()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"saved.txt"_s);
        LogFixture log;
        log.output(u"\x1b[31mred\x1b[0m"_s, 0);
        log.output(u"10%\r100% 🚢"_s, 1);
        log.output(u"other"_s, 0);
        const auto all = saveLog(log.store(), {}, path);
        QTRY_VERIFY(all.isFinished());
        QCOMPARE(*all.result(), 3);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), u"red\n100% 🚢\nother\n"_s);
        const auto failed = saveLog(log.store(), {.derivation = 1}, folder.filePath(u"none/saved.txt"_s));
        QTRY_VERIFY(failed.isFinished());
        QCOMPARE(failed.result().error().kind, Error::Kind::Io);
        QVERIFY(failed.result().error().message.contains(u"none/saved.txt"_s));
    }

    void oddBytesComeAsTheyWere()
    {
        const BuildMonitor monitor = monitorOfLog(recordedStream(u"odd-bytes"_s));
        const QList<LogLine> lines = monitor.log()->lines(0, monitor.lineCount());
        QCOMPARE(lines.size(), monitor.lineCount());
        QVERIFY(std::ranges::any_of(lines, [](const LogLine &line) { return line.text.size() >= 100'000; }));
        QVERIFY(std::ranges::any_of(lines, [](const LogLine &line) { return line.text.contains(u'\0'); }));
        QVERIFY(std::ranges::any_of(lines, [](const LogLine &line) { return line.text.contains(u'\x1b'); }));
    }
};

QTEST_GUILESS_MAIN(TestLogStore)
#include "tst_logstore.moc"
