// SPDX-License-Identifier: GPL-3.0-or-later
// Targets out of GitHub Actions, from a stand-in whose runs move and break.
#include "app/core/hash.h"
#include "app/release/actionsfetch.h"
#include "standin/runs.h"
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/ownsession.h"
#include "tests/standin/teststandin.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace unmoor;

namespace {

constexpr int patience = 60'000;
const QByteArray manifest =
    "schema = 1\n[project]\nname = \"demo\"\nrepository = \"owner/demo\"\n"
    "version = { literal = \"1.0.5\" }\n"
    "[[target]]\ntriple = \"aarch64-apple-darwin\"\nsystem = \"aarch64-darwin\"\noutput = \"o\"\n"
    "archive = \"demo-{triple}.tar\"\n"
    "[target.actions]\nworkflow = \"release.yml\"\njob = \"build ({triple})\"\n"
    "artifact = \"release-{triple}\"\n"
    "[[target]]\ntriple = \"x86_64-pc-windows-msvc\"\nsystem = \"x86_64-linux\"\noutput = \"w\"\n"
    "archive = \"demo-{triple}.tar\"\n"
    "[target.actions]\nworkflow = \"release.yml\"\nartifact = \"demo-{triple}.tar\"\n"
    "[[target]]\ntriple = \"x86_64-unknown-linux-gnu\"\nsystem = \"x86_64-linux\"\noutput = \"l\"\n"
    "archive = \"demo-{triple}.tar\"\n";

} // namespace

class ActionsFetchTest : public QObject
{
    Q_OBJECT

    const QString mac = u"aarch64-apple-darwin"_s;
    const QString windows = u"x86_64-pc-windows-msvc"_s;
    const QString path = u".github/workflows/release.yml"_s;
    const QString name = u"owner/demo"_s;
    QTemporaryDir m_files; ///< an archive, and an artifact of it
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<TestStandIn> m_host;
    std::unique_ptr<OwnSession> m_session;
    QByteArray m_archive;
    QStringList m_said;

    QString commit() const { return m_project->git({u"rev-parse"_s, u"HEAD"_s}); }

    QByteArray bytesOf(const QString &file) const
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    /// A plain tar, and the same in a ZIP, by the real programs.
    void pack() const
    {
        QProcess process;
        process.setWorkingDirectory(m_files.path());
        process.start(
            u"sh"_s,
            {u"-c"_s,
             u"mkdir demo && echo text > demo/README && tar -cf demo-%1.tar demo && zip -q artifact.zip demo-%1.tar"_s
                 .arg(mac)});
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("no artifact");
    }

    rehearsal::WorkflowPlan plan() const
    {
        rehearsal::RunFile zip;
        zip.name = u"release-"_s + mac;
        zip.bytes = bytesOf(m_files.filePath(u"artifact.zip"_s));
        rehearsal::RunFile bare;
        bare.name = u"demo-%1.tar"_s.arg(windows);
        bare.bytes = m_archive;
        rehearsal::JobPlan first{.name = u"build (%1)"_s.arg(mac)};
        first.files = {zip};
        rehearsal::JobPlan second{.name = u"windows"_s};
        second.files = {bare};
        return {.path = path, .name = u"Release"_s, .isDispatched = true, .jobs = {first, second}};
    }

    void change(const std::function<void(rehearsal::Actions &)> &what) { m_host->changeActions(name, what); }

    void pass(qint64 seconds)
    {
        change([seconds](rehearsal::Actions &actions) { actions.clock += seconds; });
    }

    qint64 start() { return *m_host->startRun(name, path, u"push"_s, u"main"_s, commit()); }

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
        m_session->actions().setPace([](std::chrono::seconds) { return 0ms; });
        const auto opened = outcome(m_session->open(m_project->path()));
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().message));
    }

    Result<void> fetch(const QStringList &triples, qint64 run = 0, std::stop_token stop = {})
    {
        m_said.clear();
        const ActionsFetch wanted{.triples = triples,
                                  .runId = run,
                                  .mayStart = run == 0,
                                  .say = [this](const QString &line) { m_said.append(line); }};
        return outcome(fetchFromActions(*m_session, wanted, std::move(stop)));
    }

    void place(const QString &triple)
    {
        QVERIFY(m_session->places().choose(triple, {.kind = BuildPlace::Kind::Actions}, m_project->path()));
    }

    bool isAdopted(const QString &triple) const
    {
        const TargetState &row = m_session->row(triple);
        return row.build == TargetState::Build::Adopted && row.record.sha256 == sha256Of(m_archive);
    }

private Q_SLOTS:
    void initTestCase()
    {
        isolateGit();
        pack();
        m_archive = bytesOf(m_files.filePath(u"demo-%1.tar"_s.arg(mac)));
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_project = std::make_unique<GitRepository>();
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

    void zipAndBareFileAreTakenAndRemembered()
    {
        const qint64 id = start();
        pass(60);
        const auto fetched = fetch({mac, windows}, id);
        QVERIFY2(fetched.has_value(), fetched ? "" : qPrintable(fetched.error().message));
        QVERIFY(isAdopted(mac));
        QVERIFY(isAdopted(windows));
        const auto origin = QJsonDocument::fromJson(m_session->row(mac).record.origin.toUtf8()).object();
        QCOMPARE(origin[u"run"].toInteger(), id);
        QCOMPARE(origin[u"attempt"].toInt(), 1);
        QVERIFY(origin[u"artifact"].toInteger() > 0);
        // Another session of the same project knows it from the ledger.
        open(m_host->token());
        QVERIFY(isAdopted(mac));
        QCOMPARE(QJsonDocument::fromJson(m_session->row(mac).record.origin.toUtf8()).object(), origin);
    }

    void runIsFollowedUntilItsJobIsDone()
    {
        start();
        change([](rehearsal::Actions &actions) {
            actions.secondsPerLook = 5;
            actions.workflows.first().jobs[1].seconds = 10'000;
        });
        const auto fetched = fetch({mac});
        QVERIFY2(fetched.has_value(), fetched ? "" : qPrintable(fetched.error().message));
        QVERIFY(isAdopted(mac));
        QVERIFY(m_said.filter(u"in progress"_s).size() > 0);
    }

    void workflowIsStartedWhereThereIsNoRun_data()
    {
        QTest::addColumn<bool>("details");
        QTest::newRow("the host says which run") << true;
        QTest::newRow("the run is looked for") << false;
    }

    void workflowIsStartedWhereThereIsNoRun()
    {
        QFETCH(bool, details);
        change([details](rehearsal::Actions &actions) {
            actions.secondsPerLook = 30;
            actions.givesRunDetails = details;
        });
        const auto fetched = fetch({mac});
        QVERIFY2(fetched.has_value(), fetched ? "" : qPrintable(fetched.error().message));
        QVERIFY(isAdopted(mac));
        QCOMPARE(m_host->requestCount("POST", u"/dispatches"_s), details ? 1 : 2);
    }

    void workflowIsStartedWithItsInputs()
    {
        rehearsal::WorkflowPlan asking = plan();
        asking.inputs = {u"version"_s, u"what"_s};
        m_host->setWorkflow(name, asking);
        change([](rehearsal::Actions &actions) { actions.secondsPerLook = 30; });
        const auto refused = fetch({mac});
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"not provided"_s), qPrintable(refused.error().message));

        QByteArray asked = manifest;
        QVERIFY(asked.contains("artifact = \"release-{triple}\"\n"));
        asked.replace("artifact = \"release-{triple}\"\n",
                      "artifact = \"release-{triple}\"\ninputs = [\"version={version}\", \"what=a=b of {triple}\"]\n");
        m_project->commit(u"unmoor.toml"_s, asked);
        QVERIFY(m_host->push(name, u"main"_s, commit()));
        QVERIFY(outcome(m_session->refresh()));
        const auto fetched = fetch({mac});
        QVERIFY2(fetched.has_value(), fetched ? "" : qPrintable(fetched.error().message));
        QMap<QString, QString> inputs;
        change([&inputs](const rehearsal::Actions &actions) { inputs = actions.runs.last().inputs; });
        QCOMPARE(inputs, (QMap<QString, QString>{{u"version"_s, u"1.0.5"_s}, {u"what"_s, u"a=b of "_s + mac}}));
    }

    void branchThatIsElsewhereOnTheHostIsRefused()
    {
        QVERIFY(m_host->push(name, u"main"_s, QString(40, u'c')));
        QCOMPARE(fetch({mac}).error().kind, Error::Kind::Conflict);
        // Where the host does not say which run it started, none of this commit ever comes.
        change([](rehearsal::Actions &actions) { actions.givesRunDetails = false; });
        QCOMPARE(fetch({mac}).error().kind, Error::Kind::NotFound);
    }

    void failedTargetKeepsNoOtherFromIt()
    {
        rehearsal::WorkflowPlan failing = plan();
        failing.jobs[0].conclusions = {u"failure"_s, u"success"_s};
        m_host->setWorkflow(name, failing);
        const qint64 id = start();
        pass(60);
        const auto fetched = fetch({mac, windows});
        QCOMPARE(fetched.error().kind, Error::Kind::Failed);
        QVERIFY(!m_session->row(mac).hasArchive());
        QVERIFY(isAdopted(windows));

        // The job that failed runs again, and its target comes out of the second attempt.
        QVERIFY(outcome(m_session->client().rerun(name, id, github::Client::Rerun::Failed)));
        pass(60);
        QVERIFY(fetch({mac}));
        QCOMPARE(QJsonDocument::fromJson(m_session->row(mac).record.origin.toUtf8()).object()[u"attempt"].toInt(), 2);
    }

    void newestOfTwoAttemptsIsTaken()
    {
        const qint64 id = start();
        pass(60);
        QVERIFY(fetch({mac}));
        QVERIFY(outcome(m_session->client().rerun(name, id, github::Client::Rerun::All)));
        pass(60);
        QVERIFY(fetch({mac}));
        QVERIFY(m_said.filter(u"newest of 2"_s).size() == 1);
    }

    /// What is on its way stays what it was; the new attempt's is another one.
    void runThatIsRunAgainMeanwhileGivesWhatWasChosen()
    {
        const qint64 id = start();
        pass(60);
        QFuture<Result<void>> again;
        ActionsFetch wanted{.triples = {mac}, .runId = id, .mayStart = false, .say = {}};
        wanted.say = [&](const QString &line) {
            if (line.contains(u"downloads"_s))
                again = m_session->client().rerun(name, id, github::Client::Rerun::All);
        };
        const auto fetched = outcome(fetchFromActions(*m_session, wanted, {}));
        QVERIFY2(fetched.has_value(), fetched ? "" : qPrintable(fetched.error().message));
        QVERIFY(outcome(again));
        QVERIFY(isAdopted(mac));
        QCOMPARE(originIn(m_session->row(mac).record.origin)->attempt, 1);

        pass(60);
        QVERIFY(fetch({mac}, id));
        QCOMPARE(originIn(m_session->row(mac).record.origin)->attempt, 2);
    }

    void whatIsWrongIsRefused_data()
    {
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("digest") << u"digest"_s << Error::Kind::Corrupt;
        QTest::newRow("expired") << u"expired"_s << Error::Kind::NotFound;
        QTest::newRow("expired since it was listed") << u"gone"_s << Error::Kind::NotFound;
        QTest::newRow("run deleted") << u"deleted"_s << Error::Kind::NotFound;
        QTest::newRow("another commit") << u"commit"_s << Error::Kind::Conflict;
        QTest::newRow("kept under another name") << u"name"_s << Error::Kind::NotFound;
        QTest::newRow("canceled job") << u"canceled"_s << Error::Kind::Failed;
        QTest::newRow("changed checkout") << u"dirty"_s << Error::Kind::InvalidInput;
        QTest::newRow("no such part in unmoor.toml") << u"none"_s << Error::Kind::InvalidInput;
        QTest::newRow("no token") << u"token"_s << Error::Kind::Unauthorized;
    }

    void whatIsWrongIsRefused()
    {
        QFETCH(QString, wrong);
        QFETCH(Error::Kind, kind);
        rehearsal::WorkflowPlan other = plan();
        other.jobs[0].files[0].name = wrong == "name"_L1 ? u"release-other"_s : other.jobs[0].files[0].name;
        m_host->setWorkflow(name, other);
        const qint64 id = start();
        if (wrong == "canceled"_L1)
            QVERIFY(outcome(m_session->client().cancelRun(name, id)));
        else
            pass(60);
        QVERIFY(outcome(m_session->client().artifacts(name, id))); // jobs that have ended keep their files
        if (wrong == "digest"_L1)
            change(
                [](rehearsal::Actions &actions) { actions.runs.first().files.first().sha256 = QByteArray(64, '0'); });
        else if (wrong == "expired"_L1)
            change([](rehearsal::Actions &actions) { actions.runs.first().files.first().isExpired = true; });
        else if (wrong == "gone"_L1)
            m_host->addFault({.method = "GET", .pathContains = u"/zip"_s, .kind = Fault::Kind::Status, .status = 410});
        else if (wrong == "deleted"_L1)
            change([](rehearsal::Actions &actions) { actions.runs.clear(); });
        else if (wrong == "commit"_L1)
            m_project->commit(u"README"_s, "more");
        else if (wrong == "dirty"_L1)
            m_project->write(u"unmoor.toml"_s, manifest + "\n");
        if (wrong == "commit"_L1 || wrong == "dirty"_L1)
            QVERIFY(outcome(m_session->refresh()));
        if (wrong == "token"_L1)
            open("wrong");
        const QString triple = wrong == "none"_L1 ? u"x86_64-unknown-linux-gnu"_s : mac;
        const auto fetched = fetch({triple}, id);
        QVERIFY(!fetched);
        QVERIFY2(fetched.error().kind == kind, qPrintable(fetched.error().message));
        QVERIFY(!m_session->row(triple).hasArchive());
    }

    /// Whatever a host does at any call, nothing wrong is adopted, and the next try goes well.
    void faultsAdoptNothingWrong()
    {
        const qint64 id = start();
        pass(60);
        for (const QString &call : {u"/actions/runs/"_s, u"/jobs"_s, u"/artifacts"_s, u"/zip"_s, u"/storage/"_s}) {
            for (const Fault::Kind kind : {Fault::Kind::Status, Fault::Kind::Reset, Fault::Kind::Close,
                                           Fault::Kind::CutAnswer, Fault::Kind::Garbled, Fault::Kind::Malformed,
                                           Fault::Kind::Html, Fault::Kind::Empty, Fault::Kind::RateLimit}) {
                const QByteArray where = (call + u", fault %1"_s.arg(int(kind))).toUtf8();
                const qint64 before = m_session->row(mac).record.id;
                m_host->addFault({.method = "GET", .pathContains = call, .kind = kind});
                const auto fetched = fetch({mac}, id);
                m_host->clearFaults();
                QVERIFY2(fetched.has_value() == (m_session->row(mac).record.id != before), where);
                QVERIFY2(!fetched || isAdopted(mac), where);
                QVERIFY2(fetched || !fetched.error().message.isEmpty(), where);
            }
        }
        const auto again = fetch({mac}, id);
        QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().message));
        QVERIFY(isAdopted(mac));
    }

    // --- As a place of the target --------------------------------------------------------------------------------

    void targetPlacedThereIsBuiltFromItsRun()
    {
        rehearsal::WorkflowPlan logged = plan();
        logged.jobs[0].after = 100;
        logged.jobs[0].log = "2026-11-29T10:00:00.0000000Z Found no cache(s).\n"
                             "2026-11-29T10:00:01.0000000Z building '/nix/store/abc-demo.drv'...\n";
        m_host->setWorkflow(name, logged);
        const qint64 id = start();
        change([](rehearsal::Actions &actions) { actions.secondsPerLook = 3; });
        QStringList words;
        connect(&m_session->targets(), &Targets::changed, this, [&](const QString &triple) {
            const TargetState &row = m_session->row(triple);
            if (triple == mac && row.stage && row.build == TargetState::Build::Running)
                words += stageText(*row.stage);
        });
        place(mac);
        const auto built = outcome(m_session->build({mac}));
        QVERIFY2(built.has_value(), built ? "" : qPrintable(built.error().message));
        QVERIFY2(isAdopted(mac), qPrintable(m_session->row(mac).failure.value_or(BuildFailure()).message));
        QVERIFY(m_session->row(mac).isFromActions());
        QVERIFY2(words.contains(u"queued at GitHub: run %1"_s.arg(id)), qPrintable(words.join(u'\n')));
        QVERIFY2(words.filter(u"step 2 of 3: Build · run %1"_s.arg(id)).size() > 0, qPrintable(words.join(u'\n')));
        QCOMPARE(words.first(), u"looking for a run: release.yml"_s);
        QVERIFY(words.last().startsWith(u"fetching: release-"_s));
        QCOMPARE(m_session->row(mac).where, u"GitHub Actions"_s);
        QCOMPARE(m_session->row(mac).record.host, u"actions"_s);
        QCOMPARE(m_session->row(mac).record.seconds, 60.);
        QCOMPARE(m_session->row(mac).record.forecast, u"cold"_s);
        // Another session knows all of it from the ledger.
        open(m_host->token());
        QVERIFY(isAdopted(mac));
        QCOMPARE(m_session->row(mac).where, u"GitHub Actions"_s);
        QCOMPARE(originIn(m_session->row(mac).record.origin)->run, id);
        QCOMPARE(m_session->row(mac).record.forecast, u"cold"_s);
    }

    void twoTargetsStartTheirWorkflowOnce()
    {
        change([](rehearsal::Actions &actions) { actions.secondsPerLook = 30; });
        place(mac);
        place(windows);
        QVERIFY(outcome(m_session->build({mac, windows})));
        QVERIFY2(isAdopted(mac), qPrintable(m_session->row(mac).failure.value_or(BuildFailure()).message));
        QVERIFY2(isAdopted(windows), qPrintable(m_session->row(windows).failure.value_or(BuildFailure()).message));
        QCOMPARE(m_host->requestCount("POST", u"/dispatches"_s), 1);
    }

    void whatNobodyChoseStartsNothing()
    {
        change([](rehearsal::Actions &actions) { actions.secondsPerLook = 30; });
        m_session->places().setNix(NixInfo{.version = u"2.26.3"_s, .systems = {u"x86_64-linux"_s}});
        m_session->places().propose(mac);
        QCOMPARE(m_session->row(mac).place.kind, BuildPlace::Kind::Actions);
        m_session->places().propose(windows);
        QCOMPARE(m_session->row(windows).place, BuildPlace()); // what this machine builds, it builds
        QVERIFY(outcome(m_session->build({mac})));
        QCOMPARE(m_session->row(mac).build, TargetState::Build::Failed);
        QVERIFY(m_session->row(mac).failure->message.contains(u"has no run of release.yml"_s));
        QCOMPARE(m_host->requestCount("POST", u"/dispatches"_s), 0);

        const auto repair = outcome(m_session->repairs().examine(mac, m_session->snapshot()));
        QVERIFY(repair);
        const auto offer = std::ranges::find(repair->offers, FailureOffer::Kind::ChooseHost, &FailureOffer::kind);
        QVERIFY(offer != repair->offers.end());
        QCOMPARE(offer->label, u"Start release.yml where there is no run"_s);
        QVERIFY(outcome(m_session->applyRepair(mac, *offer)));
        QVERIFY(outcome(m_session->build({mac})));
        QVERIFY(isAdopted(mac));
        QCOMPARE(m_host->requestCount("POST", u"/dispatches"_s), 1);
    }

    void cancelingABuildAsksNothingOfTheHost()
    {
        const qint64 id = start(); // and nothing moves
        place(mac);
        const auto built = m_session->build({mac});
        QTRY_VERIFY_WITH_TIMEOUT(m_session->row(mac).stage && m_session->row(mac).stage->run == id, patience);
        m_session->builds().cancel(mac);
        QVERIFY(outcome(built));
        QCOMPARE(m_session->row(mac).build, TargetState::Build::Canceled);
        QVERIFY(!m_session->isBusy());
        QCOMPARE(m_host->requestCount("POST", u"/"_s), 0);
    }

    void failedJobFailsItsTargetAlone()
    {
        rehearsal::WorkflowPlan failing = plan();
        failing.jobs[0].conclusions = {u"failure"_s};
        m_host->setWorkflow(name, failing);
        start();
        pass(60);
        place(mac);
        place(windows);
        QVERIFY(outcome(m_session->build({mac, windows})));
        QCOMPARE(m_session->row(mac).build, TargetState::Build::Failed);
        QVERIFY(m_session->row(mac).failure->message.contains(u"ended as failure"_s));
        QVERIFY(isAdopted(windows));
    }

    void cancelingEndsIt()
    {
        start(); // and nothing moves
        std::stop_source stop;
        QTimer::singleShot(0, this, [&stop] { stop.request_stop(); });
        QCOMPARE(fetch({mac}, 0, stop.get_token()).error().kind, Error::Kind::Canceled);
        QVERIFY(!m_session->row(mac).hasArchive());
    }
};

QTEST_GUILESS_MAIN(ActionsFetchTest)
#include "tst_actionsfetch.moc"
