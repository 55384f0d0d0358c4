// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/nixbuild.h"
#include "tests/app/buildlog/logfixture.h"
#include "ui/build/buildpage.h"
#include "ui/build/derivationsmodel.h"
#include "ui/build/failurecard.h"
#include "ui/build/logpanel.h"
#include "ui/build/logview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pageheader.h"

#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

QPushButton *buttonWith(const QWidget &page, const QString &text)
{
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (QString(button->text()).remove(u'&').startsWith(text) && button->isVisible())
            return button;
    }
    return nullptr;
}

TargetState targetThat(TargetState::Build build)
{
    TargetState target;
    target.target.triple = u"x86_64-unknown-linux-gnu"_s;
    target.where = u"this machine"_s;
    target.build = build;
    return target;
}

BuildMonitor monitorOf(const QString &log)
{
    return monitorOfLogFile(QStringLiteral(UNMOOR_TEST_DATA) + u"/nix-logs/"_s + log);
}

} // namespace

class TestBuildPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Appearance::Light); }

    void offersToBuildWhatIsPlanned()
    {
        BuildPage page;
        page.setTarget(targetThat(TargetState::Build::Planned));
        page.setRunSummary({.toBuild = 2});
        page.show();
        QSignalSpy all(&page, &BuildPage::buildRequested);
        QSignalSpy one(&page, &BuildPage::buildTargetRequested);
        QTest::mouseClick(buttonWith(page, u"Build 2 targets"_s), Qt::LeftButton);
        QTest::mouseClick(buttonWith(page, u"Build only"_s), Qt::LeftButton);
        QCOMPARE(all.size(), 1);
        QCOMPARE(one.size(), 1);
    }

    void runningTargetCanBeCanceledAloneOrWithAll()
    {
        TargetState target = targetThat(TargetState::Build::Running);
        target.startedAt = QDateTime::currentDateTimeUtc().addSecs(-302);
        target.record.logFile = u"/tmp/x.log"_s;
        BuildPage page;
        page.setTarget(target);
        page.setRunSummary({.waiting = 1, .running = 1});
        page.show();
        QVERIFY(page.findChild<PageHeader *>()->summary().startsWith(u"on this machine · 5 m 0"_s));
        QSignalSpy one(&page, &BuildPage::cancelTargetRequested);
        QSignalSpy all(&page, &BuildPage::cancelAllRequested);
        QSignalSpy log(&page, &BuildPage::openLogRequested);
        QTest::mouseClick(buttonWith(page, u"Cancel this target"_s), Qt::LeftButton);
        QTest::mouseClick(buttonWith(page, u"Cancel build"_s), Qt::LeftButton);
        QTest::mouseClick(buttonWith(page, u"Open log file"_s), Qt::LeftButton);
        QCOMPARE(one.size() + all.size() + log.size(), 3);
        QVERIFY(!buttonWith(page, u"Build again"_s));
    }

    void choosingADerivationFiltersTheLog()
    {
        const BuildMonitor monitor = monitorOf(u"success.log"_s);
        QVERIFY(monitor.lineCount() > 0);
        BuildPage page;
        page.setTarget(targetThat(TargetState::Build::Built));
        page.setMonitor(&monitor);
        page.resize(1104, 552);
        page.show();
        LogView *view = page.logPanel()->view();
        QCOMPARE(view->rowCount(), monitor.lineCount());

        auto *list = page.findChild<QListView *>();
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            const int derivation = index.data(DerivationsModel::DerivationRole).toInt();
            if (derivation >= 0 && monitor.derivations()[derivation].logLines > 0) {
                list->setCurrentIndex(index);
                QCOMPARE(view->rowCount(), monitor.derivations()[derivation].logLines);
                return;
            }
        }
        QFAIL("no derivation with lines");
    }

    void takesInWhatTheMonitorGained()
    {
        LogFixture log;
        BuildPage page;
        page.setTarget(targetThat(TargetState::Build::Running));
        page.setMonitor(&log.monitor());
        page.show();
        log.output(u"hello"_s);
        log.flush();
        page.refresh();
        QCOMPARE(page.logPanel()->view()->rowCount(), 1);
        log.output(u"hello again"_s);
        log.flush();
        page.refresh();
        QCOMPARE(page.logPanel()->view()->rowCount(), 2);
    }

    void failureShowsTheFirstErrorUnlessSomebodyScrolled()
    {
        LogFixture log;
        log.numbered(300);
        log.output(u"error: broken"_s);
        log.numbered(300);
        BuildPage page;
        page.resize(1104, 552);
        page.setTarget(targetThat(TargetState::Build::Running));
        page.setMonitor(&log.monitor());
        page.show();
        LogView *view = page.logPanel()->view();
        QVERIFY(view->isFollowing());
        page.setTarget(targetThat(TargetState::Build::Failed));
        QCOMPARE(view->textOfRow(view->currentRow()), u"error: broken"_s);
        QVERIFY(!view->isFollowing());
        view->setCurrentRow(5);
        page.setTarget(targetThat(TargetState::Build::Failed));
        page.refresh();
        QCOMPARE(view->currentRow(), 5);
        QVERIFY(QTest::qWaitForWindowActive(&page));
        view->setFocus();
        QTest::keyClick(view, Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(view->currentRow(), 300);
    }

    void wrongPatternIsSaid()
    {
        LogFixture log;
        log.numbered(20);
        BuildPage page;
        page.setTarget(targetThat(TargetState::Build::Built));
        page.setMonitor(&log.monitor());
        page.resize(1104, 552);
        page.show();
        auto *find = page.findChild<QLineEdit *>();
        find->setText(u"line 1(\\d)?$"_s);
        LogView *view = page.logPanel()->view();
        QTRY_VERIFY(view->isSettled());
        QCOMPARE(view->hitCount(), 0);
        for (QToolButton *button : page.findChildren<QToolButton *>()) {
            if (button->text() == u".*")
                button->click();
        }
        QTRY_COMPARE(view->hitCount(), 11);
        find->setText(u"line ("_s);
        QVERIFY(find->accessibleDescription().contains(u"missing closing parenthesis"_s));
        QCOMPARE(view->hitCount(), 0);
    }

    void failureIsExplainedAboveTheLog()
    {
        TargetState target = targetThat(TargetState::Build::Failed);
        target.record.seconds = 64;
        target.failure = BuildFailure{.kind = BuildFailure::Kind::HashMismatch,
                                      .message = u"libmozjs arrived with another hash."_s,
                                      .hint = u"Check upstream."_s,
                                      .specified = u"sha256-AAA="_s,
                                      .got = u"sha256-BBB="_s};
        BuildPage page;
        page.setTarget(target);
        page.show();
        QVERIFY(page.findChild<FailureCard *>());
        QCOMPARE(page.findChild<FailureCard *>()->accessibleName(), u"A download is not what the flake expects"_s);
        QTest::mouseClick(buttonWith(page, u"Copy both hashes"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"sha256-BBB="_s));
        QSignalSpy again(&page, &BuildPage::buildTargetRequested);
        QTest::mouseClick(buttonWith(page, u"Build again"_s), Qt::LeftButton);
        QCOMPARE(again.size(), 1);

        page.setTarget(targetThat(TargetState::Build::Built));
        QVERIFY(!buttonWith(page, u"Copy both hashes"_s));
    }

    void everyFailureHasATitle()
    {
        for (int kind = 0; kind <= int(BuildFailure::Kind::Other); ++kind)
            QVERIFY(!failureTitle(BuildFailure::Kind(kind)).isEmpty());
    }

    void targetThatNothingBuildsOffersWaysOut()
    {
        TargetState target = targetThat(TargetState::Build::Unbuildable);
        target.forecast.message = u"No machine here builds aarch64-darwin."_s;
        BuildPage page;
        page.setTarget(target);
        page.setTarget(target);
        page.show();
        QSignalSpy adopt(&page, &BuildPage::adoptRequested);
        QSignalSpy leave(&page, &BuildPage::leaveOutRequested);
        QTest::mouseClick(buttonWith(page, u"Take a finished archive"_s), Qt::LeftButton);
        QTest::mouseClick(buttonWith(page, u"Leave it out"_s), Qt::LeftButton);
        QCOMPARE(adopt.size() + leave.size(), 2);
        QCOMPARE(page.findChild<Banner *>()->text(), target.forecast.message);
    }

    void stepThatShowsNoSignOfLifeIsNamed()
    {
        TargetState target = targetThat(TargetState::Build::Running);
        target.startedAt = QDateTime::currentDateTimeUtc().addSecs(-400);
        target.stall = Stall{.name = u"minne-1.0.5"_s, .sinceMsec = 60'000, .usualSeconds = 161};
        const BuildMonitor monitor;
        BuildPage page;
        page.setMonitor(&monitor);
        page.setTarget(target);
        page.setRunSummary({.waiting = 1, .running = 1});
        page.show();
        QSignalSpy cancel(&page, &BuildPage::cancelTargetRequested);
        QSignalSpy processes(&page, &BuildPage::processesRequested);
        QTest::mouseClick(buttonWith(page, u"Show processes"_s), Qt::LeftButton);
        QTest::mouseClick(buttonWith(page, u"Cancel this target"_s), Qt::LeftButton);
        QCOMPARE(processes.size() + cancel.size(), 2);
        const QList<Banner *> banners = page.findChildren<Banner *>();
        const auto said = std::ranges::find_if(banners, [](const Banner *banner) { return banner->isVisible(); });
        QVERIFY(said != banners.cend());
        QVERIFY((*said)->title().startsWith(u"No output for 5 m "_s));
        QCOMPARE((*said)->text(), u"minne-1.0.5 was quiet for up to 2 m 41 s in earlier builds."_s);
        target.stall.reset();
        page.setTarget(target);
        QVERIFY(!buttonWith(page, u"Show processes"_s));
    }

    void troubleOfOthersIsToldWhileThisOneIsShown()
    {
        BuildPage page;
        page.setTarget(targetThat(TargetState::Build::Running));
        const QString own = targetThat(TargetState::Build::Running).target.triple;
        page.setRunSummary(
            {.running = 2, .failed = 1, .failedTriples = {u"a-b-c"_s}, .silentTriples = {own, u"d-e-f"_s}});
        page.show();
        const auto shown = [&page] {
            QStringList titles;
            for (const Banner *banner : page.findChildren<Banner *>())
                if (banner->isVisible())
                    titles += banner->title();
            return titles;
        };
        QCOMPARE(shown(), QStringList{u"a-b-c failed. d-e-f runs without a sign of life."_s});
        QSignalSpy other(&page, &BuildPage::targetRequested);
        QTest::mouseClick(buttonWith(page, u"Show it"_s), Qt::LeftButton);
        QCOMPARE(other.first().first().toString(), u"a-b-c"_s);
        page.setRunSummary({.running = 1});
        QCOMPARE(shown(), QStringList());
    }

    void offersAppearOnceTheyAreKnown()
    {
        TargetState target = targetThat(TargetState::Build::Failed);
        target.failure = BuildFailure{.kind = BuildFailure::Kind::ConnectionLost, .message = u"Lost."_s};
        BuildPage page;
        page.setTarget(target);
        page.show();
        QSignalSpy chosen(&page, &BuildPage::offerChosen);
        FailureRepair repair;
        repair.offers = {{.kind = FailureOffer::Kind::OpenSettings, .label = u"Test the machine…"_s}};
        page.setRepair(repair);
        page.setTarget(target); // said again: nothing changes
        QTest::mouseClick(buttonWith(page, u"Test the machine"_s), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<FailureOffer>(), repair.offers.first());

        target.failure->message = u"Lost again."_s; // another failure: the old offers are not its
        page.setTarget(target);
        QVERIFY(!buttonWith(page, u"Test the machine"_s));
    }

    void logShowsTheFailure()
    {
        const BuildMonitor monitor = monitorOf(u"hash-mismatch.log"_s);
        TargetState target = targetThat(TargetState::Build::Failed);
        target.failure = BuildFailure{.kind = BuildFailure::Kind::HashMismatch, .message = u"Another hash."_s};
        BuildPage page;
        page.resize(1104, 552);
        page.setMonitor(&monitor);
        page.setTarget(target);
        page.show();
        LogView *view = page.logPanel()->view();
        QTRY_VERIFY(view->currentRow() >= 0);
        QVERIFY(view->textOfRow(view->currentRow()).contains(u"hash mismatch"_s));
    }

    void findCountsHits()
    {
        const BuildMonitor monitor = monitorOf(u"success.log"_s);
        BuildPage page;
        page.setTarget(targetThat(TargetState::Build::Failed));
        page.setMonitor(&monitor);
        page.resize(1104, 552);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.logPanel()->view()->setCurrentRow(0);
        QTest::keyClick(&page, Qt::Key_F, Qt::ControlModifier);
        auto *find = page.findChild<QLineEdit *>();
        QTRY_VERIFY(find->hasFocus());
        QTest::keyClicks(find, u"phase"_s);
        LogView *view = page.logPanel()->view();
        QTRY_VERIFY(view->isSettled() && view->hitNumber() == 1);
        QVERIFY(view->hitCount() > 1);
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(view->hitNumber(), 2);
        QTest::keyClick(find, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(view->hitNumber(), 1);
    }

    void logGoneMeansEmptyPage()
    {
        const BuildMonitor monitor = monitorOf(u"success.log"_s);
        BuildPage page;
        page.setTarget(targetThat(TargetState::Build::Planned));
        page.setMonitor(&monitor);
        page.show();
        page.setMonitor(nullptr);
        QVERIFY(page.findChild<EmptyState *>()->isVisible());
        QCOMPARE(page.logPanel()->view()->rowCount(), 0);
    }
};

QTEST_MAIN(TestBuildPage)
#include "tst_buildpage.moc"
