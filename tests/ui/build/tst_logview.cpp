// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/ansiformat.h"
#include "build/logscrollbar.h"
#include "build/logview.h"
#include "theme/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

QList<LogLine> manyLines(qsizetype count)
{
    QList<LogLine> lines;
    lines.reserve(count);
    for (qsizetype i = 0; i < count; ++i)
        lines.append({.derivation = qint32(i % 2), .msec = i, .text = u"line %1"_s.arg(i)});
    return lines;
}

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Appearance::Light); }

    void followsTheEndAsTheLogGrows()
    {
        QList<LogLine> lines = manyLines(100);
        LogView view;
        view.resize(400, 200);
        view.setLog(&lines);
        view.show();
        const qsizetype before = view.firstVisibleRow();
        lines += manyLines(100);
        view.refresh();
        QVERIFY(view.isFollowing());
        QVERIFY(view.firstVisibleRow() >= before + 99);
    }

    void scrollingUpHoldsAndEndFollows()
    {
        QList<LogLine> lines = manyLines(100);
        LogView view;
        view.resize(400, 200);
        view.setLog(&lines);
        view.show();
        QSignalSpy changed(&view, &LogView::followingChanged);
        view.verticalScrollBar()->setValue(100);
        QCOMPARE(changed, (QList<QVariantList>{{false}}));
        const qsizetype held = view.firstVisibleRow();
        lines += manyLines(100);
        view.refresh();
        QCOMPARE(view.firstVisibleRow(), held);
        QTest::keyClick(&view, Qt::Key_End);
        QVERIFY(view.isFollowing());
        QCOMPARE(view.currentRow(), 199);
    }

    void copiesChosenLinesPlainAndWhole()
    {
        const QString longText(100'000, u'x');
        const QList<LogLine> lines{{.text = u"\x1b[31mred\x1b[0m"_s}, {.text = longText}, {.text = u"c"_s}};
        LogView view;
        view.setLog(&lines);
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
        const QList<LogLine> lines = manyLines(20);
        LogView view;
        view.resize(400, 300);
        view.setLog(&lines);
        view.show();
        view.verticalScrollBar()->setValue(0);
        const int height = theme::rowHeight(theme::size::logLine, theme::Type::Mono);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(100, height / 2));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, QPoint(100, 2 * height + height / 2));
        QCOMPARE(view.selectedText(), u"line 0\nline 1\nline 2\n"_s);
    }

    void showsOneDerivation()
    {
        const QList<LogLine> lines = manyLines(10);
        LogView view;
        view.setLog(&lines);
        view.setFilter(1);
        QCOMPARE(view.rowCount(), 5);
        QCOMPARE(view.textOfRow(0), u"line 1"_s);
        view.setFilter(std::nullopt);
        QCOMPARE(view.rowCount(), 10);
    }

    void aLogThatBeganAnewIsReadAnew()
    {
        QList<LogLine> lines = manyLines(100);
        LogView view;
        view.setLog(&lines);
        lines = manyLines(3);
        view.refresh();
        QCOMPARE(view.rowCount(), 3);
        QCOMPARE(view.textOfRow(2), u"line 2"_s);
    }

    void findsInAMillionLinesWithoutHoldingUpEvents()
    {
        QList<LogLine> lines = manyLines(1'000'000);
        lines[777'777].text = u"here is the Needle"_s;
        LogView view;
        view.resize(800, 600);
        view.setLog(&lines);
        view.show();
        view.setNeedle(u"needle"_s);
        QVERIFY(!view.isSettled()); // it comes back to the event loop before it is through
        QTRY_COMPARE_WITH_TIMEOUT(view.currentRow(), 777'777, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(view.isSettled(), 60'000);
        QCOMPARE(view.hitCount(), 1);
        QCOMPARE(view.hitNumber(), 1);
        QVERIFY(!view.isFollowing());
    }

    void findingBeginsWhereThePersonLooks()
    {
        QList<LogLine> lines = manyLines(300);
        lines[5].text = lines[200].text = u"needle"_s;
        LogView view;
        view.resize(400, 200);
        view.setLog(&lines);
        view.show();
        view.setCurrentRow(100);
        view.setNeedle(u"need"_s);
        QTRY_COMPARE(view.currentRow(), 200);
        view.setNeedle(u"needle"_s);
        QTRY_VERIFY(view.isSettled());
        QCOMPARE(view.currentRow(), 200);
        view.findNext();
        QCOMPARE(view.currentRow(), 5);
    }

    void everyPartOfAMillionLinesCanBeScrolledTo()
    {
        const QList<LogLine> lines = manyLines(1'000'000);
        LogView view;
        view.resize(800, 600);
        view.setLog(&lines);
        view.show();
        view.setCurrentRow(0);
        QCOMPARE(view.firstVisibleRow(), 0);
        view.setCurrentRow(999'999);
        QVERIFY(view.firstVisibleRow() > 999'900);
        QVERIFY(!view.grab().isNull());
    }

    void longAndOddLinesArePainted()
    {
        const QList<LogLine> lines{{.text = QString(100'000, u'x')},
                                   {.text = u"日本 🚢 عربي 👨‍💻 a\u0000b \x1b[1;31mred"_s},
                                   {.text = {}}};
        LogView view;
        view.setLog(&lines);
        view.show();
        QVERIFY(!view.grab().isNull());
        QTRY_VERIFY(view.horizontalScrollBar()->maximum() > 0);
        QVERIFY(view.horizontalScrollBar()->maximum() < 100'000); // cut
    }

    void f8TargetsAreTheHeadsOfProblems()
    {
        QList<LogLine> lines = manyLines(100);
        lines[10].text = u"warning: unused"_s;
        lines[12].text = u"    | belongs to it"_s; // derivation 0, as line 10
        lines[50].text = u"error: broken"_s;
        LogView view;
        view.resize(400, 200);
        view.setLog(&lines);
        view.show();
        QTRY_VERIFY(view.isSettled());
        QCOMPARE(view.findChild<LogScrollBar *>()->ticks().size(), 2);
        view.goToProblem(true);
        QCOMPARE(view.currentRow(), 10);
        view.goToProblem(true);
        QCOMPARE(view.currentRow(), 50);
        view.goToProblem(true);
        QCOMPARE(view.currentRow(), 10);
        view.goToProblem(false);
        QCOMPARE(view.currentRow(), 50);
    }

    void tellsAssistiveProgramsTheCurrentLine()
    {
        const QList<LogLine> lines = manyLines(10);
        LogView view;
        view.setLog(&lines);
        view.setCurrentRow(3);
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(accessible);
        QCOMPARE(accessible->text(QAccessible::Value), u"line 3"_s);
        QCOMPARE(accessible->text(QAccessible::Name), u"Build log"_s);
        QVERIFY(accessible->state().readOnly);
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
