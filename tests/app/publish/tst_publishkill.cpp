// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/publish/publishbench.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QTest>

namespace {

/// What the process that is killed does: publish API-URL FOLDER, with the token in UNMOOR_TEST_TOKEN.
int publish(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QNetworkAccessManager network;
    github::Client client(network, QUrl(app.arguments().value(1)));
    client.setToken(qgetenv("UNMOOR_TEST_TOKEN"));
    Publisher publisher(client, PublishBench::quick());
    publisher.start(releaseOf(app.arguments().value(2)), {}, {}).then(&app, [](const PublishOutcome &outcome) {
        QCoreApplication::exit(outcome.complete ? 0 : 1);
    });
    return app.exec();
}

UNMOOR_OTHER_PROCESS(publish)

} // namespace

/// A process that publishes is killed at every moment that a host can see; the host lives on in this one.
class PublishKillTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_files{quickFolder()};
    int m_requests = 0; ///< of a run that nobody kills

    struct Round
    {
        QTemporaryDir folder{quickFolder()};
        TestStandIn host{folder.path()};
        QProcess process;

        void start(const QString &files)
        {
            if (!host.start() || !host.push(repo, u"main"_s, built))
                qFatal("The stand-in did not start.");
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"UNMOOR_TEST_TOKEN"_s, QString::fromLatin1(host.token()));
            process.setProcessEnvironment(environment);
            process.start(QCoreApplication::applicationFilePath(), {u"publish"_s, host.apiUrl().toString(), files});
        }

        /// Turns this process's event loop, in which the host lives, until \a isSo.
        static bool wait(const std::function<bool()> &isSo)
        {
            const QDeadlineTimer patience(std::chrono::minutes(1));
            while (!isSo() && !patience.hasExpired())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 1);
            return isSo();
        }

        bool ended() const { return process.state() == QProcess::NotRunning; }
    };

private Q_SLOTS:
    void initTestCase()
    {
        for (const char name : {'a', 'b', 'c', 'd'})
            PublishBench::write(m_files.filePath(QChar::fromLatin1(name) + u".zip"_s), QByteArray(300'000, name));
        Round round;
        round.start(m_files.path());
        QVERIFY(Round::wait([&] { return round.ended(); }));
        QCOMPARE(round.process.exitCode(), 0);
        m_requests = int(round.host.requests().size());
        QVERIFY(m_requests > 8);
    }

    void killedAtAnyRequestItIsFinishedByTheNext_data()
    {
        QTest::addColumn<Fault::Kind>("moment");
        QTest::addColumn<int>("request");
        for (int request = 0; request < m_requests; ++request) {
            QTest::addRow("in the middle of request %d", request) << Fault::Kind::StallSending << request;
            QTest::addRow("in the middle of answer %d", request) << Fault::Kind::StallAnswering << request;
        }
    }
    /// Nothing moves at the moment of the kill: the request has not been acted upon, or has and its answer is not
    /// whole.
    void killedAtAnyRequestItIsFinishedByTheNext()
    {
        QFETCH(Fault::Kind, moment);
        QFETCH(int, request);
        const DesiredRelease desired = releaseOf(m_files.path());
        Round round;
        round.host.addFault({.kind = moment, .skip = request});
        round.start(m_files.path());
        QVERIFY(Round::wait([&] { return round.host.requests().size() > request || round.ended(); }));
        if (moment == Fault::Kind::StallAnswering)
            QVERIFY(Round::wait([&] { return round.host.requests().at(request).done != 0; }));
        QVERIFY(!round.ended());
        round.process.kill();
        QVERIFY(Round::wait([&] { return round.ended(); }));

        QNetworkAccessManager network;
        github::Client client(network, round.host.apiUrl());
        client.setToken(round.host.token());
        Publisher publisher(client, PublishBench::quick());
        const auto remote = readRemoteRelease(client, desired);
        QVERIFY(Round::wait([&] { return remote.isFinished(); }));
        const auto future =
            publisher.start(desired, agreementTo(desired, planPublish(desired, remote.result().value())), {});
        QVERIFY(Round::wait([&] { return future.isFinished(); }));
        QVERIFY2(future.result().complete, why(future.result()));
        QCOMPARE(wrongOnHost(round.folder.path(), desired), QString());
        QCOMPARE(sentTwice(round.host.requests()), QString());
    }
};

QTEST_GUILESS_MAIN(PublishKillTest)
#include "tst_publishkill.moc"
