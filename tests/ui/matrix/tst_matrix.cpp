// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrixmodel.h"
#include "ui/matrix/matrixview.h"
#include "ui/matrix/targetmenu.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace unmoor;
using namespace Qt::StringLiterals;
using Build = TargetState::Build;
using theme::State;

namespace {

TargetState target(const QString &triple, Build build = Build::Unknown)
{
    TargetState state;
    state.target.triple = triple;
    state.target.system = u"aarch64-darwin"_s;
    state.where = u"this machine"_s;
    state.build = build;
    return state;
}

TargetState running(double progress)
{
    TargetState state = target(u"x"_s, Build::Running);
    state.progress = progress;
    state.current = u"minne-1.0.5"_s;
    state.remainingSeconds = 183;
    return state;
}

TargetState planned(BuildForecast::State forecast, int builds, std::optional<double> estimate)
{
    TargetState state = target(u"x"_s, Build::Planned);
    state.forecast.state = forecast;
    for (int i = 0; i < builds; ++i)
        state.forecast.willBuild << u"/nix/store/x.drv"_s;
    state.estimateSeconds = estimate;
    return state;
}

TargetState inspected(int files, int errors, int warnings)
{
    TargetState state = target(u"x"_s, Build::Built);
    auto inspection = std::make_shared<Inspection>();
    inspection->contents.entries.resize(files);
    inspection->contents.entries << ArchiveEntry{.type = ArchiveEntry::Type::Directory};
    inspection->contents.sha256 = "9f2c41d7a0b3e1";
    for (int i = 0; i < errors; ++i)
        inspection->report.findings << Finding{Severity::Error};
    for (int i = 0; i < warnings; ++i)
        inspection->report.findings << Finding{Severity::Warning};
    state.archive = TargetState::Archive::Read;
    state.inspection = inspection;
    return state;
}

QList<PlaceChoice> places()
{
    return {{.place = {}, .isCurrent = true, .whyNot = u"builds x86_64-linux"_s},
            {.place = {.kind = BuildPlace::Kind::Host, .host = u"mac-mini"_s}}};
}

QAction *actionWith(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions())
        if (action->text().remove(u'&') == text)
            return action;
    return nullptr;
}

} // namespace

class TestMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buildCellSaysShapeWordAndDetail_data()
    {
        QTest::addColumn<TargetState>("target");
        QTest::addColumn<MatrixCell>("cell");
        using Forecast = BuildForecast::State;
        QTest::newRow("unknown") << target(u"x"_s) << nothingYet();
        QTest::newRow("warm") << planned(Forecast::Warm, 2, 235)
                              << MatrixCell{State::Planned, u"warm"_s, u"2 to build, about 4 min"_s};
        QTest::newRow("no history") << planned(Forecast::Cold, 2, {})
                                    << MatrixCell{State::Planned, u"cold"_s, u"2 to build, no history"_s};
        QTest::newRow("no-op") << planned(Forecast::NoOp, 0, {})
                               << MatrixCell{State::Cached, u"cached"_s, u"nothing to build"_s};
        QTest::newRow("running") << running(0.619)
                                 << MatrixCell{State::Running, u"61 %"_s, u"minne-1.0.5 · about 3 min left"_s, 0.619};
        TargetState late = running(0.9);
        late.remainingSeconds = 0;
        late.isOverdue = true;
        QTest::newRow("late") << late
                              << MatrixCell{State::Running, u"90 %"_s, u"minne-1.0.5 · longer than usual"_s, 0.9};
        TargetState unknown = running(0.5);
        unknown.remainingSeconds.reset();
        TargetState evaluating = running(0);
        evaluating.remainingSeconds.reset();
        QTest::newRow("no share known yet")
            << evaluating << MatrixCell{State::Running, u"building"_s, u"minne-1.0.5"_s};
        QTest::newRow("running, no history") << unknown << MatrixCell{State::Running, u"50 %"_s, u"minne-1.0.5"_s, 0.5};
        TargetState fetching = planned(Forecast::Cold, 12, 250);
        fetching.forecast.willFetch = {u"/nix/store/a"_s, u"/nix/store/b"_s, u"/nix/store/c"_s};
        fetching.forecast.fetchBytes = 41 << 20;
        QTest::newRow("cold with downloads")
            << fetching << MatrixCell{State::Planned, u"cold"_s, u"12 to build, 3 to fetch, 41.0 MiB, about 4 min"_s};
        TargetState built = target(u"x"_s, Build::Built);
        built.record.seconds = 252;
        QTest::newRow("built") << built << MatrixCell{State::Done, u"4 m 12 s"_s, u"built"_s};
        TargetState failed = target(u"x"_s, Build::Failed);
        failed.failure = BuildFailure{.message = u"The disk is full."_s};
        QTest::newRow("failed") << failed << MatrixCell{State::Error, u"failed"_s, u"The disk is full."_s};
        QTest::newRow("unbuildable") << target(u"x"_s, Build::Unbuildable)
                                     << MatrixCell{State::Warning, u"cannot be built here"_s,
                                                   u"needs aarch64-darwin: adopt, build elsewhere or leave out"_s};
    }

    void buildCellSaysShapeWordAndDetail()
    {
        QFETCH(TargetState, target);
        QFETCH(MatrixCell, cell);
        const MatrixCell actual = buildCell(target, QDateTime::currentDateTimeUtc());
        QCOMPARE(actual.word, cell.word);
        QCOMPARE(actual.detail, cell.detail);
        QVERIFY(actual == cell);
    }

    void cachedBuildSaysWhereItIsFrom()
    {
        TargetState cached = target(u"x"_s, Build::Cached);
        cached.record.revision = u"de53020aaaa"_s;
        cached.record.startedAt = QDateTime(QDate(2026, 6, 8), QTime(9, 0), QTimeZone::UTC);
        const MatrixCell cell = buildCell(cached, QDateTime(QDate(2026, 6, 10), QTime(9, 0), QTimeZone::UTC));
        QCOMPARE(cell.detail, u"from de53020, 2 days ago"_s);
    }

    void archiveCellCountsFilesNotFolders()
    {
        QCOMPARE(archiveCell(inspected(20, 0, 0)).word, u"20 files"_s);
        QVERIFY(archiveCell(inspected(20, 0, 0)).state == State::Done);
    }

    void archiveErrorsOutweighWarnings()
    {
        const MatrixCell cell = archiveCell(inspected(20, 4, 1));
        QVERIFY(cell.state == State::Error);
        QCOMPARE(cell.word, u"4 errors"_s);
        QCOMPARE(cell.detail, u"1 warning"_s);
    }

    void verifiedReleaseShowsItsDigest()
    {
        TargetState state = inspected(20, 0, 0);
        state.release = FileVerdict::Verified;
        QCOMPARE(releaseCell(state).detail, u"9f2c41d7…"_s);
        QVERIFY(releaseCell(state).state == State::Verified);
    }

    void runningUploadShowsItsShare()
    {
        TargetState state = target(u"x"_s, Build::Built);
        state.record.bytes = 200;
        state.bytesSent = 70;
        QCOMPARE(releaseCell(state).word, u"35 %"_s);
        QCOMPARE(releaseCell(state).progress, 0.35);
    }

    void modelKeepsTheContract()
    {
        MatrixModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTargets({target(u"a"_s), target(u"b"_s)});
        model.setTargets({target(u"a"_s, Build::Waiting), running(0.5)});
        model.setTargets({});
        QCOMPARE(model.rowCount(), 0);
    }

    void onlyChangedCellsAreTold()
    {
        MatrixModel model;
        model.setTargets({target(u"a"_s), running(0.5)});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.updateTarget(1, running(0.5));
        QCOMPARE(changed.count(), 0);

        model.updateTarget(1, running(0.7));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex(), model.index(1, MatrixModel::Build));
        QCOMPARE(changed.first().at(1).toModelIndex(), model.index(1, MatrixModel::Build));
    }

    void sameTargetsDoNotResetTheTable()
    {
        MatrixModel model;
        model.setTargets({target(u"a"_s), target(u"b"_s)});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setTargets({target(u"a"_s, Build::Waiting), target(u"b"_s)});
        QCOMPARE(reset.count(), 0);
        model.setTargets({target(u"b"_s)});
        QCOMPARE(reset.count(), 1);
    }

    void screenReadersHearShapeWordAndDetail()
    {
        MatrixModel model;
        model.setTargets({running(0.61)});
        QCOMPARE(model.index(0, MatrixModel::Build).data(Qt::AccessibleTextRole).toString(),
                 u"running, 61 %, minne-1.0.5 · about 3 min left"_s);
        QCOMPARE(model.index(0, MatrixModel::Archive).data(Qt::AccessibleTextRole).toString(), u"nothing yet"_s);
    }

    void leftOutRowsSpanAndComeBack()
    {
        MatrixModel model;
        MatrixView view;
        view.setMatrixModel(&model);
        TargetState out = target(u"b"_s, Build::LeftOut);
        out.leftOutReason = u"Apple silicon only"_s;
        model.setTargets({target(u"a"_s), out});
        QCOMPARE(view.columnSpan(0, MatrixModel::Where), 1);
        QCOMPARE(view.columnSpan(1, MatrixModel::Where), 4);
        QCOMPARE(model.index(1, MatrixModel::Where).data(Qt::AccessibleTextRole).toString(),
                 u"left out, Left out:, Apple silicon only"_s);

        model.updateTarget(1, target(u"b"_s));
        QCOMPARE(view.columnSpan(1, MatrixModel::Where), 1);
    }

    void aSmallViewComesToRest_data()
    {
        QTest::addColumn<double>("textSize");
        for (const int percent : {100, 125, 150})
            QTest::addRow("text at %d %%", percent) << percent / 100.0;
    }

    /// A scroll bar that takes a row's height makes another one necessary, which takes its width, and columns that fit
    /// themselves follow: it must come to an end. Where it did not is a matter of a few pixels.
    void aSmallViewComesToRest()
    {
        QFETCH(double, textSize);
        const QFont usual = qApp->font();
        const auto restore = qScopeGuard([&usual] { qApp->setFont(usual); });
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * textSize);
        qApp->setFont(font);
        MatrixModel model;
        QList<TargetState> rows;
        for (int i = 0; i < 4; ++i)
            rows << target(u"x86_64-unknown-linux-gnu-%1"_s.arg(i));
        model.setTargets(rows);
        MatrixView view;
        view.setMatrixModel(&model);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        for (int width = 460; width <= 500; width += 4) {
            for (const int lacking : {0, 6}) {
                view.resize(width, view.heightOfRows(4) - lacking);
                for (int turn = 0; turn < 8; ++turn)
                    QCoreApplication::processEvents();
                const QRect settled = view.viewport()->geometry();
                QList<QRect> seen;
                for (int turn = 0; turn < 4; ++turn) {
                    QCoreApplication::sendPostedEvents();
                    seen << view.viewport()->geometry();
                }
                QVERIFY2(seen.count(settled) == seen.size(),
                         qPrintable(u"%1 pixels, %2 lacking"_s.arg(width).arg(lacking)));
                QVERIFY2(view.columnWidth(0) > 0, "no column is left");
            }
        }
    }

    void heightIsThatOfTheRows()
    {
        MatrixModel model;
        MatrixView view;
        view.setMatrixModel(&model);
        const int none = view.sizeHint().height();
        model.setTargets({target(u"a"_s), target(u"b"_s)});
        QCOMPARE(view.sizeHint().height(), none + 2 * theme::rowHeight(theme::size::matrixRow));
    }

    void wordsFitWhereDetailsDoNot()
    {
        MatrixModel model;
        MatrixView view;
        view.setMatrixModel(&model);
        model.setTargets({target(u"x"_s, Build::Unbuildable)});
        view.resize(847, 200);
        view.show();
        const QModelIndex build = model.index(0, MatrixModel::Build);
        QVERIFY(view.columnWidth(MatrixModel::Build) >= view.itemDelegate()->sizeHint({}, build).width());
    }

    void menuOfPlacesSaysWhyOneCannotBeChosen()
    {
        TargetMenu menu(target(u"x"_s, Build::Unbuildable), places(), TargetMenu::Part::Where);
        QAction *here = actionWith(menu, u"this machine (builds x86_64-linux)"_s);
        QVERIFY(here && here->isChecked() && !here->isEnabled());
        QAction *there = actionWith(menu, u"mac-mini"_s);
        QVERIFY(there && !there->isChecked() && there->isEnabled());
        QVERIFY(actionWith(menu, u"Take a finished archive…"_s)->isEnabled());
        QSignalSpy chosen(&menu, &TargetMenu::placeChosen);
        there->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(0).value<BuildPlace>().host, u"mac-mini"_s);
        QSignalSpy machine(&menu, &TargetMenu::machineRequested);
        actionWith(menu, u"Set up a machine…"_s)->trigger();
        QCOMPARE(machine.size(), 1);
    }

    void menuOffersWhatTheBuildAllows()
    {
        TargetMenu planned(target(u"x"_s, Build::Planned), places(), TargetMenu::Part::All);
        QVERIFY(actionWith(planned, u"Build only this target"_s)->isEnabled());
        QVERIFY(!actionWith(planned, u"Cancel"_s)->isEnabled());
        QVERIFY(!actionWith(planned, u"Open log file"_s)->isEnabled());

        TargetState failed = target(u"x"_s, Build::Failed);
        failed.record.logFile = u"/tmp/x.log"_s;
        TargetMenu again(failed, places(), TargetMenu::Part::All);
        QVERIFY(actionWith(again, u"Build again"_s)->isEnabled());
        QVERIFY(actionWith(again, u"Open log file"_s)->isEnabled());

        TargetMenu busy(running(0.5), places(), TargetMenu::Part::All);
        QVERIFY(actionWith(busy, u"Cancel"_s)->isEnabled());
        QCOMPARE(actionWith(busy, u"Build only this target"_s)->toolTip(), u"It is being built."_s);
        QVERIFY(!actionWith(busy, u"Take a finished archive…"_s)->isEnabled());
        QVERIFY(!actionWith(busy, u"Build only this target"_s)->isEnabled());

        TargetState out = target(u"x"_s, Build::LeftOut);
        out.leftOutByChoice = true;
        TargetMenu back(out, places(), TargetMenu::Part::All);
        QVERIFY(actionWith(back, u"Take back in"_s)->isEnabled());
    }

    void adoptedFileCanBeLetGoOf()
    {
        TargetMenu planned(target(u"x"_s, Build::Planned), places(), TargetMenu::Part::All, u"No log is kept."_s);
        QVERIFY(!actionWith(planned, u"Let go of the taken archive"_s));
        QVERIFY(!actionWith(planned, u"Show the last log"_s)->isEnabled());
        QCOMPARE(actionWith(planned, u"Show the last log"_s)->toolTip(), u"No log is kept."_s);
        for (const auto part : {TargetMenu::Part::All, TargetMenu::Part::Where}) {
            TargetMenu adopted(target(u"x"_s, Build::Adopted), places(), part);
            QSignalSpy gone(&adopted, &TargetMenu::letGoRequested);
            actionWith(adopted, u"Let go of the taken archive"_s)->trigger();
            QCOMPARE(gone.size(), 1);
        }
    }

    void whereIsAskedForByMouseAndKeyboard()
    {
        MatrixModel model;
        MatrixView view;
        view.setMatrixModel(&model);
        TargetState out = target(u"c"_s, Build::LeftOut);
        model.setTargets({target(u"a"_s), target(u"b"_s), out});
        view.resize(847, 200);
        view.show();
        view.setCurrentRow(0);
        QSignalSpy asked(&view, &MatrixView::placeMenuRequested);
        const auto click = [&](int row, int column) {
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                              view.visualRect(view.model()->index(row, column)).center());
        };
        click(1, MatrixModel::Where);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.last().at(0).toInt(), 1);
        click(1, MatrixModel::Build);
        click(2, MatrixModel::Where); // left out: it is built nowhere
        QCOMPARE(asked.size(), 1);
        view.setCurrentRow(0);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.last().at(0).toInt(), 0);

        QSignalSpy menu(&view, &MatrixView::targetMenuRequested);
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(1, 1), view.mapToGlobal(QPoint(1, 1)));
        QCoreApplication::sendEvent(view.viewport(), &byKey);
        QCOMPARE(menu.size(), 1);
        QCOMPARE(menu.last().at(0).toInt(), 0);
    }

    void keysMoveTheCurrentTarget()
    {
        MatrixModel model;
        MatrixView view;
        view.setMatrixModel(&model);
        model.setTargets({target(u"a"_s), target(u"b"_s), target(u"c"_s)});
        view.show();
        view.setCurrentRow(0);
        QSignalSpy moved(&view, &MatrixView::currentRowChanged);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentRow(), 1);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentRow(), 2);
        view.moveCurrentRow(5);
        QCOMPARE(view.currentRow(), 2);
        QCOMPARE(moved.count(), 2);
    }

    void pauseCountsDownInTheArchivesRow()
    {
        MatrixModel model;
        const QAbstractItemModelTester tester(&model);
        model.setTargets({target(u"a"_s, Build::Built), target(u"b"_s, Build::Built)});
        const QModelIndex cell = model.index(1, MatrixModel::Release);
        const QString before = cell.data(MatrixModel::WordRole).toString();
        model.setWaiting(1, 84);
        model.setWaiting(1, 42);
        QCOMPARE(cell.data(MatrixModel::WordRole).toString(), u"waiting 0:42"_s);
        QCOMPARE(State(cell.data(MatrixModel::StateRole).toInt()), State::Waiting);
        QCOMPARE(cell.data(MatrixModel::ProgressRole).toDouble(), 0.5);
        model.updateTarget(1, target(u"b"_s, Build::Built)); // other news does not hide it
        QCOMPARE(cell.data(MatrixModel::WordRole).toString(), u"waiting 0:42"_s);
        model.setWaiting(-1, 0);
        QCOMPARE(cell.data(MatrixModel::WordRole).toString(), before);
    }
};

QTEST_MAIN(TestMatrix)
#include "tst_matrix.moc"
