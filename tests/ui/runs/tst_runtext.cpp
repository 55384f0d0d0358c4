// SPDX-License-Identifier: GPL-3.0-or-later
// The words and rows of runs.
#include "ui/desktop/runnews.h"
#include "ui/runs/runsmodel.h"
#include "ui/runs/runtext.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QDateTime begin = QDateTime::fromSecsSinceEpoch(1'000'000, QTimeZone::UTC);

github::RunJob job(qint64 id, const QString &name, const QString &status, const QString &conclusion = {})
{
    github::RunJob made;
    made.id = id;
    made.name = name;
    made.status = status;
    made.conclusion = conclusion;
    made.startedAt = begin;
    if (!conclusion.isEmpty())
        made.completedAt = begin.addSecs(64);
    made.steps = {{1, u"Set up job"_s, u"completed"_s, u"success"_s, begin, begin.addSecs(2)},
                  {2, u"Build"_s, status, conclusion, begin.addSecs(2), made.completedAt}};
    return made;
}

RunDetails run(const QList<github::RunJob> &jobs, const QString &status, const QString &conclusion = {})
{
    RunDetails details;
    details.run.id = 7;
    details.run.name = u"Release"_s;
    details.run.number = 12;
    details.run.status = status;
    details.run.conclusion = conclusion;
    details.run.startedAt = begin;
    details.run.updatedAt = begin.addSecs(100);
    details.jobs = jobs;
    return details;
}

QList<CommitRuns> commits(const RunDetails &details)
{
    return {{.commit = QString(40, u'a'),
             .tag = {},
             .isRead = true,
             .view = {.repository = {}, .commit = {}, .runs = {details}}}};
}

} // namespace

class RunTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void treeKeepsItsRowsWhileRunsGoOn()
    {
        RunsModel model;
        const QAbstractItemModelTester tester(&model);
        const QDateTime now = begin.addSecs(10);
        model.setCommits(
            commits(run({job(1, u"a"_s, u"in_progress"_s), job(2, u"b"_s, u"queued"_s)}, u"in_progress"_s)), now);
        const QPersistentModelIndex first = model.indexOf(7, 1);
        QVERIFY(first.isValid());
        QCOMPARE(model.rowCount(first), 2);
        QCOMPARE(QModelIndex(first).siblingAtColumn(RunsModel::Standing).data().toString(), u"running, 10 s so far"_s);
        QVERIFY(first.data(RunsModel::LiveRole).toBool());

        // It failed, and another job came in front.
        model.setCommits(commits(run({job(3, u"c"_s, u"queued"_s), job(1, u"a"_s, u"completed"_s, u"failure"_s),
                                      job(2, u"b"_s, u"in_progress"_s)},
                                     u"in_progress"_s)),
                         now);
        QCOMPARE(model.rowCount(model.indexOf(7)), 3);
        QCOMPARE(model.indexOf(7, 3).row(), 0);
        const QModelIndex failed = model.indexOf(7, 1);
        QCOMPARE(theme::State(failed.data(RunsModel::StateRole).toInt()), theme::State::Error);
        QCOMPARE(failed.data(Qt::AccessibleTextRole).toString(), u"a, failed, 1 m 04 s"_s);

        // A job that runs again has another id, and is the row that it was.
        const QPersistentModelIndex chosen = failed;
        model.setCommits(
            commits(run({job(3, u"c"_s, u"queued"_s), job(9, u"a"_s, u"queued"_s), job(2, u"b"_s, u"in_progress"_s)},
                        u"queued"_s)),
            now);
        QVERIFY(chosen.isValid());
        QCOMPARE(chosen.data(RunsModel::JobRole).toLongLong(), 9);

        model.setCommits({}, now);
        QCOMPARE(model.rowCount(), 0);
    }

    void twoCommitsStandAboveTheirRuns()
    {
        RunsModel model;
        const QAbstractItemModelTester tester(&model);
        QList<CommitRuns> two{{.commit = QString(40, u'b'), .tag = {}, .isRead = true, .view = {}}};
        two += commits(run({job(1, u"a"_s, u"queued"_s)}, u"queued"_s));
        two.last().tag = u"v1.0.5"_s;
        model.setCommits(two, begin);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, RunsModel::Standing).data().toString(), u"no runs"_s);
        QCOMPARE(model.index(1, 0).data().toString(), u"v1.0.5 at aaaaaaa"_s);
        QCOMPARE(model.indexOf(7, 1).parent().parent(), model.index(1, 0));
    }

    void wordsOfTheHostAreSaid_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("conclusion");
        QTest::addColumn<theme::State>("state");
        QTest::addColumn<QString>("words");
        using theme::State;
        QTest::newRow("running") << u"in_progress"_s << QString() << State::Running << u"running"_s;
        QTest::newRow("waiting") << u"waiting"_s << QString() << State::Waiting << u"waits for approval"_s;
        QTest::newRow("queued") << u"queued"_s << QString() << State::Planned << u"waits for a machine"_s;
        QTest::newRow("good") << u"completed"_s << u"success"_s << State::Done << u"succeeded"_s;
        QTest::newRow("bad") << u"completed"_s << u"failure"_s << State::Error << u"failed"_s;
        QTest::newRow("slow") << u"completed"_s << u"timed_out"_s << State::Error << u"took too long"_s;
        QTest::newRow("canceled") << u"completed"_s << u"cancelled"_s << State::Canceled << u"canceled"_s;
        QTest::newRow("new word") << u"completed"_s << u"gone_fishing"_s << State::Warning << u"gone fishing"_s;
    }

    void wordsOfTheHostAreSaid()
    {
        QFETCH(QString, status);
        QFETCH(QString, conclusion);
        QFETCH(theme::State, state);
        QFETCH(QString, words);
        QCOMPARE(stateOfRun(status, conclusion), state);
        QCOMPARE(standingOfRun(status, conclusion), words);
    }

    void causeOfAFailedJob()
    {
        const github::RunJob failed = job(1, u"a"_s, u"completed"_s, u"failure"_s);
        QCOMPARE(failureOfJob(failed, {}).message, u"The step \"Build\" failed."_s);
        JobReading reading;
        reading.log.report.firstError = u"Process completed with exit code 1."_s;
        QVERIFY(failureOfJob(failed, reading).message.endsWith(u"exit code 1."_s));
        reading.annotations = {{u"failure"_s, u".github"_s, 1, {}, u"Process completed with exit code 1."_s},
                               {u"failure"_s, u"src/main.rs"_s, 12, u"E0425"_s, u"cannot find value"_s}};
        QVERIFY(failureOfJob(failed, reading).message.endsWith(u"src/main.rs, line 12: E0425: cannot find value"_s));
        reading.log.cause = BuildFailure{.kind = BuildFailure::Kind::DiskFull, .message = u"The disk is full."_s};
        QCOMPARE(failureOfJob(failed, reading).kind, BuildFailure::Kind::DiskFull);
    }

    void offersFollowTheRun()
    {
        using Kind = FailureOffer::Kind;
        const github::RunJob failed = job(1, u"a"_s, u"completed"_s, u"failure"_s);
        const BuildFailure failure = failureOfJob(failed, {});
        const auto kinds = [&](const RunDetails &details, const QStringList &here) {
            QList<Kind> list;
            for (const FailureOffer &offer : repairOfJob(details, failed, failure, here).offers)
                list += offer.kind;
            return list;
        };
        QCOMPARE(kinds(run({failed}, u"in_progress"_s), {}), QList{Kind::CancelRun});
        QCOMPARE(kinds(run({failed}, u"completed"_s, u"failure"_s), {u"x"_s}),
                 (QList{Kind::RerunFailedJobs, Kind::RerunJob, Kind::BuildHere}));
    }

    void newsOfARun()
    {
        const github::RunJob failed = job(1, u"build (mac)"_s, u"completed"_s, u"failure"_s);
        const RunNewsText bad = runNews(run({failed}, u"completed"_s, u"failure"_s), u"demo v1"_s);
        QCOMPARE(bad.title, u"demo v1: Release 12 failed"_s);
        QCOMPARE(bad.text, u"build (mac), after 1 m 40 s."_s);
        QVERIFY(bad.failed);
        const RunNewsText good = runNews(run({}, u"completed"_s, u"success"_s), u"demo v1"_s);
        QCOMPARE(good.title, u"demo v1: Release 12 succeeded"_s);
        QVERIFY(!good.failed);
    }

    void cacheIsCounted()
    {
        QCOMPARE(cacheWords({}), QString());
        QCOMPARE(cacheWords({.cache = JobLogReport::Cache::Hit, .built = 12, .copied = 340, .firstError = {}}),
                 u"the cache was hit · Nix built 12, copied 340"_s);
    }
};

QTEST_MAIN(RunTextTest)
#include "tst_runtext.moc"
