// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/releasemanifest.h"
#include "app/release/manifestproposal.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class ManifestProposalTest : public QObject
{
    Q_OBJECT

    static ProposalFacts facts()
    {
        const auto output = [](const QString &system, const QString &name) {
            return FlakeOutput{.system = system, .output = name};
        };
        return {.name = u"minne"_s,
                .repository = u"o/minne"_s,
                .outputs = {output(u"x86_64-linux"_s, u"default"_s), output(u"x86_64-linux"_s, u"dockerImage"_s),
                            output(u"x86_64-linux"_s, u"minne-release"_s),
                            output(u"x86_64-linux"_s, u"minne-release-windows"_s),
                            output(u"aarch64-darwin"_s, u"minne-release"_s)},
                .versions = {{u"lib.minneVersion"_s, u"1.0.5"_s}, {u"lib.aVersion"_s, u"9.9"_s}},
                .changelog = u"CHANGELOG.md"_s,
                .tags = {u"v1.0.4"_s},
                .assets = {u"main-x86_64-unknown-linux-gnu.tar.xz"_s, u"main-x86_64-unknown-linux-gnu.tar.xz.sha256"_s,
                           u"main-x86_64-pc-windows-msvc.zip"_s}};
    }

private Q_SLOTS:
    void proposalIsAManifestThatIsRead()
    {
        const auto manifest = parseManifest(proposeManifest(facts()).toUtf8(), u"unmoor.toml"_s);
        QVERIFY2(manifest.has_value(), manifest ? "" : qPrintable(manifest.error().message));
        QCOMPARE(manifest->repository, u"o/minne"_s);
        QCOMPARE(manifest->version.eval, u"lib.minneVersion"_s);
        QCOMPARE(manifest->tag, u"v{version}"_s);
    }

    void targetsAreTheReleaseOutputsOfEverySystem()
    {
        const auto manifest = parseManifest(proposeManifest(facts()).toUtf8(), u"unmoor.toml"_s);
        QMap<QString, QString> outputs;
        for (const ManifestTarget &target : manifest->targets)
            outputs.insert(target.triple, target.output);
        QCOMPARE(outputs.size(), 3);
        QCOMPARE(outputs.value(u"x86_64-pc-windows-msvc"_s), u"minne-release-windows"_s);
        QCOMPARE(outputs.value(u"aarch64-apple-darwin"_s), u"minne-release"_s);
    }

    void archiveNamesComeFromTheNewestRelease()
    {
        const auto manifest = parseManifest(proposeManifest(facts()).toUtf8(), u"unmoor.toml"_s);
        for (const ManifestTarget &target : manifest->targets) {
            if (target.triple == u"x86_64-unknown-linux-gnu")
                QCOMPARE(target.archive, u"main-{triple}.tar.xz"_s);
            if (target.triple == u"x86_64-pc-windows-msvc")
                QCOMPARE(target.archive, u"main-{triple}.zip"_s);
        }
    }

    void targetsThatAWorkflowKeepsSayWhichArtifactTheyAre()
    {
        ProposalFacts known = facts();
        known.workflows = {
            {u".github/workflows/release.yml"_s,
             "on: { push: { tags: [\"v*\"] } }\njobs:\n  build:\n    name: build (${{ matrix.triple }})\n"
             "    strategy:\n      matrix:\n        triple: [x86_64-unknown-linux-gnu, "
             "aarch64-apple-darwin]\n    runs-on: x\n    steps:\n      - uses: "
             "actions/upload-artifact@v4\n        with: { name: \"release-${{ matrix.triple }}\", path: "
             "\"result/main-*\" }\n"}};
        const auto manifest = parseManifest(proposeManifest(known).toUtf8(), u"unmoor.toml"_s);
        QVERIFY2(manifest.has_value(), manifest ? "" : qPrintable(manifest.error().message));
        for (const ManifestTarget &target : manifest->targets) {
            // The archive of the Mac is guessed, as no release has one: what keeps it is not certain.
            const bool isKept = target.triple == "x86_64-unknown-linux-gnu"_L1;
            QCOMPARE(target.actions.isGiven(), isKept);
            if (isKept)
                QCOMPARE(target.actions,
                         (ManifestActions{.workflow = u"release.yml"_s,
                                          .job = u"build ({triple})"_s,
                                          .artifact = u"release-{triple}"_s}));
        }
    }

    void oneTargetForEachPlatform_data()
    {
        QTest::addColumn<QStringList>("outputs"); // "system name"
        QTest::addColumn<QStringList>("targets"); // "triple name"
        const QString linux = u"x86_64-linux "_s;
        const QString gnu = u"x86_64-unknown-linux-gnu "_s;
        QTest::newRow("release before dist before bundle")
            << QStringList{linux + u"demo-bundle"_s, linux + u"demo-dist"_s, linux + u"demo-release"_s}
            << QStringList{gnu + u"demo-release"_s};
        QTest::newRow("bundle where there is nothing else")
            << QStringList{linux + u"default"_s, linux + u"demo-bundle"_s} << QStringList{gnu + u"demo-bundle"_s};
        QTest::newRow("names of platforms where none is called a release")
            << QStringList{linux + u"default"_s, linux + u"demo-aarch64-linux"_s, linux + u"demo-windows"_s,
                           linux + u"devShell"_s, linux + u"demo-deps"_s}
            << QStringList{u"aarch64-unknown-linux-gnu demo-aarch64-linux"_s, u"x86_64-pc-windows-msvc demo-windows"_s,
                           gnu + u"default"_s};
        QTest::newRow("built where it is at home")
            << QStringList{linux + u"release-aarch64-darwin"_s, u"aarch64-darwin release"_s}
            << QStringList{u"aarch64-apple-darwin release"_s};
        QTest::newRow("cross build that two systems offer")
            << QStringList{u"aarch64-darwin release-windows"_s, linux + u"release-windows"_s}
            << QStringList{u"x86_64-pc-windows-msvc release-windows"_s};
        QTest::newRow("tools, images and debug builds")
            << QStringList{linux + u"release-notes"_s, linux + u"release-image"_s, linux + u"release-debug"_s,
                           linux + u"releaseScript"_s, linux + u"release"_s}
            << QStringList{gnu + u"release"_s};
        QTest::newRow("a project whose name has such a word")
            << QStringList{linux + u"demo-tool"_s, linux + u"demo-tool-release"_s}
            << QStringList{gnu + u"demo-tool-release"_s};
    }
    void oneTargetForEachPlatform()
    {
        QFETCH(QStringList, outputs);
        QFETCH(QStringList, targets);
        ProposalFacts known{.name = u"demo-tool"_s};
        for (const QString &output : outputs)
            known.outputs.append({.system = output.section(u' ', 0, 0), .output = output.section(u' ', 1)});
        const QString text = proposeManifest(known);
        const auto manifest = parseManifest(text.toUtf8(), u"unmoor.toml"_s);
        QVERIFY2(manifest.has_value(), manifest ? "" : qPrintable(manifest.error().message));
        QStringList found;
        for (const ManifestTarget &target : manifest->targets)
            found.append(target.triple + u' ' + target.output);
        found.sort();
        QCOMPARE(found, targets);
        // Whatever is not proposed is named.
        for (const QString &output : outputs)
            QVERIFY2(text.contains(output.section(u' ', 1)), qPrintable(output));
    }

    void versionOfSomethingElseIsNotTheProjects()
    {
        ProposalFacts known = facts();
        known.versions = {{u"lib.ortVersion"_s, u"1.23.2"_s}};
        QCOMPARE(proposedVersion(known), u"1.0.4"_s); // the newest tag's
        known.fileVersions = {{{u"Cargo.toml"_s, u"^version = \"(.*)\""_s}, u"1.0.5"_s}};
        QCOMPARE(proposedVersion(known), u"1.0.5"_s);
        known.versions.insert(u"lib.version"_s, u"1.0.6"_s);
        QCOMPARE(proposedVersion(known), u"1.0.6"_s);
        const auto manifest = parseManifest(proposeManifest(known).toUtf8(), u"unmoor.toml"_s);
        QCOMPARE(manifest->version.eval, u"lib.version"_s);
    }

    /// A checkout's folder may be called anything.
    void versionIsKnownByTheNameOfAnOutputToo()
    {
        ProposalFacts known = facts();
        known.name = u"checkout"_s;
        known.outputs = {{.system = u"x86_64-linux"_s, .output = u"minne-release"_s}};
        known.versions = {{u"lib.aVersion"_s, u"9.9"_s}, {u"lib.minneVersion"_s, u"1.0.5"_s}};
        QCOMPARE(proposedVersion(known), u"1.0.5"_s);
    }

    void newestTagOfTheProjectsOwnFormGivesTheForm_data()
    {
        QTest::addColumn<QStringList>("tags");
        QTest::addColumn<QString>("tag");
        QTest::newRow("v") << QStringList{u"0.1.0"_s, u"v1.0.0"_s} << u"v{version}"_s;
        QTest::newRow("bare") << QStringList{u"v0.1.0"_s, u"1.0.0"_s} << u"{version}"_s;
        QTest::newRow("its own name") << QStringList{u"minne-v1.0.0"_s, u"other-v9.0.0"_s} << u"{name}-v{version}"_s;
        QTest::newRow("others' names") << QStringList{u"other-v9.0.0"_s, u"nightly"_s} << u"v{version}"_s;
    }
    void newestTagOfTheProjectsOwnFormGivesTheForm()
    {
        QFETCH(QStringList, tags);
        ProposalFacts known = facts();
        known.tags = tags;
        const auto manifest = parseManifest(proposeManifest(known).toUtf8(), u"unmoor.toml"_s);
        QVERIFY2(manifest.has_value(), manifest ? "" : qPrintable(manifest.error().message));
        QTEST(manifest->tag, "tag");
    }

    void assetsInOtherWordsAreRecognised()
    {
        ProposalFacts known = facts();
        known.assets = {u"minne_1.0.5_linux_amd64.tar.gz"_s, u"minne_1.0.5_windows_amd64.zip"_s};
        const auto manifest = parseManifest(proposeManifest(known).toUtf8(), u"unmoor.toml"_s);
        const auto target =
            std::ranges::find(manifest->targets, u"x86_64-unknown-linux-gnu"_s, &ManifestTarget::triple);
        QCOMPARE(target->archive, u"minne_{version}_linux_amd64.tar.gz"_s);
    }

    void nothingKnownStillGivesAReadableManifest()
    {
        const auto manifest = parseManifest(proposeManifest({.name = u"x \"y\""_s}).toUtf8(), u"unmoor.toml"_s);
        QVERIFY2(manifest.has_value(), manifest ? "" : qPrintable(manifest.error().message));
        QVERIFY(manifest->targets.isEmpty());
    }

    void layoutsOfArchivesAreSharedWhereTheyAreEqual()
    {
        const ExpectedLayout onUnix{u"main-{triple}"_s, {{.path = u"main"_s}}, {}};
        ProposalFacts known = facts();
        known.layouts = {{u"x86_64-unknown-linux-gnu"_s, onUnix},
                         {u"aarch64-apple-darwin"_s, onUnix},
                         {u"x86_64-pc-windows-msvc"_s, {{}, {{.path = u"main.exe"_s}}, {}}}};
        const auto manifest = parseManifest(proposeManifest(known).toUtf8(), u"unmoor.toml"_s);
        QVERIFY2(manifest.has_value(), manifest ? "" : qPrintable(manifest.error().message));
        QCOMPARE(manifest->layouts.keys(), (QStringList{u"unix"_s, u"windows"_s}));
        QCOMPARE(manifest->layouts[u"unix"_s], onUnix);
        for (const ManifestTarget &target : manifest->targets)
            QCOMPARE(target.layout, target.triple.contains(u"windows"_s) ? u"windows"_s : u"unix"_s);

        known.layouts[u"aarch64-apple-darwin"_s].files.append({.path = u"lib/*.dylib"_s});
        const auto other = parseManifest(proposeManifest(known).toUtf8(), u"unmoor.toml"_s);
        QVERIFY2(other.has_value(), other ? "" : qPrintable(other.error().message));
        QCOMPARE(other->layouts.size(), 3);
        QVERIFY(other->layouts.contains(u"linux"_s)); // the name that the first one left
    }

    void versionInAnArchivesNameIsATemplate()
    {
        ProposalFacts versioned = facts();
        versioned.assets = {u"minne-1.0.5-x86_64-unknown-linux-gnu.tar.xz"_s};
        const auto manifest = parseManifest(proposeManifest(versioned).toUtf8(), u"unmoor.toml"_s);
        const auto target =
            std::ranges::find(manifest->targets, u"x86_64-unknown-linux-gnu"_s, &ManifestTarget::triple);
        QCOMPARE(target->archive, u"minne-{version}-{triple}.tar.xz"_s);
    }

    void bareTagsStayBare()
    {
        ProposalFacts bare = facts();
        bare.tags = {u"1.0.4"_s};
        QCOMPARE(parseManifest(proposeManifest(bare).toUtf8(), u"unmoor.toml"_s)->tag, u"{version}"_s);
    }
};

QTEST_GUILESS_MAIN(ManifestProposalTest)
#include "tst_manifestproposal.moc"
