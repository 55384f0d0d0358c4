// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/releasemanifest.h"
#include "release/manifestproposal.h"

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
