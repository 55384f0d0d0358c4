// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/forecastrow.h"
#include "ui/plan/gaterow.h"
#include "ui/plan/planpage.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/pageheader.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace unmoor;
using namespace Qt::StringLiterals;
using Outcome = Gate::Outcome;

namespace {

QList<Gate> someGates()
{
    return {{u"Clean checkout"_s, Outcome::Passed, u"Nothing is uncommitted."_s, {}, 0.1},
            {u"Immutable releases"_s, Outcome::Skipped, u"Needs admin rights to read."_s},
            {u"Pin"_s, Outcome::Failed, u"lib.ortVersion is 1.22.0, unmoor.toml:14 expects 1.23.2."_s,
             u"Set it in nix/versions.nix:4, or change the gate."_s, 0.3}};
}

TargetState target(TargetState::Build build)
{
    TargetState state;
    state.target.triple = u"aarch64-apple-darwin"_s;
    state.target.system = u"aarch64-darwin"_s;
    state.build = build;
    return state;
}

/// The visible button with \a text, mnemonics aside.
QPushButton *buttonWith(const QWidget &page, const QString &text)
{
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

QList<GateRow *> rowsOf(const PlanPage &page)
{
    QList<GateRow *> rows;
    for (GateRow *row : page.findChildren<GateRow *>()) {
        if (!row->isHidden())
            rows << row;
    }
    return rows;
}

} // namespace

class TestPlanPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failedGateComesFirstAndIsOpen()
    {
        PlanPage page;
        page.setGates(someGates(), false);
        page.show();
        const QList<GateRow *> rows = rowsOf(page);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0)->gate().name, u"Pin"_s);
        QVERIFY(rows.at(0)->isChecked());
        QVERIFY(!rows.at(1)->isChecked());
        QVERIFY(rows.at(0)->y() < rows.at(1)->y());
    }

    void summarySaysWhatTheGatesAllow()
    {
        PlanPage page;
        page.setTag(u"v1.0.5"_s);
        page.setGates(someGates(), false);
        const auto *header = page.findChild<PageHeader *>();
        QCOMPARE(header->summary(), u"1 of 3 gates failed. v1.0.5 can be built, but not published."_s);
        page.setGates(someGates().first(1), false);
        QCOMPARE(header->summary(), u"1 gate passed. v1.0.5 can be built."_s);
    }

    void placesOfAGateCanBeOpened()
    {
        PlanPage page;
        page.setGates(someGates(), false);
        page.resize(1100, 600);
        page.show();
        QSignalSpy opened(&page, &PlanPage::placeActivated);
        QTest::mouseClick(buttonWith(page, u"Open nix/versions.nix:4"_s), Qt::LeftButton);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first(), QVariantList({u"nix/versions.nix"_s, 4}));
    }

    void gatesOpenWithTheKeyboard()
    {
        PlanPage page;
        page.setGates(someGates(), false);
        page.resize(1100, 600);
        page.show();
        GateRow *row = rowsOf(page).at(1);
        const int closed = row->sizeHint().height();
        QTest::keyClick(row, Qt::Key_Space);
        QVERIFY(row->isChecked());
        QTRY_VERIFY(row->sizeHint().height() > closed);
    }

    void buildingStaysAllowedWhereAGateFailed()
    {
        PlanPage page;
        page.setGates(someGates(), false);
        page.setTargets({target(TargetState::Build::Planned), target(TargetState::Build::LeftOut)});
        page.show();
        QSignalSpy asked(&page, &PlanPage::buildRequested);
        QCOMPARE(page.buildButton()->text().remove(u'&'), u"Build 1 target"_s);
        QTest::mouseClick(page.buildButton(), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
    }

    void nothingToBuildHasNoAccentButton()
    {
        PlanPage page;
        page.setTargets({target(TargetState::Build::Built)});
        QVERIFY(page.buildButton()->isHidden());
        page.setTargets({target(TargetState::Build::Planned), target(TargetState::Build::Running)});
        QVERIFY(page.buildButton()->isHidden());
    }

    void checkingCannotBeStartedTwice()
    {
        PlanPage page;
        page.show();
        QSignalSpy asked(&page, &PlanPage::checkRequested);
        page.setGates({}, true);
        QTest::mouseClick(page.checkButton(), Qt::LeftButton);
        QCOMPARE(asked.count(), 0);
        page.setGates(someGates(), false);
        QTest::mouseClick(page.checkButton(), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
    }

    void targetThatCannotBeBuiltOffersWaysOut()
    {
        PlanPage page;
        page.setTargets({target(TargetState::Build::Planned), target(TargetState::Build::Unbuildable)});
        page.resize(1100, 600);
        page.show();
        QSignalSpy adopt(&page, &PlanPage::adoptRequested);
        QSignalSpy leaveOut(&page, &PlanPage::leaveOutRequested);
        QTest::mouseClick(buttonWith(page, u"Adopt a file…"_s), Qt::LeftButton);
        QTest::mouseClick(buttonWith(page, u"Leave out"_s), Qt::LeftButton);
        QCOMPARE(adopt.first().first().toInt(), 1);
        QCOMPARE(leaveOut.first().first().toInt(), 1);
    }

    void waysOutTakeNoMoreRoomThanTheyNeed()
    {
        PlanPage page;
        page.setTargets({target(TargetState::Build::Unbuildable), target(TargetState::Build::Planned)});
        page.show();
        for (const int width : {760, 1000, 1280, 1600}) {
            page.resize(width, 600);
            QVERIFY(QTest::qWaitForWindowExposed(&page));
            const auto *way = buttonWith(page, u"Leave out"_s);
            const auto *row = page.findChild<ForecastRow *>();
            const int below = row->height() - way->mapTo(row, QPoint(0, way->height())).y();
            QVERIFY2(below < 2 * way->height(), qPrintable(u"%1 at %2"_s.arg(below).arg(width)));
        }
    }

    void machinesThatBuildTheTargetAreProposed()
    {
        PlanPage page;
        TargetState state = target(TargetState::Build::Unbuildable);
        page.setTargets({state});
        page.setPlaces({{{.place = {}, .isCurrent = true, .whyNot = u"builds x86_64-linux"_s}}});
        page.show();
        QSignalSpy machine(&page, &PlanPage::machineRequested);
        QTest::mouseClick(buttonWith(page, u"Set up a machine…"_s), Qt::LeftButton);
        QCOMPARE(machine.size(), 1);

        const BuildPlace mac{.kind = BuildPlace::Kind::Host, .host = u"mac-mini"_s};
        page.setPlaces(
            {{{.place = {}, .isCurrent = true, .whyNot = u"builds x86_64-linux"_s}, {.place = mac, .isSure = true}}});
        QPushButton *build = nullptr;
        QTRY_VERIFY((build = buttonWith(page, u"Build on mac-mini"_s)) != nullptr);
        QCOMPARE(build->accessibleName(), u"Build aarch64-apple-darwin on mac-mini"_s);
        QSignalSpy chosen(&page, &PlanPage::buildPlaceChosen);
        QTest::mouseClick(build, Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(chosen.first().at(1).value<BuildPlace>() == mac);
        QVERIFY(!buttonWith(page, u"Set up a machine…"_s));
    }

    void buttonSaysThatOnlyWhatFailedIsBuiltAgain()
    {
        PlanPage page;
        const auto words = [&] { return page.buildButton()->text().remove(u'&'); };
        using Build = TargetState::Build;
        page.setTargets({target(Build::Built), target(Build::Failed)});
        QCOMPARE(words(), u"Build 1 failed target again"_s);
        page.setTargets({target(Build::Failed), target(Build::Failed)});
        QCOMPARE(words(), u"Build 2 failed targets again"_s);
        page.setTargets({target(Build::Failed), target(Build::Canceled)});
        QCOMPARE(words(), u"Build 2 targets again"_s);
        page.setTargets({target(Build::Failed), target(Build::Planned)});
        QCOMPARE(words(), u"Build 2 targets"_s);
    }

    void onlyAChoiceCanBeTakenBack()
    {
        PlanPage page;
        TargetState out = target(TargetState::Build::LeftOut);
        page.setTargets({out});
        page.resize(1100, 600);
        page.show();
        QVERIFY(!buttonWith(page, u"Take back in"_s));
        out.leftOutByChoice = true;
        page.setTargets({out});
        QSignalSpy back(&page, &PlanPage::takeBackRequested);
        QTRY_VERIFY(buttonWith(page, u"Take back in"_s));
        QTest::mouseClick(buttonWith(page, u"Take back in"_s), Qt::LeftButton);
        QCOMPARE(back.count(), 1);
    }

    void stepsSayWhatTheyUsuallyTake()
    {
        TargetState planned = target(TargetState::Build::Planned);
        planned.forecast.willBuild = {u"/nix/store/x-minne-1.0.5.drv"_s, u"/nix/store/y-new-1.0.drv"_s};
        BuildOutlook outlook;
        outlook.steps.insert(planned.forecast.willBuild[0], {.name = u"minne-1.0.5"_s, .usualSeconds = 240});
        planned.outlook = std::make_shared<BuildOutlook>(outlook);
        PlanPage page;
        page.setTargets({planned});
        QStringList said;
        for (const auto *label : page.findChild<ForecastRow *>()->findChildren<ElidedLabel *>())
            said += label->text();
        QVERIFY2(said.contains(u"about 4 min"_s) && said.contains(u"no history"_s), qPrintable(said.join(u", "_s)));
    }

    void progressOfARunningBuildKeepsTheRows()
    {
        PlanPage page;
        TargetState running = target(TargetState::Build::Running);
        page.setTargets({running});
        auto *before = page.findChild<ForecastRow *>();
        running.progress = 0.7;
        page.setTargets({running});
        QCOMPARE(page.findChildren<ForecastRow *>(), QList{before});
    }

    void gateThatStaysKeepsItsRow()
    {
        PlanPage page;
        page.setGates(someGates().first(1), true);
        GateRow *row = rowsOf(page).first();
        row->setChecked(true);
        page.setGates(someGates(), false);
        QVERIFY(rowsOf(page).contains(row));
        QVERIFY(row->isChecked());
    }

    void placesAreFoundInTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("places");
        QTest::newRow("one") << u"unmoor.toml:14 expects 1.23.2"_s << 1;
        QTest::newRow("twice the same") << u"a.nix:4 and a.nix:4"_s << 1;
        QTest::newRow("two") << u"nix/versions.nix:4, README.md:7"_s << 2;
        QTest::newRow("none") << u"Set it at 14:02 to 1.2.3."_s << 0;
    }

    void placesAreFoundInTexts()
    {
        QFETCH(QString, text);
        QTEST(int(placesIn(text).size()), "places");
    }

    void narrowWindowIsNotWidened()
    {
        PlanPage page;
        page.setGates(someGates(), false);
        page.setTargets({target(TargetState::Build::Unbuildable)});
        QVERIFY2(page.minimumSizeHint().width() <= 840, qPrintable(QString::number(page.minimumSizeHint().width())));
    }

    void nextVersionIsOfferedAfterARelease()
    {
        PlanPage page;
        page.show();
        QSignalSpy asked(&page, &PlanPage::nextRequested);
        QVERIFY(!page.nextButton());
        page.setReleased(u"v1.0.5"_s);
        page.setReleased(u"v1.0.5"_s); // once
        QVERIFY(page.preparation().isEmpty());
        QTest::mouseClick(buttonWith(page, u"Begin the next version…"_s), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);

        page.setPreparation(u"The commit 1a2b3c4 begins 1.0.6-dev, and is not pushed."_s);
        QVERIFY(page.preparation().contains(u"1.0.6-dev"_s));
        QVERIFY(!page.nextButton() && !buttonWith(page, u"Begin the next version…"_s));
        QVERIFY(buttonWith(page, u"Go on…"_s));
        page.setReleased({});
        QVERIFY(buttonWith(page, u"Go on…"_s));
        page.setPreparation({});
        QVERIFY(!buttonWith(page, u"Go on…"_s));
    }
};

QTEST_MAIN(TestPlanPage)
#include "tst_planpage.moc"
