// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/checklistmodel.h"
#include "publish/publishpage.h"

#include <QAbstractItemModelTester>
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
        QVERIFY(!page.publishButton()->isVisible());
    }
};

QTEST_MAIN(PublishPageTest)
#include "tst_publishpage.moc"
