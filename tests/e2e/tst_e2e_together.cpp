// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/program.h"

#include "tests/app/release/ownsession.h"
#include "tests/standin/teststandin.h"

using namespace e2e;
using namespace unmoor;

/// Two processes, or a window's session and a process, at work on one project at the same time.
class TogetherTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestStandIn> m_host;

    QString project() const { return m_dir->filePath(u"project"_s); }
    QString state() const { return m_dir->filePath(u"state"_s); }

    QStringList command(const QStringList &words) const
    {
        return words + QStringList{u"--project"_s,   project(),
                                   u"--state-dir"_s, state(),
                                   u"--api-url"_s,   m_host->apiUrl().toString(),
                                   u"--token-env"_s, u"UNMOOR_TEST_TOKEN"_s};
    }

    QStringList buildLinux() const { return command({u"build"_s, u"--json"_s, u"--target"_s, linuxTriple}); }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = cleanEnvironment();
        environment.insert(u"UNMOOR_TEST_TOKEN"_s, QString::fromLatin1(m_host->token()));
        return environment;
    }

    /// Reads standard error of \a process until it says \a words.
    static bool says(QProcess &process, const QByteArray &words, QByteArray &said)
    {
        return QTest::qWaitFor([&] { return (said += process.readAllStandardError()).contains(words); }, 60'000);
    }

    QString hold() const { return m_dir->filePath(u"hold"_s); }
    /// Builds wait until hold() is gone.
    void holdBuilds() const
    {
        write(hold(), "1");
        replaceIn(project() + u"/nix/release.nix"_s, "sleep 0.3",
                  "while [ -e " + hold().toUtf8() + " ]; do sleep 0.1; done");
        commitAll(project());
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        const QByteArray function = QTest::currentTestFunction();
        makeProject(project(), function.contains("publish") ? Nonce::No : Nonce::Yes);
        if (function.startsWith("secondBuild") || function.startsWith("buildGoes"))
            holdBuilds();
        m_host = std::make_unique<TestStandIn>(m_dir->filePath(u"host"_s));
        QVERIFY(m_host->start().has_value());
        QVERIFY(m_host->push(u"unmoor-sample/minne"_s, u"main"_s, headOf(project())).has_value());
    }

    void secondBuildOfATargetWaitsAndTakesWhatTheFirstBuilt()
    {
        QProcess first;
        QProcess second;
        QByteArray firstSaid;
        QByteArray secondSaid;
        start(first, buildLinux(), environment());
        QVERIFY(says(first, "Compiling", firstSaid));
        start(second, buildLinux(), environment());
        QVERIFY2(says(second, "another Unmoor (process " + QByteArray::number(first.processId()) + ")", secondSaid),
                 secondSaid.constData());

        QVERIFY(QFile::remove(hold()));
        const Ended one = finish(first);
        const Ended other = finish(second);
        QVERIFY2(one.code == 0, one.err.constData());
        QVERIFY2(other.code == 0, other.err.constData());
        const QJsonObject built = targetIn(one.json(), linuxTriple);
        const QJsonObject taken = targetIn(other.json(), linuxTriple);
        QCOMPARE(built[u"outcome"_s].toString(), u"built"_s);
        QCOMPARE(taken[u"outcome"_s].toString(), u"cached"_s);
        QCOMPARE(taken[u"sha256"_s].toString(), built[u"sha256"_s].toString());
        QVERIFY(!secondSaid.contains("Compiling"));
    }

    void buildGoesToTheWaitingProcessWhenTheFirstDies()
    {
        QProcess first;
        QProcess second;
        QByteArray said;
        start(first, buildLinux(), environment());
        QVERIFY(says(first, "Compiling", said));
        start(second, buildLinux(), environment());
        said.clear();
        QVERIFY2(says(second, "another Unmoor", said), said.constData());
        first.kill();
        finish(first);
        QVERIFY(QFile::remove(hold()));

        const Ended other = finish(second);
        QVERIFY2(other.code == 0, other.err.constData());
        QCOMPARE(targetIn(other.json(), linuxTriple)[u"outcome"_s].toString(), u"built"_s);
    }

    void openSessionSeesWhatACommandBuilds()
    {
        OwnSession session(state());
        const auto opened = session.open(project());
        QTRY_VERIFY_WITH_TIMEOUT(opened.isFinished(), 60'000);
        QVERIFY2(opened.result(), opened.result() ? "" : qPrintable(opened.result().error().message));

        QProcess process;
        start(process, buildLinux(), environment());
        const auto &target = [&session]() -> const TargetState & { return session.row(linuxTriple); };
        QTRY_VERIFY_WITH_TIMEOUT(target().build == TargetState::Build::Running, 60'000);
        QCOMPARE(target().other, u"another Unmoor (process %1)"_s.arg(process.processId()));

        QCOMPARE(finish(process).code, 0);
        QTRY_VERIFY_WITH_TIMEOUT(target().hasArchive(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(target().archive == TargetState::Archive::Read, 60'000);
        QVERIFY(target().other.isEmpty());
    }

    void openSessionSeesThatACommandLeftATargetOut()
    {
        OwnSession session(state());
        const auto opened = session.open(project());
        QTRY_VERIFY_WITH_TIMEOUT(opened.isFinished(), 60'000);
        QVERIFY(session.row(macTriple).isIn());

        QProcess process;
        start(process, command({u"build"_s, u"--target"_s, linuxTriple, u"--without"_s, macTriple}), environment());
        QTRY_VERIFY_WITH_TIMEOUT(!session.row(macTriple).isIn(), 60'000);
        QVERIFY(session.row(macTriple).leftOutByChoice);
        QCOMPARE(finish(process).code, 0);
    }

    void secondPublishIsToldWhoPublishes()
    {
        const Ended built = run(command({u"build"_s, u"--without"_s, macTriple}), environment());
        QVERIFY2(built.code == 0, built.err.constData());
        m_host->addFault({.method = "POST", .kind = Fault::Kind::RateLimit, .retryAfter = 60});
        QProcess first;
        start(first, command({u"publish"_s, u"--yes"_s}), environment());
        QVERIFY(QTest::qWaitFor([&] { return m_host->requestCount("POST", {}) >= 1; }, 60'000));

        const Ended second = run(command({u"publish"_s, u"--yes"_s}), environment());
        QCOMPARE(second.code, 1);
        QVERIFY2(second.err.contains("another Unmoor (process " + QByteArray::number(first.processId()) + ")"),
                 second.err.constData());
        ::kill(pid_t(first.processId()), SIGINT);
        QCOMPARE(finish(first).code, 130);
        QCOMPARE(run(command({u"publish"_s, u"--yes"_s}), environment()).code, 0);
    }
};

QTEST_GUILESS_MAIN(TogetherTest)
#include "tst_e2e_together.moc"
