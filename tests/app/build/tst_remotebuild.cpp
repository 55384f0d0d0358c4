// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/nixbuild.h"
#include "app/buildlog/logsearch.h"
#include "app/nix/builders.h"
#include "tests/app/machines/secondmachine.h"
#include "tests/app/machines/variable.h"
#include "tests/app/nix/sampleproject.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Failure = BuildFailure::Kind;
using Outcome = NixBuildResult::Outcome;

namespace {

constexpr int patience = 90'000;

NixBuildResult resultOf(const QFuture<Result<NixBuildResult>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        qFatal("the build never finished");
    if (!future.result())
        qFatal("%s", qPrintable(future.result().error().message));
    return *future.result();
}

NixBuildResult build(const NixBuildRequest &request)
{
    NixBuild run(request);
    return resultOf(run.start({}));
}

QString said(const NixBuildResult &result)
{
    const BuildFailure failure = result.failure.value_or(BuildFailure{});
    return QStringList{QString::number(int(result.outcome)), failureKindName(failure.kind), failure.message,
                       failure.hint, failure.detail}
        .join(u'\n');
}

#define VERIFY_BUILT(result) QVERIFY2((result).outcome == Outcome::Built, qPrintable(said(result)))
#define VERIFY_FAILED(result, why)                                                                                     \
    do {                                                                                                               \
        QVERIFY2((result).failure && (result).failure->kind == (why), qPrintable(said(result)));                       \
        QVERIFY2((result).failure->message.contains(u"second"_s), qPrintable(said(result)));                           \
        QVERIFY2(!(result).failure->hint.isEmpty(), qPrintable(said(result)));                                         \
        QCOMPARE((result).outcome, Outcome::Failed);                                                                   \
    } while (false)

} // namespace

class RemoteBuildTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (const QString why = SecondMachine::refusal(); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_machine = std::make_unique<SecondMachine>();
        m_state = std::make_unique<QTemporaryDir>();
        m_sample = std::make_unique<SampleProject>();
        m_sample->replace(u"nix/release.nix"_s, "sleep 0.3", "true"); // each machine builds the dependency layer anew
        m_sample->commit();
        m_machine->trustIn(m_state->path());
    }

    void cleanup()
    {
        m_machine.reset();
        m_sample.reset();
        m_state.reset();
    }

    void buildsThereAndBringsItHere()
    {
        m_machine->start();
        const NixBuildRequest request = releaseRequest();
        NixBuild run(request);
        const NixBuildResult result = resultOf(run.start({}));
        VERIFY_BUILT(result);
        QVERIFY(QFile::exists(result.storePath + u"/main-x86_64-unknown-linux-gnu.tar.xz"_s));
        QVERIFY(QFile::exists(m_machine->insidePath(result.storePath)));
        QCOMPARE(QFile::symLinkTarget(request.outLink), result.storePath);
        QVERIFY(rootsOf(result.storePath).contains(request.outLink.toUtf8()));
        QCOMPARE(run.monitor().progress(), 1.0);

        int builds = 0;
        int copies = 0;
        for (const DerivationState &state : run.monitor().derivations()) {
            QCOMPARE(state.phase, DerivationState::Phase::Done);
            const bool isBuild = state.kind == DerivationState::Kind::Build;
            QCOMPARE(state.host, u"second"_s);
            ++(isBuild ? builds : copies);
        }
        QVERIFY(builds >= 2);
        QVERIFY(copies >= 1);
    }

    void blanksInFileNamesDoNoHarm()
    {
        m_machine->start();
        const QString stateDir = m_state->filePath(u"state dir 100%"_s);
        m_machine->trustIn(stateDir);
        BuildHost host = m_machine->host();
        host.keyFile = m_machine->path(u"my key"_s);
        QVERIFY(QFile::copy(m_machine->path(u"key"_s), host.keyFile));
        NixBuildRequest request = releaseRequest();
        request.store = remoteStore(host, stateDir);
        VERIFY_BUILT(build(request));
    }

    void whatIsHereIsNotBuiltElsewhere()
    {
        NixBuildRequest request = releaseRequest();
        const RemoteStore there = std::exchange(request.store, {});
        const NixBuildResult here = build(request);
        VERIFY_BUILT(here);
        request.store = there; // which does not run
        const NixBuildResult again = build(request);
        QVERIFY2(again.outcome == Outcome::Cached, qPrintable(said(again)));
        QCOMPARE(again.storePath, here.storePath);
    }

    void untrustedUserThereSuffices()
    {
        m_machine->distrust();
        m_machine->start();
        VERIFY_BUILT(build(releaseRequest()));
    }

    void failingStepIsTheCause()
    {
        m_machine->start();
        const NixBuildResult result = build(demoRequest(u"failing-dep"_s));
        QVERIFY2(result.failure && result.failure->kind == Failure::BuilderFailed, qPrintable(said(result)));
        QCOMPARE(result.failure->derivation, u"demo-fails"_s);
        QVERIFY(result.failure->message.contains(u"exit code 101"_s));
        QVERIFY(result.failure->detail.contains(u"undefined symbol: OrtGetApiBase"_s));
    }

    void everyLineOfALongLogArrives()
    {
        m_machine->start();
        m_sample->replace(u"nix/release.nix"_s, "i<=1000000", "i<=100000");
        m_sample->replace(u"nix/release.nix"_s, "noisy workspace", "noisy " + m_sample->version().toLatin1());
        m_sample->commit();
        NixBuild run(demoRequest(u"noisy"_s));
        const NixBuildResult result = resultOf(run.start({}));
        VERIFY_BUILT(result);
        const auto &log = run.monitor().log();
        const auto numbered = LogMatcher::forPattern(u"^line [0-9]{7}:"_s);
        QCOMPARE(linesThatMatch(*log, 0, log->lineCount(), {}, *numbered, {}).size(), 100'000);
    }

    void otherSystemIsRefusedByThatMachine()
    {
        m_machine->start();
        NixBuildRequest request = releaseRequest();
        request.system = u"aarch64-darwin"_s;
        VERIFY_FAILED(build(request), Failure::NoBuilder);
    }

    void cancelEndsTheBuildThere()
    {
        m_machine->start();
        NixBuild run(slowRequest());
        std::stop_source stop;
        const auto future = run.start(stop.get_token());
        QTRY_VERIFY_WITH_TIMEOUT(run.monitor().lineCount() > 3 && isBuilding(), patience);
        QCOMPARE(run.monitor().currentName(), u"demo-slow"_s);

        stop.request_stop();

        QTRY_VERIFY_WITH_TIMEOUT(!isBuilding(), 2'000); // what is promised
        const NixBuildResult result = resultOf(future);
        QCOMPARE(result.outcome, Outcome::Canceled);
        QVERIFY(!result.failure);
        QCOMPARE(run.monitor().buildsRunning(), 0);
        VERIFY_BUILT(build(releaseRequest()));
    }

    void lostConnectionEndsTheBuildAndAnotherContinues()
    {
        m_machine->start();
        NixBuild run(slowRequest());
        const auto future = run.start({});
        QTRY_VERIFY_WITH_TIMEOUT(run.monitor().lineCount() > 3 && isBuilding(), patience);

        m_machine->killConnections();

        VERIFY_FAILED(resultOf(future), Failure::ConnectionLost);
        QTRY_VERIFY_WITH_TIMEOUT(!isBuilding(), patience);
        VERIFY_BUILT(build(releaseRequest()));
    }

    void machineThatGoesDownMidwayIsNamed()
    {
        m_machine->start();
        NixBuild run(slowRequest());
        const auto future = run.start({});
        QTRY_VERIFY_WITH_TIMEOUT(run.monitor().lineCount() > 3 && isBuilding(), patience);

        m_machine->stop();

        VERIFY_FAILED(resultOf(future), Failure::ConnectionLost);
        m_machine->start();
        VERIFY_BUILT(build(releaseRequest()));
    }

    void cancelWhileCopyingLeavesNothingHalf()
    {
        m_machine->start();
        const NixBuildRequest request = bigRequest();
        NixBuild run(request);
        std::stop_source stop;
        const auto future = run.start(stop.get_token());
        QTRY_VERIFY_WITH_TIMEOUT(isCopying(run), patience);

        stop.request_stop();

        QCOMPARE(resultOf(future).outcome, Outcome::Canceled);
        QVERIFY(!QFile::exists(request.outLink));
        const NixBuildResult again = build(request);
        QVERIFY2(again.outcome == Outcome::Cached, qPrintable(said(again))); // it was built there already
        QCOMPARE(QFileInfo(again.storePath).size(), bigBytes);
        dropFromStore(request, again.storePath);
    }

    void connectionLostWhileCopyingIsContinued()
    {
        m_machine->start();
        const NixBuildRequest request = bigRequest();
        NixBuild run(request);
        const auto future = run.start({});
        QTRY_VERIFY_WITH_TIMEOUT(isCopying(run), patience);

        m_machine->killConnections();

        VERIFY_FAILED(resultOf(future), Failure::ConnectionLost);
        QVERIFY(!QFile::exists(request.outLink));
        const NixBuildResult again = build(request);
        QVERIFY2(again.outcome == Outcome::Cached, qPrintable(said(again)));
        QCOMPARE(QFileInfo(again.storePath).size(), bigBytes);
        dropFromStore(request, again.storePath);
    }

    void refusedKeyIsSaid()
    {
        m_machine->start();
        BuildHost host = m_machine->host();
        host.keyFile = m_machine->path(u"stranger"_s);
        NixBuildRequest request = releaseRequest();
        request.store = remoteStore(host, m_state->path());
        VERIFY_FAILED(build(request), Failure::KeyRefused);
        VERIFY_BUILT(build(releaseRequest()));
    }

    void unknownHostKeyIsNeverAccepted()
    {
        m_machine->start();
        QVERIFY(QFile::remove(knownHostsFile(m_state->path())));
        VERIFY_FAILED(build(releaseRequest()), Failure::HostUnknown);
        QVERIFY(!m_machine->words().contains("Accepted publickey"));
        QVERIFY(KnownHosts::read(knownHostsFile(m_state->path()))->keysOf(m_machine->hostKeys().host).isEmpty());
        m_machine->trustIn(m_state->path());
        VERIFY_BUILT(build(releaseRequest()));
    }

    void changedHostKeyStops()
    {
        m_machine->changeHostKey();
        m_machine->start();
        VERIFY_FAILED(build(releaseRequest()), Failure::HostKeyChanged);
        QVERIFY(!m_machine->words().contains("Accepted publickey"));
        m_machine->trustIn(m_state->path());
        VERIFY_BUILT(build(releaseRequest()));
    }

    void nixOffThePathIsSaidAndItsPlaceHelps()
    {
        m_machine->start();
        m_machine->setNixOnPath(false);
        NixBuildRequest request = releaseRequest();
        VERIFY_FAILED(build(request), Failure::NixNotOnHost);
        BuildHost host = m_machine->host();
        host.remoteProgram = u"/usr/bin/nix-daemon"_s;
        request.store = remoteStore(host, m_state->path());
        VERIFY_BUILT(build(request));
    }

    void machineThatIsDownIsSaid()
    {
        VERIFY_FAILED(build(releaseRequest()), Failure::HostUnreachable);
        m_machine->start();
        VERIFY_BUILT(build(releaseRequest()));
    }

    void fullDiskThereIsSaid()
    {
        m_machine->start(24);
        // Makes its database, which a store without one cannot while the disk is full.
        NixBuildRequest first = releaseRequest();
        first.output = u"minne"_s;
        VERIFY_BUILT(build(first));
        m_machine->fillDisk();
        VERIFY_FAILED(build(releaseRequest()), Failure::DiskFull);
        m_machine->freeDisk();
        VERIFY_BUILT(build(releaseRequest()));
    }

    void buildersAreRefusedWhereThereAreNone()
    {
        const Variable none("NIX_CONFIG", nixConfigWith("builders ="));
        NixBuildRequest request = releaseRequest();
        request.store = {};
        request.useBuilders = true;
        const NixBuildResult result = build(request);
        QVERIFY2(result.failure && result.failure->kind == Failure::NoBuilder, qPrintable(said(result)));
        QVERIFY(result.failure->message.contains(u"no builders"_s));
        QVERIFY(!QFile::exists(request.outLink));
    }

    void buildersAreRefusedToAnUntrustedUser()
    {
        const QTemporaryDir dir;
        const QByteArray socket = dir.filePath(u"socket"_s).toUtf8();
        QProcess daemon;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NIX_DAEMON_SOCKET_PATH"_s, QString::fromUtf8(socket));
        environment.insert(u"NIX_CONFIG"_s,
                           QString::fromUtf8(nixConfigWith("extra-experimental-features = daemon-trust-override")));
        daemon.setProcessEnvironment(environment);
        daemon.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        daemon.start(u"nix-daemon"_s, {u"--force-untrusted"_s});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(QString::fromUtf8(socket)), patience);

        const Variable remote("NIX_REMOTE", "unix://" + socket);
        const Variable builders("NIX_CONFIG", nixConfigWith("builders = ssh-ng://second x86_64-linux"));
        NixBuildRequest request = releaseRequest();
        request.store = {};
        request.useBuilders = true;
        const NixBuildResult result = build(request);
        daemon.kill();
        daemon.waitForFinished();
        QVERIFY2(result.failure && result.failure->kind == Failure::NoBuilder, qPrintable(said(result)));
        QVERIFY(result.failure->message.contains(u"does not trust"_s));
        QVERIFY(!QFile::exists(request.outLink));
    }

    void buildersOfNixBuild()
    {
        m_machine->start();
        const RemoteStore store = remoteStore(m_machine->host(), m_state->path());
        QVERIFY(writeSshConfiguration(store));
        const Variable options("NIX_SSHOPTS", store.sshOptions.join(u' ').toUtf8());
        const Variable builders("NIX_CONFIG",
                                nixConfigWith("max-jobs = 0\nbuilders = " + store.url.toUtf8() + " x86_64-linux"));
        NixBuildRequest request = releaseRequest();
        request.store = {};
        request.useBuilders = true;
        const NixBuildResult result = build(request);
        VERIFY_BUILT(result);
        QVERIFY(QFile::exists(result.storePath));
        QVERIFY(QFile::exists(m_machine->insidePath(result.storePath)));
    }

    void systemsOfBuildersAreRead()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"machines"_s);
        QFile machines(file);
        QVERIFY(machines.open(QIODevice::WriteOnly));
        machines.write("# ours\nssh://mac aarch64-darwin,x86_64-darwin /root/key 4 1 big-parallel # fast\n\n");
        machines.close();
        const QString own = u"x86_64-linux"_s;
        QCOMPARE(systemsOfBuilders(u'@' + file, own), (QStringList{u"aarch64-darwin"_s, u"x86_64-darwin"_s}));
        QCOMPARE(systemsOfBuilders(u"ssh://a i686-linux ; ssh://b ; ssh://c - key"_s, own),
                 (QStringList{u"i686-linux"_s, own}));
        QCOMPARE(systemsOfBuilders(u"@/nowhere"_s, own), QStringList());
        QCOMPARE(systemsOfBuilders(QString(), own), QStringList());
    }

private:
    NixBuildRequest releaseRequest() const
    {
        return {.flake = flakeInFolder(m_sample->path()),
                .system = u"x86_64-linux"_s,
                .output = u"minne-release"_s,
                .outLink = m_sample->beside(u"result"_s),
                .store = remoteStore(m_machine->host(), m_state->path()),
                .logFile = m_sample->beside(u"build.log"_s)};
    }

    NixBuildRequest demoRequest(const QString &name) const
    {
        NixBuildRequest request = releaseRequest();
        request.attribute = u"legacyPackages.x86_64-linux.demo."_s + name;
        return request;
    }

    /// A build that lasts, with a nonce of this test in its builder's command line.
    NixBuildRequest slowRequest() const
    {
        m_sample->replace(u"nix/release.nix"_s, "echo \"slow $i\"",
                          "echo \"slow " + m_sample->version().toLatin1() + " $i\"");
        m_sample->commit();
        return demoRequest(u"slow"_s);
    }
    bool isBuilding() const { return !m_machine->processesWith(m_sample->version().toLatin1()).isEmpty(); }

    /// A build whose result takes a while to copy.
    NixBuildRequest bigRequest() const
    {
        m_sample->replace(u"nix/release.nix"_s, "i<=1000000", "i<=1");
        m_sample->replace(u"nix/release.nix"_s, "noisy workspace", "noisy " + m_sample->version().toLatin1());
        m_sample->replace(u"nix/release.nix"_s, "; touch $out\n    '';\n    odd-bytes",
                          "; head -c " + QByteArray::number(bigBytes) + " /dev/urandom > $out\n    '';\n    odd-bytes");
        m_sample->commit();
        return demoRequest(u"noisy"_s);
    }
    static bool isCopying(const NixBuild &run)
    {
        return std::ranges::any_of(run.monitor().derivations(), [](const DerivationState &state) {
            return state.kind == DerivationState::Kind::Fetch && state.phase == DerivationState::Phase::Running
                && state.doneBytes > 0;
        });
    }

    static void dropFromStore(const NixBuildRequest &request, const QString &path)
    {
        QFile::remove(request.outLink);
        QProcess::execute(u"nix-store"_s, {u"--quiet"_s, u"--delete"_s, path});
    }

    /// What keeps \a path from being collected.
    static QByteArray rootsOf(const QString &path)
    {
        QProcess process;
        process.start(u"nix-store"_s, {u"--query"_s, u"--roots"_s, path});
        process.waitForFinished();
        return process.readAllStandardOutput();
    }

    static constexpr qint64 bigBytes = qint64(256) << 20;

    std::unique_ptr<SecondMachine> m_machine;
    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<SampleProject> m_sample;
};

QTEST_GUILESS_MAIN(RemoteBuildTest)
#include "tst_remotebuild.moc"
