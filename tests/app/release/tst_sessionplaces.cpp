// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/machines/secondmachine.h"
#include "tests/app/machines/variable.h"
#include "tests/app/nix/sampleproject.h"
#include "tests/app/release/ownsession.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Build = TargetState::Build;
using State = BuildForecast::State;

namespace {

constexpr int patience = 90'000;

const QString linux = u"x86_64-unknown-linux-gnu"_s;
const QString mac = u"aarch64-apple-darwin"_s;
const BuildPlace second{.kind = BuildPlace::Kind::Host, .host = u"second"_s};

#define VERIFY_FINISHES(future) QTRY_VERIFY_WITH_TIMEOUT((future).isFinished(), patience)

} // namespace

/// A session with a machine that builds what this one does not.
class SessionPlacesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SampleProject> m_sample;
    std::unique_ptr<SecondMachine> m_machine;
    std::unique_ptr<OwnSession> m_session;

    const TargetState &target(const QString &triple) const { return m_session->row(triple); }

    void open(const QList<BuildHost> &hosts)
    {
        m_session = std::make_unique<OwnSession>(m_dir->path());
        Settings settings;
        settings.hosts = hosts;
        QVERIFY(changeSettings(m_dir->path(), [&](Settings &kept) { kept = settings; }));
        const auto opened = m_session->open(m_sample->path());
        VERIFY_FINISHES(opened);
        QVERIFY2(opened.result(), opened.result() ? "" : qPrintable(opened.result().error().message));
    }

    void forecast()
    {
        const auto asked = m_session->planner().forecast(m_session->snapshot());
        VERIFY_FINISHES(asked);
        QVERIFY(asked.result());
    }

    BuildHost macHost() const
    {
        BuildHost host = m_machine->host();
        host.systems = {u"aarch64-darwin"_s};
        return host;
    }

private Q_SLOTS:
    void init()
    {
        if (const QString why = SecondMachine::refusal(); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_dir = std::make_unique<QTemporaryDir>();
        m_sample = std::make_unique<SampleProject>();
        m_sample->replace(u"nix/release.nix"_s, "sleep 0.3", "true");
        // The second machine only says that it is a Mac: its compiler makes libraries of Linux.
        m_sample->replace(u"nix/release.nix"_s, "isDarwin = system == \"aarch64-darwin\"", "isDarwin = false");
        m_sample->commit();
        m_machine = std::make_unique<SecondMachine>();
        m_machine->alsoBuild(u"aarch64-darwin"_s);
        m_machine->trustIn(m_dir->path());
    }

    void cleanup()
    {
        m_session.reset();
        m_machine.reset();
        m_sample.reset();
        m_dir.reset();
    }

    void withoutMachinesAForeignTargetIsUnbuildable()
    {
        open({});
        forecast();
        QCOMPARE(target(mac).build, Build::Unbuildable);
        QVERIFY(target(mac).failure->message.contains(u"aarch64-darwin"_s));
        QCOMPARE(m_session->places().thatBuild(m_session->row(mac).target.system), QList<BuildPlace>());
        QCOMPARE(m_session->places().thatBuild(m_session->row(linux).target.system), QList{BuildPlace{}});
    }

    void suitableMachineIsProposedAndBuildsIt()
    {
        m_machine->start();
        open({macHost()});
        forecast();
        QCOMPARE(target(mac).place, second);
        QVERIFY(!target(mac).placeIsChosen);
        QCOMPARE(target(mac).build, Build::Planned);
        QCOMPARE(target(mac).forecast.state, State::Cold);
        QVERIFY(target(mac).forecast.willBuild.size() >= 2);
        QCOMPARE(target(linux).place, BuildPlace{});

        const auto built = m_session->build({mac});
        VERIFY_FINISHES(built);
        QVERIFY2(target(mac).build == Build::Built, qPrintable(target(mac).failure.value_or(BuildFailure{}).message));
        QCOMPARE(target(mac).record.host, u"second"_s);
        QVERIFY(QFile::exists(target(mac).record.archivePath));
        QVERIFY(QFile::exists(m_machine->insidePath(target(mac).record.storePath)));

        // Here now, hence nothing more to ask that machine.
        m_machine->stop();
        open({macHost()});
        forecast();
        QVERIFY(target(mac).hasArchive());
        QCOMPARE(target(mac).place, second);
    }

    void choiceOfAPersonStays()
    {
        m_machine->start();
        BuildHost host = macHost();
        host.systems += u"x86_64-linux"_s;
        open({host});
        forecast();
        QCOMPARE(m_session->places().thatBuild(m_session->row(linux).target.system), (QList{BuildPlace{}, second}));
        QCOMPARE(target(linux).place, BuildPlace{});
        QVERIFY(m_session->places().choose(linux, second, m_session->project().checkout.root));
        open({host});
        forecast();
        QCOMPARE(target(linux).place, second);
        QVERIFY(target(linux).placeIsChosen);
    }

    void machineThatIsGoneIsNoPlace()
    {
        open({macHost()});
        QVERIFY(m_session->places().choose(linux, second, m_session->project().checkout.root));
        open({});
        const auto built = m_session->build({linux});
        VERIFY_FINISHES(built);
        QCOMPARE(target(linux).build, Build::Failed);
        QVERIFY(target(linux).failure->message.contains(u"second"_s));
        forecast();
        QCOMPARE(target(linux).place, BuildPlace{});
    }

    void machineThatIsDownLeavesTheForecastOpen()
    {
        open({macHost()});
        forecast();
        QCOMPARE(target(mac).forecast.state, State::Unknown);
        QVERIFY2(target(mac).forecast.message.contains(u"second"_s), qPrintable(target(mac).forecast.message));
        QCOMPARE(target(mac).build, Build::Planned);
    }

    void whatIsThereAlreadyIsOnlyCopied()
    {
        m_machine->start();
        open({macHost()});
        forecast();
        QCOMPARE(target(mac).forecast.state, State::Cold);
        NixBuildRequest request{.flake = flakeInFolder(m_sample->path()),
                                .system = u"aarch64-darwin"_s,
                                .output = u"minne-release"_s,
                                .store = remoteStore(macHost(), m_dir->path()),
                                .logFile = m_dir->filePath(u"log"_s)};
        NixBuild run(request);
        const auto built = run.start({});
        VERIFY_FINISHES(built);
        const QString path = built.result()->storePath;
        QVERIFY(!path.isEmpty());
        QCOMPARE(QProcess::execute(u"nix-store"_s, {u"--quiet"_s, u"--delete"_s, path}), 0);
        forecast();
        QCOMPARE(target(mac).forecast.state, State::Cached);
        QCOMPARE(target(mac).forecast.willFetch, QStringList{path});
    }

    void buildersOfNixAreAPlaceToo()
    {
        const Variable configured("NIX_CONFIG", nixConfigWith("builders = ssh-ng://nobody aarch64-darwin"));
        const BuildPlace builders{.kind = BuildPlace::Kind::Builders};
        open({macHost()});
        forecast();
        QCOMPARE(m_session->places().thatBuild(m_session->row(mac).target.system), (QList{second, builders}));
        QCOMPARE(m_session->places().thatBuild(m_session->row(linux).target.system), QList{BuildPlace{}});

        open({});
        forecast();
        QCOMPARE(target(mac).place, builders);
        QCOMPARE(target(mac).build, Build::Planned);
        QCOMPARE(target(mac).forecast.state, State::Cold);
        QVERIFY(m_session->places().choose(linux, builders, m_session->project().checkout.root));
        forecast();
        QCOMPARE(target(linux).build, Build::Unbuildable);
    }

    void probeIsKeptWithTheMachine()
    {
        m_machine->start();
        BuildHost host = macHost();
        host.systems.clear();
        open({host});
        const auto report = m_session->engine().machines().probe(u"second"_s);
        QVERIFY(m_session->engine().machines().isProbing(u"second"_s));
        VERIFY_FINISHES(report);
        QVERIFY2(report.result().ok(), qPrintable(report.result().message));
        QVERIFY(!m_session->engine().machines().isProbing(u"second"_s));
        QCOMPARE(m_session->engine().settings().host(u"second"_s)->probeState, u"ready"_s);
        QVERIFY(readSettings(m_dir->path())->host(u"second"_s)->systems.contains(u"aarch64-darwin"_s));

        const auto nobody = m_session->engine().machines().probe(u"third"_s);
        VERIFY_FINISHES(nobody);
        QVERIFY(!nobody.result().ok());
        QVERIFY(nobody.result().message.contains(u"third"_s));
    }

    void confirmedHostKeyIsKept()
    {
        m_machine->start();
        QVERIFY(QFile::remove(knownHostsFile(m_dir->path())));
        open({macHost()});
        const auto unknown = m_session->engine().machines().probe(u"second"_s);
        VERIFY_FINISHES(unknown);
        QVERIFY(unknown.result().isHostKeyUnknown());
        QVERIFY(m_session->engine().machines().trustHostKey(unknown.result().offered));
        const auto known = m_session->engine().machines().probe(u"second"_s);
        VERIFY_FINISHES(known);
        QVERIFY2(known.result().ok(), qPrintable(known.result().message));

        m_machine->stop();
        m_machine->changeHostKey();
        m_machine->start();
        const auto changed = m_session->engine().machines().probe(u"second"_s);
        VERIFY_FINISHES(changed);
        QVERIFY(changed.result().isHostKeyChanged());
        QCOMPARE(m_session->engine().machines().trustHostKey(changed.result().offered).error().kind,
                 Error::Kind::Conflict);
        QVERIFY(m_session->engine().machines().replaceHostKey(changed.result().offered));
        const auto replaced = m_session->engine().machines().probe(u"second"_s);
        VERIFY_FINISHES(replaced);
        QVERIFY2(replaced.result().ok(), qPrintable(replaced.result().message));
    }
};

QTEST_GUILESS_MAIN(SessionPlacesTest)
#include "tst_sessionplaces.moc"
