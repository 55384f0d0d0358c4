// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/logfind.h"
#include "build/logindex.h"
#include "build/logrows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

QList<LogLine> builderLines(const QStringList &texts)
{
    QList<LogLine> lines;
    for (const QString &text : texts)
        lines.append({.derivation = 0, .msec = lines.size() * 1000, .text = text});
    return lines;
}

} // namespace

class TestLogStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAllLinesWithoutAFilter()
    {
        LogRows rows;
        rows.extend(builderLines({u"a"_s, u"b"_s}));
        QCOMPARE(rows.count(), 2);
        QCOMPARE(rows.lineAt(1), 1);
        QCOMPARE(rows.rowFrom(7), 2);
    }

    void filterKeepsTheLinesOfOneDerivationAsTheLogGrows()
    {
        QList<LogLine> lines{{.derivation = 0}, {.derivation = 1}, {.derivation = 0}};
        LogRows rows;
        rows.setFilter(0);
        rows.extend(lines);
        QCOMPARE(rows.count(), 2);
        QCOMPARE(rows.lineAt(1), 2);

        lines.append({.derivation = -1});
        lines.append({.derivation = 0});
        rows.extend(lines);
        QCOMPARE(rows.count(), 3);
        QCOMPARE(rows.lineAt(2), 4);
        QCOMPARE(rows.rowFrom(1), 1);
        QCOMPARE(rows.rowFrom(3), 2);
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
        LogIndex index;
        index.extend({{.derivation = 0, .level = qint8(level), .text = text}}, 10);
        QTEST(index.headCount(Severity::Error), "errors");
        QTEST(index.headCount(Severity::Warning), "warnings");
    }

    void sourceBelowAWarningBelongsToIt()
    {
        const auto lines =
            builderLines({u"warning: unused variable"_s, u"  --> src/a.rs:212:9"_s, u"    |"_s,
                          u"212 |     let a = b;"_s, u"    |     ^ help"_s, u"   Compiling c"_s, u"    | no longer"_s});
        LogIndex index;
        QVERIFY(!index.extend(lines, 100));
        QCOMPARE(index.problems().size(), 5);
        QCOMPARE(index.headCount(Severity::Warning), 1);
        QVERIFY(index.problemAt(3) && !index.problemAt(3)->isHead);
        QVERIFY(!index.problemAt(6));
    }

    void aMessageOfManyLinesIsOneProblem()
    {
        LogIndex index;
        index.extend({{.level = 0, .msec = 5, .text = u"error:"_s},
                      {.level = 0, .msec = 5, .text = u"       … while calling"_s},
                      {.level = 0, .msec = 5, .text = u"       error: undefined variable"_s},
                      {.level = 0, .msec = 5, .text = u"error: another"_s}},
                     100);
        QCOMPARE(index.problems().size(), 4);
        QCOMPARE(index.headCount(Severity::Error), 2);
    }

    void readsInPieces()
    {
        const auto lines = builderLines({u"error: a"_s, u"b"_s, u"error: c"_s});
        LogIndex index;
        QVERIFY(index.extend(lines, 2));
        QCOMPARE(index.headCount(Severity::Error), 1);
        QVERIFY(!index.extend(lines, 2));
        QCOMPARE(index.headCount(Severity::Error), 2);
    }

    void knowsThePhaseOfEachLine()
    {
        auto lines =
            builderLines({u"start"_s, u"Running phase: unpackPhase"_s, u"x"_s, u"Running phase: buildPhase"_s});
        lines.append({.derivation = 1, .text = u"of another"_s});
        LogIndex index;
        index.extend(lines, 100);
        QVERIFY(!index.phaseAt(0, 0));
        QCOMPARE(index.phaseAt(2, 0)->name, u"unpackPhase"_s);
        QCOMPARE(index.phaseAt(9, 0)->name, u"buildPhase"_s);
        QCOMPARE(index.phaseAfter(*index.phaseAt(2, 0))->msec, 3000);
        QVERIFY(!index.phaseAfter(*index.phaseAt(3, 0)));
        QVERIFY(!index.phaseAt(4, 1));
    }

    void findsWhateverTheCaseAndColor()
    {
        const auto lines = builderLines({u"Compiling a"_s, u"b"_s, u"\x1b[31mcom\x1b[0mpiling c"_s});
        LogRows rows;
        rows.extend(lines);
        LogFind find;
        find.setNeedle(u"compiling"_s);
        QVERIFY(find.extend(lines, rows, 2));
        QCOMPARE(find.rows(), QList<qsizetype>{0});
        QVERIFY(!find.extend(lines, rows, 2));
        QCOMPARE(find.rows(), (QList<qsizetype>{0, 2}));
    }

    void goesOnAtTheOtherEnd()
    {
        const auto lines = builderLines({u"x"_s, u"-"_s, u"x"_s});
        LogRows rows;
        rows.extend(lines);
        LogFind find;
        QCOMPARE(find.next(0, true), -1);
        find.setNeedle(u"x"_s);
        find.extend(lines, rows, 100);
        QCOMPARE(find.next(0, true), 2);
        QCOMPARE(find.next(2, true), 0);
        QCOMPARE(find.next(0, false), 2);
        QCOMPARE(find.next(1, false), 0);
    }

    void positionsDoNotOverlap()
    {
        LogFind find;
        find.setNeedle(u"aa"_s);
        QCOMPARE(find.positionsIn(u"AaaaXaa"), (QList<qsizetype>{0, 2, 5}));
    }
};

QTEST_MAIN(TestLogStore)
#include "tst_logstore.moc"
