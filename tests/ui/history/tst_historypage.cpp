// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/buildchart.h"
#include "ui/history/changeview.h"
#include "ui/history/historypage.h"
#include "ui/history/recordtable.h"
#include "ui/history/releasepane.h"
#include "ui/history/textrows.h"
#include "ui/widgets/pageheader.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryFile>
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

QPushButton *buttonWith(const QWidget &page, const QString &text)
{
    for (QPushButton *button : page.findChildren<QPushButton *>())
        if (button->text().remove(u'&') == text && button->isVisible())
            return button;
    return nullptr;
}

ReleaseDetails someDetails()
{
    return {.release = release(u"1.0.5"_s, u"verified"_s),
            .notes = u"# Notes <b>"_s,
            .files = {{.fileName = u"a.zip"_s, .bytes = 7, .sha256 = QByteArray(64, 'a')}},
            .builds = {build(u"1.0.5"_s, u"linux"_s, u"built"_s, 4), build(u"1.0.5"_s, u"mac"_s, u"left-out"_s, 0)},
            .accepted = {{.code = u"setuid"_s, .path = u"bin/x"_s, .reason = u"It must."_s}},
            .attempts = {},
            .archivesHere = {}};
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

    void buttonOpensTheReleaseOnTheHost()
    {
        HistoryPage page;
        page.setReleases(someReleases());
        page.show();
        QSignalSpy opened(&page, &HistoryPage::releaseActivated);
        QTest::mouseClick(buttonWith(page, u"Open on the host"_s), Qt::LeftButton);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toString(), u"https://host/1.0.5"_s);
    }

    void returnShowsWhatIsKeptAndEscapeGoesBack()
    {
        HistoryPage page;
        page.resize(1000, 600);
        page.setReleases(someReleases());
        page.show();
        QSignalSpy wanted(&page, &HistoryPage::detailsRequested);
        QTest::keyClick(page.table(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<ReleaseRecord>().tag, u"v1.0.5"_s);
        QCOMPARE(page.view(), HistoryPage::Details);
        page.releaseView()->setDetails({.release = page.shown()});
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.releaseView()->table(ReleasePane::Events)->setFocus();
        QTest::keyClick(page.releaseView()->table(ReleasePane::Events), Qt::Key_Escape);
        QCOMPARE(page.view(), HistoryPage::Releases);
    }

    void oneIsComparedWithTheReleaseBeforeIt()
    {
        HistoryPage page;
        page.setReleases(someReleases());
        page.show();
        QSignalSpy wanted(&page, &HistoryPage::comparisonRequested);
        QTest::mouseClick(buttonWith(page, u"Compare"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().at(0).value<ReleaseRecord>().tag, u"v1.0.4"_s);
        QCOMPARE(wanted.first().at(1).value<ReleaseRecord>().tag, u"v1.0.5"_s);
        QCOMPARE(page.view(), HistoryPage::Change);
    }

    void twoThatAreSelectedAreCompared()
    {
        HistoryPage page;
        QList<ReleaseRecord> releases = someReleases();
        releases.append(release(u"1.0.3"_s, u"verified"_s));
        page.setReleases(releases);
        page.show();
        const auto select = [&](int row) {
            page.table()->selectionModel()->select(page.table()->model()->index(row, 0),
                                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
        };
        select(2);
        QSignalSpy wanted(&page, &HistoryPage::comparisonRequested);
        QTest::mouseClick(buttonWith(page, u"Compare"_s), Qt::LeftButton);
        QCOMPARE(wanted.first().at(0).value<ReleaseRecord>().tag, u"v1.0.3"_s);
        QCOMPARE(wanted.first().at(1).value<ReleaseRecord>().tag, u"v1.0.5"_s);
    }

    void oldestAloneHasNothingToBeComparedWith()
    {
        HistoryPage page;
        page.setReleases(someReleases());
        page.show();
        page.table()->setCurrentIndex(page.table()->model()->index(1, 0));
        QPushButton *compare = buttonWith(page, u"Compare"_s);
        QVERIFY(!compare->isEnabled());
        QVERIFY(compare->toolTip().contains(u"Select two"_s));
    }

    void olderReleasesAreAskedForOnce()
    {
        ReleaseModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy wanted(&model, &ReleaseModel::moreWanted);
        model.setReleases(someReleases(), true); // the tester asks as well
        model.fetchMore({});
        model.fetchMore({});
        QCOMPARE(wanted.size(), 1);
        model.appendReleases({release(u"1.0.3"_s, u"verified"_s)}, false);
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(!model.canFetchMore({}));
    }

    void filterLooksThroughOlderReleasesToo()
    {
        HistoryPage page;
        page.setReleases(someReleases(), true);
        page.show();
        QSignalSpy wanted(&page, &HistoryPage::moreRequested);
        QTest::keyClicks(page.filter(), u"0.9"_s);
        QCOMPARE(wanted.size(), 1);
        page.appendReleases({release(u"0.9.1"_s, u"verified"_s)}, true);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(page.table()->model()->rowCount(), 1);
    }

    void releaseShowsItsRecords()
    {
        ReleasePane view;
        view.resize(900, 400);
        view.show();
        view.setDetails(someDetails());
        QCOMPARE(view.table(ReleasePane::Files)->rows()->rowCount(), 1);
        QCOMPARE(view.notes()->toPlainText(), u"# Notes <b>"_s);
        QCOMPARE(view.table(ReleasePane::Accepted)->rows()->rowCount(), 1);
        QCOMPARE(view.table(ReleasePane::Events)->rows()->rowCount(), 4);
    }

    void digestIsCopiedWhole()
    {
        ReleasePane view;
        view.setDetails(someDetails());
        view.setPart(ReleasePane::Files);
        view.show();
        RecordTable *files = view.table(ReleasePane::Files);
        QCOMPARE(files->model()->index(0, 2).data().toString(), QString(12, u'a') + u'…');
        files->copyRows();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QString(64, u'a')));
    }

    void logIsShownOfTheBuildThatKeptOne()
    {
        QTemporaryFile log;
        QVERIFY(log.open());
        ReleaseDetails details = someDetails();
        details.builds.first().logFile = log.fileName();
        ReleasePane view;
        view.setDetails(details);
        view.setPart(ReleasePane::Builds);
        view.show();
        QSignalSpy wanted(&view, &ReleasePane::logRequested);
        QTest::mouseClick(view.logButton(), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<BuildRecord>().logFile, log.fileName());
        view.table(ReleasePane::Builds)->setCurrentIndex(view.table(ReleasePane::Builds)->model()->index(1, 0));
        QVERIFY(!view.logButton()->isEnabled());
        QVERIFY(!view.logButton()->toolTip().isEmpty());
    }

    void changesNameWhatBecameOfEachFile()
    {
        ChangeView view;
        view.show();
        UploadRecord before{.fileName = u"a-1.zip"_s, .bytes = 100, .sha256 = QByteArray(64, 'a')};
        UploadRecord after{.fileName = u"a-2.zip"_s, .bytes = 103, .sha256 = QByteArray(64, 'b')};
        view.setChange({.files = {{FileChange::Kind::Changed, before, after}, {FileChange::Kind::Removed, before, {}}},
                        .notes = {},
                        .archives = {{.triple = u"linux"_s, .before = {}, .after = {}}}});
        QCOMPARE(view.files()->model()->index(0, 0).data().toString(), u"a-2.zip"_s);
        QCOMPARE(view.files()->model()->index(0, 4).data().toString(), u"+3 B (+3 %)"_s);
        QCOMPARE(view.files()->model()->index(1, 1).data().toString(), u"gone"_s);
        view.setPart(ChangeView::Archives);
        QSignalSpy wanted(&view, &ChangeView::archivesRequested);
        QTest::mouseClick(view.archiveButton(), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
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
