// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/estimate.h"

#include "tests/app/buildlog/recordedstream.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Kind = DerivationState::Kind;
using Phase = DerivationState::Phase;

namespace {

QString drv(const QString &name)
{
    return u"/nix/store/05r01kd53kw1lq1g2h3j4k5l6m7n8p9q-%1.drv"_s.arg(name);
}

/// "name: seconds: needs needs", no seconds: no history.
BuildOutlook outlook(const QStringList &steps, int jobs = 1)
{
    BuildOutlook made{.jobs = jobs};
    for (const QString &text : steps) {
        const QStringList parts = text.split(u':');
        OutlookStep step{.name = parts[0]};
        if (!parts[1].isEmpty())
            step.usualSeconds = parts[1].toDouble();
        for (const QString &need : parts.value(2).split(u' ', Qt::SkipEmptyParts))
            step.needs += drv(need);
        made.steps.insert(drv(parts[0]), step);
    }
    return made;
}

NixEvent line(const QByteArray &json)
{
    return parseNixLine("@nix " + json);
}

/// A run that announced to build \a names.
BuildMonitor plannedRun(const QStringList &names)
{
    BuildMonitor run;
    run.apply(line(R"({"action":"msg","level":3,"msg":"these 9 derivations will be built:"})"), 0);
    for (const QString &name : names)
        run.apply(line(R"({"action":"msg","level":3,"msg":"  )" + drv(name).toUtf8() + R"("})"), 0);
    return run;
}

void start(BuildMonitor &run, int id, const QString &name, qint64 msec)
{
    run.apply(line(R"({"action":"start","id":)" + QByteArray::number(id)
                   + R"(,"level":3,"type":105,"parent":0,"text":"","fields":[")" + drv(name).toUtf8()
                   + R"(","",1,1]})"),
              msec);
}

void stop(BuildMonitor &run, int id, qint64 msec)
{
    run.apply(line(R"({"action":"stop","id":)" + QByteArray::number(id) + '}'), msec);
}

DerivationState fetched(qint64 from, qint64 to, qint64 bytes)
{
    return {.kind = Kind::Fetch,
            .phase = Phase::Done,
            .startedMsec = from,
            .endedMsec = to,
            .doneBytes = bytes,
            .expectedBytes = bytes};
}

} // namespace

class EstimateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schedulesStepsOverTheirDependencies_data()
    {
        QTest::addColumn<QStringList>("steps");
        QTest::addColumn<int>("jobs");
        QTest::addColumn<double>("seconds");
        const QStringList chain{u"deps:60"_s, u"app:30:deps"_s, u"release:5:app"_s};
        QTest::newRow("nothing") << QStringList() << 1 << 0.0;
        QTest::newRow("chain") << chain << 1 << 95.0;
        QTest::newRow("chain gains nothing from slots") << chain << 8 << 95.0;
        const QStringList fan{u"a:10"_s, u"b:20"_s, u"c:30"_s, u"all:1:a b c"_s};
        QTest::newRow("fan, one slot") << fan << 1 << 61.0;
        QTest::newRow("fan, two slots: a and b, then c after a") << fan << 2 << 41.0;
        QTest::newRow("fan, three slots") << fan << 3 << 31.0;
        QTest::newRow("need outside of the plan is there already") << QStringList{u"a:10:rustc"_s} << 1 << 10.0;
        QTest::newRow("diamond") << QStringList{u"a:10"_s, u"b:20:a"_s, u"c:30:a"_s, u"d:5:b c"_s} << 2 << 45.0;
    }

    void schedulesStepsOverTheirDependencies()
    {
        QFETCH(QStringList, steps);
        QFETCH(int, jobs);
        const auto seconds = estimateSeconds(outlook(steps, jobs));
        QVERIFY(seconds);
        QTEST(*seconds, "seconds");
    }

    void saysNothingWhereAStepHasNoHistory() { QVERIFY(!estimateSeconds(outlook({u"deps:60"_s, u"app::deps"_s}))); }

    void addsTheDownload()
    {
        BuildOutlook plan = outlook({u"app:30"_s});
        plan.fetchBytes = 40 << 20;
        QVERIFY(!estimateSeconds(plan)); // no rate is known
        plan.bytesPerSecond = 4 << 20;
        QCOMPARE(estimateSeconds(plan), 40.0);
    }

    void thousandsOfStepsAreQuick()
    {
        QStringList steps;
        for (int i = 0; i < 4000; ++i)
            steps += i < 7 ? u"s%1:1"_s.arg(i) : u"s%1:1:s%2 s%3"_s.arg(i).arg(i / 2).arg(i - 7);
        const BuildOutlook plan = outlook(steps, 4);
        std::optional<double> seconds;
        QBENCHMARK_ONCE
        {
            seconds = estimateSeconds(plan);
        }
        QVERIFY(seconds && *seconds >= 1000 && *seconds < 1200);
    }

    void takesNeedsAndTimesFromTheGraphOfNix()
    {
        const auto graph = parseDerivationGraph(recordedAnswer(u"derivation-show-recursive.json"_s));
        QVERIFY(graph);
        QStringList builds = graph->keys();
        builds.removeIf([](const QString &path) { return path.contains("libmozjs"_L1); });
        const BuildOutlook plan = outlookOf(builds, *graph, 2, [](const QString &name) -> std::optional<double> {
            return name.startsWith("minne-deps"_L1) ? 60 : 10;
        });
        QCOMPARE(plan.steps.size(), builds.size());
        QCOMPARE(plan.jobs, 2);
        for (const OutlookStep &step : plan.steps)
            QVERIFY(std::ranges::all_of(step.needs, [&](const QString &need) { return plan.steps.contains(need); }));
        QVERIFY(estimateSeconds(plan) >= 80);
    }

    void withoutAGraphStepsFollowEachOther()
    {
        const BuildOutlook plan =
            outlookOf({drv(u"a-1.0"_s), drv(u"b-1.0"_s)}, {}, 8, [](const QString &) { return 10; });
        QCOMPARE(plan.steps.value(drv(u"a-1.0"_s)).name, u"a-1.0"_s);
        QCOMPARE(estimateSeconds(plan), 20.0);
    }

    void remainingTimeShrinksAsTheRunGoesOn()
    {
        const BuildOutlook plan = outlook({u"deps:60"_s, u"app:30:deps"_s, u"release:5:app"_s});
        BuildMonitor run;
        QCOMPARE(remainingSeconds(plan, run, 0), 95.0);
        run = plannedRun({u"deps"_s, u"app"_s, u"release"_s});
        QCOMPARE(remainingSeconds(plan, run, 100), 95.0);
        start(run, 1, u"deps"_s, 1000);
        QCOMPARE(remainingSeconds(plan, run, 21'000), 75.0);
        stop(run, 1, 41'000);
        start(run, 2, u"app"_s, 41'000);
        QCOMPARE(remainingSeconds(plan, run, 51'000), 25.0);
        stop(run, 2, 52'000);
        QCOMPARE(remainingSeconds(plan, run, 52'000), 5.0);
    }

    void stepThatRunsLongerThanUsualIsAboutToEnd()
    {
        const BuildOutlook plan = outlook({u"app:30"_s, u"release:5:app"_s});
        BuildMonitor run = plannedRun({u"app"_s, u"release"_s});
        start(run, 1, u"app"_s, 0);
        QCOMPARE(remainingSeconds(plan, run, 90'000), 5.0);
        const auto pace = paceOf(plan, run.derivations().first(), 90'000);
        QVERIFY(pace && pace->isOverdue());
        QCOMPARE(pace->share(), 3.0);
        QVERIFY(!paceOf(plan, run.derivations().last(), 90'000)); // does not run
    }

    void whatTheRunDoesNotPlanIsDoneByAnother()
    {
        const BuildOutlook plan = outlook({u"deps:60"_s, u"app:30:deps"_s});
        QCOMPARE(remainingSeconds(plan, plannedRun({u"app"_s}), 0), 30.0);
    }

    void surpriseWithoutHistoryEndsTheEstimate()
    {
        const BuildOutlook plan = outlook({u"app:30"_s});
        BuildMonitor run = plannedRun({u"app"_s});
        start(run, 1, u"compiler"_s, 0);
        QVERIFY(!remainingSeconds(plan, run, 1000));
        stop(run, 1, 2000);
        QCOMPARE(remainingSeconds(plan, run, 2000), 30.0);
    }

    void plannedStepsHaveATimeOfTheirOwn()
    {
        const BuildOutlook plan = outlook({u"deps:60"_s, u"app:30:deps"_s, u"release:5:app"_s});
        BuildMonitor run = plannedRun({u"deps"_s, u"app"_s, u"release"_s});
        start(run, 1, u"deps"_s, 0);
        QCOMPARE(plannedSeconds(plan, run.derivations()), 35.0);
    }

    void namesWhatAStepWaitsFor()
    {
        const BuildOutlook plan = outlook({u"a:1"_s, u"b:1"_s, u"c:1:a b"_s});
        BuildMonitor run = plannedRun({u"a"_s, u"b"_s, u"c"_s});
        QCOMPARE(awaitedBy(plan, run.derivations().last(), run.derivations()), (QStringList{u"a"_s, u"b"_s}));
        start(run, 1, u"a"_s, 0);
        stop(run, 1, 1);
        QCOMPARE(awaitedBy(plan, run.derivations().last(), run.derivations()), QStringList{u"b"_s});
    }

    void downloadsAtOnceCountTheirTimeOnce()
    {
        QCOMPARE(downloadPaceOf({fetched(0, 2000, 100), fetched(1000, 3000, 50), fetched(9000, 10'000, 10)}),
                 (DownloadPace{.bytes = 160, .seconds = 4}));
        QCOMPARE(downloadPaceOf({}), DownloadPace());
    }

    void everyPrefixOfARecordedRunHasAnAnswer()
    {
        const QList<QByteArray> lines = recordedStream(u"substitute-and-build"_s).split('\n');
        BuildOutlook plan = outlook({u"demo:10"_s});
        plan.fetchBytes = 1 << 20;
        plan.bytesPerSecond = 1 << 20;
        BuildMonitor run;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            run.apply(parseNixLine(lines[i]), i * 10);
            const auto left = remainingSeconds(plan, run, i * 10);
            QVERIFY(!left || *left >= 0);
        }
    }
};

QTEST_MAIN(EstimateTest)
#include "tst_estimate.moc"
