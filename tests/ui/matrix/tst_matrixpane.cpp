// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrixmodel.h"
#include "ui/matrix/matrixpane.h"
#include "ui/matrix/matrixsplit.h"
#include "ui/matrix/matrixstrip.h"
#include "ui/matrix/matrixview.h"
#include "ui/matrix/targetsmenu.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace unmoor;
using namespace Qt::StringLiterals;
using Build = TargetState::Build;
using Which = MatrixFilter::Which;

namespace {

TargetState target(const QString &triple, Build build = Build::Planned)
{
    TargetState state;
    state.target.triple = triple;
    state.target.system = u"x86_64-linux"_s;
    state.where = u"this machine"_s;
    state.build = build;
    return state;
}

TargetState leftOut(const QString &triple)
{
    TargetState state = target(triple, Build::LeftOut);
    state.leftOutByChoice = true;
    return state;
}

/// Of every state that can be filtered by, in no order of names.
QList<TargetState> ofEachState()
{
    return {target(u"mac"_s, Build::Running), target(u"linux"_s, Build::Built), target(u"windows"_s, Build::Failed),
            leftOut(u"bsd"_s), target(u"arm"_s, Build::Planned)};
}

QStringList shownNames(const MatrixView &view)
{
    QStringList names;
    for (int row = 0; row < view.model()->rowCount(); ++row)
        names.append(view.model()->index(row, MatrixModel::Target).data(MatrixModel::WordRole).toString());
    return names;
}

void clickHeader(MatrixView &view, int column)
{
    QHeaderView *header = view.horizontalHeader();
    const QPoint at(header->sectionViewportPosition(column) + 30, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
}

QAction *actionWith(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions())
        if (action->text().remove(u'&') == text)
            return action;
    return nullptr;
}

QList<PlaceChoice> placesFor(bool mac)
{
    return {{.place = {}, .isCurrent = !mac, .whyNot = mac ? u"builds x86_64-linux"_s : QString()},
            {.place = {.kind = BuildPlace::Kind::Host, .host = u"mac-mini"_s}, .isCurrent = mac}};
}

} // namespace

class TestMatrixPane : public QObject
{
    Q_OBJECT

    std::unique_ptr<MatrixModel> m_model;
    std::unique_ptr<MatrixPane> m_pane;

    MatrixView &view() { return *m_pane->view(); }

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<MatrixModel>();
        m_pane = std::make_unique<MatrixPane>();
        m_pane->setMatrixModel(m_model.get());
        m_model->setTargets(ofEachState());
        m_pane->resize(900, 260);
        m_pane->show();
    }

    void cleanup()
    {
        m_pane.reset();
        m_model.reset();
    }

    void headerSortsAndItsThirdClickBringsTheOrderBack()
    {
        const QStringList original{u"mac"_s, u"linux"_s, u"windows"_s, u"bsd"_s, u"arm"_s};
        QCOMPARE(shownNames(view()), original);
        clickHeader(view(), MatrixModel::Target);
        QCOMPARE(shownNames(view()), QStringList({u"arm"_s, u"bsd"_s, u"linux"_s, u"mac"_s, u"windows"_s}));
        QVERIFY(view().isSorted());
        clickHeader(view(), MatrixModel::Target);
        QCOMPARE(shownNames(view()).first(), u"windows"_s);
        clickHeader(view(), MatrixModel::Target);
        QCOMPARE(shownNames(view()), original);
        QVERIFY(!view().isSorted());
    }

    void worstComesFirstWhereBuildsAreSorted()
    {
        view().sortBy(MatrixModel::Build);
        QCOMPARE(shownNames(view()).first(2), QStringList({u"windows"_s, u"mac"_s}));
    }

    void rowsKeepTheirNumbersWhateverTheOrder()
    {
        view().setCurrentRow(1);
        QSignalSpy moved(&view(), &MatrixView::currentRowChanged);
        view().sortBy(MatrixModel::Target);
        QCOMPARE(view().currentRow(), 1);
        QCOMPARE(view().currentIndex().row(), 2); // arm, bsd, linux
        QCOMPARE(moved.size(), 0);
        view().moveCurrentRow(1);
        QCOMPARE(view().currentRow(), 0); // mac
    }

    void leftOutRowSpansWhereItWasSortedTo()
    {
        QCOMPARE(view().columnSpan(3, MatrixModel::Where), 4);
        view().sortBy(MatrixModel::Target);
        QCOMPARE(view().columnSpan(3, MatrixModel::Where), 1);
        QCOMPARE(view().columnSpan(1, MatrixModel::Where), 4);
    }

    void statesAreFiltered_data()
    {
        QTest::addColumn<Which>("which");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("attention") << Which::Attention << QStringList{u"windows"_s};
        QTest::newRow("to build") << Which::ToBuild << QStringList{u"windows"_s, u"arm"_s};
        QTest::newRow("running") << Which::Running << QStringList{u"mac"_s};
        QTest::newRow("done") << Which::Done << QStringList{u"linux"_s};
        QTest::newRow("left out") << Which::LeftOut << QStringList{u"bsd"_s};
    }

    void statesAreFiltered()
    {
        QFETCH(Which, which);
        QFETCH(QStringList, shown);
        view().setFilter({.name = {}, .which = which});
        QCOMPARE(shownNames(view()), shown);
    }

    void whatAFilterHidesStaysTheCurrentTarget()
    {
        view().setCurrentRow(2);
        QSignalSpy moved(&view(), &MatrixView::currentRowChanged);
        view().setFilter({.name = u"lin"_s});
        QCOMPARE(shownNames(view()), QStringList{u"linux"_s});
        QCOMPARE(view().currentRow(), 2);
        QCOMPARE(moved.size(), 0);
        view().setFilter({});
        QCOMPARE(view().currentRow(), 2);
        QCOMPARE(view().currentIndex().row(), 2);
        QCOMPARE(moved.size(), 0);
    }

    void whatIsGoneToIsShownThoughAFilterHidIt()
    {
        view().setFilter({.name = u"lin"_s});
        view().setCurrentRow(2);
        QVERIFY(!view().filter().isActive());
        QCOMPARE(view().currentRow(), 2);
    }

    void targetThatChangesComesIntoTheFilteredRows()
    {
        view().setFilter({.which = Which::Attention});
        m_model->updateTarget(4, target(u"arm"_s, Build::Failed));
        QCOMPARE(shownNames(view()), QStringList({u"windows"_s, u"arm"_s}));
        m_model->updateTarget(2, target(u"windows"_s, Build::Waiting));
        QCOMPARE(shownNames(view()), QStringList{u"arm"_s});
    }

    void typedNameFiltersAndEscapeGivesItUp()
    {
        QVERIFY(!m_pane->strip()->isVisible()); // few targets
        m_pane->find();
        QVERIFY(m_pane->strip()->isVisible());
        auto *name = m_pane->strip()->findChild<QLineEdit *>();
        QTest::keyClicks(name, u"arm"_s);
        QCOMPARE(shownNames(view()), QStringList{u"arm"_s});
        QTest::keyClick(name, Qt::Key_Escape);
        QCOMPARE(view().model()->rowCount(), 5);
        QVERIFY(!m_pane->strip()->isVisible());
    }

    void manyTargetsHaveTheFilterAtHand()
    {
        QList<TargetState> many;
        for (int i = 0; i < 12; ++i)
            many.append(target(u"target-%1"_s.arg(i)));
        m_model->setTargets(many);
        QVERIFY(m_pane->strip()->isVisible());
        view().sortBy(MatrixModel::Target);
        QCOMPARE(shownNames(view()).at(2), u"target-2"_s); // not target-10
    }

    void severalRowsHaveOneMenu()
    {
        view().setCurrentRow(0);
        QTest::keyClick(&view(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view().selectedRows(), QList<int>({0, 1}));
        QSignalSpy one(&view(), &MatrixView::targetMenuRequested);
        QSignalSpy several(&view(), &MatrixView::targetsMenuRequested);
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(1, 1), view().mapToGlobal(QPoint(1, 1)));
        QCoreApplication::sendEvent(view().viewport(), &byKey);
        QCOMPARE(several.size(), 1);
        QCOMPARE(several.first().first().value<QList<int>>(), QList<int>({0, 1}));
        QCOMPARE(one.size(), 0);
    }

    void clickWithShiftSelectsAndOpensNoMenuOfPlaces()
    {
        QSignalSpy asked(&view(), &MatrixView::placeMenuRequested);
        const auto where = [&](int row) {
            return view().visualRect(view().model()->index(row, MatrixModel::Where)).center();
        };
        view().setCurrentRow(0);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::ShiftModifier, where(2));
        QCOMPARE(view().selectedRows(), QList<int>({0, 1, 2}));
        QCOMPARE(asked.size(), 0);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, where(1));
        QCOMPARE(asked.size(), 1);
    }

    void menuOfSeveralCountsThoseThatItIsFor()
    {
        TargetsMenu menu(ofEachState(), QList<QList<PlaceChoice>>(5, placesFor(false)));
        QAction *build = actionWith(menu, u"Build 3 targets"_s);
        QVERIFY(build && build->isEnabled());
        QVERIFY(build->toolTip().contains(u"mac"_s)); // is being built
        QSignalSpy built(&menu, &TargetsMenu::buildRequested);
        build->trigger();
        QCOMPARE(built.first().first().toStringList(), QStringList({u"linux"_s, u"windows"_s, u"arm"_s}));
        QVERIFY(actionWith(menu, u"Leave 3 targets out of this release"_s));
        QVERIFY(actionWith(menu, u"Take 1 target back in"_s)->isEnabled());
        QVERIFY(actionWith(menu, u"Cancel 1 build"_s)->isEnabled());
    }

    void whatCannotBeDoneWithAnySaysWhy()
    {
        TargetsMenu menu({target(u"a"_s), target(u"b"_s)}, QList<QList<PlaceChoice>>(2, placesFor(false)));
        QAction *back = actionWith(menu, u"Take 2 targets back in"_s);
        QVERIFY(back && !back->isEnabled());
        QCOMPARE(back->toolTip(), u"a: It is in this release."_s);
        QVERIFY(menu.toolTipsVisible());
    }

    void placeIsChosenForThoseThatCanBeBuiltThere()
    {
        TargetsMenu menu({target(u"linux"_s), target(u"mac"_s)}, {placesFor(false), placesFor(true)});
        const QMenu *on = actionWith(menu, u"Build on"_s)->menu();
        QSignalSpy chosen(&menu, &TargetsMenu::placeChosen);
        actionWith(*on, u"this machine (1 of 2 targets)"_s)->trigger();
        QCOMPARE(chosen.takeFirst().first().toStringList(), QStringList{u"linux"_s});
        QVERIFY(!actionWith(*on, u"mac-mini"_s)->isChecked()); // only one of them is built there
        actionWith(*on, u"mac-mini"_s)->trigger();
        QCOMPARE(chosen.takeFirst().first().toStringList(), QStringList({u"linux"_s, u"mac"_s}));
    }

    void columnsKeepTheWidthsThatSomebodyGaveThem()
    {
        QVERIFY(!view().hasOwnColumns());
        view().horizontalHeader()->resizeSection(MatrixModel::Where, 200);
        QVERIFY(view().hasOwnColumns());
        m_pane->resize(1200, 260);
        QCOMPARE(view().columnWidth(MatrixModel::Where), 200);
        view().resetColumns();
        QVERIFY(!view().hasOwnColumns());
        QVERIFY(view().columnWidth(MatrixModel::Where) != 200);
    }

    void heightFollowsTheRowsUntilSomebodyMovesIt()
    {
        auto *pane = m_pane.get();
        MatrixSplit split(m_pane.release(), new QWidget);
        split.resize(900, 700);
        split.show();
        QTRY_COMPARE(pane->height(), pane->sizeHint().height());
        m_model->setTargets(ofEachState().first(2));
        QTRY_COMPARE(pane->height(), pane->view()->heightOfRows(2));

        split.change(3);
        QCOMPARE(pane->height(), pane->view()->heightOfRows(5));
        QVERIFY(!split.fitsItself());
        m_model->setTargets(ofEachState());
        split.resize(900, 640);
        QCOMPARE(pane->height(), pane->view()->heightOfRows(5));
        split.change(2);
        QTest::mouseDClick(split.handle(1), Qt::LeftButton);
        QVERIFY(split.fitsItself());
        QTRY_COMPARE(pane->height(), pane->sizeHint().height());
    }
};

QTEST_MAIN(TestMatrixPane)
#include "tst_matrixpane.moc"
