// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/buildhistory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Kind = BuildBar::Kind;

namespace {

BuildRecord build(const QString &version, const QString &triple, double seconds, const QString &forecast,
                  const QString &outcome = u"built"_s, const QString &host = {})
{
    return {.version = version,
            .triple = triple,
            .outcome = outcome,
            .host = host,
            .seconds = seconds,
            .forecast = forecast};
}

} // namespace

class BuildHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void medianOfWarmBuildsLeavesColdOnesOut()
    {
        const BuildHistory history =
            buildHistory({build(u"4"_s, u"linux"_s, 250, u"warm"_s), build(u"3"_s, u"linux"_s, 3600, u"cold"_s),
                          build(u"2"_s, u"linux"_s, 270, u"warm"_s), build(u"1"_s, u"linux"_s, 500, {})});
        QCOMPARE(history.versions, (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
        const BuildHistoryRow &row = history.rows.first();
        QCOMPARE(row.bars.first().kind, Kind::Built);
        QCOMPARE(row.bars.at(2).kind, Kind::Cold);
        QCOMPARE(row.warmMedian, 260.0);
        QCOMPARE(row.median, 385.0);
        QCOMPARE(againstMedian(row, row.bars.last()), 250.0 / 260 - 1);
        QVERIFY(!againstMedian(row, row.bars.at(2)));
    }

    void soleWarmBuildIsNotComparedWithItself()
    {
        const BuildHistory history = buildHistory({build(u"1"_s, u"linux"_s, 250, u"warm"_s)});
        QVERIFY(!againstMedian(history.rows.first(), history.rows.first().bars.first()));
    }

    void laterCacheHitDoesNotHideWhatTheVersionTook()
    {
        const BuildHistory history = buildHistory({build(u"1"_s, u"linux"_s, 0.2, u"no-op"_s, u"cached"_s),
                                                   build(u"1"_s, u"linux"_s, 250, u"warm"_s),
                                                   build(u"1"_s, u"linux"_s, 30, u"warm"_s, u"failed"_s)});
        QCOMPARE(history.rows.first().bars.first(), (BuildBar{Kind::Warm, 250}));
    }

    void jobsOfGitHubActionsStandApart()
    {
        const auto fromRun = [](const QString &version, const QString &triple, double seconds,
                                const QString &forecast) {
            BuildRecord record = build(version, triple, seconds, forecast, u"adopted"_s, u"actions"_s);
            record.origin = u"{\"run\":1}"_s;
            return record;
        };
        const BuildHistory history =
            buildHistory({fromRun(u"3"_s, u"mac"_s, 900, u"warm"_s), fromRun(u"3"_s, u"windows"_s, 700, u"warm"_s),
                          build(u"2"_s, u"mac"_s, 200, u"warm"_s), fromRun(u"1"_s, u"mac"_s, 6000, u"cold"_s),
                          build(u"0"_s, u"mac"_s, 0, {}, u"adopted"_s)});
        const BuildHistoryRow &mac = history.rows.first();
        QCOMPARE(mac.triple, u"mac"_s);
        QCOMPARE(mac.bars.first(), (BuildBar{Kind::Cached, 0})); // a file that somebody brought
        QCOMPARE(mac.bars.at(1), (BuildBar{Kind::Cold, 6000, true}));
        QCOMPARE(mac.bars.at(3), (BuildBar{Kind::Warm, 900, true}));
        QCOMPARE(mac.warmMedian, 200.);
        QCOMPARE(mac.actionsWarm, 900.);
        QCOMPARE(mac.actionsCold, 6000.);
        QVERIFY(!againstMedian(mac, mac.bars.at(3)));
        // Jobs have a machine each: the two of version 3 run at once.
        QCOMPARE(history.warmRelease, (900. + 200) / 2);
    }

    void releaseTakesItsTargetsOneAfterTheOtherOnEachHost()
    {
        const BuildHistory history =
            buildHistory({build(u"2"_s, u"linux"_s, 100, u"warm"_s), build(u"2"_s, u"windows"_s, 50, u"warm"_s),
                          build(u"2"_s, u"mac"_s, 120, u"warm"_s, u"built"_s, u"mac-mini"_s),
                          build(u"1"_s, u"linux"_s, 1000, u"cold"_s), build(u"1"_s, u"windows"_s, 50, u"warm"_s),
                          build(u"1"_s, u"mac"_s, 0, {}, u"cached"_s)});
        QCOMPARE(history.warmRelease, 150.0);
        QCOMPARE(history.coldRelease, 1050.0);
    }

    void whatWasNotBuiltHasNoTime()
    {
        const BuildHistory history =
            buildHistory({build(u"1"_s, u"linux"_s, 0, {}, u"adopted"_s), build(u"1"_s, u"mac"_s, 3, {}, u"canceled"_s),
                          build(u"1"_s, u"mac"_s, 0, {}, u"left-out"_s)});
        QCOMPARE(history.rows.size(), 1);
        QCOMPARE(history.rows.first().bars.first().kind, Kind::Cached);
        QVERIFY(!history.warmRelease);
        QVERIFY(!history.coldRelease);
    }
};

QTEST_MAIN(BuildHistoryTest)
#include "tst_buildhistory.moc"
