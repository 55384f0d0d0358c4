// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/program.h"

#include "app/ledger/ledger.h"
#include "standin/runs.h"
#include "tests/app/keychain/ownkeyring.h"
#include "tests/app/machines/secondmachine.h"
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/plainmanifest.h"
#include "tests/standin/browser.h"
#include "tests/standin/gitbehind.h"
#include "tests/standin/teststandin.h"

using namespace e2e;
using namespace unmoor;

/// What the program prints with --json is as docs/schemas say: of the commands that need no Nix. The others are in
/// schemas.sh.
class DocumentsTest : public QObject
{
    Q_OBJECT

    const QString m_repository = u"owner/minne"_s;
    const QString m_workflow = u".github/workflows/release.yml"_s;
    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<TestStandIn> m_host;
    std::shared_ptr<GitBehind> m_behind;
    QTemporaryDir m_documents;
    QStringList m_held; ///< NAME=FILE of each document

    QString git(const QStringList &arguments) const { return m_project->git(arguments); }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = cleanEnvironment();
        environment.insert(u"UNMOOR_TEST_TOKEN"_s, QString::fromLatin1(m_host->token()));
        return environment;
    }

    QStringList options() const
    {
        return {u"--project"_s, m_project->path(),           u"--state-dir"_s, m_state->path(),
                u"--api-url"_s, m_host->apiUrl().toString(), u"--json"_s};
    }

    Ended unmoor(const QStringList &words) const
    {
        return run(words + options() + QStringList{u"--token-env"_s, u"UNMOOR_TEST_TOKEN"_s}, environment());
    }

    /// As a person has it: with a keychain, and no token in a variable.
    Ended withKeychain(const QStringList &words, const QByteArray &input = {}) const
    {
        QProcessEnvironment own = environment();
        own.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
        QProcess process;
        start(process, words + options(), own);
        process.write(input);
        process.closeWriteChannel();
        return finish(process);
    }

    /// Keeps the document of \a ended for cleanupTestCase(), which holds it against the schema of \a name.
    void hold(const QString &name, const Ended &ended, int code = 0)
    {
        QVERIFY2(ended.code == code, (ended.err + ended.out).constData());
        QVERIFY2(!ended.json().isEmpty(), ended.err.constData());
        const QString file = m_documents.filePath(QString::number(m_held.size()));
        write(file, ended.out);
        m_held += name + u'=' + file;
    }

    void push() const
    {
        git({u"remote"_s, u"add"_s, u"origin"_s, m_behind->path()});
        git({u"push"_s, u"-q"_s, u"-u"_s, u"origin"_s, u"main"_s});
        m_behind->tell();
    }

private Q_SLOTS:
    void initTestCase()
    {
        requireOwnKeyring();
        isolateGit();
        if (qEnvironmentVariableIsEmpty("UNMOOR_SCHEMA_MODULES"))
            QSKIP("There is no node, which the validator needs.");
    }

    void init()
    {
        m_state = std::make_unique<QTemporaryDir>();
        m_project = std::make_unique<GitRepository>();
        m_host = std::make_unique<TestStandIn>(m_state->filePath(u"host"_s));
        QVERIFY(m_host->start());
        m_behind = std::make_shared<GitBehind>(*m_host, m_repository);
        m_host->setInterceptor(m_behind);
        QByteArray manifest = plainManifest;
        manifest.truncate(manifest.indexOf("[[target]]"));
        m_project->write(u"unmoor.toml"_s, manifest + "repository = \"owner/minne\"\ndev-suffix = \"-dev\"\n");
        m_project->commit(u"CHANGELOG.md"_s,
                          "# Changelog\n\n## Unreleased\n\n- A crash\n\n## 1.0.5 (2026-07-08)\n\n- Words\n");
        git({u"tag"_s, u"-a"_s, u"-m"_s, u"1.0.5"_s, u"v1.0.5"_s});
    }

    void preparing()
    {
        m_project->commit(u"a.txt"_s, "more");
        hold(u"prepare-plan"_s, unmoor({u"prepare"_s, u"--dry-run"_s}));
        hold(u"prepare"_s, unmoor({u"prepare"_s, u"--yes"_s}));
        hold(u"prepare-undo"_s, unmoor({u"prepare"_s, u"--undo"_s}));
    }

    void preparingWhatFollows()
    {
        push();
        m_project->commit(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.5 (2026-07-08)\n\n- Words\n");
        hold(u"prepare-plan"_s, unmoor({u"prepare"_s, u"--begin-next"_s, u"--dry-run"_s}));
        hold(u"prepare"_s, unmoor({u"prepare"_s, u"--begin-next"_s, u"--yes"_s}));
        const Ended asked = unmoor({u"prepare"_s, u"--pull-request"_s, u"--yes"_s});
        hold(u"prepare"_s, asked);
        QVERIFY(asked.json().contains(u"pull_request"_s));
    }

    void takingBack()
    {
        push();
        Browser owner;
        owner.token = m_host->token();
        const QJsonObject release{{u"tag_name"_s, u"v1.0.5"_s}, {u"target_commitish"_s, headOf(m_project->path())}};
        const QUrl releases(m_host->apiUrl().toString() + u"/repos/"_s + m_repository + u"/releases"_s);
        QCOMPARE(owner.send("POST", releases, QJsonDocument(release).toJson()).status, 201);
        hold(u"status"_s, unmoor({u"status"_s}), 1);
        const QStringList withdraw{u"withdraw"_s, u"--reason"_s, u"It eats data."_s};
        hold(u"withdraw"_s, unmoor(withdraw + QStringList{u"--dry-run"_s}));
        hold(u"withdraw"_s, unmoor(withdraw + QStringList{u"--yes"_s}));
    }

    void runsOfActions()
    {
        push();
        rehearsal::RunFile file;
        file.name = u"release"_s;
        file.bytes = "the bytes";
        rehearsal::JobPlan done{.name = u"build"_s, .log = "building '/nix/store/x.drv'...\n##[error]It broke.\n"};
        done.files = {file};
        const rehearsal::JobPlan waits{.name = u"publish"_s, .environment = u"releases"_s};
        m_host->setWorkflow(m_repository, {.path = m_workflow, .name = u"Release"_s, .jobs = {done, waits}});
        QVERIFY(m_host->startRun(m_repository, m_workflow, u"push"_s, u"main"_s, headOf(m_project->path())));
        hold(u"runs"_s, unmoor({u"runs"_s}));
        m_host->changeActions(m_repository, [](rehearsal::Actions &actions) { actions.clock += 90; });
        // As though its archive had been taken.
        const auto ledger = Ledger::open(m_state->path());
        QVERIFY(ledger);
        BuildRecord build{.project = m_project->path(), .revision = headOf(m_project->path()), .version = u"1.0.5"_s};
        build.triple = linuxTriple;
        build.origin = uR"({"kind": "github-actions", "run": 1, "attempt": 1, "job": 1, "job_name": "build"})"_s;
        const auto id = (*ledger)->startBuild(build);
        QVERIFY(id);
        build.id = *id;
        build.outcome = u"adopted"_s;
        build.seconds = 60;
        QVERIFY((*ledger)->finishBuild(build));
        const Ended after = unmoor({u"runs"_s, u"--tag"_s, u"v1.0.5"_s});
        hold(u"runs"_s, after);
        QVERIFY2(!after.json()[u"times"_s].toArray().isEmpty(), after.out.constData());
        const QJsonObject seen = after.json()[u"runs"_s][0].toObject();
        QVERIFY2(!seen[u"waits_for"_s].toArray().isEmpty() && !seen[u"artifacts"_s].toArray().isEmpty(),
                 after.out.constData());
        const QString job = QString::number(seen[u"jobs"_s][0][u"id"_s].toInteger());
        hold(u"runs-log"_s, unmoor({u"runs"_s, u"--log"_s, job}));
    }

    void notesAndWorkflows()
    {
        m_project->write(u"CHANGELOG.md"_s,
                         "# Changelog\n\n## Unreleased\n\n- One\n\n## 1.0.5\n\n- See [this](gone.md)\n");
        hold(u"notes"_s, unmoor({u"notes"_s, u"--check"_s}));
        m_project->commit(u"a.txt"_s, "more");
        git({u"commit"_s, u"-q"_s, u"--amend"_s, u"-m"_s, u"feat: Show the size"_s});
        hold(u"notes-edit"_s, unmoor({u"notes"_s, u"--from-commits"_s, u"--version"_s, u"1.0.6"_s}));
        hold(u"notes-edit"_s, unmoor({u"notes"_s, u"--promote"_s, u"--version"_s, u"1.0.6"_s}));
        m_project->write(
            m_workflow,
            "name: Release\non: { push: { tags: ['v*'] } }\njobs:\n  release:\n    runs-on: ubuntu-24.04\n"
            "    steps:\n      - uses: softprops/action-gh-release@v2\n        with: { files: 'dist/*' }\n");
        m_project->write(u".github/workflows/broken.yml"_s, "on: [\n");
        hold(u"workflows"_s, unmoor({u"workflows"_s}), 1);
    }

    void trusting()
    {
        hold(u"trust"_s, unmoor({u"trust"_s, u"add"_s}));
        hold(u"trust-list"_s, unmoor({u"trust"_s, u"list"_s}));
    }

    void tokens()
    {
        push();
        hold(u"token-check"_s, unmoor({u"token"_s, u"check"_s}));
        hold(u"token"_s, withKeychain({u"token"_s, u"set"_s, u"--account"_s, u"mo"_s}, m_host->token()));
        hold(u"token-list"_s, withKeychain({u"token"_s, u"list"_s}));
        hold(u"token"_s, withKeychain({u"token"_s, u"use"_s, u"--account"_s, u"mo"_s}));
        hold(u"token"_s, withKeychain({u"token"_s, u"forget"_s}));
    }

    void machineThatDoesNotAnswer()
    {
        hold(u"host-add"_s, unmoor({u"host"_s, u"add"_s, u"nobody"_s, u"127.0.0.1:1"_s}));
        hold(u"host-probe"_s, unmoor({u"host"_s, u"probe"_s, u"nobody"_s}), 1);
        hold(u"host-list"_s, unmoor({u"host"_s, u"list"_s}));
        hold(u"host-remove"_s, unmoor({u"host"_s, u"remove"_s, u"nobody"_s}));
    }

    void machineThatDoes()
    {
        if (const QString refusal = SecondMachine::refusal(); !refusal.isEmpty())
            QSKIP(qPrintable(refusal));
        SecondMachine machine;
        machine.start();
        const QString address = u"root@127.0.0.1:%1"_s.arg(machine.host().port);
        QVERIFY(unmoor({u"host"_s, u"add"_s, u"second"_s, address, u"--key"_s, machine.path(u"key"_s)}).code == 0);
        hold(u"host-trust"_s, unmoor({u"host"_s, u"trust"_s, u"second"_s}));
        const Ended again = unmoor({u"host"_s, u"trust"_s, u"second"_s});
        hold(u"host-trust"_s, again);
        QVERIFY2(again.json()[u"ok"_s].toBool(), again.out.constData());
        machine.stop();
    }

    void cleanupTestCase()
    {
        if (m_held.isEmpty())
            return;
        QProcess node;
        node.setProcessChannelMode(QProcess::MergedChannels);
        node.start(u"node"_s,
                   QStringList{QStringLiteral(UNMOOR_SOURCE_DIR "/tests/docs/schemas.mjs"),
                               qEnvironmentVariable("UNMOOR_SCHEMA_MODULES"),
                               QStringLiteral(UNMOOR_SOURCE_DIR "/docs/schemas")}
                       + m_held);
        QVERIFY2(node.waitForFinished(120'000) && node.exitCode() == 0, node.readAll().constData());
    }
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "tst_documents.moc"
