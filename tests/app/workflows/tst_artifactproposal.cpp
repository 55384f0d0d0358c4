// SPDX-License-Identifier: GPL-3.0-or-later
// What of a project's workflows each target is, as `init` proposes it.
#include "app/workflows/artifactproposal.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class ArtifactProposalTest : public QObject
{
    Q_OBJECT

    const QString linux = u"x86_64-unknown-linux-gnu"_s;
    const QString windows = u"x86_64-pc-windows-msvc"_s;
    const QString mac = u"aarch64-apple-darwin"_s;

    static WorkflowFile release(const QByteArray &jobs)
    {
        return {u".github/workflows/release.yml"_s,
                "on: { push: { tags: [\"v*\"] }, workflow_dispatch: }\njobs:\n" + jobs};
    }

    static WorkflowFile sample(const QString &name)
    {
        QFile file(QStringLiteral(UNMOOR_TEST_DATA) + u"/workflows/"_s + name);
        return {u".github/workflows/"_s + name.section(u'/', -1),
                file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray()};
    }

    QList<ArtifactTarget> targets(const QString &unixArchive, const QString &windowsArchive) const
    {
        return {{linux, u"x86_64-linux"_s, unixArchive},
                {windows, u"x86_64-linux"_s, windowsArchive},
                {mac, u"aarch64-darwin"_s, unixArchive}};
    }

    QList<ArtifactTarget> targets() const { return targets(u"main-{triple}.tar.xz"_s, u"main-{triple}.zip"_s); }

    /// The shape of the reference: one matrix of three targets, each with its triple, system and output.
    static QByteArray matrixJob(const QByteArray &more = {}, const QByteArray &name = "release-${{ matrix.triple }}")
    {
        return "  build:\n" + more
            + "    strategy:\n"
              "      fail-fast: false\n"
              "      matrix:\n"
              "        include:\n"
              "          - { triple: x86_64-unknown-linux-gnu, os: ubuntu-24.04, system: x86_64-linux, attr: a }\n"
              "          - { triple: x86_64-pc-windows-msvc, os: ubuntu-24.04, system: x86_64-linux, attr: w }\n"
              "          - { triple: aarch64-apple-darwin, os: macos-14, system: aarch64-darwin, attr: a }\n"
              "    runs-on: ${{ matrix.os }}\n"
              "    steps:\n"
              "      - run: nix build .#${{ matrix.attr }}\n"
              "      - uses: actions/upload-artifact@v4\n"
              "        with:\n"
              "          name: "
            + name
            + "\n"
              "          path: result/main-*\n";
    }

private Q_SLOTS:
    void namedJobsOfTheReferencesMatrixAreProposed()
    {
        const auto proposed =
            proposeArtifacts({release(matrixJob("    name: build (${{ matrix.triple }})\n"))}, targets());
        QCOMPARE(proposed.keys(), (QStringList{mac, windows, linux}));
        for (const ArtifactProposal &one : proposed)
            QCOMPARE(one, (ArtifactProposal{u"release.yml"_s, u"build ({triple})"_s, u"release-{triple}"_s}));
    }

    void jobsWithoutANameAreKnownByTheirValues()
    {
        const auto proposed = proposeArtifacts({release(matrixJob())}, targets());
        QCOMPARE(proposed.value(mac).job, u"build (*{triple}*)"_s);
    }

    void oneListOfTriplesGivesTheWholeName()
    {
        const auto proposed = proposeArtifacts(
            {release("  archive:\n    strategy:\n      matrix:\n        target: [x86_64-unknown-linux-gnu, "
                     "aarch64-apple-darwin]\n    runs-on: x\n    steps:\n      - uses: actions/upload-artifact@v4\n"
                     "        with: { name: \"main-${{ matrix.target }}\", path: \"out/main-${{ matrix.target "
                     "}}.tar.xz\" }\n")},
            targets());
        QCOMPARE(proposed.keys(), (QStringList{mac, linux}));
        QCOMPARE(proposed.value(linux),
                 (ArtifactProposal{u"release.yml"_s, u"archive ({triple})"_s, u"main-{triple}"_s}));
    }

    void systemTellsATargetThatNoOtherHas()
    {
        const auto proposed = proposeArtifacts(
            {release("  nix:\n    name: Build on ${{ matrix.system }}\n    strategy:\n      matrix:\n        system: "
                     "[x86_64-linux, aarch64-darwin]\n    runs-on: x\n    steps:\n      - uses: "
                     "actions/upload-artifact@v4\n        with: { name: \"out-${{ matrix.system }}\", path: "
                     "\"result/*.tar.xz\" }\n")},
            targets());
        // Two targets are built on x86_64-linux: which of them the artifact is, nothing says.
        QCOMPARE(proposed.keys(), QStringList{mac});
        QCOMPARE(proposed.value(mac),
                 (ArtifactProposal{u"release.yml"_s, u"Build on aarch64-darwin"_s, u"out-aarch64-darwin"_s}));
    }

    void jobWithoutAMatrixIsItsName()
    {
        const auto proposed = proposeArtifacts(
            {release("  mac:\n    runs-on: macos-14\n    steps:\n      - uses: actions/upload-artifact@v4\n        "
                     "with:\n          name: mac\n          path: |\n            !result/x\n            "
                     "result/main-aarch64-apple-darwin.tar.xz\n")},
            targets());
        QCOMPARE(proposed.value(mac), (ArtifactProposal{u"release.yml"_s, u"mac"_s, u"mac"_s}));
    }

    void matrixOfMappingsIsProposedWhereItsJobsAreNamed()
    {
        const auto proposed = proposeArtifacts({sample(u"sound/nix-matrix.yml"_s)},
                                               {{mac, u"aarch64-darwin"_s, u"demo-{triple}.tar.xz"_s}});
        QCOMPARE(proposed.value(mac),
                 (ArtifactProposal{u"nix-matrix.yml"_s, u"build ({triple})"_s, u"release-{triple}"_s}));
        // How GitHub writes a mapping behind the name of a job is not known.
        WorkflowFile unnamed = sample(u"sound/nix-matrix.yml"_s);
        unnamed.text.replace("    name: build (${{ matrix.target.triple }})\n", "");
        QVERIFY(proposeArtifacts({unnamed}, {{mac, u"aarch64-darwin"_s, u"demo-{triple}.tar.xz"_s}}).isEmpty());
    }

    void whatIsNotCertainIsNotProposed_data()
    {
        QTest::addColumn<QByteArray>("jobs");
        QTest::newRow("condition of the job") << matrixJob("    if: github.event_name == 'push'\n");
        QTest::newRow("one name for all") << matrixJob({}, "release");
        QTest::newRow("name that only the run knows") << matrixJob({}, "\"${{ github.run_id }}-${{ matrix.triple }}\"");
        QTest::newRow("name of the job that only the run knows") << matrixJob("    name: ${{ inputs.name }}\n");
        QTest::newRow("two jobs keep it")
            << matrixJob() + matrixJob({}, "other-${{ matrix.triple }}").replace("  build:", "  again:");
        QTest::newRow("another file") << matrixJob().replace("result/main-*", "result/log-*");
        QTest::newRow("matrix that only the run knows")
            << QByteArray("  build:\n    strategy: { matrix: \"${{ fromJson(needs.plan.outputs.m) }}\" }\n    runs-on: "
                          "x\n    steps:\n      - uses: actions/upload-artifact@v4\n        with: { name: \"r-${{ "
                          "matrix.triple }}\", path: \"*.tar.xz\" }\n");
        QTest::newRow("no YAML") << QByteArray("  build: [\n");
        QTest::newRow("nothing kept") << QByteArray("  build:\n    runs-on: x\n    steps: [{ run: make }]\n");
    }

    void whatIsNotCertainIsNotProposed()
    {
        QFETCH(QByteArray, jobs);
        const auto proposed = proposeArtifacts({release(jobs)}, targets());
        QVERIFY2(proposed.isEmpty(), qPrintable(proposed.keys().join(u' ')));
    }

    void guessedArchiveIsProposedNothing()
    {
        QVERIFY(proposeArtifacts({release(matrixJob())}, targets({}, {})).isEmpty());
    }

    void commonShapesGiveNothingWrong_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {u"sound/draft-first.yml"_s, u"sound/flake-check.yml"_s, u"sound/goreleaser.yml"_s,
                                    u"sound/image-after-archives.yml"_s, u"sound/planned.yml"_s, u"sound/python.yml"_s,
                                    u"sound/release-please.yml"_s, u"broken/release.yml"_s, u"broken/anyway.yml"_s})
            QTest::newRow(qPrintable(name)) << name;
    }

    /// In none of these are job, artifact and file certain for a target of this project.
    void commonShapesGiveNothingWrong()
    {
        QFETCH(QString, name);
        QVERIFY(!sample(name).text.isEmpty());
        const auto proposed = proposeArtifacts({sample(name)}, targets(u"x-{triple}.tar.xz"_s, u"x-{triple}.zip"_s));
        QVERIFY2(proposed.isEmpty(), qPrintable(proposed.keys().join(u' ')));
    }
};

QTEST_APPLESS_MAIN(ArtifactProposalTest)
#include "tst_artifactproposal.moc"
