// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/derivationsmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Phase = DerivationState::Phase;
using Kind = DerivationState::Kind;

namespace {

DerivationState derivation(const QString &name, Phase phase)
{
    return {.path = u"/nix/store/x-"_s + name + u".drv"_s, .name = name, .phase = phase};
}

QStringList textsOf(const DerivationsModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row).data().toString();
    return texts;
}

} // namespace

class TestDerivationsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsRunningPlannedAndFinished()
    {
        DerivationsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.update({derivation(u"a"_s, Phase::Done), derivation(u"b"_s, Phase::Running),
                      derivation(u"c"_s, Phase::Planned), derivation(u"d"_s, Phase::Waiting)},
                     7, 0, true);
        QCOMPARE(
            textsOf(model),
            (QStringList{u"Whole log"_s, u"Running"_s, u"b"_s, u"d"_s, u"Planned"_s, u"c"_s, u"Finished"_s, u"a"_s}));
        QVERIFY(!model.flags(model.index(1)).testFlag(Qt::ItemIsSelectable));
        QVERIFY(model.flags(model.index(2)).testFlag(Qt::ItemIsSelectable));
    }

    void movesRowsAsTheRunGoesOn()
    {
        DerivationsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QList<DerivationState> derivations{derivation(u"a"_s, Phase::Running), derivation(u"b"_s, Phase::Planned)};
        model.update(derivations, 0, 0, true);
        const QPersistentModelIndex a = model.index(model.rowOf(0));

        derivations[0].phase = Phase::Done;
        derivations[1].phase = Phase::Running;
        derivations.append(derivation(u"c"_s, Phase::Running));
        model.update(derivations, 0, 0, true);

        QCOMPARE(textsOf(model), (QStringList{u"Whole log"_s, u"Running"_s, u"b"_s, u"c"_s, u"Finished"_s, u"a"_s}));
        QCOMPARE(a.row(), 5);
        QCOMPARE(a.data(DerivationsModel::DerivationRole), 0);
    }

    void failedStepComesFirstAmongTheFinished()
    {
        DerivationsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.update({derivation(u"a"_s, Phase::Done), derivation(u"b"_s, Phase::Done)}, 0, 0, false);
        model.setFailure(BuildFailure{.derivation = u"b"_s});
        QCOMPARE(textsOf(model), (QStringList{u"Whole log"_s, u"Finished"_s, u"b"_s, u"a"_s}));
        QCOMPARE(model.index(2).data(DerivationsModel::StateRole), int(theme::State::Error));
        QVERIFY(model.index(2).data(Qt::AccessibleTextRole).toString().contains(u"failed"_s));
    }

    void saysHowAStepStands_data()
    {
        QTest::addColumn<DerivationState>("state");
        QTest::addColumn<QString>("detail");
        DerivationState build = derivation(u"x"_s, Phase::Running);
        build.buildPhase = u"buildPhase"_s;
        build.startedMsec = 60'000;
        build.host = u"mac-mini"_s;
        QTest::newRow("building") << build << u"buildPhase · 4 m 04 s · on mac-mini"_s;
        build.phase = Phase::Done;
        build.endedMsec = 302'000;
        QTest::newRow("built") << build << u"4 m 02 s"_s;
        build.phase = Phase::Stopped;
        QTest::newRow("stopped") << build << u"stopped after 4 m 02 s"_s;
        DerivationState fetch = derivation(u"x"_s, Phase::Running);
        fetch.kind = Kind::Fetch;
        fetch.doneBytes = 1 << 20;
        fetch.expectedBytes = 4 << 20;
        QTest::newRow("fetching") << fetch << u"fetching · 1.0 of 4.0 MiB"_s;
        fetch.startedMsec = 0;
        fetch.doneBytes = 900 << 10;
        fetch.bytesPerSecond = 2202009;
        QTest::newRow("rate") << fetch << u"fetching · 900.0 KiB of 4.0 MiB · 2.1 MiB/s"_s;
        DerivationState waiting = derivation(u"x"_s, Phase::Waiting);
        waiting.waitingFor = u"waiting for lock on '/nix/store/x'"_s;
        QTest::newRow("lock") << waiting << u"waits for a lock: another run of Nix builds it"_s;
    }

    void saysHowAStepStands()
    {
        QFETCH(DerivationState, state);
        DerivationsModel model;
        model.update({state}, 0, 304'000, true);
        QTEST(model.index(model.rowOf(0)).data(DerivationsModel::DetailRole).toString(), "detail");
    }

    void standsAgainstItsUsualTime_data()
    {
        QTest::addColumn<double>("usual");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<double>("progress");
        QTest::newRow("on time") << 400.0 << u"buildPhase · 4 m 04 s, 61 % of usual time"_s << 0.61;
        QTest::newRow("late") << 180.0 << u"longer than usual: 4 m 04 s, usually 3 m 00 s"_s << 1.0;
    }

    void standsAgainstItsUsualTime()
    {
        QFETCH(double, usual);
        DerivationState build = derivation(u"x"_s, Phase::Running);
        build.buildPhase = u"buildPhase"_s;
        build.startedMsec = 0;
        BuildOutlook outlook;
        outlook.steps.insert(build.path, {.name = u"x"_s, .usualSeconds = usual});
        DerivationsModel model;
        model.setOutlook(std::make_shared<BuildOutlook>(outlook));
        model.update({build}, 0, 244'000, true);
        const QModelIndex row = model.index(model.rowOf(0));
        QTEST(row.data(DerivationsModel::DetailRole).toString(), "detail");
        QTEST(row.data(DerivationsModel::ProgressRole).toDouble(), "progress");
    }

    void quietStepSaysForHowLong()
    {
        DerivationState build = derivation(u"x"_s, Phase::Running);
        build.buildPhase = u"buildPhase"_s;
        build.startedMsec = 0;
        build.lastLineMsec = 54'000;
        DerivationsModel model;
        model.update({build}, 0, 244'000, true);
        QCOMPARE(model.index(model.rowOf(0)).data(DerivationsModel::DetailRole).toString(),
                 u"buildPhase · quiet for 3 m 10 s"_s);
    }

    void plannedStepsSayWhatTheyWaitForAndHowLongTheyTake()
    {
        const DerivationState minne = derivation(u"minne-1.0.5"_s, Phase::Running);
        const DerivationState release = derivation(u"release-1.0.5"_s, Phase::Planned);
        const DerivationState docs = derivation(u"docs"_s, Phase::Planned);
        BuildOutlook outlook;
        outlook.steps.insert(minne.path, {.name = minne.name, .usualSeconds = 300});
        outlook.steps.insert(release.path, {.name = release.name, .needs = {minne.path}, .usualSeconds = 100});
        outlook.steps.insert(docs.path, {.name = docs.name, .usualSeconds = 20});
        DerivationsModel model;
        model.setOutlook(std::make_shared<BuildOutlook>(outlook));
        model.update({minne, release, docs}, 0, 0, true);
        QCOMPARE(model.index(model.rowOf(1)).data(DerivationsModel::DetailRole).toString(), u"waits for minne"_s);
        QCOMPARE(model.index(model.rowOf(2)).data(DerivationsModel::DetailRole).toString(), u"waits for a free slot"_s);
        QCOMPARE(model.index(model.rowOf(1) - 1).data(DerivationsModel::DetailRole).toString(), u"2, about 2 min"_s);
    }

    void showsBytesAsProgress()
    {
        DerivationState fetch = derivation(u"x"_s, Phase::Running);
        fetch.doneBytes = 1;
        fetch.expectedBytes = 4;
        DerivationsModel model;
        model.update({fetch}, 0, 0, true);
        QCOMPARE(model.index(model.rowOf(0)).data(DerivationsModel::ProgressRole), 0.25);
    }
};

QTEST_MAIN(TestDerivationsModel)
#include "tst_derivationsmodel.moc"
