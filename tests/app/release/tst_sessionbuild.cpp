// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/documents.h"
#include "tests/app/release/pipedproject.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// Building all targets of a project with real Nix.
class SessionBuildTest : public PipedProject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void oneAtATimeInTheOrderOfTheMatrix()
    {
        open(1);
        const auto done = m_session->build(m_session->targets().triplesToBuild());
        QTRY_COMPARE_WITH_TIMEOUT(build(0), Build::Running, patience);
        QCOMPARE(build(1), Build::Waiting);
        QCOMPARE(build(2), Build::Waiting);
        tell(u"one"_s, "go");
        QTRY_COMPARE_WITH_TIMEOUT(build(1), Build::Running, patience);
        QCOMPARE(build(0), Build::Built);
        QCOMPARE(build(2), Build::Waiting);
        tell(u"two"_s, "go");
        QTRY_COMPARE_WITH_TIMEOUT(build(2), Build::Running, patience);
        tell(u"three"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        QVERIFY(m_session->targets().triplesToBuild().isEmpty());
    }

    void noMoreThanTheSettingAtOnce()
    {
        open(2);
        const auto done = m_session->build(m_session->targets().triplesToBuild());
        QTRY_COMPARE_WITH_TIMEOUT(running(), 2, patience);
        QCOMPARE(build(2), Build::Waiting);
        tell(u"two"_s, "go");
        QTRY_COMPARE_WITH_TIMEOUT(build(2), Build::Running, patience);
        QCOMPARE(running(), 2);
        tell(u"three"_s, "go");
        tell(u"one"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
    }

    void failedTargetStopsNoOtherAndAloneIsBuiltAgain()
    {
        open(1);
        const auto done = m_session->build(m_session->targets().triplesToBuild());
        QTRY_COMPARE_WITH_TIMEOUT(build(0), Build::Running, patience);
        tell(u"one"_s, "stop");
        tell(u"two"_s, "go");
        tell(u"three"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        QCOMPARE(build(0), Build::Failed);
        QCOMPARE(build(1), Build::Built);
        QCOMPARE(build(2), Build::Built);
        QCOMPARE(m_session->targets().triplesToBuild(), QStringList{m_session->at(0)});

        const auto again = m_session->build(m_session->targets().triplesToBuild());
        tell(u"one"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(again.isFinished(), patience);
        QCOMPARE(build(0), Build::Built);
    }

    void anArchiveWhoseReaderDiesIsAFailedBuild_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("ends") << u"exit 1"_s;
        QTest::newRow("says nothing") << u"cat >/dev/null"_s;
        QTest::newRow("is killed") << u"cat >/dev/null; kill -KILL $$"_s;
    }

    void anArchiveWhoseReaderDiesIsAFailedBuild()
    {
        QFETCH(QString, script);
        open(1, {.program = u"/bin/sh"_s, .arguments = {u"-c"_s, script}});
        const QString triple = m_session->at(0);
        const auto done = m_session->build({triple});
        tell(u"one"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);

        const TargetState &target = m_session->row(0);
        QCOMPARE(target.build, Build::Failed);
        QCOMPARE(target.archive, TargetState::Archive::Unreadable); // what the window shows as an error
        QVERIFY(target.failure && target.failure->message.contains("one.tar"_L1));
        QCOMPARE(target.failure->message, target.archiveProblem);
        const QJsonObject said = buildToJson(*m_session, {triple}).value("targets"_L1).toArray().first().toObject();
        QCOMPARE(said.value("outcome"_L1), QJsonValue(u"failed"_s));
        QCOMPARE(said.value("failure"_L1)["message"_L1], QJsonValue(target.archiveProblem));
        const QStringList obstacles = m_session->publishing().view().obstacles;
        QVERIFY(std::ranges::any_of(obstacles, [&](const QString &line) { return line.contains(triple); }));

        open(1); // another day, with a reader that works
        QVERIFY(m_session->targets().triplesToBuild().contains(triple));
        const auto again = m_session->build({triple});
        QTRY_VERIFY_WITH_TIMEOUT(again.isFinished(), patience);
        QVERIFY(m_session->row(0).counts());
        QVERIFY(!m_session->row(0).record.sha256.isEmpty());
    }

    void logOfAnEarlierSessionIsReadMeanwhile()
    {
        open(1);
        const auto done = m_session->build({m_session->at(0)});
        tell(u"one"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        const qsizetype lines = m_session->builds().monitor(m_session->at(0))->lineCount();
        QVERIFY(lines > 0);

        open(1);
        const BuildMonitor *monitor = m_session->builds().monitor(m_session->at(0));
        QVERIFY(monitor);
        QCOMPARE(monitor->lineCount(), 0); // nobody waited for it
        QSignalSpy progressed(&m_session->builds(), &BuildQueue::progressed);
        QTRY_VERIFY(!m_session->logs().isReading());
        QVERIFY(!progressed.isEmpty());
        QCOMPARE(m_session->builds().monitor(m_session->at(0)), monitor);
        QCOMPARE(monitor->lineCount(), lines);
        QCOMPARE(monitor->buildsRunning(), 0);
        QVERIFY(monitor->log()->hasTimes());
    }

    void sessionThatGoesAwayEndsItsBuilds()
    {
        open(2);
        const auto done = m_session->build(m_session->targets().triplesToBuild());
        QTRY_COMPARE_WITH_TIMEOUT(running(), 2, patience);
        tell(u"one"_s, "go"); // one of them may end at any moment of the going away
        m_session.reset();
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        QVERIFY(done.isCanceled() || !done.result());
    }

    void cancelingOneLeavesTheOthers()
    {
        open(1);
        const auto done = m_session->build(m_session->targets().triplesToBuild());
        QTRY_COMPARE_WITH_TIMEOUT(build(0), Build::Running, patience);
        m_session->builds().cancel(m_session->at(1)); // still waits
        m_session->builds().cancel(m_session->at(0)); // runs
        tell(u"three"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        QCOMPARE(build(0), Build::Canceled);
        QCOMPARE(build(1), Build::Canceled);
        QCOMPARE(build(2), Build::Built);
        QCOMPARE(m_session->targets().triplesToBuild(), (QStringList{m_session->at(0), m_session->at(1)}));
    }

    void cancelStopsAll()
    {
        open(2);
        const auto done = m_session->build(m_session->targets().triplesToBuild());
        QTRY_COMPARE_WITH_TIMEOUT(running(), 2, patience);
        m_session->builds().cancel();
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        for (int row = 0; row < 3; ++row)
            QCOMPARE(build(row), Build::Canceled);
    }

    void canceledAndStartedAgainAtOnceIsBuilt()
    {
        open(2);
        const auto canceled = m_session->build({m_session->at(0)});
        QTRY_COMPARE_WITH_TIMEOUT(build(0), Build::Running, patience);
        m_session->builds().cancel();
        const auto again = m_session->build({m_session->at(0)});
        tell(u"one"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(again.isFinished(), patience);
        QVERIFY(canceled.isFinished());
        QVERIFY(again.result());
        QCOMPARE(build(0), Build::Built);
        QVERIFY(!m_session->isBusy());
    }

    void whatIsBeingBuiltIsNotStartedTwice()
    {
        open(2);
        const auto done = m_session->build({m_session->at(0)});
        const auto twice = m_session->build({m_session->at(1), m_session->at(0)});
        QCOMPARE(twice.result().error().kind, Error::Kind::Conflict);
        const auto other = m_session->build({m_session->at(1)});
        tell(u"one"_s, "go");
        tell(u"two"_s, "go");
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished() && other.isFinished(), patience);
        QCOMPARE(build(0), Build::Built);
        QCOMPARE(build(1), Build::Built);
    }
};

QTEST_GUILESS_MAIN(SessionBuildTest)
#include "tst_sessionbuild.moc"
