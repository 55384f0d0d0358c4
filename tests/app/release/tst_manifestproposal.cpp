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

    void bareTagsStayBare()
    {
        ProposalFacts bare = facts();
        bare.tags = {u"1.0.4"_s};
        QCOMPARE(parseManifest(proposeManifest(bare).toUtf8(), u"unmoor.toml"_s)->tag, u"{version}"_s);
    }
};

QTEST_GUILESS_MAIN(ManifestProposalTest)
#include "tst_manifestproposal.moc"
