// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/workflowsreport.h"
#include "tests/app/project/gitrepository.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class WorkflowsReportTest : public QObject
{
    Q_OBJECT

    static QByteArray bytesOf(const QString &name)
    {
        QFile file(QStringLiteral(UNMOOR_TEST_DATA) + u"/workflows/"_s + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static std::optional<ReleaseManifest> manifest(const QByteArray &more = {})
    {
        const auto parsed = parseManifest(
            "schema = 1\n[project]\nname = \"demo\"\nversion = { literal = \"1.0.6\" }\n" + more, u"unmoor.toml"_s);
        return parsed ? std::optional(*parsed) : std::nullopt;
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }

    void filesOfTheCheckoutsTopAreRead()
    {
        const GitRepository repository;
        repository.write(u".github/workflows/release.yml"_s, bytesOf(u"broken/release.yml"_s));
        repository.write(u".github/workflows/ci.yaml"_s, bytesOf(u"sound/flake-check.yml"_s));
        repository.write(u"app/CHANGELOG.md"_s, bytesOf(u"CHANGELOG.md"_s));
        const WorkflowsReport report = checkWorkflows(repository.filePath(u"app"_s), manifest(), u"1.0.5"_s);
        QCOMPARE(report.workflows.size(), 2);
        QCOMPARE(report.workflows.at(0).path, u".github/workflows/ci.yaml"_s);
        QVERIFY(report.workflows.at(0).findings.isEmpty());
        QVERIFY(report.workflows.at(1).releases);
        QVERIFY(!report.passes());

        const QJsonObject document = workflowsToJson(report);
        QCOMPARE(document[u"tag"].toString(), u"v1.0.5"_s);
        QCOMPARE(document[u"verdict"].toString(), u"fail"_s);
        QCOMPARE(document[u"counts"][u"errors"].toInt(), report.count(Severity::Error));
        const QJsonObject first = document[u"findings"].toArray().first().toObject();
        QCOMPARE(first[u"path"].toString(), u".github/workflows/release.yml"_s);
        QCOMPARE(first[u"line"].toInt(), 4);
        QCOMPARE(first[u"code"].toString(), u"no-concurrency"_s);
    }

    void notesAreTriedWithASectionThatIsThere()
    {
        const GitRepository repository;
        repository.write(u".github/workflows/release.yml"_s, bytesOf(u"sound/nix-matrix.yml"_s));
        repository.write(u"CHANGELOG.md"_s, bytesOf(u"CHANGELOG.md"_s));
        const WorkflowsReport report = checkWorkflows(repository.path(), manifest(), u"1.0.6"_s);
        QCOMPARE(report.notesTag, u"v1.0.5"_s);
        QVERIFY(report.workflows.first().findings.isEmpty());
        // With tags of another form the same script finds nothing.
        const auto other = manifest("tag = \"demo-{version}\"\n");
        const WorkflowsReport failing = checkWorkflows(repository.path(), other, u"1.0.6"_s);
        QCOMPARE(failing.notesTag, u"demo-1.0.5"_s);
    }

    void aProjectWithoutManifestIsCheckedToo()
    {
        const GitRepository repository;
        repository.write(u".github/workflows/release.yml"_s, bytesOf(u"broken/anyway.yml"_s));
        repository.write(u"CHANGELOG.md"_s, bytesOf(u"CHANGELOG.md"_s));
        const WorkflowsReport report = checkWorkflows(repository.path(), std::nullopt, {});
        QVERIFY(!report.passes());
        QCOMPARE(workflowsToJson(report)[u"version"], QJsonValue());
        QCOMPARE(report.notesTag, u"v1.0.5"_s);
    }

    void whatIsNoFileIsSaid()
    {
        const GitRepository repository;
        repository.write(u".github/workflows/large.yml"_s, QByteArray(2 << 20, 'x'));
        QFile::link(u"/etc/hostname"_s, repository.filePath(u".github/workflows/outside.yml"_s));
        const WorkflowsReport report = checkWorkflows(repository.path(), manifest(), u"1.0.5"_s);
        QCOMPARE(report.workflows.size(), 2);
        for (const WorkflowReading &workflow : report.workflows)
            QCOMPARE(workflow.findings.first().finding.code, u"workflow-invalid"_s);
        QVERIFY(checkWorkflows(GitRepository().path(), manifest(), {}).workflows.isEmpty());
    }
};

QTEST_GUILESS_MAIN(WorkflowsReportTest)
#include "tst_workflowsreport.moc"
