// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/steprail/steprail.h"

#include <QSignalSpy>
#include <QTest>

using namespace unmoor;
using namespace Qt::StringLiterals;

class TestStepRail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrowKeysGoFromStepToStep()
    {
        StepRail rail;
        rail.show();
        QVERIFY(QTest::qWaitForWindowActive(&rail));
        QSignalSpy changed(&rail, &StepRail::currentChanged);
        rail.button(StepRail::Plan)->setFocus();
        QTest::keyClick(rail.button(StepRail::Plan), Qt::Key_Down);
        QCOMPARE(rail.current(), StepRail::Build);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().value<StepRail::Step>(), StepRail::Build);
    }

    void clickGoesToAStep()
    {
        StepRail rail;
        rail.show();
        QTest::mouseClick(rail.button(StepRail::History), Qt::LeftButton);
        QCOMPARE(rail.current(), StepRail::History);
        QVERIFY(!rail.button(StepRail::Plan)->isChecked());
    }

    void screenReadersHearHowAStepStands()
    {
        StepRail rail;
        rail.setState(StepRail::Build, {theme::State::Running, u"2 of 3 done, 1 running"_s});
        QCOMPARE(rail.button(StepRail::Build)->accessibleName(), u"Build"_s);
        QCOMPARE(rail.button(StepRail::Build)->accessibleDescription(), u"running: 2 of 3 done, 1 running"_s);
    }
};

QTEST_MAIN(TestStepRail)
#include "tst_steprail.moc"
