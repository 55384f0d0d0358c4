// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/runs.h"
#include "tests/e2e/gh.h"
#include "tests/e2e/program.h"
#include "tests/standin/teststandin.h"

#include "app/core/hash.h"
#include "app/rehearsal/macprogram.h"

using namespace e2e;
using namespace unmoor;

/// Archives that come out of GitHub Actions, and what GitHub's own program sees of the same runs.
class ActionsTest : public QObject
{
    Q_OBJECT

    const QString repository = u"unmoor-sample/minne"_s;
    const QString workflow = u".github/workflows/release.yml"_s;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestStandIn> m_host;

    QString project() const { return m_dir->filePath(u"project"_s); }

    Ended unmoor(const QStringList &words) const
    {
        QProcessEnvironment environment = cleanEnvironment();
        environment.insert(u"UNMOOR_TEST_TOKEN"_s, QString::fromLatin1(m_host->token()));
        const QStringList options{u"--project"_s,   project(),
                                  u"--state-dir"_s, m_dir->filePath(u"state"_s),
                                  u"--api-url"_s,   m_host->apiUrl().toString(),
                                  u"--token-env"_s, u"UNMOOR_TEST_TOKEN"_s};
        return e2e::run(words + options, environment);
    }

    /// A ZIP as upload-artifact makes it, of an archive for the Mac that has all that its layout wants.
    QByteArray macArtifact() const
    {
        const QString folder = m_dir->filePath(u"mac"_s);
        const QString name = u"main-%1"_s.arg(macTriple);
        QDir().mkpath(folder + u'/' + name + u"/lib"_s);
        for (const QString &file : {u"README.md"_s, u"LICENSE"_s, u"CHANGELOG.md"_s})
            write(folder + u'/' + name + u'/' + file, read(project() + u'/' + file));
        write(folder + u'/' + name + u"/lib/libonnxruntime.dylib"_s, macLibrary("library"));
        for (const QByteArray program : {"main", "server", "worker"}) {
            const QString path = folder + u'/' + name + u'/' + QString::fromLatin1(program);
            write(path, macProgram(program, program + " 1.0.5\n"));
            QFile::setPermissions(path,
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup
                                      | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
        }
        QProcess process;
        process.setWorkingDirectory(folder);
        process.start(u"sh"_s, {u"-c"_s, u"tar -cJf %1.tar.xz %1 && zip -q artifact.zip %1.tar.xz"_s.arg(name)});
        process.waitForFinished();
        return read(folder + u"/artifact.zip"_s);
    }

    rehearsal::WorkflowPlan plan() const
    {
        rehearsal::RunFile file;
        file.name = u"release-"_s + macTriple;
        file.bytes = macArtifact();
        rehearsal::JobPlan mac{.name = u"build (%1)"_s.arg(macTriple)};
        mac.files = {file};
        rehearsal::JobPlan windows{.name = u"build (%1)"_s.arg(windowsTriple)};
        windows.conclusions = {u"failure"_s};
        return {.path = workflow, .name = u"Release"_s, .isDispatched = true, .jobs = {mac, windows}};
    }

    void pass(qint64 seconds) const
    {
        m_host->changeActions(repository, [seconds](rehearsal::Actions &actions) { actions.clock += seconds; });
    }

    qint64 startRun() const
    {
        return *m_host->startRun(repository, workflow, u"push"_s, u"v1.0.5"_s, headOf(project()));
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        makeProject(project());
        replaceIn(
            project() + u"/unmoor.toml"_s, "archive = \"main-{triple}.zip\"",
            "archive = \"main-{triple}.zip\"\nactions = { workflow = \"release.yml\", job = \"build ({triple})\", "
            "artifact = \"release-{triple}\" }");
        QByteArray manifest = read(project() + u"/unmoor.toml"_s);
        const QByteArray mac = "triple = \"aarch64-apple-darwin\"";
        QVERIFY(manifest.contains(mac));
        manifest.replace(mac,
                         mac
                             + "\nactions = { workflow = \"release.yml\", job = \"build ({triple})\", artifact = "
                               "\"release-{triple}\" }");
        write(project() + u"/unmoor.toml"_s, manifest);
        commitAll(project());
        m_host = std::make_unique<TestStandIn>(m_dir->filePath(u"host"_s));
        QVERIFY(m_host->start().has_value());
        QVERIFY(m_host->push(repository, u"main"_s, headOf(project())).has_value());
        m_host->setWorkflow(repository, plan());
    }

    void archiveOfARunIsAdoptedWithWhereItCameFrom()
    {
        const qint64 id = startRun();
        pass(60);
        const Ended built =
            unmoor({u"build"_s, u"--adopt-run"_s, QString::number(id), u"--target"_s, macTriple, u"--json"_s});
        QVERIFY2(built.code == 0, built.err.constData());
        const QJsonObject target = targetIn(built.json(), macTriple);
        QCOMPARE(target[u"outcome"].toString(), u"adopted"_s);
        QVERIFY(target[u"bytes"].toInteger() > 0);
        QCOMPARE(target[u"origin"][u"run"].toInteger(), id);
        QCOMPARE(target[u"origin"][u"head_sha"].toString(), headOf(project()));
        QCOMPARE(target[u"origin"][u"job_name"].toString(), u"build (%1)"_s.arg(macTriple));
        QVERIFY(QFile::exists(target[u"archive"].toString()));

        // The job that failed gives nothing, and the one that is there stays.
        const Ended both = unmoor({u"build"_s, u"--on"_s, u"actions"_s, u"--json"_s});
        QCOMPARE(both.code, 1);
        QVERIFY2(both.err.contains("ended as failure"), both.err.constData());
        QCOMPARE(targetIn(both.json(), macTriple)[u"outcome"].toString(), u"adopted"_s);
    }

    void releaseIsOfARunAndOfThisMachineAtOnce()
    {
        const qint64 id = startRun();
        m_host->changeActions(repository, [](rehearsal::Actions &actions) { actions.secondsPerLook = 60; });
        // One command takes the archive for Macs out of the run, and builds the others here; so does it with the one
        // for Windows, whose job fails.
        const Ended built = unmoor({u"build"_s, u"--json"_s});
        QVERIFY2(built.code == 0, built.err.constData());
        const QJsonObject mac = targetIn(built.json(), macTriple);
        QCOMPARE(mac[u"outcome"].toString(), u"adopted"_s);
        QCOMPARE(mac[u"origin"][u"run"].toInteger(), id);
        for (const QString &triple : {QString(linuxTriple), QString(windowsTriple)}) {
            const QJsonObject target = targetIn(built.json(), triple);
            QVERIFY2(QStringList({u"built"_s, u"cached"_s}).contains(target[u"outcome"].toString()),
                     qPrintable(triple));
            QVERIFY(target[u"origin"].isUndefined() || target[u"origin"].isNull());
        }

        QVERIFY(m_host->pushTag(repository, u"v1.0.5"_s, headOf(project())));
        git(project(), {u"tag"_s, u"v1.0.5"_s});
        const Ended published = unmoor({u"publish"_s, u"--yes"_s, u"--json"_s});
        QVERIFY2(published.code == 0, published.err.constData());
        const Ended status = unmoor({u"status"_s, u"--json"_s});
        QVERIFY2(status.code == 0, status.err.constData());
        QCOMPARE(status.json()[u"files"].toArray().size(), 6);
        for (const QJsonValue &file : status.json()[u"files"].toArray())
            QCOMPARE(file[u"verdict"_s].toString(), u"verified"_s);
    }

    void targetWhoseJobFailedIsBuiltHereInstead()
    {
        startRun();
        pass(60);
        const QStringList target{u"--target"_s, windowsTriple, u"--json"_s};
        const Ended there = unmoor(QStringList{u"build"_s, u"--on"_s, u"actions"_s} + target);
        QCOMPARE(there.code, 1);
        QVERIFY2(there.err.contains("build the target elsewhere"), there.err.constData());
        const Ended here = unmoor(QStringList{u"build"_s} + target);
        QVERIFY2(here.code == 0, here.err.constData());
        QVERIFY(targetIn(here.json(), windowsTriple)[u"archive"].toString().endsWith(u".zip"_s));
    }

    void statusTellsOfTheRunsAndNeedsNone()
    {
        const qint64 id = startRun();
        pass(60);
        // What is built tells the version, for which no code of the project runs then.
        QVERIFY(unmoor({u"build"_s, u"--adopt-run"_s, QString::number(id), u"--target"_s, macTriple}).code == 0);
        const Ended told = unmoor({u"status"_s, u"--json"_s});
        QVERIFY2(told.code == 1, told.err.constData()); // the release is not there yet
        const QJsonArray runs = told.json()[u"runs"].toArray();
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs.first()[u"id"].toInteger(), id);
        QCOMPARE(runs.first()[u"jobs"].toArray().size(), 2);
        QVERIFY(told.json()[u"runs_problem"].isNull());
        QVERIFY(unmoor({u"status"_s}).out.contains("run " + QByteArray::number(id) + "  Release: "));

        m_host->addFault(
            {.method = "GET", .pathContains = u"/actions/runs"_s, .kind = Fault::Kind::Status, .status = 503});
        const Ended without = unmoor({u"status"_s, u"--json"_s});
        QCOMPARE(without.code, 1);
        QVERIFY(without.json()[u"runs"].isNull());
        QVERIFY(!without.json()[u"runs_problem"].toString().isEmpty());
        QCOMPARE(without.json()[u"plan"], told.json()[u"plan"]);
    }

    void runOfAnotherCommitIsRefused()
    {
        const qint64 id = startRun();
        pass(60);
        write(project() + u"/README.md"_s, "# another\n");
        commitAll(project());
        const Ended built = unmoor({u"build"_s, u"--adopt-run"_s, QString::number(id), u"--target"_s, macTriple});
        QCOMPARE(built.code, 1);
        QVERIFY2(built.err.contains("nothing is taken from it"), built.err.constData());
    }

    void whatIsSpoiledOrGoneIsRefused()
    {
        const qint64 id = startRun();
        pass(60);
        const QStringList words{u"build"_s, u"--adopt-run"_s, QString::number(id), u"--target"_s, macTriple};
        QVERIFY2(unmoor({u"runs"_s}).code == 1, "a job of it failed");
        m_host->changeActions(repository, [](rehearsal::Actions &actions) {
            actions.runs.first().files.first().sha256 = QByteArray(64, '0');
        });
        const Ended spoiled = unmoor(words);
        QCOMPARE(spoiled.code, 1);
        QVERIFY2(spoiled.err.contains("nothing of it is used"), spoiled.err.constData());
        m_host->changeActions(repository,
                              [](rehearsal::Actions &actions) { actions.runs.first().files.first().isExpired = true; });
        const Ended expired = unmoor(words);
        QVERIFY(expired.code != 0);
        QVERIFY2(expired.err.contains("expired on 20"), expired.err.constData());
        const Ended none = unmoor({u"build"_s, u"--adopt-run"_s, u"999999"_s, u"--target"_s, macTriple});
        QVERIFY(none.code != 0);
        QVERIFY2(none.err.contains("999999"), none.err.constData());
    }

    void ghSeesTheSameRuns()
    {
        const qint64 id = startRun();
        pass(60);
        const Ended runs = unmoor({u"runs"_s, u"--json"_s});
        QCOMPARE(runs.json()[u"runs"][0][u"id"].toInteger(), id);
        QCOMPARE(runs.json()[u"complete"], QJsonValue(true));

        const Gh gh(*m_host, repository);
        const Gh::Ended list =
            gh.run({u"run"_s, u"list"_s, u"--json"_s, u"databaseId,status,conclusion,headSha,workflowName"_s});
        QVERIFY2(list.code == 0, list.err.constData());
        QCOMPARE(QJsonDocument::fromJson(list.out).array(),
                 QJsonArray({QJsonObject{{u"databaseId"_s, id},
                                         {u"status"_s, u"completed"_s},
                                         {u"conclusion"_s, u"failure"_s},
                                         {u"headSha"_s, headOf(project())},
                                         {u"workflowName"_s, u"Release"_s}}}));
        const Gh::Ended view = gh.run({u"run"_s, u"view"_s, QString::number(id)});
        QVERIFY2(view.code == 0, view.err.constData());
        QVERIFY2(view.out.contains(macTriple.latin1()), view.out.constData());
        QVERIFY2(view.out.contains("release-"), view.out.constData());
        const Gh::Ended download = gh.run({u"run"_s, u"download"_s, QString::number(id), u"--dir"_s, u"down"_s});
        QVERIFY2(download.code == 0, download.err.constData());
        const QString name = u"main-%1.tar.xz"_s.arg(macTriple);
        const QByteArray theirs =
            sha256OfFile(gh.folder() + u"/down/"_s + name)
                .value_or(
                    sha256OfFile(gh.folder() + u"/down/release-%1/"_s.arg(macTriple) + name).value_or(QByteArray()));
        QCOMPARE(theirs, sha256OfFile(m_dir->filePath(u"mac/"_s + name)).value_or("none"));
    }
};

QTEST_GUILESS_MAIN(ActionsTest)
#include "tst_e2e_actions.moc"
