// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/headerbar.h"
#include "ui/mainframe/pagestack.h"
#include "ui/mainframe/statusline.h"
#include "ui/widgets/chip.h"

#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace unmoor;
using namespace Qt::StringLiterals;

namespace {

Chip *chipWith(const QWidget &parent, const QString &words)
{
    for (Chip *chip : parent.findChildren<Chip *>()) {
        if (chip->accessibleName().contains(words))
            return chip;
    }
    return nullptr;
}

} // namespace

class TestMainFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheKeyboardGoesToIsScrolledIntoSight()
    {
        auto *page = new QWidget;
        auto *column = new QVBoxLayout(page);
        auto *outside = new QPushButton(u"outside"_s);
        auto *area = new QScrollArea;
        area->setFocusPolicy(Qt::NoFocus);
        auto *content = new QWidget;
        content->setFixedSize(200, 2000);
        auto *inside = new QPushButton(u"inside"_s, content);
        inside->move(0, 1900);
        area->setWidget(content);
        column->addWidget(outside);
        column->addWidget(area);
        PageStack stack;
        stack.addPage(page);
        stack.resize(400, 300);
        stack.show();
        QVERIFY(QTest::qWaitForWindowActive(&stack));
        outside->setFocus();
        QCOMPARE(area->verticalScrollBar()->value(), 0);
        QTest::keyClick(&stack, Qt::Key_Tab);
        QVERIFY(inside->hasFocus());
        QVERIFY(!inside->visibleRegion().isEmpty());
    }

    void paletteChipAsksForTheCommandPalette()
    {
        HeaderBar bar;
        bar.show();
        QSignalSpy asked(&bar, &HeaderBar::commandPaletteRequested);
        QTest::mouseClick(chipWith(bar, u"Find or run"_s), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
    }

    void sourceChipSaysWhetherTheTreeIsClean()
    {
        HeaderBar bar;
        bar.setSource(HeaderBar::Source{u"main"_s, u"de53020c1f0e"_s, true});
        QVERIFY(chipWith(bar, u"main @ de53020, not clean, warning"_s));
        bar.setSource(HeaderBar::Source{.branch = u"main"_s, .commit = u"de53020c1f0e"_s, .isOld = true});
        QVERIFY(chipWith(bar, u"main @ de53020, changed since, warning"_s));
        bar.setSource({});
        QVERIFY(chipWith(bar, u"main"_s)->isHidden());
    }

    void narrowWindowKeepsHostAndDropsTheUser()
    {
        HeaderBar bar;
        bar.setAccount({u"github.com"_s, u"perstarkse"_s, u"signed in"_s, theme::State::Done});
        bar.resize(1280, 46);
        bar.show();
        QVERIFY(chipWith(bar, u"perstarkse @ github.com"_s));
        bar.resize(1024, 46);
        QTRY_VERIFY(!chipWith(bar, u"perstarkse"_s));
        QVERIFY(chipWith(bar, u"github.com, signed in"_s));
    }

    void longNamesDoNotWidenTheWindow()
    {
        HeaderBar bar;
        bar.setProject(QString(200, u'x'));
        bar.setVersion(QString(100, u'1'), u'v' + QString(100, u'1'));
        bar.setSource(HeaderBar::Source{QString(200, u'y'), u"de53020c1f0e"_s, false});
        bar.resize(1024, 46);
        bar.show();
        QVERIFY2(bar.minimumSizeHint().width() <= 1024, qPrintable(QString::number(bar.minimumSizeHint().width())));
    }

    void recentProjectsAreInTheMenuOfTheName()
    {
        HeaderBar bar;
        bar.setRecentProjects({{.path = u"/src/minne"_s, .name = u"minne"_s}});
        QSignalSpy chosen(&bar, &HeaderBar::recentProjectRequested);
        for (const QToolButton *button : bar.findChildren<QToolButton *>()) {
            for (QAction *action : button->menu() ? button->menu()->actions() : QList<QAction *>()) {
                if (action->text() == u"minne"_s)
                    action->trigger();
            }
        }
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<RecentProject>().path, u"/src/minne"_s);
    }

    void problemsAreCountedAndLeadToTheNext()
    {
        StatusLine line;
        line.setProblems(1, 2);
        line.show();
        auto *problems = line.findChild<QPushButton *>();
        QCOMPARE(problems->text(), u"3 problems  F8"_s);
        QSignalSpy activated(&line, &StatusLine::problemsActivated);
        QTest::mouseClick(problems, Qt::LeftButton);
        QCOMPARE(activated.count(), 1);
        line.setProblems(0, 0);
        QCOMPARE(problems->text(), u"no problems"_s);
        QVERIFY(!problems->isEnabled());
    }

    void longMessagesDoNotWidenTheStatusLine()
    {
        StatusLine line;
        line.setMessage(theme::State::Done, QString(500, u'x'));
        line.setFreeBytes(38LL << 30);
        line.setCallsLeft(4981);
        QVERIFY(line.minimumSizeHint().width() < 700);
    }
};

QTEST_MAIN(TestMainFrame)
#include "tst_mainframe.moc"
