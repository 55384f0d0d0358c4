// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/buildlog/logfixture.h"
#include "ui/build/ansiformat.h"
#include "ui/build/logscrollbar.h"
#include "ui/build/logview.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

/// A log of numbered lines of two derivations.
struct NumberedLog : LogFixture
{
    explicit NumberedLog(qsizetype count) { numbered(count); }
};

/// A job's log: a step without an error, one that fails, and the last lines.
struct JobLogSample : LogFixture
{
    JobLogSample()
    {
        plain({u"##[group]Run checkout"_s, u"fetching"_s, u"##[warning]old"_s, u"##[endgroup]"_s, u"between"_s,
               u"##[group]Run build"_s, u"compiling"_s, u"##[error]broken"_s, u"##[endgroup]"_s, u"after"_s,
               u"##[group]Clean up"_s, u"removing"_s, u"done"_s});
    }
};

QStringList rowsOf(const LogView &view)
{
    QStringList rows;
    for (qsizetype row = 0; row < view.rowCount(); ++row)
        rows += view.textOfRow(row);
    return rows;
}

QPoint onRow(const LogView &view, qsizetype row)
{
    return view.rowRect(row).center();
}

LogFilter only(qint32 derivation)
{
    return {.derivation = derivation};
}

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Appearance::Light); }

    void followsTheEndAsTheLogGrows()
    {
        NumberedLog log(100);
        LogView view;
        view.resize(400, 200);
        view.setLog(log.store());
        view.show();
        const qsizetype before = view.firstVisibleRow();
        log.numbered(100);
        view.refresh();
        QVERIFY(view.isFollowing());
        QVERIFY(view.firstVisibleRow() >= before + 99);
    }

    void emptyViewSaysWhyItIsEmpty()
    {
        LogView view;
        view.setGrowing(true);
        QCOMPARE(view.emptyText(), u"No line yet."_s);
        view.setGrowing(false);
        QVERIFY(view.emptyText().startsWith(u"No log lines."));
        NumberedLog log(3);
        view.setLog(log.store());
        QVERIFY(view.emptyText().isEmpty());
        view.setFilter({.least = LogEntry::Problem::Error});
        QVERIFY(view.emptyText().startsWith(u"None of the 3 lines"));
    }

    void scrollingUpHoldsAndEndFollows()
    {
        NumberedLog log(100);
        LogView view;
        view.resize(400, 200);
        view.setLog(log.store());
        view.show();
        QSignalSpy changed(&view, &LogView::followingChanged);
        view.verticalScrollBar()->setValue(100);
        QCOMPARE(changed, (QList<QVariantList>{{false}}));
        const qsizetype held = view.firstVisibleRow();
        log.numbered(100);
        view.refresh();
        QCOMPARE(view.firstVisibleRow(), held);
        QTest::keyClick(&view, Qt::Key_End);
        QVERIFY(view.isFollowing());
        QCOMPARE(view.currentRow(), 199);
    }

    void assistiveProgramsReadTheLinesInSight()
    {
        NumberedLog log(100);
        LogView view;
        view.resize(400, 200);
        view.setLog(log.store());
        view.show();
        view.setCurrentRow(50);
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(&view);
        QAccessibleTextInterface *text = told->textInterface();
        QVERIFY(text);
        const int caret = text->cursorPosition();
        QCOMPARE(text->text(caret, caret + int(view.textOfRow(50).size())), view.textOfRow(50));
        QVERIFY(text->characterCount() < 100 * view.textOfRow(50).size());
        QVERIFY(view.rowRect(50)
                    .translated(view.viewport()->mapToGlobal(QPoint()))
                    .contains(text->characterRect(caret).center()));
        QCOMPARE(text->offsetAtPoint(text->characterRect(caret).center()), caret);

        const qsizetype first = view.firstVisibleRow();
        text->setCursorPosition(0);
        QCOMPARE(view.currentRow(), first);
    }

    void anEmptyLogHasNothingToRead()
    {
        LogView view;
        QAccessibleTextInterface *text = QAccessible::queryAccessibleInterface(&view)->textInterface();
        QCOMPARE(text->characterCount(), 0);
        QCOMPARE(text->cursorPosition(), 0);
        text->setCursorPosition(3);
        QCOMPARE(view.currentRow(), -1);
    }

    void copiesChosenLinesPlainAndWhole()
    {
        const QString longText(100'000, u'x');
        LogFixture log;
        log.outputs({u"\x1b[31mred\x1b[0m"_s, longText, u"c"_s});
        LogView view;
        view.setLog(log.store());
        view.show();
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"red\n"_s + longText + u'\n');
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QVERIFY(view.selectedText().endsWith(u"x\nc\n"_s));
    }

    void mouseChoosesLines()
    {
        NumberedLog log(20);
        LogView view;
        view.resize(400, 300);
        view.setLog(log.store());
        view.show();
        view.verticalScrollBar()->setValue(0);
        const int height = theme::rowHeight(theme::size::logLine, theme::Type::Mono);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(100, height / 2));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, QPoint(100, 2 * height + height / 2));
        QCOMPARE(view.selectedText(), u"line 0\nline 1\nline 2\n"_s);
    }

    void showsOneDerivation()
    {
        NumberedLog log(10);
        LogView view;
        view.setLog(log.store());
        view.setFilter(only(1));
        QCOMPARE(view.rowCount(), 5);
        QCOMPARE(view.textOfRow(0), u"line 1"_s);
        view.setFilter({});
        QCOMPARE(view.rowCount(), 10);
    }

    void showsWarningsOrErrorsAlone()
    {
        LogFixture log;
        log.outputs({u"a"_s, u"warning: b"_s, u"c"_s, u"error: d"_s});
        log.message(u"error: of Nix"_s, 0);
        LogView view;
        view.setLog(log.store());
        view.setFilter({.least = LogEntry::Problem::Warning});
        QCOMPARE(view.rowCount(), 3);
        view.setFilter({.derivation = 0, .least = LogEntry::Problem::Error});
        QCOMPARE(view.rowCount(), 1);
        QCOMPARE(view.textOfRow(0), u"error: d"_s);
        log.output(u"error: e"_s);
        log.flush();
        view.refresh();
        QCOMPARE(view.rowCount(), 2);
        QCOMPARE(view.textOfRow(1), u"error: e"_s);
    }

    void filteredRowsAndLinesAgreeInALongLog()
    {
        LogFixture log(1);
        log.numbered(30'000);
        LogRows rows;
        rows.setLog(log.store(), only(1));
        QCOMPARE(rows.count(), 15'000);
        for (const qsizetype row : {0, 4095, 4096, 14'999}) {
            QCOMPARE(rows.lineAt(row), 2 * row + 1);
            QCOMPARE(rows.rowFrom(2 * row + 1), row);
            QCOMPARE(rows.rowFrom(2 * row), row);
        }
        QCOMPARE(rows.rowFrom(1'000'000), rows.count());
        log.numbered(30'000);
        rows.extend();
        QCOMPARE(rows.count(), 30'000);
        QCOMPARE(rows.lineAt(29'999), 59'999);
    }

    void findsInALongLogWithoutHoldingUpEvents()
    {
        LogFixture log;
        log.numbered(70'000);
        log.output(u"here is the Needle"_s);
        log.numbered(20'000);
        LogView view;
        view.resize(800, 600);
        view.setLog(log.store());
        view.show();
        view.setMatcher(LogMatcher::forText(u"needle"_s));
        QVERIFY(!view.isSettled()); // other threads look
        QTRY_COMPARE_WITH_TIMEOUT(view.currentRow(), 70'000, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(view.isSettled(), 60'000);
        QCOMPARE(view.hitCount(), 1);
        QCOMPARE(view.hitNumber(), 1);
        QVERIFY(!view.isFollowing());
    }

    void findsInTheRowsOfAFilter()
    {
        NumberedLog log(100);
        LogView view;
        view.setLog(log.store());
        view.setFilter(only(1));
        view.setCurrentRow(0);
        view.setMatcher(*LogMatcher::forPattern(u"line \\d*[01]$"_s)); // lines 1, 11, 21 …
        QTRY_VERIFY(view.isSettled());
        QCOMPARE(view.hitCount(), 10);
        QCOMPARE(view.currentRow(), 0);
        view.findNext();
        QCOMPARE(view.textOfRow(view.currentRow()), u"line 11"_s);
        QCOMPARE(view.hitNumber(), 2);
    }

    void findingBeginsWhereThePersonLooks()
    {
        LogFixture log;
        log.numbered(5);
        log.output(u"needle"_s); // row 5
        log.numbered(194);
        log.output(u"needle"_s); // row 200
        log.numbered(100);
        LogView view;
        view.resize(400, 200);
        view.setLog(log.store());
        view.show();
        view.setCurrentRow(100);
        view.setMatcher(LogMatcher::forText(u"need"_s));
        QTRY_COMPARE(view.currentRow(), 200);
        view.setMatcher(LogMatcher::forText(u"needle"_s));
        QTRY_VERIFY(view.isSettled());
        QCOMPARE(view.currentRow(), 200);
        view.findNext();
        QCOMPARE(view.currentRow(), 5);
    }

    void everyPartOfALongLogCanBeScrolledTo()
    {
        NumberedLog log(100'000);
        LogView view;
        view.resize(800, 600);
        view.setLog(log.store());
        view.show();
        view.setCurrentRow(0);
        QCOMPARE(view.firstVisibleRow(), 0);
        view.setCurrentRow(99'999);
        QVERIFY(view.firstVisibleRow() > 99'900);
        QVERIFY(!view.grab().isNull());
    }

    void longAndOddLinesArePainted()
    {
        LogFixture log;
        log.outputs({QString(100'000, u'x'), u"日本 🚢 عربي 👨‍💻 a\u0000b \x1b[1;31mred"_s, QString()});
        LogView view;
        view.setLog(log.store());
        view.show();
        QVERIFY(!view.grab().isNull());
        QTRY_VERIFY(view.horizontalScrollBar()->maximum() > 0);
        QVERIFY(view.horizontalScrollBar()->maximum() < 100'000); // cut
    }

    void linksOpenWithCtrl()
    {
        LogFixture log;
        log.output(u"see \x1b]8;;https://example.invalid/a\x1b\\the page\x1b]8;;\x1b\\ there"_s);
        LogView view;
        view.resize(600, 200);
        view.setLog(log.store());
        view.show();
        QSignalSpy activated(&view, &LogView::linkActivated);
        const int y = theme::rowHeight(theme::size::logLine, theme::Type::Mono) / 2;
        const int letter = view.fontMetrics().horizontalAdvance(u'0');
        const QPoint onLink(theme::space::m + 6 * letter, y);
        QCOMPARE(view.linkAt(onLink), u"https://example.invalid/a"_s);
        QVERIFY(view.linkAt(QPoint(theme::space::m + letter, y)).isEmpty());
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, onLink);
        QVERIFY(activated.isEmpty());
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ControlModifier, onLink);
        QCOMPARE(activated, (QList<QVariantList>{{u"https://example.invalid/a"_s}}));
    }

    void timesAreShownWhereTheyAreKnown()
    {
        NumberedLog without(3);
        LogView view;
        view.resize(600, 200);
        view.setLog(without.store());
        view.show();
        const QImage none = view.grab().toImage();
        LogFixture with;
        with.setTime(65'000);
        with.numbered(3);
        view.setLog(with.store());
        QVERIFY(view.grab().toImage() != none);
        view.setTimes(LogView::Times::None);
        QCOMPARE(view.grab().toImage(), none);
    }

    void f8TargetsAreTheHeadsOfProblems()
    {
        LogFixture log;
        log.numbered(10);
        log.output(u"warning: unused"_s); // row 10
        log.output(u"line"_s, 1);
        log.output(u"    | belongs to it"_s); // of the same derivation
        log.numbered(37);
        log.output(u"error: broken"_s); // row 50
        log.numbered(20);
        LogView view;
        view.resize(400, 200);
        view.setLog(log.store());
        view.show();
        QCOMPARE(view.findChild<LogScrollBar *>()->ticks().size(), 2);
        view.goToProblem(true);
        QCOMPARE(view.currentRow(), 10);
        view.goToProblem(true);
        QCOMPARE(view.currentRow(), 50);
        view.goToProblem(true);
        QCOMPARE(view.currentRow(), 10);
        view.goToProblem(false);
        QCOMPARE(view.currentRow(), 50);
        view.setCurrentRow(0);
        QVERIFY(view.goToFirstError());
        QCOMPARE(view.currentRow(), 50);
        view.setFilter(only(1));
        QVERIFY(!view.goToFirstError());
    }

    void tellsAssistiveProgramsTheCurrentLine()
    {
        NumberedLog log(10);
        LogView view;
        view.setLog(log.store());
        view.setCurrentRow(3);
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(accessible);
        QCOMPARE(accessible->text(QAccessible::Value), u"line 3"_s);
        QCOMPARE(accessible->text(QAccessible::Name), u"Build log"_s);
        QVERIFY(accessible->state().readOnly);
    }

    void groupsWithoutAnErrorAreFolded()
    {
        JobLogSample log;
        LogView view;
        view.resize(400, 300);
        view.setLog(log.store());
        view.show();
        QCOMPARE(rowsOf(view),
                 (QStringList{u"Run checkout"_s, u"between"_s, u"Run build"_s, u"compiling"_s, u"##[error]broken"_s,
                              u"##[endgroup]"_s, u"after"_s, u"Clean up"_s}));
        QVERIFY(view.isFolded(0));
        QCOMPARE(view.spokenRow(0), u"Run checkout, folded: 3 lines, 1 warning"_s);
        QCOMPARE(view.spokenRow(2), u"Run build, open"_s);
        QCOMPARE(view.spokenRow(7), u"Clean up, folded: 2 lines"_s); // which has no end
        QCOMPARE(view.lineCount(), 13);
        QCOMPARE(view.lineNumberOfRow(6), 9);
        view.setFilter({.least = LogEntry::Problem::Warning});
        QCOMPARE(rowsOf(view), (QStringList{u"##[warning]old"_s, u"##[error]broken"_s}));
        view.setFilter({});
        QCOMPARE(view.rowCount(), 8);
    }

    void clickOpensAndFoldsAGroup()
    {
        JobLogSample log;
        LogView view;
        view.resize(400, 300);
        view.setLog(log.store());
        view.show();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, onRow(view, 0));
        QCOMPARE(view.rowCount(), 11);
        QCOMPARE(view.textOfRow(1), u"fetching"_s);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, onRow(view, 1)); // a line of it
        QCOMPARE(view.rowCount(), 11);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, onRow(view, 0));
        QCOMPARE(view.rowCount(), 8);
        QCOMPARE(view.currentRow(), 0);
        // Selecting several lines opens nothing.
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, onRow(view, 7));
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, onRow(view, 0));
        QMouseEvent moved(QEvent::MouseMove, onRow(view, 1), view.viewport()->mapToGlobal(onRow(view, 1)), Qt::NoButton,
                          Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(view.viewport(), &moved);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, onRow(view, 0));
        QCOMPARE(view.rowCount(), 8);
    }

    void keysOpenAndFoldGroups()
    {
        JobLogSample log;
        LogView view;
        view.resize(400, 300);
        view.setLog(log.store());
        view.show();
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.rowCount(), 11);
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentRow(), 2);
        QTest::keyClick(&view, Qt::Key_Left); // to the group's name
        QCOMPARE(view.currentRow(), 0);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.rowCount(), 8);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(view.rowCount(), 11);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(view.rowCount(), 8);
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Right); // of no group
        QCOMPARE(view.rowCount(), 8);
    }

    void assistiveProgramsHearOfGroups()
    {
        JobLogSample log;
        LogView view;
        view.resize(400, 300);
        view.setLog(log.store());
        view.show();
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(&view);
        view.setCurrentRow(1);
        QVERIFY(!told->state().expandable);
        view.setCurrentRow(0);
        QVERIFY(told->state().expandable);
        QVERIFY(told->state().collapsed);
        QCOMPARE(told->text(QAccessible::Value), u"Run checkout, folded: 3 lines, 1 warning"_s);
        QAccessibleActionInterface *actions = told->actionInterface();
        QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::toggleAction()));
        actions->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(told->state().expanded);
        QVERIFY(!told->state().collapsed);
        QCOMPARE(view.rowCount(), 11);
    }

    void whatIsFoundOpensItsGroup()
    {
        JobLogSample log;
        LogView view;
        view.resize(400, 300);
        view.setLog(log.store());
        view.show();
        view.setMatcher(LogMatcher::forText(u"removing"_s));
        QTRY_COMPARE(view.textOfRow(view.currentRow()), u"removing"_s);
        QCOMPARE(view.hitNumber(), 1);
        view.setAllFolded(true);
        QCOMPARE(view.textOfRow(view.currentRow()), u"Clean up"_s); // what stands for it
        QVERIFY(view.goToFirstError());
        QCOMPARE(view.textOfRow(view.currentRow()), u"##[error]broken"_s);
        view.goToProblem(true);
        QCOMPARE(view.textOfRow(view.currentRow()), u"##[warning]old"_s);
        view.setAllFolded(true);
        view.setMatcher(LogMatcher::forText(u"done"_s));
        QTRY_COMPARE(view.textOfRow(view.currentRow()), u"done"_s);
        QVERIFY(view.isFolded(0));
    }

    void whatIsFoldedIsCopiedToo()
    {
        JobLogSample log;
        LogView view;
        view.setLog(log.store());
        view.setCurrentRow(0);
        QCOMPARE(view.selectedText(), u"##[group]Run checkout\nfetching\n##[warning]old\n##[endgroup]\n"_s);
        view.setCurrentRow(1);
        QCOMPARE(view.selectedText(), u"between"_s);
        view.selectAll();
        QCOMPARE(view.selectedText().count(u'\n'), 13);
        QVERIFY(view.selectedText().endsWith(u"##[group]Clean up\nremoving\ndone\n"_s));
    }

    void whatSomebodyReadsStaysWhereAGroupOpens()
    {
        LogFixture log;
        log.plain({u"##[group]long"_s});
        log.plain(QStringList(50, u"of the group"_s));
        LogView view;
        view.resize(400, 200);
        view.setLog(log.store());
        view.show();
        QCOMPARE(view.rowCount(), 1);
        log.plain({u"##[endgroup]"_s});
        for (int i = 0; i < 100; ++i)
            log.plain({u"below %1"_s.arg(i)});
        log.store();
        view.refresh();
        view.setCurrentRow(50);
        view.verticalScrollBar()->setValue(45 * theme::rowHeight(theme::size::logLine, theme::Type::Mono));
        QCOMPARE(view.textOfRow(view.firstVisibleRow()), u"below 44"_s);
        view.setAllFolded(false);
        QCOMPARE(view.textOfRow(view.firstVisibleRow()), u"below 44"_s);
        QCOMPARE(view.textOfRow(view.currentRow()), u"below 49"_s);
        view.setAllFolded(true);
        QCOMPARE(view.firstVisibleRow(), 45);
        QCOMPARE(view.currentRow(), 50);
    }

    void anErrorThatComesOpensItsGroup()
    {
        LogFixture log;
        log.plain({u"##[group]step"_s, u"working"_s});
        LogView view;
        view.setLog(log.store());
        QCOMPARE(view.rowCount(), 1);
        log.plain({u"##[error]broken"_s});
        log.store();
        view.refresh();
        QCOMPARE(view.rowCount(), 3);
        view.setFolded(0, true); // as somebody wants it
        log.plain({u"##[error]again"_s});
        log.store();
        view.refresh();
        QCOMPARE(view.rowCount(), 1);
        QCOMPARE(view.spokenRow(0), u"step, folded: 3 lines, 2 errors"_s);
    }

    void colorsStayReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void colorsStayReadable()
    {
        QFETCH(bool, dark);
        theme::apply(*qApp, dark ? theme::Appearance::Dark : theme::Appearance::Light);
        const QPalette palette = qApp->palette();
        QList<AnsiColor> colors;
        for (int i = 0; i < 16; ++i)
            colors.append(AnsiColor{i});
        for (const quint32 rgb : {0x000000U, 0xffffffU, 0x0000ffU, 0xffff00U, 0x808080U})
            colors.append(AnsiColor{-1, rgb});
        for (const AnsiColor &color : colors)
            QVERIFY(contrast(readableColor(color, palette), palette.color(QPalette::Base)) >= 4.5);
        theme::apply(*qApp, theme::Appearance::Light);
    }
};

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
