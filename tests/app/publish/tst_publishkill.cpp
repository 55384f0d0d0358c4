// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishbench.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>
#include <random>

/// A process that publishes is killed at random moments; the host lives on in this one.
class PublishKillTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_files{quickFolder()};

    struct Round
    {
        QTemporaryDir folder{quickFolder()};
        StandIn host{folder.path()};
        QProcess process;

        void start(const QString &files)
        {
            if (!host.start() || !host.push(repo, u"main"_s, built))
                qFatal("The stand-in did not start.");
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"UNMOOR_TEST_TOKEN"_s, QString::fromLatin1(host.token()));
            process.setProcessEnvironment(environment);
            process.start(QStringLiteral(PUBLISH_HELPER), {host.apiUrl().toString(), files});
        }

        /// Turns this process's event loop, in which the host lives, until \a isSo.
        static bool wait(const std::function<bool()> &isSo)
        {
            QElapsedTimer timer;
            timer.start();
            while (!isSo() && timer.elapsed() < 60'000)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 1);
            return isSo();
        }

        bool ended() const { return process.state() == QProcess::NotRunning; }
    };

    std::chrono::microseconds m_whole{0}; ///< from the first request to the end

private Q_SLOTS:
    void initTestCase()
    {
        for (const char name : {'a', 'b', 'c', 'd'})
            PublishBench::write(m_files.filePath(QChar::fromLatin1(name) + u".zip"_s), QByteArray(300'000, name));
        Round round;
        round.start(m_files.path());
        QVERIFY(Round::wait([&] { return !round.host.requests().isEmpty(); }));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(Round::wait([&] { return round.ended(); }));
        QCOMPARE(round.process.exitCode(), 0);
        m_whole = std::chrono::microseconds(timer.nsecsElapsed() / 1000);
    }

    void killedAtAnyMomentItIsFinishedByTheNext()
    {
        constexpr unsigned seed = 5;
        qInfo("seed %u, a whole run takes %lld ms", seed, static_cast<long long>(m_whole.count() / 1000));
        std::mt19937 random(seed);
        const DesiredRelease desired = releaseOf(m_files.path());
        int halfway = 0;
        for (int i = 0; i < 100; ++i) {
            Round round;
            const std::chrono::microseconds moment(qint64(random() % unsigned(m_whole.count())));
            round.start(m_files.path());
            QVERIFY(Round::wait([&] { return !round.host.requests().isEmpty() || round.ended(); }));
            QElapsedTimer timer;
            timer.start();
            Round::wait([&] { return timer.nsecsElapsed() / 1000 >= moment.count() || round.ended(); });
            round.process.kill();
            QVERIFY(Round::wait([&] { return round.ended(); }));
            halfway += round.process.exitStatus() == QProcess::CrashExit ? 1 : 0;

            QNetworkAccessManager network;
            github::Client client(network, round.host.apiUrl());
            client.setToken(round.host.token());
            Publisher publisher(client, PublishBench::quick());
            const auto future = publisher.start(desired, {});
            QVERIFY(Round::wait([&] { return future.isFinished(); }));
            QVERIFY2(future.result().complete, why(future.result()));
            QCOMPARE(wrongOnHost(round.folder.path(), desired), QString());
            QCOMPARE(sentTwice(round.host.requests()), QString());
        }
        qInfo("%d of 100 were killed before they were through", halfway);
        QVERIFY(halfway > 50);
    }
};

QTEST_GUILESS_MAIN(PublishKillTest)
#include "tst_publishkill.moc"
