// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/checklistmodel.h"
#include "ui/publish/confirmpublish.h"
#include "ui/publish/publishpage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

PublishPlan plan()
{
    PublishPlan plan;
    plan.done = {{.kind = PublishStep::Kind::CreateDraft,
                  .what = u"Draft v1.0.5"_s,
                  .why = u"Found"_s,
                  .proof = u"release 4"_s}};
    plan.steps = {{.kind = PublishStep::Kind::Upload,
                   .file = u"a.zip"_s,
                   .what = u"Upload a.zip"_s,
                   .why = u"Not on GitHub"_s,
                   .proof = u"digest"_s},
                  {.kind = PublishStep::Kind::Publish, .what = u"Publish"_s}};
    return plan;
}

DesiredRelease desired()
{
    return {.repository = u"o/n"_s,
            .tag = u"v1.0.5"_s,
            .commit = QString(40, u'a'),
            .title = u"n v1.0.5"_s,
            .files = {{.name = u"a.zip"_s, .bytes = 3, .sha256 = QByteArray(64, 'b')}}};
}

RemoteRelease emptyRemote()
{
    return {.repository = u"o/n"_s, .tag = u"v1.0.5"_s};
}

} // namespace

class PublishPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checklistKeepsItsPromisesThroughARun()
    {
        ChecklistModel model;
        const QAbstractItemModelTester tester(&model);
        model.setPlan(plan());
        QCOMPARE(model.rowCount(), 5); // two headings, one done, two to do
        QCOMPARE(model.stepCount(), 2);

        model.setStarted(0);
        model.setProgress(0, 1, 4);
        const QModelIndex upload = model.index(model.rowOfStep(0), ChecklistModel::Step);
        QCOMPARE(upload.data(ChecklistModel::ProgressRole).toDouble(), 0.25);
        QCOMPARE(theme::State(upload.data(ChecklistModel::StateRole).toInt()), theme::State::Running);

        model.setFinished(0,
                          {.step = plan().steps[0], .outcome = StepResult::Outcome::Done, .proof = u"digest = 9f"_s});
        QCOMPARE(model.doneCount(), 1);
        QCOMPARE(upload.siblingAtColumn(ChecklistModel::Proof).data().toString(), u"digest = 9f"_s);
        QVERIFY(upload.data(Qt::AccessibleTextRole).toString().startsWith(theme::stateWord(theme::State::Verified)));
    }

    void failedStepShowsItsReason()
    {
        ChecklistModel model;
        model.setPlan(plan());
        model.setStarted(0);
        model.setFinished(0,
                          {.step = plan().steps[0],
                           .outcome = StepResult::Outcome::Failed,
                           .error = Error{Error::Kind::Server, u"GitHub answered 502."_s}});
        const QModelIndex why = model.index(model.rowOfStep(0), ChecklistModel::Why);
        QCOMPARE(why.data().toString(), u"GitHub answered 502."_s);
        QCOMPARE(theme::State(why.data(ChecklistModel::StateRole).toInt()), theme::State::Error);
    }

    void waitCountsDownInTheRunningRow()
    {
        ChecklistModel model;
        model.setPlan(plan());
        model.setStarted(0);
        model.setWaiting(42, u"GitHub asked for a pause"_s);
        const int row = model.rowOfStep(0);
        QCOMPARE(model.index(row, ChecklistModel::Proof).data().toString(), u"goes on by itself in 0:42"_s);
        model.setWaiting(0, {});
        QCOMPARE(model.index(row, ChecklistModel::Why).data().toString(), u"Not on GitHub"_s);
    }

    void publishButtonWaitsForWhatIsToBeSettled()
    {
        PublishPage page;
        page.setRelease(desired(), emptyRemote(), {});
        page.setPlan(plan());
        QVERIFY(page.publishButton()->isEnabled());
        QVERIFY(page.publishButton()->text().contains(u"v1.0.5"_s));

        page.setObstacles({u"aarch64-apple-darwin has no archive."_s});
        QVERIFY(!page.publishButton()->isEnabled());
        QVERIFY(page.bannerTitle().contains(u"1 thing"_s));

        page.setObstacles({});
        QVERIFY(page.publishButton()->isEnabled());
        QVERIFY(page.bannerTitle().isEmpty());
    }

    void clickAsksForPublishing()
    {
        PublishPage page;
        page.setRelease(desired(), emptyRemote(), {});
        page.setPlan(plan());
        page.show();
        QSignalSpy asked(&page, &PublishPage::publishRequested);
        QTest::mouseClick(page.publishButton(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }

    void stoppedDraftSaysThatUsersCannotSeeIt()
    {
        PublishPage page;
        RemoteRelease remote = emptyRemote();
        remote.release = github::Release{.id = 4, .tagName = u"v1.0.5"_s, .draft = true};
        page.setRelease(desired(), remote, {});
        page.setPlan(plan());
        PublishOutcome outcome;
        outcome.error = Error{Error::Kind::Network, u"The connection broke."_s};
        page.setOutcome(outcome);
        QVERIFY(page.bannerTitle().contains(u"draft"_s));
        QVERIFY(page.publishButton()->text().contains(u"Finish"_s));
    }

    void completeReleaseOffersNothingToPublish()
    {
        PublishPage page;
        page.show();
        RemoteRelease remote = emptyRemote();
        remote.release = github::Release{.id = 4, .tagName = u"v1.0.5"_s};
        page.setRelease(desired(), remote, {});
        page.setPlan({});
        page.setComplete(true);
        QVERIFY(!page.publishButton()->isVisible());
    }

    void sendingShowsRateAndTimeLeft()
    {
        RateMeter rate;
        rate.note(0, 48 << 20, 0);
        QVERIFY(!rate.bytesPerSecond());
        QCOMPARE(rate.text(), u"0 B of 48.0 MiB"_s);
        for (int second = 1; second <= 3; ++second)
            rate.note(second * (8LL << 20), 48 << 20, second * 1000);
        QCOMPARE(rate.bytesPerSecond(), double(8 << 20));
        QCOMPARE(rate.secondsLeft(), 3.0);
        QVERIFY2(rate.text().startsWith(u"24.0 MiB of 48.0 MiB, 8.0 MiB/s, 3"_s), qPrintable(rate.text()));
    }

    void rateFollowsTheLastSecondsAndARetryBeginsAnew()
    {
        RateMeter rate;
        for (int second = 0; second <= 10; ++second)
            rate.note(second * 1000, 100'000, second * 1000);
        for (int second = 1; second <= 6; ++second)
            rate.note(10'000 + second * 10'000, 100'000, (10 + second) * 1000);
        QVERIFY(*rate.bytesPerSecond() > 8000);
        rate.note(0, 100'000, 17'000);
        QVERIFY(!rate.bytesPerSecond());
    }

    void recoveryBeginsWithWhatIsRightAndSaysHowOldThatIs()
    {
        ChecklistModel model;
        const QAbstractItemModelTester tester(&model);
        model.setReadAge(u"read from GitHub 12 s ago"_s);
        model.setPlan(plan());
        QCOMPARE(model.index(0, ChecklistModel::Step).data().toString(), u"Already right"_s);
        QCOMPARE(model.index(0, ChecklistModel::Why).data().toString(), u"1 of 3, read from GitHub 12 s ago"_s);
    }

    void everyProofIsCopiedWhole()
    {
        PublishPage page;
        page.setRelease(desired(), emptyRemote(), {});
        PublishPlan brief = plan();
        brief.steps[0].proof = u"digest = bbbbbbbb…"_s;
        page.setPlan(brief);
        const QStringList lines = page.copiedText().split(u'\n');
        QCOMPARE(lines.size(), 3); // headings have no proof
        QVERIFY2(lines[1].endsWith(u"digest = "_s + QString(64, u'b')), qPrintable(lines[1]));
    }

    void twoUploadsAtOnceWaitAndGoOnTogether()
    {
        ChecklistModel model;
        PublishPlan two = plan();
        two.steps[1] = two.steps[0];
        two.steps[1].file = u"b.zip"_s;
        model.setPlan(two);
        model.setStarted(0);
        model.setStarted(1);
        model.setWaiting(60, u"GitHub asked for a pause"_s);
        model.setWaiting(30, u"GitHub asked for a pause"_s);
        for (const int step : {0, 1}) {
            const QModelIndex row = model.index(model.rowOfStep(step), ChecklistModel::Proof);
            QCOMPARE(row.data().toString(), u"goes on by itself in 0:30"_s);
            QCOMPARE(row.data(ChecklistModel::ProgressRole).toDouble(), 0.5);
        }
        model.setWaiting(0, {});
        QCOMPARE(theme::State(model.index(model.rowOfStep(1), 0).data(ChecklistModel::StateRole).toInt()),
                 theme::State::Running);
    }

    void tokenThatEndsMidwayOffersToSignInAgain()
    {
        PublishPage page;
        page.show();
        page.setRelease(desired(), emptyRemote(), {});
        page.setPlan(plan());
        PublishOutcome outcome;
        outcome.error = Error{Error::Kind::Unauthorized, u"The token is wrong, expired or missing."_s};
        page.setOutcome(outcome);
        QVERIFY(page.bannerText().contains(u"goes on from where it stopped"_s));
        QSignalSpy asked(&page, &PublishPage::signInRequested);
        const auto button = [&page]() -> QPushButton * {
            for (auto *one : page.findChildren<QPushButton *>())
                if (one->isVisible() && one->text().contains(u"ign in again"_s))
                    return one;
            return nullptr;
        };
        QTRY_VERIFY(button());
        QPushButton *again = button();
        page.setPlan(plan());
        QCOMPARE(button(), again); // what is shown already stays, and keeps the focus
        QTest::mouseClick(again, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        page.setRunning(true);
        QVERIFY(page.bannerTitle().isEmpty());
    }

    void unfinishedReleaseIsToldUntilSomethingNearerIs()
    {
        PublishPage page;
        page.setRelease(desired(), emptyRemote(), {});
        page.setPlan(plan());
        page.setStory(ReleaseStory{u"v1.0.5 is a draft on GitHub."_s, u"Users cannot see it yet."_s, u"Finish"_s});
        QCOMPARE(page.bannerTitle(), u"v1.0.5 is a draft on GitHub."_s);
        page.setObstacles({u"aarch64-apple-darwin has no archive."_s});
        QVERIFY(page.bannerTitle().contains(u"to settle"_s));
        page.setObstacles({});
        QCOMPARE(page.bannerTitle(), u"v1.0.5 is a draft on GitHub."_s);
        page.setStory({});
        QVERIFY(page.bannerTitle().isEmpty());
    }

    void filesOnGitHubAreShownOneByOneWithTheirVerdicts()
    {
        PublishPage page;
        RemoteRelease remote = emptyRemote();
        remote.release = github::Release{.id = 4, .tagName = u"v1.0.5"_s, .draft = true};
        remote.assets = {{.id = 1, .name = u"a.zip"_s, .state = u"starter"_s},
                         {.id = 2, .name = u"notes.txt"_s, .state = u"uploaded"_s, .size = 9}};
        page.setRelease(desired(), remote, {});
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>())
            texts += label->text();
        QVERIFY(texts.contains(u"a broken upload, 0 B"_s));
        QVERIFY(texts.contains(u"there, 9 B, not part of this release"_s));
        QVERIFY(texts.contains(u"stays as it is"_s));
    }

    void whatStaysForAPersonIsSaid()
    {
        PublishPage page;
        PublishPlan complete;
        complete.remarks = {u"v1.0.5 has another draft; delete it by hand."_s};
        page.setRelease(desired(), emptyRemote(), {});
        page.setPlan(complete);
        QCOMPARE(page.bannerText(), complete.remarks.first());
    }

    /// A plan without a step is no proof: a target that is to be released and has no archive is in no plan.
    void completeIsWhatTheReleaseSays()
    {
        PublishPage page;
        page.setRelease(desired(), emptyRemote(), {});
        page.setPlan({});
        QVERIFY(!page.publishButton()->isHidden());
        page.setComplete(true);
        QVERIFY(page.publishButton()->isHidden());
    }

    void publishingAsksForNothingMoreWhereNothingIsTakenAway()
    {
        ConfirmPublish dialog(desired(), plan(), {{u"unexpected-entry, a"_s, u"It is fine."_s}}, {});
        QVERIFY(dialog.agreements().isEmpty());
        QVERIFY(dialog.publishButton()->isEnabled());
        QCOMPARE(dialog.publishButton()->text().remove(u'&'), u"Publish v1.0.5"_s);
    }

    void whatPublishingMeansIsToldBefore()
    {
        const auto said = [](const DesiredRelease &release, const PublishFacts &facts) {
            const ConfirmPublish dialog(release, plan(), {}, facts);
            QStringList words;
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                words += label->text();
            return words;
        };
        const QStringList real = said(desired(),
                                      {.host = u"github.com"_s,
                                       .account = u"ada"_s,
                                       .takesLatest = true,
                                       .leftOut = {u"aarch64-apple-darwin: comes later"_s},
                                       .warnings = 2});
        for (const QString &words :
             {u"github.com, as ada"_s, u"the latest release"_s, u"aarch64-apple-darwin: comes later"_s,
              u"2 warnings of the archives and the notes"_s})
            QVERIFY2(real.contains(words), qPrintable(real.join(u'\n')));
        DesiredRelease candidate = desired();
        candidate.prerelease = true;
        const QStringList rehearsed = said(candidate, {});
        QVERIFY(rehearsed.contains(u"the rehearsal's host on this machine; nothing leaves it"_s));
        QVERIFY(rehearsed.contains(u"pre-release"_s));
    }

    void whatIsReplacedOrDeletedIsAgreedToByName()
    {
        PublishPlan dangerous = plan();
        dangerous.steps.prepend({.kind = PublishStep::Kind::DeleteBroken, .file = u"b.zip"_s, .takes = u"asset 2"_s});
        dangerous.steps.prepend({.kind = PublishStep::Kind::DeleteBroken, .file = u"c.zip"_s, .takes = u"asset 3"_s});
        dangerous.steps.prepend({.kind = PublishStep::Kind::Replace,
                                 .file = u"a.zip"_s,
                                 .what = u"Replace a.zip"_s,
                                 .takes = u"asset 1"_s});
        ConfirmPublish dialog(desired(), dangerous, {}, {});
        QCOMPARE(dialog.agreements().size(), 2);
        QCOMPARE(dialog.agreements()[0]->text(), u"Replace a.zip"_s);
        QCOMPARE(dialog.agreements()[1]->text(), u"Delete 2 broken uploads"_s);
        dialog.agreements()[0]->setChecked(true);
        QVERIFY(!dialog.publishButton()->isEnabled());
        dialog.agreements()[1]->setChecked(true);
        QVERIFY(dialog.publishButton()->isEnabled());
    }

    void stepsThatTakeAwayAreMarked()
    {
        ChecklistModel model;
        PublishPlan dangerous = plan();
        dangerous.steps[0].kind = PublishStep::Kind::Replace;
        dangerous.steps[0].takes = u"asset 1"_s;
        model.setPlan(dangerous);
        QVERIFY(model.index(model.rowOfStep(0), 0).data(ChecklistModel::IsDangerRole).toBool());
        QVERIFY(!model.index(model.rowOfStep(1), 0).data(ChecklistModel::IsDangerRole).toBool());
    }
};

QTEST_MAIN(PublishPageTest)
#include "tst_publishpage.moc"
