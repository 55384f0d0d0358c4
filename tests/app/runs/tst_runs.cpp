// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of GitHub Actions, read from the stand-in by the client.
#include "app/runs/runsdocument.h"
#include "app/runs/runwatch.h"
#include "standin/runs.h"
#include "tests/standin/teststandin.h"

#include <QFutureWatcher>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace unmoor;

class RunsTest : public QObject
{
    Q_OBJECT

    const QString repository = u"owner/demo"_s;
    const QString commit = QString(40, u'a');
    const QString path = u".github/workflows/release.yml"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestStandIn> m_host;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<github::Client> m_client;

    static rehearsal::RunFile file(const QString &name, const QByteArray &bytes)
    {
        rehearsal::RunFile made;
        made.name = name;
        made.bytes = bytes;
        return made;
    }

    rehearsal::WorkflowPlan plan() const
    {
        rehearsal::JobPlan linux{.name = u"build (linux)"_s};
        linux.files = {file(u"release-linux"_s, "the bytes")};
        linux.log = "2026-11-29T10:00:00.0000000Z hello\n";
        rehearsal::JobPlan windows{.name = u"build (windows)"_s};
        windows.seconds = 100;
        windows.conclusions = {u"failure"_s, u"success"_s};
        windows.files = {file(u"release-windows"_s, "other bytes")};
        return {.path = path, .name = u"Release"_s, .isDispatched = true, .jobs = {linux, windows}};
    }

    template <typename T>
    Result<T> outcome(QFuture<Result<T>> future)
    {
        QFutureWatcher<Result<T>> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(future);
        if (!future.isFinished() && !finished.wait(20000))
            return failure(Error::Kind::Network, u"no answer"_s);
        return future.result();
    }

    template <typename T>
    T wanted(QFuture<Result<T>> future)
    {
        const Result<T> result = outcome(future);
        if (!result)
            QTest::qFail(qPrintable(result.error().message), __FILE__, __LINE__);
        return result.value_or(T{});
    }

    void pass(qint64 seconds)
    {
        m_host->changeActions(repository, [seconds](rehearsal::Actions &actions) { actions.clock += seconds; });
    }

    qint64 start()
    {
        m_host->setWorkflow(repository, plan());
        return *m_host->startRun(repository, path, u"push"_s, u"v1.0.5"_s, commit);
    }

    RunsView view() { return wanted(readRuns(*m_client, repository, commit)); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_host = std::make_unique<TestStandIn>(m_folder->filePath(u"host"_s));
        QVERIFY(m_host->start());
        QVERIFY(m_host->push(repository, u"main"_s, commit));
        m_network = std::make_unique<QNetworkAccessManager>();
        m_client = std::make_unique<github::Client>(*m_network, m_host->apiUrl());
        m_client->setToken(m_host->token());
    }

    void cleanup()
    {
        m_client.reset();
        m_network.reset();
        m_host.reset();
    }

    void runMovesWithItsTime()
    {
        start();
        const RunsView begun = view();
        QCOMPARE(begun.runs.size(), 1);
        QCOMPARE(begun.runs.first().run.status, u"in_progress"_s);
        QCOMPARE(begun.runs.first().run.path, path);
        QCOMPARE(begun.runs.first().jobs.size(), 2);
        QVERIFY(begun.runs.first().artifacts.isEmpty());
        QVERIFY(!begun.haveEnded());

        pass(60);
        const RunDetails half = view().runs.first();
        QCOMPARE(half.jobs.at(0).conclusion, u"success"_s);
        QCOMPARE(half.jobs.at(0).startedAt.secsTo(half.jobs.at(0).completedAt), 60);
        QCOMPARE(half.jobs.at(1).status, u"in_progress"_s);
        QCOMPARE(half.artifacts.size(), 1);
        QVERIFY(!half.run.hasEnded());

        pass(40);
        const RunsView ended = view();
        QVERIFY(ended.haveEnded() && !ended.haveSucceeded());
        QCOMPARE(ended.runs.first().run.conclusion, u"failure"_s);
        QCOMPARE(ended.runs.first().jobs.at(1).steps.at(1).conclusion, u"failure"_s);

        const QJsonObject document = runsToJson(ended, u"v1.0.5"_s, m_client->rateLimit());
        QCOMPARE(document[u"complete"], QJsonValue(true));
        QCOMPARE(document[u"success"], QJsonValue(false));
        QCOMPARE(document[u"runs"][0][u"jobs"][0][u"seconds"].toInt(), 60);
        QCOMPARE(document[u"runs"][0][u"artifacts"][0][u"name"].toString(), u"release-linux"_s);
    }

    void failedJobsRunAgainAndKeepTheOthers()
    {
        const qint64 id = start();
        pass(100);
        QVERIFY(outcome(m_client->rerun(repository, id, github::Client::Rerun::Failed)));
        QCOMPARE(outcome(m_client->rerun(repository, id, github::Client::Rerun::Failed)).error().kind,
                 Error::Kind::Forbidden);
        pass(100);
        const RunDetails again = view().runs.first();
        QCOMPARE(again.run.attempt, 2);
        QVERIFY(again.run.hasSucceeded());
        QCOMPARE(again.jobs.at(0).attempt, 1);
        QCOMPARE(again.jobs.at(1).attempt, 2);
        QCOMPARE(again.artifacts.size(), 2);

        // All of it once more: the same names twice.
        QVERIFY(outcome(m_client->rerun(repository, id, github::Client::Rerun::All)));
        pass(100);
        QCOMPARE(view().runs.first().artifacts.size(), 4);
    }

    /// A file does in each commit what it says there.
    void earlierCommitKeepsWhatItsWorkflowDoes()
    {
        m_host->setWorkflow(repository, plan(), commit);
        const qint64 id = *m_host->startRun(repository, path, u"push"_s, u"v1.0.5"_s, commit);
        pass(100);
        const QString later(40, u'b');
        QVERIFY(m_host->push(repository, u"main"_s, later));
        rehearsal::WorkflowPlan other = plan();
        other.jobs.first().files = {file(u"release-linux"_s, "the bytes of the later commit")};
        other.jobs.first().log = "of the later commit\n";
        m_host->setWorkflow(repository, other, later);
        QVERIFY(m_host->startRun(repository, path, u"push"_s, u"main"_s, later));
        QVERIFY(outcome(m_client->rerun(repository, id, github::Client::Rerun::All)));
        pass(100);
        const auto linuxArtifacts = [this](const QString &of) {
            QList<qint64> sizes;
            for (const github::RunArtifact &artifact :
                 wanted(readRuns(*m_client, repository, of)).runs.first().artifacts)
                if (artifact.name == "release-linux"_L1)
                    sizes.append(artifact.size);
            return sizes;
        };
        QCOMPARE(linuxArtifacts(commit), (QList<qint64>{9, 9}));
        QCOMPARE(linuxArtifacts(later), QList<qint64>{29});
        const QString log = m_folder->filePath(u"log"_s);
        QCOMPARE(wanted(m_client->downloadJobLog(repository, view().runs.first().jobs.first().id, log)).bytes,
                 plan().jobs.first().log.size());

        // A restart goes on from there.
        m_client.reset();
        m_host.reset();
        m_host = std::make_unique<TestStandIn>(m_folder->filePath(u"host"_s));
        QVERIFY(m_host->start());
        m_client = std::make_unique<github::Client>(*m_network, m_host->apiUrl());
        m_client->setToken(m_host->token());
        QVERIFY(outcome(m_client->rerun(repository, id, github::Client::Rerun::All)));
        pass(100);
        QCOMPARE(linuxArtifacts(commit), (QList<qint64>{9, 9, 9}));
    }

    void canceledRunEnds()
    {
        const qint64 id = start();
        pass(10);
        QVERIFY(outcome(m_client->cancelRun(repository, id)));
        QCOMPARE(view().runs.first().run.conclusion, u"cancelled"_s);
        QCOMPARE(outcome(m_client->cancelRun(repository, id)).error().kind, Error::Kind::Conflict);
        const QString log = m_folder->filePath(u"log"_s);
        const auto none = outcome(m_client->downloadJobLog(repository, view().runs.first().jobs.first().id, log));
        QCOMPARE(none.error().kind, Error::Kind::NotFound);
    }

    void logIsThereOnceTheJobHasEnded()
    {
        start();
        const qint64 job = view().runs.first().jobs.first().id;
        const QString log = m_folder->filePath(u"log"_s);
        QCOMPARE(outcome(m_client->downloadJobLog(repository, job, log)).error().kind, Error::Kind::NotFound);
        QVERIFY(!QFile::exists(log));
        pass(60);
        QCOMPARE(wanted(m_client->downloadJobLog(repository, job, log)).bytes, plan().jobs.first().log.size());
    }

    /// Storage is another origin, and refuses a token beside its signature.
    void artifactIsDownloadedWithoutToken()
    {
        start();
        pass(60);
        const github::RunArtifact artifact = view().runs.first().artifacts.first();
        const QString into = m_folder->filePath(u"artifact"_s);
        const github::DownloadedFile got = wanted(m_client->downloadArtifact(repository, artifact.id, into));
        QCOMPARE(got.bytes, 9);
        QCOMPARE(got.sha256, artifact.digest);
        QCOMPARE(artifact.headSha, commit);

        m_host->changeActions(repository,
                              [](rehearsal::Actions &actions) { actions.runs.first().files.first().isExpired = true; });
        QFile::remove(into);
        QCOMPARE(outcome(m_client->downloadArtifact(repository, artifact.id, into)).error().kind,
                 Error::Kind::NotFound);
        QVERIFY(!QFile::exists(into));
        QVERIFY(view().runs.first().artifacts.first().isExpired);

        m_client->setToken({});
        QCOMPARE(outcome(m_client->downloadArtifact(repository, artifact.id, into)).error().kind,
                 Error::Kind::Unauthorized);
    }

    void manyArtifactsComeOverPages()
    {
        rehearsal::WorkflowPlan many = plan();
        for (int i = 0; i < 300; ++i)
            many.jobs[0].files.append(file(u"part-%1"_s.arg(i), "x"));
        m_host->setWorkflow(repository, many);
        QVERIFY(m_host->startRun(repository, path, u"push"_s, u"v1.0.5"_s, commit));
        pass(60);
        QCOMPARE(view().runs.first().artifacts.size(), 301);

        // A page that is not there would be archives that are missing.
        m_host->addFault({.method = "GET", .pathContains = u"/artifacts"_s, .kind = Fault::Kind::Garbled});
        QVERIFY(!outcome(readRuns(*m_client, repository, commit)));
    }

    /// GitHub lists the newest thousand; that there are more is known.
    void ofMoreThanAThousandRunsTheNewestAreShown()
    {
        start();
        m_host->changeActions(repository, [](rehearsal::Actions &actions) {
            rehearsal::WorkflowRun run = actions.runs.first();
            run.jobs.clear();
            for (int i = 0; i < 1000; ++i) {
                run.id += 1'000'000;
                actions.runs.append(run);
            }
        });
        const auto future = readRuns(*m_client, repository, commit);
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 120'000); // a megabyte of them
        const RunsView many = future.result().value_or(RunsView());
        QCOMPARE(many.total, 1001);
        QCOMPARE(many.runs.size(), 20);
        QVERIFY(many.runs.first().run.id > 1'000'000'000);
        QCOMPARE(m_host->requestCount("GET", u"/actions/runs?"_s), 10); // of which each has a hundred
    }

    void runsOfOtherCommitsAreNotAmongThem()
    {
        start();
        const QString later(40, u'b');
        QVERIFY(m_host->push(repository, u"main"_s, later));
        QVERIFY(m_host->startRun(repository, path, u"push"_s, u"main"_s, later));
        QCOMPARE(view().runs.size(), 1);
        github::RunQuery query;
        query.workflow = u"release.yml"_s;
        QCOMPARE(wanted(m_client->runs(repository, query)).runs.size(), 2);
        query.workflow = u"gone.yml"_s;
        QCOMPARE(outcome(m_client->runs(repository, query)).error().kind, Error::Kind::NotFound);
    }

    void dispatchGivesTheRunWhereTheHostDoes()
    {
        rehearsal::WorkflowPlan asking = plan();
        asking.inputs = {u"version"_s};
        m_host->setWorkflow(repository, asking);
        const auto missing = outcome(m_client->dispatch(repository, u"release.yml"_s, u"main"_s, {}));
        QCOMPARE(missing.error().kind, Error::Kind::Conflict);
        QVERIFY2(missing.error().message.contains(u"'version' not provided"_s), qPrintable(missing.error().message));
        const auto id = wanted(m_client->dispatch(repository, u"release.yml"_s, u"main"_s, {{u"version"_s, u"1"_s}}));
        QVERIFY(id.has_value());
        QCOMPARE(wanted(m_client->run(repository, *id)).event, u"workflow_dispatch"_s);

        m_host->setWorkflow(repository, plan());
        QVERIFY(!outcome(m_client->dispatch(repository, u"release.yml"_s, u"main"_s, {{u"version"_s, u"1"_s}})));
        m_host->changeActions(repository, [](rehearsal::Actions &actions) { actions.givesRunDetails = false; });
        QCOMPARE(wanted(m_client->dispatch(repository, u"release.yml"_s, u"main"_s, {})), std::nullopt);
        QCOMPARE(view().runs.size(), 2);

        rehearsal::WorkflowPlan closed = plan();
        closed.isDispatched = false;
        m_host->setWorkflow(repository, closed);
        const auto refused = outcome(m_client->dispatch(repository, u"release.yml"_s, u"main"_s, {}));
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QVERIFY(refused.error().message.contains(u"workflow_dispatch"_s));
    }

    void environmentIsApprovedOrRejected()
    {
        rehearsal::WorkflowPlan guarded = plan();
        guarded.jobs = {guarded.jobs.first()};
        guarded.jobs.first().environment = u"production"_s;
        m_host->setWorkflow(repository, guarded);
        const qint64 id = *m_host->startRun(repository, path, u"push"_s, u"v1.0.5"_s, commit);
        const RunDetails waiting = view().runs.first();
        QCOMPARE(waiting.run.status, u"waiting"_s);
        QCOMPARE(waiting.waitsFor.first().environment, u"production"_s);
        QVERIFY(waiting.waitsFor.first().canApprove);
        QVERIFY(stateText(waiting).contains(u"production"_s));
        const QList<qint64> environments{waiting.waitsFor.first().environmentId};
        QVERIFY(outcome(m_client->reviewDeployments(repository, id, environments, true, u"go"_s)));
        pass(60);
        QVERIFY(view().haveSucceeded());

        const qint64 other = *m_host->startRun(repository, path, u"push"_s, u"v1.0.6"_s, commit);
        const QList<qint64> again{view().runs.first().waitsFor.first().environmentId};
        QVERIFY(outcome(m_client->reviewDeployments(repository, other, again, false, u"no"_s)));
        QCOMPARE(view().runs.first().run.conclusion, u"failure"_s);
    }

    void watchGoesOnUntilAllHasEnded()
    {
        start();
        m_host->changeActions(repository, [](rehearsal::Actions &actions) { actions.secondsPerLook = 10; });
        m_host->addFault({.method = "GET", .pathContains = u"/jobs"_s, .kind = Fault::Kind::Status, .status = 502});
        RunWatch watch(*m_client, repository, commit);
        QList<std::chrono::seconds> pauses;
        watch.setPace([&pauses](std::chrono::seconds pause) {
            pauses.append(pause);
            return 0ms;
        });
        QSignalSpy troubled(&watch, &RunWatch::troubled);
        QSignalSpy changed(&watch, &RunWatch::changed);
        const RunsView end = wanted(watch.start());
        QVERIFY(end.haveEnded());
        QCOMPARE(end.runs.first().artifacts.size(), 1);
        QCOMPARE(troubled.size(), 1);
        QVERIFY(changed.size() > 1);
        QCOMPARE(pauses.first(), 15s); // after what went wrong
        QVERIFY(pauses.contains(5s));
    }

    /// The bar: ten runs followed for an hour cost no more than 60 requests a run that the host counts. What happens in
    /// the hour happens in three minutes here, and a look at which nothing has changed costs nothing: so it is as dear.
    void anHourOfTenRunsCostsFewRequests()
    {
        constexpr int runCount = 10;
        constexpr int looksWithChanges = 36; // each 5 seconds
        constexpr int looksWithout = 4;
        // Three jobs, one after the other, all the time; each step ends at another moment than those before.
        rehearsal::WorkflowPlan hour = plan();
        hour.jobs.clear();
        for (int i = 0; i < 3; ++i) {
            rehearsal::JobPlan job{.name = u"job %1"_s.arg(i)};
            job.after = i * 64;
            job.seconds = 64;
            job.steps = QString(12, u's').split(QString(), Qt::SkipEmptyParts);
            job.files = {file(u"file %1"_s.arg(i), "x")};
            hour.jobs.append(job);
        }
        m_host->setWorkflow(repository, hour);
        for (int i = 0; i < runCount; ++i) {
            QVERIFY(m_host->startRun(repository, path, u"push"_s, u"v1.0.5"_s, commit));
            pass(1);
        }
        const auto counted = [this] { return m_client->rateLimit().limit - m_client->rateLimit().remaining; };
        QVERIFY(outcome(m_client->hasCommit(repository, commit)));
        const int before = counted();
        const int askedBefore = m_host->requestCount("GET", u"/actions/"_s);

        RunWatch watch(*m_client, repository, commit);
        int looks = 0;
        QList<int> costs; // after each look
        QSet<std::chrono::seconds::rep> pauses;
        watch.setPace([&](std::chrono::seconds pause) {
            pauses += pause.count();
            if (looks < looksWithChanges)
                pass(pause.count());
            return 0ms;
        });
        watch.setGoal([&](const RunsView &) {
            costs += counted() - before;
            return ++looks == looksWithChanges + looksWithout;
        });
        const auto future = watch.start();
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 120'000);
        const Result<RunsView> end = future.result();
        QVERIFY2(end.has_value(), end ? "" : qPrintable(end.error().message));
        QCOMPARE(end->runs.size(), runCount);
        QVERIFY(std::ranges::none_of(end->runs, [](const RunDetails &run) { return run.run.hasEnded(); }));
        QCOMPARE(pauses, QSet<std::chrono::seconds::rep>{5});
        QVERIFY(m_host->requestCount("GET", u"/actions/"_s) - askedBefore > looks * runCount);
        QVERIFY2(costs.last() <= 60 * runCount, qPrintable(QString::number(costs.last())));
        QVERIFY2(costs.last() > 30 * runCount, qPrintable(QString::number(costs.last()))); // so much has happened
        QCOMPARE(costs.last(), costs.at(looksWithChanges));
    }

    void watchEndsWithWhatWaitingDoesNotMend()
    {
        start();
        m_client->setToken("wrong");
        RunWatch watch(*m_client, repository, commit);
        watch.setPace([](std::chrono::seconds) { return 0ms; });
        QCOMPARE(outcome(watch.start()).error().kind, Error::Kind::Unauthorized);
    }

    void watchIsCanceled()
    {
        start();
        RunWatch watch(*m_client, repository, commit);
        std::stop_source stop;
        QObject::connect(&watch, &RunWatch::changed, &watch, [&stop] { stop.request_stop(); });
        QCOMPARE(outcome(watch.start(stop.get_token())).error().kind, Error::Kind::Canceled);
    }

    void pausesFollowTheStateAndTheLimit()
    {
        const auto run = [](const QString &status) {
            github::WorkflowRun made;
            made.status = status;
            return made;
        };
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1'000'000);
        const github::RateLimit none;
        QCOMPARE(pollDelay({run(u"in_progress"_s), run(u"queued"_s)}, none, now), 5s);
        QCOMPARE(pollDelay({run(u"queued"_s)}, none, now), 15s);
        QCOMPARE(pollDelay({run(u"waiting"_s), run(u"completed"_s)}, none, now), 60s);
        QCOMPARE(pollDelay({run(u"completed"_s)}, none, now), std::nullopt);
        QCOMPARE(pollDelay({run(u"in_progress"_s)}, {5000, 4000, now.addSecs(3600)}, now), 5s);
        QCOMPARE(pollDelay({run(u"in_progress"_s)}, {60, 9, now.addSecs(100)}, now), 40s);
    }
};

QTEST_GUILESS_MAIN(RunsTest)
#include "tst_runs.moc"
