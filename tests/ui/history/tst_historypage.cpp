// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/buildchart.h"
#include "ui/history/historypage.h"
#include "ui/widgets/pageheader.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace unmoor;
using namespace Qt::StringLiterals;
using Kind = BuildBar::Kind;

namespace {

ReleaseRecord release(const QString &version, const QString &state)
{
    ReleaseRecord record;
    record.version = version;
    record.tag = u'v' + version;
    record.state = state;
    record.url = u"https://host/"_s + version;
    record.bytes = 164LL << 20;
    return record;
}

BuildRecord build(const QString &version, const QString &triple, const QString &outcome, double seconds)
{
    BuildRecord record;
    record.version = version;
    record.triple = triple;
    record.outcome = outcome;
    record.seconds = seconds;
    return record;
}

QList<ReleaseRecord> someReleases()
{
    return {release(u"1.0.5"_s, u"verified"_s), release(u"1.0.4"_s, u"draft"_s)};
}

QList<BuildRecord> someBuilds() // Newest first.
{
    return {build(u"1.0.5"_s, u"linux"_s, u"built"_s, 240), build(u"1.0.5"_s, u"mac"_s, u"cached"_s, 0),
            build(u"1.0.5"_s, u"linux"_s, u"failed"_s, 30), build(u"1.0.4"_s, u"linux"_s, u"failed"_s, 60)};
}

QList<BuildRecord> warmAndCold() // Newest first.
{
    QList<BuildRecord> builds{build(u"1.0.6"_s, u"linux"_s, u"built"_s, 200),
                              build(u"1.0.5"_s, u"linux"_s, u"built"_s, 300),
                              build(u"1.0.4"_s, u"linux"_s, u"built"_s, 3480)};
    for (BuildRecord &record : builds)
        record.forecast = record.seconds > 1000 ? u"cold"_s : u"warm"_s;
    return builds;
}

} // namespace

class TestHistoryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsTheContract()
    {
        ReleaseModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setReleases(someReleases());
        QCOMPARE(model.index(0, ReleaseModel::Size).data().toString(), u"164.0 MiB"_s);
        QCOMPARE(model.index(1, ReleaseModel::State).data().toString(), u"draft to finish"_s);
    }

    void chartShowsTheLastBuildOfEachVersionOldestFirst()
    {
        BuildChart chart;
        chart.setBuilds(someBuilds());
        QCOMPARE(chart.versions(), QStringList({u"1.0.4"_s, u"1.0.5"_s}));
        QCOMPARE(chart.rows().size(), 2);
        QVERIFY(chart.rows().at(0).bars.at(0).kind == Kind::Failed);
        QVERIFY(chart.rows().at(0).bars.at(1).kind == Kind::Built);
        QVERIFY(chart.rows().at(1).bars.at(0).kind == Kind::None);
        QVERIFY(chart.rows().at(1).bars.at(1).kind == Kind::Cached);
        QCOMPARE(chart.rows().at(0).median, 240.0);
    }

    void chartIsReadOut()
    {
        BuildChart chart;
        chart.setBuilds(someBuilds());
        QVERIFY(chart.accessibleDescription().contains(u"linux: 1.0.4 failed after 1.0 m, 1.0.5 4.0 m"_s));
    }

    void chartTellsWarmFromColdAndComparesWithTheMedian()
    {
        BuildChart chart;
        chart.setBuilds(warmAndCold());
        QVERIFY(chart.rows().at(0).bars.at(0).kind == Kind::Cold);
        QVERIFY(chart.rows().at(0).bars.at(1).kind == Kind::Warm);
        QCOMPARE(chart.rows().at(0).warmMedian, 250.0);
        chart.setCurrentVersion(u"1.0.6"_s);
        QVERIFY2(
            chart.accessibleDescription().contains(
                u"1.0.4 cold 58 m, 1.0.5 warm 5.0 m, 1.0.6 warm 3.3 m, warm median 4 m 10 s, 1.0.6: 20 % faster"_s),
            qPrintable(chart.accessibleDescription()));
    }

    void headlineSaysWhatAReleaseTakes()
    {
        HistoryPage page;
        page.setBuilds(warmAndCold());
        page.setReleases(someReleases());
        QCOMPARE(page.findChild<PageHeader *>()->summary(),
                 u"2 releases · a warm release takes 4 min, a cold one 58 min"_s);
    }

    void arrowKeysGoFromVersionToVersion()
    {
        HistoryPage page;
        page.setBuilds(warmAndCold());
        page.setReleases(someReleases());
        page.show();
        QCOMPARE(page.chart()->currentVersion(), u"1.0.5"_s);
        QTest::keyClick(page.chart(), Qt::Key_Left);
        QCOMPARE(page.chart()->currentVersion(), u"1.0.4"_s);
        QCOMPARE(page.table()->currentIndex().row(), 1);
    }

    void versionThatWasNotReleasedIsChosenInTheChartAlone()
    {
        HistoryPage page;
        page.setBuilds(warmAndCold());
        page.setReleases(someReleases());
        page.show();
        QTest::keyClick(page.chart(), Qt::Key_Right);
        QCOMPARE(page.chart()->currentVersion(), u"1.0.6"_s);
        QVERIFY(!page.table()->currentIndex().isValid());
    }

    void clickInTheChartSelectsTheRelease()
    {
        HistoryPage page;
        page.setBuilds(someBuilds());
        page.setReleases(someReleases());
        page.resize(1000, 600);
        page.show();
        QCOMPARE(page.table()->currentIndex().row(), 0);
        QTest::mouseClick(page.chart(), Qt::LeftButton, {}, QPoint(220, 40));
        QCOMPARE(page.table()->currentIndex().row(), 1);
    }

    void filterKeepsWhatMatches()
    {
        HistoryPage page;
        page.setReleases(someReleases());
        page.show();
        QTest::keyClicks(page.filter(), u"draft"_s);
        QCOMPARE(page.table()->model()->rowCount(), 1);
    }

    void returnOpensTheReleaseOnTheHost()
    {
        HistoryPage page;
        page.setReleases(someReleases());
        page.show();
        QSignalSpy opened(&page, &HistoryPage::releaseActivated);
        QTest::keyClick(page.table(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toString(), u"https://host/1.0.5"_s);
    }

    void selectionSurvivesNews()
    {
        HistoryPage page;
        page.setReleases(someReleases());
        page.table()->setCurrentIndex(page.table()->model()->index(1, 0));
        QList<ReleaseRecord> more = someReleases();
        more.prepend(release(u"1.0.6"_s, u"draft"_s));
        page.setReleases(more);
        QCOMPARE(page.table()->currentIndex().data().toString(), u"v1.0.4"_s);
    }
};

QTEST_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
