// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/releasemanifest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

ReleaseManifest documentedManifest()
{
    const ExpectedLayout unixLayout{.root = u"main-{triple}"_s,
                                    .files = {{.path = u"main"_s, .mode = ExpectedFile::Mode::Executable},
                                              {.path = u"lib/libonnxruntime.so*"_s, .minCount = 1, .maxCount = -1},
                                              {.path = u"README.md"_s}},
                                    .allow = {u"lib/*.so*"_s}};
    return {.name = u"minne"_s,
            .repository = u"perstarkse/minne"_s,
            .changelog = u"CHANGELOG.md"_s,
            .version = {.kind = VersionSource::Kind::Eval, .eval = u"lib.minneVersion"_s},
            .commitMessage = u"Release {tag}"_s,
            .tag = u"v{version}"_s,
            .title = u"minne {tag}"_s,
            .gates = {{.name = u"Flake checks"_s, .flakeCheck = true, .line = 12},
                      {.name = u"ONNX Runtime pin"_s, .eval = u"lib.ortVersion"_s, .equals = u"1.23.2"_s, .line = 15}},
            .targets = {{.triple = u"x86_64-unknown-linux-gnu"_s,
                         .system = u"x86_64-linux"_s,
                         .output = u"minne-release"_s,
                         .archive = u"main-{triple}.tar.xz"_s,
                         .layout = u"unix"_s,
                         .glibcFloor = u"2.35"_s},
                        {.triple = u"x86_64-apple-darwin"_s, .dropped = u"Apple silicon only since 1.0.5."_s}},
            .layouts = {{u"unix"_s, unixLayout}},
            .image = ManifestImage{.output = u"dockerImage"_s, .repository = u"ghcr.io/perstarkse/minne"_s}};
}

const QByteArray head = "schema = 1\n[project]\nname = \"n\"\nversion = { literal = \"1.2.3\" }\n";

Result<ReleaseManifest> parse(const QByteArray &toml)
{
    return parseManifest(toml, u"unmoor.toml"_s);
}

/// What went wrong, for the message of a failed test.
#define QVERIFY_PARSED(manifest)                                                                                       \
    QVERIFY2((manifest).has_value(), qPrintable((manifest) ? u""_s : (manifest).error().message))

} // namespace

class ReleaseManifestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targetSaysWhereActionsKeepIt()
    {
        const QByteArray target = "[[target]]\ntriple = \"aarch64-apple-darwin\"\nsystem = \"aarch64-darwin\"\n"
                                  "output = \"o\"\narchive = \"a-{triple}.tar.xz\"\n";
        const auto manifest = parse(head + target
                                    + "[target.actions]\nworkflow = \"release.yml\"\njob = \"build ({triple})\"\n"
                                      "artifact = \"release-{triple}\"\n"
                                      "inputs = [\"version={version}\", \"note=a=b\"]\n");
        QVERIFY_PARSED(manifest);
        const ManifestActions &actions = manifest->targets.first().actions;
        QVERIFY(actions.isGiven());
        QCOMPARE(actions.job, u"build ({triple})"_s);
        QCOMPARE(actions.artifact, u"release-{triple}"_s);
        QCOMPARE(actions.inputs, (QMap<QString, QString>{{u"note"_s, u"a=b"_s}, {u"version"_s, u"{version}"_s}}));
        QVERIFY(!parse(head + target)->targets.first().actions.isGiven());
        for (const auto &[wrong, says] :
             {std::pair("workflow = \"w.yml\"", "artifact"), std::pair("artifact = \"a\"", "workflow"),
              std::pair("workflow = \".github/w.yml\"\nartifact = \"a\"", "without folders"),
              std::pair("workflow = \"w.yml\"\nartifact = \"{tripel}\"", "tripel"),
              std::pair("workflow = \"w.yml\"\nartifact = \"a\"\ninputs = [\"version\"]", "not \"version\""),
              std::pair("workflow = \"w.yml\"\nartifact = \"a\"\ninputs = [\"v={tripel}\"]", "tripel"),
              std::pair("workflow = \"w.yml\"\nartifact = \"a\"\ninputs = [\"v=1\", \"v=2\"]", "twice"),
              std::pair("workflow = \"w.yml\"\nartefact = \"a\"", "artifact")}) {
            const auto refused = parse(head + target + "[target.actions]\n" + wrong);
            QVERIFY(!refused);
            QVERIFY2(refused.error().message.contains(QLatin1StringView(says)), qPrintable(refused.error().message));
        }
    }

    void readsEveryKeyOfTheDesign()
    {
        QFile file(QStringLiteral(UNMOOR_TEST_DATA "/manifests/design.toml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto manifest = parse(file.readAll());
        QVERIFY_PARSED(manifest);
        const ReleaseManifest expected = documentedManifest();
        QCOMPARE(manifest->gates, expected.gates);
        QCOMPARE(manifest->targets, expected.targets);
        QCOMPARE(manifest->layouts, expected.layouts);
        QVERIFY(*manifest == expected);
    }

    void fillsInWhatIsLeftOut()
    {
        const auto manifest = parse(head);
        QVERIFY_PARSED(manifest);
        QCOMPARE(manifest->repository, QString());
        QCOMPARE(manifest->changelog, u"CHANGELOG.md"_s);
        QCOMPARE(manifest->tag, u"v{version}"_s);
        QCOMPARE(manifest->title, u"{name} {tag}"_s);
        QCOMPARE(manifest->version, (VersionSource{.literal = u"1.2.3"_s}));
        QCOMPARE(manifest->prerelease, Choice::Auto);
        QCOMPARE(manifest->latest, Choice::Auto);
        QCOMPARE(manifest->checksums, Checksums::PerFile);
        QCOMPARE(manifest->scheme, VersionScheme::SemVer);
        QVERIFY(!manifest->provenance);
        QVERIFY(manifest->gates.isEmpty() && manifest->targets.isEmpty() && manifest->layouts.isEmpty());
        QVERIFY(!manifest->image);
    }

    void readsAVersionOutOfAFile()
    {
        const auto manifest = parse("schema = 1\n[project]\nname = \"n\"\n"
                                    "version = { file = \"Cargo.toml\", regex = '^version = \"(.*)\"' }\n");
        QVERIFY_PARSED(manifest);
        QCOMPARE(
            manifest->version,
            (VersionSource{.kind = VersionSource::Kind::File, .match = {u"Cargo.toml"_s, u"^version = \"(.*)\""_s}}));
    }

    void readsEveryKindOfGate()
    {
        const auto manifest =
            parse(head
                  + "[[gate]]\nname = \"a\"\neval = \"x\"\nequals-eval = \"y\"\n"
                    "[[gate]]\nname = \"b\"\neval = \"x\"\nmatches-file = { file = \"f\", regex = '(.)' }\n"
                    "[[gate]]\nname = \"c\"\nno-version-in = [\"README.md\", \"docs/*.md\"]\n"
                    "[[gate]]\nname = \"d\"\neval = \"x\"\nequals = \"\"\n");
        QVERIFY_PARSED(manifest);
        const QList<ManifestGate> expected{
            {.name = u"a"_s, .eval = u"x"_s, .equalsEval = u"y"_s, .line = 5},
            {.name = u"b"_s, .eval = u"x"_s, .matchesFile = FileMatch{u"f"_s, u"(.)"_s}, .line = 9},
            {.name = u"c"_s, .noVersionIn = {u"README.md"_s, u"docs/*.md"_s}, .line = 13},
            {.name = u"d"_s, .eval = u"x"_s, .equals = u""_s, .line = 16}};
        QCOMPARE(manifest->gates, expected);
    }

    void readsChoices_data()
    {
        QTest::addColumn<Choice>("choice");
        QTest::newRow("\"auto\"") << Choice::Auto;
        QTest::newRow("true") << Choice::Yes;
        QTest::newRow("false") << Choice::No;
    }
    void readsChoices()
    {
        const QByteArray value = QTest::currentDataTag();
        const auto manifest = parse(head + "prerelease = " + value + "\nlatest = " + value + "\n");
        QVERIFY_PARSED(manifest);
        QTEST(manifest->prerelease, "choice");
        QTEST(manifest->latest, "choice");
    }

    void readsWhatGoesWithTheArchives()
    {
        const auto manifest = parse(head + "checksums = \"sha256sums\"\nprovenance = true\n");
        QVERIFY_PARSED(manifest);
        QCOMPARE(manifest->checksums, Checksums::Sums);
        QVERIFY(manifest->provenance);
        QCOMPARE(parse(head + "checksums = \"none\"\n")->checksums, Checksums::None);
        QCOMPARE(parse(head + "version-scheme = \"calver\"\n")->scheme, VersionScheme::CalVer);
    }

    void readsAssets()
    {
        const auto manifest = parse(head
                                    + "[[asset]]\nfile = \"tools/install.sh\"\n"
                                      "[[asset]]\nsystem = \"x86_64-linux\"\noutput = \"extras\"\nname = "
                                      "\"n-{version}.cdx.json\"\nfile = \"sbom-*.json\"\nlabel = \"SBOM\"\n"
                                      "[[asset]]\nsystem = \"x86_64-linux\"\noutput = \"extras\"\nname = \"n.bash\"\n");
        QVERIFY_PARSED(manifest);
        const QList<ManifestTarget> expected{
            {.triple = u"install.sh"_s, .archive = u"install.sh"_s, .isAsset = true, .file = u"tools/install.sh"_s},
            {.triple = u"n-{version}.cdx.json"_s,
             .system = u"x86_64-linux"_s,
             .output = u"extras"_s,
             .archive = u"n-{version}.cdx.json"_s,
             .isAsset = true,
             .file = u"sbom-*.json"_s,
             .label = u"SBOM"_s},
            {.triple = u"n.bash"_s,
             .system = u"x86_64-linux"_s,
             .output = u"extras"_s,
             .archive = u"n.bash"_s,
             .isAsset = true,
             .file = u"n.bash"_s}};
        QCOMPARE(manifest->targets, expected);
        QVERIFY(manifest->targets[0].isFromCheckout());
        QVERIFY(!manifest->targets[1].isFromCheckout());
        QCOMPARE(manifest->targets[1].releaseTarget(), QString());
        QCOMPARE(inspectionRules(*manifest, &manifest->targets[0], {}).lone, LoneFiles::All);
    }

    void readsCounts_data()
    {
        QTest::addColumn<int>("min");
        QTest::addColumn<int>("max");
        QTest::newRow("1") << 1 << 1;
        QTest::newRow("3") << 3 << 3;
        QTest::newRow("1+") << 1 << -1;
        QTest::newRow("0+") << 0 << -1;
        QTest::newRow("2-4") << 2 << 4;
        QTest::newRow("0-1") << 0 << 1;
    }
    void readsCounts()
    {
        const auto manifest =
            parse(head + "[layout.l]\nfile = [{ path = \"a\", count = \"" + QTest::currentDataTag() + "\" }]\n");
        QVERIFY_PARSED(manifest);
        const ExpectedFile file = manifest->layouts.value(u"l"_s).files.value(0);
        QTEST(file.minCount, "min");
        QTEST(file.maxCount, "max");
    }

    void readsNeverAsLatestImage()
    {
        const auto manifest =
            parse(head + "[image]\noutput = \"o\"\nrepository = \"ghcr.io/a/b\"\nlatest = \"never\"\n");
        QVERIFY_PARSED(manifest);
        QVERIFY(manifest->image && !manifest->image->latestStableOnly);
    }

    void aUniversalTargetNeedsBothProcessorsOfMacs()
    {
        const auto target = portabilityTarget({.triple = u"universal-apple-darwin"_s});
        QVERIFY(target.has_value());
        QCOMPARE(target->os, PortabilityTarget::Os::MacOs);
        QVERIFY(target->isUniversal && target->machine.isEmpty());
        QVERIFY(!portabilityTarget({.triple = u"aarch64-apple-darwin"_s})->isUniversal);
    }

    void readsTheSampleProject()
    {
        const auto manifest = readManifest(QStringLiteral(UNMOOR_SOURCE_DIR "/resources/sample"));
        QVERIFY_PARSED(manifest);
        QCOMPARE(manifest->name, u"minne"_s);
        QCOMPARE(manifest->repository, u"unmoor-sample/minne"_s);
        QCOMPARE(manifest->version.eval, u"lib.minneVersion"_s);
        QCOMPARE(manifest->gates.size(), 2);
        QCOMPARE(manifest->targets.size(), 4);
        QCOMPARE(manifest->layouts.keys(), (QStringList{u"unix"_s, u"windows"_s}));
        QVERIFY(manifest->targets.last().isDropped());
        QVERIFY(!manifest->image);
    }

    void notesNameTheirBlocks()
    {
        const auto manifest =
            parse(head
                  + "[notes]\nblocks = [\"downloads\", \"install\"]\ninstall = \"curl {tag}\"\n"
                    "[[target]]\ntriple = \"x86_64-pc-windows-msvc\"\nsystem = \"x86_64-linux\"\n"
                    "output = \"w\"\narchive = \"w.zip\"\nlabel = \"Windows\"\nnotice = \"Unzip it.\"\n");
        QVERIFY_PARSED(manifest);
        QCOMPARE(manifest->notes, (NotesSettings{{u"downloads"_s, u"install"_s}, u"curl {tag}"_s}));
        QCOMPARE(manifest->targets.first().label, u"Windows"_s);
        QCOMPARE(manifest->targets.first().notice, u"Unzip it."_s);
        QVERIFY(parse(head + "[notes]\nblocks = [\"download\"]\n").error().message.contains(u"\"download\""));
        QVERIFY(parse(head + "[notes]\nblocks = [\"install\"]\n").error().message.contains(u"install = "));
    }

    void missingManifestNamesInit()
    {
        const QTemporaryDir dir;
        const auto manifest = readManifest(dir.path());
        QCOMPARE(manifest.error().kind, Error::Kind::NotFound);
        QVERIFY(manifest.error().message.contains(dir.filePath(u"unmoor.toml"_s)));
        QVERIFY(manifest.error().message.contains(u"unmoor init"));
    }

    void expandsKnownPlaceholdersOnce_data()
    {
        QTest::addColumn<QString>("expanded");
        QTest::newRow("{name}-{version}-{tag}-{triple}") << u"n-1.0-{name}-t"_s;
        QTest::newRow("{unknown} {} {name") << u"{unknown} {} {name"_s;
        QTest::newRow("{{name}}") << u"{n}"_s;
        QTest::newRow("") << u""_s;
        QTest::newRow("{name}{name}") << u"nn"_s;
    }
    void expandsKnownPlaceholdersOnce()
    {
        const TemplateValues values{.name = u"n"_s, .version = u"1.0"_s, .tag = u"{name}"_s, .triple = u"t"_s};
        QTEST(expandTemplate(QString::fromUtf8(QTest::currentDataTag()), values), "expanded");
    }

    void layoutOfATargetIsExpanded()
    {
        ReleaseManifest manifest = documentedManifest();
        manifest.layouts[u"unix"_s].files += {.path = u"{name}-{version}.txt"_s};
        const auto layout = layoutOf(manifest, manifest.targets[0],
                                     {.name = u"n"_s, .version = u"1.0"_s, .tag = u"v1.0"_s, .triple = u"t"_s});
        QVERIFY(layout.has_value());
        QCOMPARE(layout->root, u"main-t"_s);
        QCOMPARE(layout->files.last().path, u"n-1.0.txt"_s);
        QVERIFY(!layoutOf(manifest, manifest.targets[1], {}).has_value());
    }

    void versionDecidesWhetherItIsAPreRelease()
    {
        ReleaseManifest manifest;
        QVERIFY(isPreRelease(manifest, u"1.0.0-rc.1"_s));
        QVERIFY(!isPreRelease(manifest, u"1.0.0"_s));
        manifest.prerelease = Choice::Yes;
        QVERIFY(isPreRelease(manifest, u"1.0.0"_s));
        manifest.prerelease = Choice::No;
        QVERIFY(!isPreRelease(manifest, u"1.0.0-rc.1"_s));
    }
};

QTEST_GUILESS_MAIN(ReleaseManifestTest)
#include "tst_releasemanifest.moc"
