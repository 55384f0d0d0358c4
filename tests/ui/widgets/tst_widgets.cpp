// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/toolstrip.h"
#include "ui/widgets/wrappingrow.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>

using namespace unmoor;
using namespace Qt::StringLiterals;

class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHasNoRoomGoesOnTheNextLine()
    {
        QWidget window;
        window.resize(1000, 300);
        auto *row = new WrappingRow(&window);
        QList<QPushButton *> buttons;
        for (const QString &text : {u"Build again"_s, u"Build on this machine"_s, u"Copy failure"_s}) {
            buttons += new QPushButton(text);
            row->addWidget(buttons.last());
        }
        row->resize(1000, row->height());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(row->height(), buttons[0]->height());
        QVERIFY(buttons[0]->geometry().right() < buttons[1]->x() && buttons[1]->geometry().right() < buttons[2]->x());
        const int lineHeight = row->height();

        row->resize(buttons[1]->geometry().right() + 1, row->height());
        QCOMPARE(buttons[1]->y(), 0);
        QCOMPARE(buttons[2]->x(), 0);
        QVERIFY(buttons[2]->y() > lineHeight);
        QCOMPARE(row->height(), buttons[2]->geometry().bottom() + 1);

        buttons[0]->hide(); // then the last one has room beside the second
        QTRY_COMPARE(row->height(), lineHeight);
        QCOMPARE(buttons[2]->y(), 0);
    }

    void toolsThatHaveNoRoomStandOnASecondLineThatBeginsWhereTheFirstDoes()
    {
        QWidget window;
        auto *strip = new ToolStrip(&window);
        auto *name = new ElidedLabel(u"CHANGELOG.md"_s, theme::Type::Body);
        auto *open = new QPushButton(u"Open the file"_s);
        auto *undo = new QPushButton(u"Undo everything"_s);
        strip->addWidget(name, 1);
        for (QPushButton *button : {open, undo}) {
            strip->allowBreak();
            strip->addWidget(button);
        }
        window.resize(1000, 300);
        strip->resize(strip->wholeWidth(), strip->height());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(strip->lineCount(), 1);
        const int lineHeight = strip->height();
        QCOMPARE(open->y(), undo->y());

        strip->resize(strip->wholeWidth() - 1, lineHeight);
        QCOMPARE(strip->lineCount(), 2);
        QTRY_VERIFY(undo->y() > open->geometry().bottom());
        QVERIFY(strip->height() > lineHeight);
        QCOMPARE(undo->x(), name->x());
        QVERIFY(strip->minimumSizeHint().width() < strip->width());

        undo->hide(); // then there is nothing for a second line
        QTRY_COMPARE(strip->lineCount(), 1);
        QCOMPARE(strip->height(), lineHeight);
    }

    void theNeighborOfToolsGivesWayBeforeTheyBreak()
    {
        QSplitter splitter;
        auto *list = new QListView;
        list->setMinimumWidth(100);
        auto *strip = new ToolStrip;
        strip->addWidget(new QPushButton(u"All lines"_s), 1);
        strip->allowBreak();
        strip->addWidget(new QPushButton(u"Find in the log"_s));
        strip->setGivingWay(list);
        splitter.addWidget(list);
        splitter.addWidget(strip);
        splitter.setStretchFactor(1, 1);
        splitter.resize(strip->wholeWidth() + 120, 100);
        splitter.setSizes({300, strip->wholeWidth() - 180});
        splitter.show();
        QTRY_COMPARE(strip->lineCount(), 1);
        QVERIFY(list->width() < 120);

        splitter.resize(strip->wholeWidth() + 80, 100); // now the list has not enough to give
        QTRY_COMPARE(strip->lineCount(), 2);
    }

    void actionsOfABannerStandBelowWordsThatWouldHaveNoRoomBesideThem()
    {
        QWidget page;
        Banner banner(&page);
        banner.showMessage(theme::State::Warning, u"The notes were edited on GitHub"_s,
                           u"Publishing would replace what stands there."_s);
        QPushButton *merge = banner.addAction(u"Merge"_s);
        QPushButton *send = banner.addAction(u"Send the file's text instead"_s);
        const auto words = banner.findChildren<QLabel *>();
        page.resize(1000, 400);
        banner.resize(1000, banner.heightForWidth(1000));
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QTRY_VERIFY(merge->mapTo(&banner, QPoint()).x() > words[0]->geometry().right());
        const int beside = banner.heightForWidth(1000);

        banner.resize(360, banner.height());
        QTRY_VERIFY(merge->mapTo(&banner, QPoint()).x() == words[0]->x());
        QTRY_VERIFY(banner.heightForWidth(360) > beside);
        banner.resize(360, banner.heightForWidth(360));
        QTRY_VERIFY(merge->mapTo(&banner, QPoint()).y() > words[1]->geometry().bottom());
        QVERIFY(banner.rect().contains(QRect(send->mapTo(&banner, QPoint()), send->size())));
        QVERIFY(banner.minimumSizeHint().width() < 360);

        QPushButton *later = banner.addAction(u"Keep the file's"_s); // the others are in sight already
        QTRY_VERIFY(later->isVisible());
    }

    void choicesOfAHeaderBecomeNarrowerBeforeItsMainButton()
    {
        QWidget window;
        PageHeader header(u"x86_64-unknown-linux-gnu"_s, &window);
        auto *choices = new SegmentedControl({u"Target"_s, u"GitHub Actions"_s});
        header.addWidget(choices);
        QPushButton *accent = header.addButton(u"Look at the archives"_s, true);
        window.resize(1000, 100);
        header.resize(1000, header.height());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_COMPARE(choices->width(), choices->sizeHint().width());

        const QSize least = header.minimumSizeHint();
        QVERIFY(choices->minimumSizeHint().width() < choices->sizeHint().width());
        header.resize(least.width(), header.height());
        QTRY_VERIFY(accent->geometry().right() < header.width());
        QTRY_VERIFY(choices->geometry().right() < accent->x());
        QCOMPARE(choices->width(), choices->minimumSizeHint().width());
        const int narrow = choices->width();
        for (int width = header.width(); width <= 1000; width += 10) {
            header.resize(width, header.height());
            QTRY_VERIFY2(accent->geometry().right() < width, qPrintable(QString::number(width)));
            QVERIFY(accent->width() == accent->sizeHint().width() || choices->width() == narrow);
        }
        QCOMPARE(choices->width(), choices->sizeHint().width());
    }

    void theMainButtonOfAHeaderGivesWayLast()
    {
        QWidget window;
        PageHeader header(u"Plan"_s, &window);
        QPushButton *first = header.addButton(u"Alles noch einmal prüfen"_s);
        QPushButton *second = header.addButton(u"Veröffentlichung vorbereiten …"_s);
        QPushButton *accent = header.addButton(u"Die Archive ansehen"_s, true);
        header.resize(1000, header.height());
        window.resize(1000, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(first->width(), first->sizeHint().width());
        QVERIFY(first->toolTip().isEmpty());

        header.resize(header.minimumSizeHint().width(), header.height());
        QTRY_VERIFY(accent->geometry().right() < header.width());
        const int leastFirst = first->width(), leastSecond = second->width();
        QVERIFY(leastFirst < first->sizeHint().width() && leastSecond < second->sizeHint().width());
        QVERIFY(first->geometry().right() < second->x() && second->geometry().right() < accent->x());
        QCOMPARE(first->toolTip(), u"Alles noch einmal prüfen"_s);
        int whole = 0;
        for (int width = header.width(); width <= 1000; width += 10) {
            header.resize(width, header.height());
            QTRY_VERIFY2(accent->geometry().right() < width, qPrintable(QString::number(width)));
            const bool isWhole = accent->width() == accent->sizeHint().width();
            QVERIFY(isWhole || (first->width() == leastFirst && second->width() == leastSecond));
            whole += isWhole ? 1 : 0;
        }
        QVERIFY(whole > 0);

        header.setVisibleWidth(500); // the rest can be scrolled to
        QTRY_VERIFY(accent->geometry().right() < 500);
        header.setVisibleWidth(1000);
        QTRY_COMPARE(first->width(), first->sizeHint().width());
        QVERIFY(first->toolTip().isEmpty());
    }

    void fieldOfAHeaderGivesWayBeforeItsTitleAndItsButtons()
    {
        QWidget window;
        PageHeader header(u"History"_s, &window);
        header.setSummary(u"12 releases · a warm release takes 8 min"_s);
        auto *field = new QLineEdit;
        field->setMinimumWidth(60);
        field->setMaximumWidth(150);
        header.addWidget(field);
        QPushButton *details = header.addButton(u"Show details"_s);
        const auto *title = header.findChild<ElidedLabel *>();
        QCOMPARE(title->text(), u"History"_s);
        window.resize(1000, 100);
        header.resize(1000, header.height());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const int whole = field->width();
        QVERIFY(whole > 60 && whole <= 150);

        int given = 0;
        const int least =
            header.minimumSizeHint().width() - title->minimumSizeHint().width() + title->sizeHint().width();
        for (int width = 1000; width >= least; width -= 5) {
            header.resize(width, header.height());
            QTRY_VERIFY2(details->geometry().right() < width, qPrintable(QString::number(width)));
            QTRY_VERIFY2(!title->isElided(), qPrintable(QString::number(width)));
            QVERIFY(field->width() >= 60);
            QVERIFY(field->width() == 60 || details->width() == details->sizeHint().width());
            given += field->width() < whole ? 1 : 0;
        }
        QVERIFY(given > 0);

        header.resize(1000, header.height());
        QTRY_COMPARE(field->width(), whole);
    }

    void longTextsDoNotWidenAPageHeader()
    {
        PageHeader header(u"main-x86_64-unknown-linux-gnu-with-a-very-long-name.tar.xz"_s);
        header.setSummary(QString(500, u'x'));
        QVERIFY(header.minimumSizeHint().width() < 200);
        QCOMPARE(header.height(), theme::rowHeight(theme::size::pageHeader));
    }

    void elidedLabelKnowsWhetherItsTextFits()
    {
        ElidedLabel label(u"a text of some length"_s, theme::Type::Body);
        label.resize(label.sizeHint());
        QVERIFY(!label.isElided());
        label.resize(30, 20);
        QVERIFY(label.isElided());
    }

    void bannerShowsItsActionsUntilItsCauseIsGone()
    {
        QWidget page;
        Banner banner(&page);
        QVERIFY(banner.isHidden());
        banner.showMessage(theme::State::Warning, u"No output for 3 min 10 s."_s, u"It may be linking."_s);
        QPushButton *cancel = banner.addAction(u"Cancel this target"_s);
        page.show();
        QSignalSpy clicked(cancel, &QPushButton::clicked);
        QTest::mouseClick(cancel, Qt::LeftButton);

        QCOMPARE(clicked.count(), 1);
        QCOMPARE(banner.accessibleName(), u"No output for 3 min 10 s."_s);
        banner.clear();
        QVERIFY(banner.isHidden());
        QVERIFY(cancel->isHidden());
    }

    void bannerMayBeClearedByItsOwnAction()
    {
        QWidget page;
        Banner banner(&page);
        banner.showMessage(theme::State::Note, u"Title"_s, {});
        QPushButton *action = banner.addAction(u"Dismiss"_s);
        connect(action, &QPushButton::clicked, &banner, &Banner::clear);
        page.show();
        QTest::mouseClick(action, Qt::LeftButton);
        QVERIFY(banner.isHidden());
    }

    void emptyStateTellsWhatWasAsked()
    {
        EmptyState empty(u"Nothing here yet."_s, u"Go to the plan"_s);
        QSignalSpy asked(&empty, &EmptyState::actionRequested);
        empty.show();
        QTest::mouseClick(empty.button(), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        empty.setAction({});
        QVERIFY(empty.button()->isHidden());
    }

    void shiftF10AsksForTheMenuOfWhatHasTheFocus()
    {
        openMenusOnShiftF10(*qApp);
        QWidget window;
        QLineEdit first(&window);
        QLineEdit second(&window);
        for (QLineEdit *edit : {&first, &second})
            edit->setContextMenuPolicy(Qt::CustomContextMenu);
        QSignalSpy asked(&first, &QWidget::customContextMenuRequested);
        QSignalSpy askedOther(&second, &QWidget::customContextMenuRequested);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        first.setFocus();
        QTest::keyClick(&first, Qt::Key_F10);
        QVERIFY(asked.isEmpty());
        QTest::keyClick(&first, Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(asked.size(), 1);
        QVERIFY(askedOther.isEmpty());
    }

    void segmentsMoveWithTheArrowKeys()
    {
        SegmentedControl control({u"All 20"_s, u"Problems 5"_s});
        QSignalSpy changed(&control, &SegmentedControl::currentChanged);
        control.show();
        QVERIFY(QTest::qWaitForWindowActive(&control));
        control.button(0)->setFocus();
        QTest::keyClick(control.button(0), Qt::Key_Right);

        QCOMPARE(control.currentIndex(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toInt(), 1);
    }

    void segmentsAreOneChoiceForAssistivePrograms()
    {
        SegmentedControl control({u"All 20"_s, u"Problems 5"_s});
        for (int i = 0; i < 2; ++i)
            QCOMPARE(QAccessible::queryAccessibleInterface(control.button(i))->role(), QAccessible::RadioButton);
    }

    void widgetsThatPaintThemselvesSayWhatTheyAre()
    {
        QWidget chart;
        chart.setAccessibleName(u"Build times"_s);
        QCOMPARE(QAccessible::queryAccessibleInterface(&chart)->role(), QAccessible::Client);
        setAccessibleRole(&chart, QAccessible::Chart);
        const QAccessibleInterface *told = QAccessible::queryAccessibleInterface(&chart);
        QCOMPARE(told->role(), QAccessible::Chart);
        QCOMPARE(told->text(QAccessible::Name), u"Build times"_s);
        QWidget plain;
        QCOMPARE(QAccessible::queryAccessibleInterface(&plain)->role(), QAccessible::Client);
    }

    void chipSaysItsWholeTextAndState()
    {
        Chip chip(u"branch"_s);
        chip.setTexts(u"main @ de53020"_s, u"clean"_s);
        chip.setState(theme::State::Done);
        QCOMPARE(chip.accessibleName(), u"main @ de53020, clean, done"_s);
        QVERIFY(chip.minimumSizeHint().width() < chip.sizeHint().width());
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
