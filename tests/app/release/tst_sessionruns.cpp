// SPDX-License-Identifier: GPL-3.0-or-later
// The runs of a session: looked at while somebody looks, and what is asked of them.
#include "standin/interceptor.h"
#include "standin/runs.h"
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/actionsdemo.h"
#include "tests/app/release/ownsession.h"
#include "tests/standin/teststandin.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace unmoor;
using actionsdemo::manifest, actionsdemo::workflow;

namespace {

constexpr int patience = 60'000;

/// A host at which 39 requests are left for ten minutes.
class NearLimit : public rehearsal::Interceptor
{
    class Answered : public rehearsal::Interception
    {
        rehearsal::Reply afterwards(const QString &, const rehearsal::Call &, const rehearsal::Reply &reply) override
        {
            rehearsal::Reply low = reply;
            low.headers.append("x-ratelimit-limit", "5000");
            low.headers.append("x-ratelimit-remaining", "39");
            low.headers.append("x-ratelimit-reset", QByteArray::number(QDateTime::currentSecsSinceEpoch() + 600));
            return low;
        }
    };

public:
    std::unique_ptr<rehearsal::Interception> intercept(const QByteArray &, const QString &) override
    {
        return std::make_unique<Answered>();
    }
};

} // namespace

class SessionRunsTest : public QObject
{
    Q_OBJECT

    const QString path = u".github/workflows/release.yml"_s;
    const QString name = u"owner/demo"_s;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<TestStandIn> m_host;
    std::unique_ptr<OwnSession> m_session;
    QList<std::chrono::seconds> m_pauses;

    Runs &runs() { return m_session->runs(); }
    QString commit() const { return m_project->git({u"rev-parse"_s, u"HEAD"_s}); }
    RunDetails first() { return runs().commits().value(0).view.runs.value(0); }

    static rehearsal::WorkflowPlan plan()
    {
        rehearsal::JobPlan mac{.name = u"build (aarch64-apple-darwin)"_s};
        mac.seconds = 100;
        mac.conclusions = {u"failure"_s, u"success"_s};
        mac.log = "2026-11-29T10:00:00.0000000Z Found no cache(s).\n" + actionsdemo::failedEnd;
        rehearsal::JobPlan linux{.name = u"build (linux)"_s};
        return {.path = u".github/workflows/release.yml"_s,
                .name = u"Release"_s,
                .isDispatched = true,
                .jobs = {mac, linux}};
    }

    void change(const std::function<void(rehearsal::Actions &)> &what) { m_host->changeActions(name, what); }

    void pass(qint64 seconds)
    {
        change([seconds](rehearsal::Actions &actions) { actions.clock += seconds; });
    }

    qint64 start(const QString &ref = u"main"_s) { return *m_host->startRun(name, path, u"push"_s, ref, commit()); }

    template <typename T>
    Result<T> outcome(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, patience))
            return failure(Error::Kind::Failed, u"it does not end"_s);
        return future.result();
    }

    void open(const QByteArray &token)
    {
        m_session.reset();
        m_session = std::make_unique<OwnSession>(m_dir->filePath(u"state"_s),
                                                 SessionOptions{.apiUrl = m_host->apiUrl(), .token = token});
        m_session->runs().setPace([this](std::chrono::seconds pause) {
            m_pauses.append(pause);
            return 1ms;
        });
        const auto opened = outcome(m_session->open(m_project->path()));
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().message));
    }

    int asked() const { return m_host->requestCount("GET", u"/actions/"_s); }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void init()
    {
        m_pauses.clear();
        m_dir = std::make_unique<QTemporaryDir>();
        m_project = std::make_unique<GitRepository>();
        m_project->write(path, workflow);
        m_project->commit(u"unmoor.toml"_s, manifest);
        m_host = std::make_unique<TestStandIn>(m_dir->filePath(u"host"_s));
        QVERIFY(m_host->start());
        QVERIFY(m_host->push(name, u"main"_s, commit()));
        m_host->setWorkflow(name, plan());
        open(m_host->token());
    }

    void cleanup()
    {
        m_session.reset();
        m_host.reset();
    }

    void hostIsAskedWhileSomebodyLooks()
    {
        start();
        QCOMPARE(runs().standing(), Runs::Standing::Unasked);
        QTest::qWait(0);
        QCOMPARE(asked(), 0);

        runs().setSeen(true);
        QCOMPARE(runs().standing(), Runs::Standing::Reading);
        QTRY_COMPARE_WITH_TIMEOUT(runs().standing(), Runs::Standing::Known, patience);
        QCOMPARE(first().jobs.size(), 2);
        QCOMPARE(runs().triplesOf(first().run, first().jobs.at(0)), QStringList{u"aarch64-apple-darwin"_s});
        QVERIFY(runs().triplesOf(first().run, first().jobs.at(1)).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(m_pauses.size() > 2, patience);
        QCOMPARE(m_pauses.constFirst(), 5s);

        runs().setSeen(false);
        QVERIFY(outcome(m_session->client().hasCommit(name, commit()))); // what was on its way has come
        const int before = asked();
        QVERIFY(outcome(m_session->client().hasCommit(name, commit()))); // by then another look would have, too
        QCOMPARE(asked(), before);
        QCOMPARE(runs().standing(), Runs::Standing::Known);
    }

    void endOfARunIsToldOnce()
    {
        const qint64 id = start();
        QSignalSpy ended(&runs(), &Runs::runEnded);
        runs().setSeen(true);
        QTRY_VERIFY_WITH_TIMEOUT(!first().jobs.isEmpty(), patience);
        pass(100);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(ended.first().first().value<RunDetails>().run.id, id);
        QTRY_VERIFY_WITH_TIMEOUT(m_pauses.contains(60s), patience); // others may begin
        QCOMPARE(ended.size(), 1);

        // Who looks only now sees one that has ended, which is no news.
        open(m_host->token());
        QSignalSpy late(&runs(), &Runs::runEnded);
        runs().setSeen(true);
        QTRY_VERIFY_WITH_TIMEOUT(first().run.hasEnded(), patience);
        QCOMPARE(late.size(), 0);
    }

    void runIsRunAgainAndCanceled()
    {
        const qint64 id = start();
        pass(100);
        runs().setSeen(true);
        QTRY_VERIFY_WITH_TIMEOUT(first().run.hasEnded(), patience);
        QVERIFY(outcome(runs().rerun(id, github::Client::Rerun::Failed)));
        QTRY_COMPARE_WITH_TIMEOUT(first().run.attempt, 2, patience);
        QVERIFY(outcome(runs().cancelRun(id)));
        QTRY_COMPARE_WITH_TIMEOUT(first().run.conclusion, u"cancelled"_s, patience);
        QVERIFY(outcome(runs().rerunJob(first().jobs.first().id)));
        QTRY_COMPARE_WITH_TIMEOUT(first().run.attempt, 3, patience);
    }

    void environmentIsApproved()
    {
        rehearsal::WorkflowPlan guarded = plan();
        guarded.jobs = {guarded.jobs.last()};
        guarded.jobs.first().environment = u"production"_s;
        m_host->setWorkflow(name, guarded);
        const qint64 id = start();
        runs().setSeen(true);
        QTRY_VERIFY_WITH_TIMEOUT(!first().waitsFor.isEmpty(), patience);
        QVERIFY(outcome(runs().review(id, first().waitsFor.first(), true)));
        QTRY_COMPARE_WITH_TIMEOUT(first().run.status, u"in_progress"_s, patience);
        QVERIFY(first().waitsFor.isEmpty());
    }

    void logOfAJobIsReadOnce()
    {
        start();
        pass(100);
        runs().setSeen(true);
        QTRY_VERIFY_WITH_TIMEOUT(!first().jobs.isEmpty(), patience);
        const auto reading = outcome(runs().read(first().jobs.first()));
        QVERIFY2(reading.has_value(), reading ? "" : qPrintable(reading.error().message));
        QCOMPARE(reading->log.report.cache, JobLogReport::Cache::None);
        QCOMPARE(reading->log.report.copied, 1);
        QCOMPARE(reading->log.cause->kind, BuildFailure::Kind::HashMismatch);
        QCOMPARE(reading->annotations.size(), 1);
        QCOMPARE(reading->annotations.first().level, u"failure"_s);
        QVERIFY(QFile::exists(reading->log.path));
        QVERIFY(outcome(runs().read(first().jobs.first())));
        QCOMPARE(m_host->requestCount("GET", u"/logs"_s), 1);
    }

    void missingLogSaysWhy_data()
    {
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("said");
        QTest::newRow("canceled") << u"canceled"_s << u"canceled"_s;
        QTest::newRow("expired") << u"expired"_s << u"expired or was deleted"_s;
        QTest::newRow("no right") << u"right"_s << u"Actions: read"_s;
    }

    void missingLogSaysWhy()
    {
        QFETCH(QString, why);
        QFETCH(QString, said);
        const qint64 id = start();
        runs().setSeen(true);
        QTRY_VERIFY_WITH_TIMEOUT(!first().jobs.isEmpty(), patience);
        if (why == "canceled"_L1)
            QVERIFY(outcome(runs().cancelRun(id)));
        else
            pass(100);
        QTRY_VERIFY_WITH_TIMEOUT(first().run.hasEnded(), patience);
        if (why != "canceled"_L1)
            m_host->addFault({.method = "GET",
                              .pathContains = u"/logs"_s,
                              .kind = Fault::Kind::Status,
                              .status = why == "expired"_L1 ? 410 : 403});
        const auto reading = outcome(runs().read(first().jobs.first()));
        QVERIFY(!reading);
        QVERIFY2(reading.error().message.contains(said), qPrintable(reading.error().message));
        if (why != "canceled"_L1)
            QVERIFY(outcome(runs().read(first().jobs.first()))); // what failed is not kept
    }

    void whatKeepsFromAskingIsSaid()
    {
        open({});
        runs().setSeen(true);
        QCOMPARE(runs().standing(), Runs::Standing::SignedOut);

        open(m_host->token());
        QVERIFY(QFile::remove(m_project->filePath(path)));
        QVERIFY(outcome(m_session->refresh()));
        runs().setSeen(true);
        QCOMPARE(runs().standing(), Runs::Standing::NoWorkflows);
        m_project->write(path, workflow);
        QVERIFY(outcome(m_session->refresh()));
        QTRY_COMPARE_WITH_TIMEOUT(runs().standing(), Runs::Standing::Known, patience);
        QCOMPARE(runs().workflowsForTag(), QStringList{path});
    }

    void commitOfTheTagIsLookedAtToo()
    {
        start(u"v1.0.5"_s);
        m_project->git({u"tag"_s, u"v1.0.5"_s});
        const QString tagged = commit();
        m_project->commit(u"README"_s, "more");
        QVERIFY(m_host->push(name, u"main"_s, commit()));
        QVERIFY(outcome(m_session->refresh()));
        runs().setSeen(true);
        QTRY_COMPARE_WITH_TIMEOUT(runs().commits().value(1).view.runs.size(), 1, patience);
        QCOMPARE(runs().commits().at(1).commit, tagged);
        QCOMPARE(runs().commits().at(1).tag, u"v1.0.5"_s);
        QTRY_VERIFY_WITH_TIMEOUT(runs().commits().at(0).isRead, patience);
        QVERIFY(runs().commits().at(0).view.runs.isEmpty());
    }

    void troubleIsSaidAndTriedAgain()
    {
        start();
        m_host->addFault({.method = "GET", .pathContains = u"/actions/runs"_s, .kind = Fault::Kind::RateLimit});
        QStringList troubles;
        connect(&runs(), &Runs::changed, this, [&] {
            if (!runs().trouble().isEmpty() && runs().triesAgain())
                troubles += runs().trouble();
        });
        runs().setSeen(true);
        QTRY_COMPARE_WITH_TIMEOUT(runs().standing(), Runs::Standing::Known, patience);
        QVERIFY(!troubles.isEmpty());
        QVERIFY2(troubles.first().contains(u"Too many requests"_s), qPrintable(troubles.first()));
        QVERIFY(runs().trouble().isEmpty());
    }

    /// What is left of the hour's requests is spread over what is left of the hour.
    void fewRequestsLeftAreSpreadAndSaid()
    {
        start();
        m_host->setInterceptor(std::make_shared<NearLimit>());
        runs().setSeen(true);
        QTRY_VERIFY_WITH_TIMEOUT(!m_pauses.isEmpty(), patience);
        QVERIFY(runs().lowLimit());
        QCOMPARE(runs().lowLimit()->remaining, 39);
        QVERIFY2(m_pauses.constFirst() >= 55s && m_pauses.constFirst() <= 60s,
                 QByteArray::number(qint64(m_pauses.constFirst().count())));
    }

    void whatWaitingDoesNotMendIsSaid()
    {
        start();
        open("wrong");
        runs().setSeen(true);
        QTRY_COMPARE_WITH_TIMEOUT(runs().standing(), Runs::Standing::Unreadable, patience);
        QVERIFY(!runs().triesAgain());
        const int before = asked();
        runs().look();
        QTRY_VERIFY_WITH_TIMEOUT(asked() > before, patience);
    }

    void tokenWithoutTheRightIsNamed()
    {
        const qint64 id = start();
        runs().setSeen(true);
        QTRY_VERIFY_WITH_TIMEOUT(!first().jobs.isEmpty(), patience);
        m_host->addFault({.method = "POST", .pathContains = u"/cancel"_s, .kind = Fault::Kind::Status, .status = 403});
        const auto refused = outcome(runs().cancelRun(id));
        QCOMPARE(refused.error().kind, Error::Kind::Forbidden);
        QVERIFY2(refused.error().message.contains(u"Actions: write"_s), qPrintable(refused.error().message));
    }

    /// A run that is deleted between the list and its jobs is one less, no failure.
    void deletedRunIsGone()
    {
        start();
        start();
        m_host->addFault({.method = "GET", .pathContains = u"/jobs"_s, .kind = Fault::Kind::Status, .status = 404});
        runs().setSeen(true);
        QTRY_COMPARE_WITH_TIMEOUT(runs().standing(), Runs::Standing::Known, patience);
        QVERIFY(runs().trouble().isEmpty());
        change([](rehearsal::Actions &actions) { actions.runs.clear(); });
        QTRY_VERIFY_WITH_TIMEOUT(runs().commits().first().view.runs.isEmpty(), patience);
    }

    /// What has ended and is the same is not asked for again, however often somebody looks.
    void endedRunIsNotAskedForAgain()
    {
        start();
        pass(100);
        change([](rehearsal::Actions &actions) { actions.workflows.first().jobs[0].seconds = 100'000; });
        start();
        runs().setSeen(true);
        QTRY_VERIFY_WITH_TIMEOUT(m_pauses.size() > 5, patience);
        runs().setSeen(false);
        const qint64 ended = runs().commits().first().view.runs.last().run.id;
        QCOMPARE(m_host->requestCount("GET", u"/runs/%1/jobs"_s.arg(ended)), 1);
    }
};

QTEST_GUILESS_MAIN(SessionRunsTest)
#include "tst_sessionruns.moc"
