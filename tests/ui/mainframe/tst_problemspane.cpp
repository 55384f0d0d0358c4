// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/problemspane.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace unmoor;

class ProblemsPaneTest : public QObject
{
    Q_OBJECT

    const Problem gate{.step = StepRail::Plan, .place = u"Lock file"_s, .text = u"It is old."_s};
    const Problem entry{.severity = Severity::Warning,
                        .step = StepRail::Archives,
                        .triple = u"a-b-c"_s,
                        .place = u"bin/main"_s,
                        .text = u"Not\nstripped"_s,
                        .mend = u"Strip it."_s};

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Problem>(); }

    void rowsSayWhatWhereAndWhatMendsIt()
    {
        ProblemsPane pane;
        pane.setProblems({gate, entry});
        QCOMPARE(pane.list()->topLevelItemCount(), 2);
        const QTreeWidgetItem *second = pane.list()->topLevelItem(1);
        QCOMPARE(second->text(0), u"Not stripped"_s);
        QCOMPARE(second->text(1), u"Archives · a-b-c · bin/main"_s);
        QCOMPARE(second->text(2), u"Strip it."_s);
        QCOMPARE(pane.list()->topLevelItem(0)->text(1), u"Plan"_s);
        QCOMPARE(second->data(0, Qt::AccessibleTextRole).toString(), u"warning: Not stripped"_s);
        QCOMPARE(pane.findChild<QLabel *>()->text(), u"1 error, 1 warning"_s);
    }

    void returnAndSpaceGoThere()
    {
        ProblemsPane pane;
        pane.setProblems({gate, entry});
        pane.show();
        pane.setCurrent(entry);
        QSignalSpy activated(&pane, &ProblemsPane::problemActivated);
        QTest::keyClick(pane.list(), Qt::Key_Return);
        QTest::keyClick(pane.list(), Qt::Key_Space);
        QCOMPARE(activated.size(), 2);
        QCOMPARE(activated[1][0].value<Problem>(), entry);
    }

    void theChosenOneStaysAsLongAsItIsThere()
    {
        ProblemsPane pane;
        pane.setProblems({gate, entry});
        pane.setCurrent(entry);
        pane.setProblems({entry});
        QCOMPARE(pane.list()->currentItem(), pane.list()->topLevelItem(0));
        pane.setProblems({gate});
        QVERIFY(!pane.list()->currentItem());
        pane.setProblems({});
        QCOMPARE(pane.findChild<QLabel *>()->text(), u"No problems"_s);
    }
};

QTEST_MAIN(ProblemsPaneTest)
#include "tst_problemspane.moc"
