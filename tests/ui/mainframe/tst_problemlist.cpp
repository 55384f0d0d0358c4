// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/problemlist.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class ProblemListTest : public QObject
{
    Q_OBJECT

    const Problem gate{.step = StepRail::Plan, .place = u"Lock file"_s};
    const Problem entry{.step = StepRail::Archives, .triple = u"a-b-c"_s, .place = u"bin/main"_s};
    const Problem notes{.severity = Severity::Warning, .step = StepRail::Notes, .text = u"no date"_s};
    const QList<Problem> all{gate, entry, notes};

private Q_SLOTS:
    void nothingIsNext() { QVERIFY(!nextProblem({}, gate, StepRail::Plan, true)); }

    void theWalkGoesRoundBothWays()
    {
        QCOMPARE(nextProblem(all, gate, StepRail::Plan, true), entry);
        QCOMPARE(nextProblem(all, notes, StepRail::Notes, true), gate);
        QCOMPARE(nextProblem(all, gate, StepRail::Plan, false), notes);
    }

    void itBeginsWhereSomebodyLooks()
    {
        QCOMPARE(nextProblem(all, {}, StepRail::Plan, true), gate);
        QCOMPARE(nextProblem(all, {}, StepRail::Build, true), entry);
        QCOMPARE(nextProblem(all, {}, StepRail::Publish, true), gate);
        QCOMPARE(nextProblem(all, {}, StepRail::Build, false), notes);
    }

    void oneThatIsMendedDoesNotStopTheWalk()
    {
        QCOMPARE(nextProblem({gate, notes}, entry, StepRail::Archives, true), notes);
    }
};

QTEST_GUILESS_MAIN(ProblemListTest)
#include "tst_problemlist.moc"
