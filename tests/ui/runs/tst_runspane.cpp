// SPDX-License-Identifier: GPL-3.0-or-later
// Runs in the page of builds, by clicks and keys, at a stand-in whose runs move and break.
#include "standin/runs.h"
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/actionsdemo.h"
#include "tests/app/release/ownsession.h"
#include "tests/standin/teststandin.h"
#include "ui/build/buildpage.h"
#include "ui/build/failurecard.h"
#include "ui/build/logpanel.h"
#include "ui/build/logview.h"
#include "ui/runs/rundetail.h"
#include "ui/runs/runsdesk.h"
#include "ui/runs/runsmodel.h"
#include "ui/runs/runspane.h"
#include "ui/runs/runstree.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pageheader.h"

#include <QApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace unmoor;
using actionsdemo::manifest, actionsdemo::workflow;

namespace {

constexpr int patience = 60'000;
const QString mac = u"aarch64-apple-darwin"_s;

} // namespace

class RunsPaneTest : public QObject
{
    Q_OBJECT

    const QString path = u".github/workflows/release.yml"_s;
    const QString name = u"owner/demo"_s;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<TestStandIn> m_host;
    std::unique_ptr<OwnSession> m_session;
    std::unique_ptr<BuildPage> m_page;
    std::unique_ptr<RunsDesk> m_desk;

    static rehearsal::WorkflowPlan plan()
    {
        rehearsal::JobPlan first{.name = u"build (%1)"_s.arg(mac)};
        first.seconds = 100;
        first.conclusions = {u"failure"_s, u"success"_s};
        first.log = "2026-11-29T10:00:00.0000000Z ##[group]Run nix build\n"
                    "2026-11-29T10:00:00.5000000Z Found a cache with the given \"primary-key\"\n"
            + actionsdemo::failedEnd;
        rehearsal::JobPlan second{.name = u"build (linux)"_s};
        return {.path = u".github/workflows/release.yml"_s,
                .name = u"Release"_s,
                .isDispatched = true,
                .jobs = {first, second}};
    }

    template <typename T>
    Result<T> outcome(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, patience))
            return failure(Error::Kind::Failed, u"it does not end"_s);
        return future.result();
    }

    void change(const std::function<void(rehearsal::Actions &)> &what) { m_host->changeActions(name, what); }
    void pass(qint64 seconds)
    {
        change([seconds](rehearsal::Actions &actions) { actions.clock += seconds; });
    }
    qint64 start()
    {
        return *m_host->startRun(name, path, u"push"_s, u"main"_s, m_project->git({u"rev-parse"_s, u"HEAD"_s}));
    }

    void open(const QByteArray &token)
    {
        m_desk.reset();
        m_page.reset();
        m_session = std::make_unique<OwnSession>(m_dir->filePath(u"state"_s),
                                                 SessionOptions{.apiUrl = m_host->apiUrl(), .token = token});
        m_session->runs().setPace([](std::chrono::seconds) { return 1ms; });
        QVERIFY(outcome(m_session->open(m_project->path())));
        m_page = std::make_unique<BuildPage>();
        m_page->resize(1000, 640);
        m_desk = std::make_unique<RunsDesk>(*m_session, m_page.get());
    }

    void look()
    {
        m_page->showRuns(true);
        m_page->show();
    }

    RunsPane *pane() const { return m_desk->pane(); }
    RunDetail *detail() const { return pane()->detail(); }
    QString sentence(const QWidget *part) const
    {
        const auto *empty = part->findChild<EmptyState *>();
        return empty && empty->isVisible() ? empty->findChild<QLabel *>()->text() : QString();
    }

    /// One that can be seen, by its words without the sign of its key.
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *one : m_page->findChildren<QPushButton *>())
            if (!one->visibleRegion().isEmpty() && (one->text().remove(u'&') == text || one->accessibleName() == text))
                return one;
        return nullptr;
    }

    bool seeButton(const QString &text) const
    {
        return QTest::qWaitFor([&] { return button(text) != nullptr; }, patience);
    }

    /// Answers the question that is asked by the button with \a text; what was asked.
    QString answer(const QString &text) const
    {
        QMessageBox *box = nullptr;
        if (!QTest::qWaitFor([&] { return (box = pane()->findChild<QMessageBox *>()) && box->isVisible(); }, patience))
            return {};
        const QString asked = box->text();
        for (QAbstractButton *one : box->buttons())
            if (one->text().remove(u'&') == text) {
                QTest::mouseClick(one, Qt::LeftButton);
                const bool isGone = QTest::qWaitFor([&] { return !pane()->findChild<QMessageBox *>(); }, patience);
                return isGone ? asked : QString();
            }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        isolateGit();
        theme::apply(*qApp, theme::Appearance::Light);
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_project = std::make_unique<GitRepository>();
        m_project->write(path, workflow);
        const QString commit = m_project->commit(u"unmoor.toml"_s, manifest);
        m_host = std::make_unique<TestStandIn>(m_dir->filePath(u"host"_s));
        QVERIFY(m_host->start());
        QVERIFY(m_host->push(name, u"main"_s, commit));
        m_host->setWorkflow(name, plan());
        open(m_host->token());
    }

    void cleanup()
    {
        m_desk.reset();
        m_page.reset();
        m_session.reset();
        m_host.reset();
    }

    void runIsFollowedFromItsFirstStepToItsLog()
    {
        start();
        look();
        QTRY_VERIFY_WITH_TIMEOUT(detail()->shownJob() > 0, patience); // the job that runs
        QVERIFY(sentence(detail()).contains(u"no live log"_s));
        const QModelIndex job = pane()->tree()->currentIndex();
        QVERIFY(pane()->tree()->isExpanded(job)); // its steps can be seen
        QCOMPARE(job.model()->rowCount(job), 3);
        QTRY_VERIFY(m_page->findChild<PageHeader *>()->summary().contains(u"1 run · 1 running"_s));

        pass(100);
        QTRY_VERIFY_WITH_TIMEOUT(detail()->findChild<LogPanel *>()->isVisible(), patience);
        const LogView *log = detail()->findChild<LogPanel *>()->view();
        QTRY_COMPARE_WITH_TIMEOUT(log->rowCount(), 7, patience);
        QCOMPARE(log->textOfRow(0), u"Run nix build"_s); // the head of a group
        QTRY_VERIFY(detail()->findChild<FailureCard *>());
        QTRY_COMPARE_WITH_TIMEOUT(detail()->findChild<FailureCard *>()->accessibleName(),
                                  failureTitle(BuildFailure::Kind::HashMismatch), patience);
        QVERIFY(m_page->findChild<PageHeader *>()->summary().contains(u"1 failed"_s));
        bool saysCache = false;
        for (const QLabel *label : detail()->findChildren<QLabel *>())
            saysCache = saysCache || label->text().contains(u"the cache was hit · Nix built 0, copied 1"_s);
        QVERIFY(saysCache);
    }

    void failedJobsAreRunAgain()
    {
        start();
        pass(100);
        look();
        QVERIFY(seeButton(u"Re-run failed jobs"_s));
        QTest::mouseClick(button(u"Re-run failed jobs"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->runs().commits().first().view.runs.first().run.attempt, 2, patience);
        // What was chosen stays so in its new attempt.
        QTRY_VERIFY_WITH_TIMEOUT(
            !detail()->findChild<FailureCard *>() || !detail()->findChild<FailureCard *>()->isVisible(), patience);
        QCOMPARE(pane()->tree()->currentIndex().data().toString(), u"build (%1)"_s.arg(mac));
        pass(100);
        QVERIFY(seeButton(u"Re-run this job"_s));
    }

    void cancelingIsAskedAbout()
    {
        const qint64 run = start();
        look();
        QVERIFY(seeButton(u"Cancel run…"_s));
        QTest::mouseClick(button(u"Cancel run…"_s), Qt::LeftButton);
        QVERIFY(answer(u"Let it go on"_s).contains(u"Release 1"_s));
        QCOMPARE(m_host->requestCount("POST", u"/cancel"_s), 0);
        QTest::mouseClick(button(u"Cancel run…"_s), Qt::LeftButton);
        QVERIFY(!answer(u"Cancel the run"_s).isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(m_session->runs().find(run)->run.conclusion, u"cancelled"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(sentence(detail()).contains(u"canceled, and GitHub keeps no log"_s), patience);
    }

    void environmentIsApprovedByName_data()
    {
        QTest::addColumn<bool>("approve");
        QTest::newRow("approve") << true;
        QTest::newRow("reject") << false;
    }

    void environmentIsApprovedByName()
    {
        QFETCH(bool, approve);
        rehearsal::WorkflowPlan guarded = plan();
        guarded.jobs = {guarded.jobs.last()};
        guarded.jobs.first().environment = u"production"_s;
        m_host->setWorkflow(name, guarded);
        const qint64 run = start();
        look();
        const QString word = approve ? u"Approve production"_s : u"Reject production"_s;
        QVERIFY(seeButton(word));
        QTest::mouseClick(button(word), Qt::LeftButton);
        QVERIFY(answer(u"Not now"_s).contains(u"production"_s));
        QCOMPARE(m_host->requestCount("POST", u"/pending_deployments"_s), 0);
        QTest::mouseClick(button(word), Qt::LeftButton);
        QVERIFY(!answer(word).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!button(word), patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->runs().find(run)->run.status, approve ? u"in_progress"_s : u"completed"_s,
                                  patience);
    }

    void targetIsBuiltHereWhereAMachineCan()
    {
        start();
        pass(100);
        look();
        QVERIFY(seeButton(u"Re-run failed jobs"_s));
        QVERIFY(!button(u"Build %1 here"_s.arg(mac)));
        m_session->places().setNix(NixInfo{.systems = {u"aarch64-darwin"_s}});
        m_session->runs().look();
        QVERIFY(seeButton(u"Build %1 here"_s.arg(mac)));
        QSignalSpy asked(m_desk.get(), &RunsDesk::buildRequested);
        QTest::mouseClick(button(u"Build %1 here"_s.arg(mac)), Qt::LeftButton);
        QCOMPARE(asked.first().first().toStringList(), QStringList{mac});
        QCOMPARE(m_session->row(mac).place, BuildPlace{});
    }

    void refusedRightIsTold()
    {
        start();
        pass(100);
        look();
        QVERIFY(seeButton(u"Re-run this job"_s));
        m_host->addFault({.method = "POST", .pathContains = u"/rerun"_s, .kind = Fault::Kind::Status, .status = 403});
        QSignalSpy ended(m_desk.get(), &RunsDesk::ended);
        QTest::mouseClick(button(u"Re-run this job"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QVERIFY(ended.first().first().value<Result<void>>().error().message.contains(u"Actions: write"_s));
    }

    void expiredLogIsSaidAndTriedAgain()
    {
        start();
        pass(100);
        m_host->addFault({.method = "GET", .pathContains = u"/logs"_s, .kind = Fault::Kind::Status, .status = 410});
        look();
        QTRY_VERIFY_WITH_TIMEOUT(sentence(detail()).contains(u"expired or was deleted"_s), patience);
        QVERIFY(seeButton(u"Try again"_s));
        QTest::mouseClick(button(u"Try again"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(detail()->findChild<LogPanel *>()->isVisible(), patience);
    }

    void emptyStatesTellTheTruth()
    {
        look();
        QTRY_VERIFY_WITH_TIMEOUT(sentence(pane()).contains(u"A push of the tag starts: "_s + path), patience);

        open({});
        look();
        QSignalSpy asked(m_desk.get(), &RunsDesk::signInRequested);
        QVERIFY(seeButton(u"Sign in…"_s));
        QTest::mouseClick(button(u"Sign in…"_s), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);

        open("wrong");
        look();
        QVERIFY(seeButton(u"Try again"_s));
        QVERIFY(sentence(pane()).contains(u"401"_s));

        QVERIFY(QFile::remove(m_project->filePath(path)));
        open(m_host->token());
        look();
        QVERIFY(sentence(pane()).contains(u"no workflow in .github/workflows"_s));
    }

    /// What was read stays in sight while the host does not answer.
    void troubleStandsAboveWhatIsKnown()
    {
        start();
        look();
        QTRY_VERIFY_WITH_TIMEOUT(detail()->shownJob() > 0, patience);
        for (int i = 0; i < 40; ++i)
            m_host->addFault({.method = "GET", .pathContains = u"/actions/runs?"_s, .kind = Fault::Kind::Status});
        QTRY_VERIFY_WITH_TIMEOUT(pane()->findChild<Banner *>()->isVisible(), patience);
        QVERIFY(pane()->findChild<Banner *>()->text().contains(u"502"_s));
        QVERIFY(detail()->isVisible());
        m_host->clearFaults();
        QTRY_VERIFY_WITH_TIMEOUT(button(u"Try again"_s) || !pane()->findChild<Banner *>()->isVisible(), patience);
        if (QPushButton *again = button(u"Try again"_s))
            QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!pane()->findChild<Banner *>()->isVisible(), patience);
    }

    void keysGoFromRunToJobToStep()
    {
        start();
        pass(100);
        look();
        QTRY_VERIFY_WITH_TIMEOUT(detail()->shownJob() > 0, patience);
        pane()->tree()->setFocus();
        QTest::keyClick(pane()->tree(), Qt::Key_Home);
        QCOMPARE(detail()->shownJob(), 0);
        QCOMPARE(detail()->accessibleName(), u"Release 1"_s);
        QTest::keyClick(pane()->tree(), Qt::Key_Down);
        QVERIFY(detail()->shownJob() > 0);
        // What a person chose stays.
        m_session->runs().look();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->runs().standing(), Runs::Standing::Known, patience);
        QCOMPARE(pane()->tree()->currentIndex().data().toString(), u"build (%1)"_s.arg(mac));
        for (const QWidget *one : m_page->findChildren<QWidget *>())
            if (one->isVisible() && (one->focusPolicy() & Qt::TabFocus) && qobject_cast<const QAbstractButton *>(one))
                QVERIFY2(!one->accessibleName().isEmpty()
                             || !static_cast<const QAbstractButton *>(one)->text().isEmpty(),
                         one->metaObject()->className());
    }

    void leavingTheViewEndsTheAsking()
    {
        start();
        look();
        QTRY_VERIFY_WITH_TIMEOUT(detail()->shownJob() > 0, patience);
        m_page->showRuns(false);
        (void)outcome(m_session->client().hasCommit(name, QString(40, u'a')));
        const int before = m_host->requestCount("GET", u"/actions/"_s);
        (void)outcome(m_session->client().hasCommit(name, QString(40, u'a')));
        QCOMPARE(m_host->requestCount("GET", u"/actions/"_s), before);
        m_page->showRuns(true);
        QTRY_VERIFY_WITH_TIMEOUT(m_host->requestCount("GET", u"/actions/"_s) > before, patience);
    }
};

QTEST_MAIN(RunsPaneTest)
#include "tst_runspane.moc"
