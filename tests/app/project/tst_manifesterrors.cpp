// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/releasemanifest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

// Four lines: what a row adds begins on line 5, inside [project].
const QByteArray head = "schema = 1\n[project]\nname = \"n\"\nversion = { literal = \"1.2.3\" }\n";
// Four more, so that a row goes on at line 9 inside a whole [[target]].
const QByteArray target = head + "[[target]]\ntriple = \"a-b-linux\"\nsystem = \"x86_64-linux\"\noutput = \"o\"\n";
const QByteArray image = head + "[image]\noutput = \"o\"\n";

} // namespace

class ManifestErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhereAndWhat_data()
    {
        QTest::addColumn<QByteArray>("toml");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("words");
        syntaxRows();
        topRows();
        projectRows();
        versionRows();
        gateRows();
        targetRows();
        assetRows();
        layoutRows();
        imageRows();
    }
    void tellsWhereAndWhat()
    {
        QFETCH(QByteArray, toml);
        QFETCH(QString, place);
        QFETCH(QString, words);
        const auto manifest = parseManifest(toml, u"dir/unmoor.toml"_s);
        QVERIFY(!manifest.has_value());
        QCOMPARE(manifest.error().kind, Error::Kind::InvalidInput);
        const QString message = manifest.error().message;
        QVERIFY2(message.startsWith(u"dir/unmoor.toml:%1: "_s.arg(place)), qPrintable(message));
        QVERIFY2(message.contains(words), qPrintable(message));
    }

    void tellsTheFirstOfSeveralProblems()
    {
        const auto manifest = parseManifest(head + "tag = 1\ntitle = 2\nlatest = 3\n", u"f"_s);
        QVERIFY(manifest.error().message.startsWith(u"f:5:7: "));
    }

    void refusesAHugeFile()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"unmoor.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(QByteArray(1024 * 1024 + 1, '#')), 1024 * 1024 + 1);
        file.close();
        QCOMPARE(readManifest(dir.path()).error().kind, Error::Kind::InvalidInput);
    }

private:
    static void row(const char *name, const QByteArray &toml, const QString &place, const QString &words)
    {
        QTest::newRow(name) << toml << place << words;
    }

    static void syntaxRows()
    {
        row("unfinished string", "schema = 1\nx = \"a\n", u"2:7"_s, u"This is not TOML"_s);
        row("key twice", head + "name = \"m\"\n", u"5:8"_s, u"redefine existing string 'name'"_s);
        row("table twice", head + "[project]\n", u"5:1"_s, u"redefine existing table"_s);
        row("bad UTF-8", "schema = 1\n# \xff\n", u"2:2"_s, u"utf-8"_s);
        row("header that begins no key", head + "[!\n", u"5:2"_s, u"This is not TOML"_s);
        row("letter beyond ASCII in a header", head + "[\xC3\xA9]\n", u"5:2"_s, u"This is not TOML"_s);
        row("newline in an inline table", head + "[layout.l]\nfile = [{ path = \"a\",\n mode = \"any\" }]\n", u"6:22"_s,
            u"This is not TOML"_s);
    }

    static void topRows()
    {
        row("empty file", "", u"1:1"_s, u"Begin the file with: schema = 1"_s);
        row("no schema", "[project]\nname = \"n\"\n", u"1:1"_s, u"Begin the file with: schema = 1"_s);
        row("newer schema with keys of its own", "schema = 2\nfuture = true\n", u"1:10"_s,
            u"A newer Unmoor is needed"_s);
        row("schema 0", "schema = 0\n", u"1:10"_s, u"There is no schema 0"_s);
        row("schema as a string", "schema = \"1\"\n", u"1:10"_s, u"must be a whole number, not a string"_s);
        row("schema as a float", "schema = 1.0\n", u"1:10"_s, u"must be a whole number, not a number"_s);
        row("no project", "schema = 1\n", u"1:1"_s, u"[project] is missing"_s);
        row("unknown table", head + "[checklist]\nx = 1\n", u"5:2"_s, u"Unknown key \"checklist\" in the top level"_s);
        row("misspelled table", head + "[[targets]]\n", u"5:3"_s, u"did you mean \"target\"?"_s);
        row("misspelled project", "schema = 1\n[projekt]\n", u"2:2"_s, u"did you mean \"project\"?"_s);
        row("project as an array", "schema = 1\n[[project]]\n", u"2:1"_s,
            u"\"project\" of the top level must be a table, not an array of tables"_s);
        row("gate as a table", head + "[gate]\nname = \"g\"\n", u"5:1"_s,
            u"must be an array of tables, written [[gate]], not a table"_s);
        row("target as a string", "target = \"a\"\n" + head, u"1:10"_s, u"written [[target]], not a string"_s);
    }

    static void projectRows()
    {
        row("no name", "schema = 1\n[project]\nversion = { literal = \"1.2.3\" }\n", u"2:1"_s,
            u"[project] needs the key \"name\""_s);
        row("no version", "schema = 1\n[project]\nname = \"n\"\n", u"2:1"_s, u"[project] needs the key \"version\""_s);
        row("empty name", "schema = 1\n[project]\nname = \"\"\nversion = { literal = \"1\" }\n", u"3:8"_s,
            u"\"name\" of [project] must not be empty"_s);
        row("misspelled key", head + "changelgo = \"C\"\n", u"5:1"_s,
            u"Unknown key \"changelgo\" in [project]: did you mean \"changelog\"?"_s);
        row("misspelled required key", "schema = 1\n[project]\nnmae = \"n\"\nversion = { literal = \"1\" }\n", u"3:1"_s,
            u"did you mean \"name\"?"_s);
        row("key that is like none", head + "homepage-address = \"C\"\n", u"5:1"_s,
            u"Its keys are: name, repository, changelog"_s);
        row("number for a string", head + "title = 1\n", u"5:9"_s,
            u"\"title\" of [project] must be a string, not a number"_s);
        row("array for a string", head + "tag = [\"v\"]\n", u"5:7"_s, u"must be a string, not an array"_s);
        row("repository without owner", head + "repository = \"minne\"\n", u"5:14"_s, u"\"owner/name\""_s);
        row("repository as a URL", head + "repository = \"https://github.com/a/b\"\n", u"5:14"_s, u"\"owner/name\""_s);
        row("changelog outside", head + "changelog = \"../C.md\"\n", u"5:13"_s, u"below the project's folder"_s);
        row("absolute changelog", head + "changelog = \"/C.md\"\n", u"5:13"_s, u"below the project's folder"_s);
        row("tag without version", head + "tag = \"release\"\n", u"5:7"_s, u"must hold {version} once"_s);
        row("tag that git refuses", head + "tag = \"v..{version}\"\n", u"5:7"_s, u"it holds \"..\""_s);
        row("tag with a space", head + "tag = \"release {version}\"\n", u"5:7"_s, u"it holds a space"_s);
        row("tag like an option", head + "tag = \"-{version}\"\n", u"5:7"_s, u"begins with \"-\""_s);
        row("tag with a name that no tag has",
            "schema = 1\n[project]\nname = \"a:b\"\ntag = \"{name}-{version}\"\nversion = { literal = \"1.2.3\" }\n",
            u"4:7"_s, u"it holds \":\""_s);
        row("tag with the version twice", head + "tag = \"{version}{version}\"\n", u"5:7"_s, u"{version} once"_s);
        row("misspelled placeholder", head + "tag = \"v{verison}\"\n", u"5:7"_s, u"did you mean \"{version}\"?"_s);
        row("placeholder of targets", head + "title = \"{triple}\"\n", u"5:9"_s, u"cannot hold {triple}"_s);
        row("prerelease as a word", head + "prerelease = \"yes\"\n", u"5:14"_s,
            u"\"prerelease\" of [project] must be \"auto\", true or false"_s);
        row("unknown scheme of versions", head + "version-scheme = \"roman\"\n", u"5:18"_s, u"pep440, dotted"_s);
        row("unknown checksums", head + "checksums = \"md5\"\n", u"5:13"_s, u"\"sha256sums\" or \"none\""_s);
        row("provenance as a word", head + "provenance = \"yes\"\n", u"5:14"_s, u"provenance"_s);
        row("latest as a number", head + "latest = 1\n", u"5:10"_s, u"must be \"auto\", true or false"_s);
    }

    static void versionRows()
    {
        const auto with = [](const QByteArray &version) {
            return "schema = 1\n[project]\nname = \"n\"\nversion = " + version + "\n";
        };
        row("version as a string", with("\"1.2.3\""), u"4:11"_s, u"{ literal = \"1.2.3\" }"_s);
        row("version as a number", with("1"), u"4:11"_s, u"must be a table, not a number"_s);
        row("version of nothing", with("{}"), u"4:11"_s, u"needs one of \"eval\", \"literal\" or \"file\""_s);
        row("version of two", with("{ eval = \"a\", literal = \"b\" }"), u"4:35"_s, u"not both"_s);
        row("misspelled kind", with("{ evla = \"a\" }"), u"4:13"_s, u"did you mean \"eval\"?"_s);
        row("file without regex", with("{ file = \"a\" }"), u"4:11"_s, u"needs the key \"regex\""_s);
        row("regex without file", with("{ eval = \"a\", regex = '(a)' }"), u"4:33"_s, u"belongs to \"file\""_s);
        row("bad regex", with("{ file = \"a\", regex = '(a' }"), u"4:33"_s, u"is not a regular expression"_s);
        row("regex without group", with("{ file = \"a\", regex = 'a' }"), u"4:33"_s, u"needs a group"_s);
        row("file outside", with("{ file = \"../a\", regex = '(a)' }"), u"4:20"_s, u"below the project's folder"_s);
        row("empty eval", with("{ eval = \"\" }"), u"4:20"_s, u"must not be empty"_s);
    }

    static void gateRows()
    {
        const auto with = [](const QByteArray &keys) { return head + "[[gate]]\n" + keys + "\n"; };
        row("gate without a name", with("flake-check = true"), u"5:1"_s, u"[[gate]] needs the key \"name\""_s);
        row("gate of nothing", with("name = \"g\""), u"5:1"_s, u"needs one of \"flake-check\""_s);
        row("gate of two", with("name = \"g\"\nflake-check = true\neval = \"a\"\nequals = \"b\""), u"8:8"_s,
            u"make \"flake-check\" and \"eval\" two gates"_s);
        row("flake check off", with("name = \"g\"\nflake-check = false"), u"7:15"_s, u"can only be true"_s);
        row("flake check as a string", with("name = \"g\"\nflake-check = \"yes\""), u"7:15"_s,
            u"must be true or false, not a string"_s);
        row("eval alone", with("name = \"g\"\neval = \"a\""), u"5:1"_s, u"needs what it is compared with"_s);
        row("eval against two", with("name = \"g\"\neval = \"a\"\nequals = \"b\"\nequals-eval = \"c\""), u"9:15"_s,
            u"keep \"equals\" or \"equals-eval\", not both"_s);
        row("expectation alone", with("name = \"g\"\nflake-check = true\nequals = \"b\""), u"8:10"_s,
            u"belongs to a gate with \"eval\""_s);
        row("equals a number", with("name = \"g\"\neval = \"a\"\nequals = 1.23"), u"8:10"_s,
            u"must be a string, not a number"_s);
        row("misspelled gate key", with("name = \"g\"\nflake-chek = true"), u"7:1"_s,
            u"did you mean \"flake-check\"?"_s);
        row("bad key in matches-file",
            with("name = \"g\"\neval = \"a\"\nmatches-file = { file = \"f\", regexp = 'x' }"), u"8:30"_s,
            u"did you mean \"regex\"?"_s);
        row("bad regex in matches-file",
            with("name = \"g\"\neval = \"a\"\nmatches-file = { file = \"f\", regex = '*' }"), u"8:38"_s,
            u"is not a regular expression"_s);
        row("no-version-in as a string", with("name = \"g\"\nno-version-in = \"a\""), u"7:17"_s,
            u"must be an array of strings, not a string"_s);
        row("no-version-in of numbers", with("name = \"g\"\nno-version-in = [\"a\", 1]"), u"7:23"_s,
            u"must be a string, not a number"_s);
        row("no-version-in of nothing", with("name = \"g\"\nno-version-in = []"), u"7:17"_s, u"at least one file"_s);
        row("no-version-in outside", with("name = \"g\"\nno-version-in = [\"/etc/*\"]"), u"7:17"_s,
            u"below the project's folder"_s);
        row("two gates of one name",
            with("name = \"g\"\nflake-check = true\n[[gate]]\nname = \"g\"\nflake-check = true"), u"9:8"_s,
            u"two gates \"g\""_s);
    }

    static void targetRows()
    {
        row("target without a triple", head + "[[target]]\ndropped = \"x\"\n", u"5:1"_s, u"needs the key \"triple\""_s);
        row("target without an archive", target, u"5:1"_s, u"[[target]] needs the key \"archive\""_s);
        row("bad triple", head + "[[target]]\ntriple = \"linux\"\ndropped = \"x\"\n", u"6:10"_s,
            u"\"linux\" is not a target triple"_s);
        row("triple twice", target + "archive = \"a\"\n[[target]]\ntriple = \"a-b-linux\"\ndropped = \"x\"\n",
            u"11:10"_s, u"two targets a-b-linux"_s);
        row("archive twice",
            target
                + "archive = \"a\"\n[[target]]\ntriple = \"a-b-c\"\nsystem = \"s-t\"\noutput = \"o\"\narchive = "
                  "\"a\"\n",
            u"14:11"_s, u"Another target has this archive name"_s);
        row("dropped and built", target + "dropped = \"x\"\n", u"7:10"_s, u"dropped cannot have \"system\""_s);
        row("dropped without a reason", head + "[[target]]\ntriple = \"a-b-c\"\ndropped = \"\"\n", u"7:11"_s,
            u"must not be empty"_s);
        row("dropped as a boolean", head + "[[target]]\ntriple = \"a-b-c\"\ndropped = true\n", u"7:11"_s,
            u"must be a string, not true or false"_s);
        row("no such layout", target + "archive = \"a\"\nlayout = \"unixx\"\n[layout.unix]\n", u"10:10"_s,
            u"There is no [layout.unixx] in this file: did you mean \"unix\"?"_s);
        row("no layouts at all", target + "archive = \"a\"\nlayout = \"unix\"\n", u"10:10"_s,
            u"There is no [layout.unix] in this file."_s);
        row("archive in a folder", target + "archive = \"d/a\"\n", u"9:11"_s, u"must be a file name"_s);
        row("misspelled placeholder in an archive", target + "archive = \"a-{tripel}\"\n", u"9:11"_s,
            u"did you mean \"{triple}\"?"_s);
        row("glibc floor as a number", target + "archive = \"a\"\nglibc-floor = 2.35\n", u"10:15"_s,
            u"must be a string, not a number"_s);
        row("glibc floor that is none", target + "archive = \"a\"\nglibc-floor = \"new\"\n", u"10:15"_s,
            u"must be a version of glibc"_s);
        row("bad system",
            head + "[[target]]\ntriple = \"a-b-c\"\nsystem = \"linux\"\noutput = \"o\"\narchive = \"a\"\n", u"7:10"_s,
            u"\"linux\" is not a system of Nix"_s);
    }

    static void assetRows()
    {
        row("asset of nothing", head + "[[asset]]\nlabel = \"x\"\n", u"5:1"_s, u"[[asset]] needs the key \"file\""_s);
        row("asset outside", head + "[[asset]]\nfile = \"../x\"\n", u"6:8"_s, u"below the project's folder"_s);
        row("asset of the checkout with a wildcard", head + "[[asset]]\nfile = \"*.sh\"\n", u"6:8"_s,
            u"without wildcards"_s);
        row("asset without a system", head + "[[asset]]\nname = \"x\"\noutput = \"o\"\n", u"5:1"_s,
            u"[[asset]] needs the key \"system\""_s);
        row("asset in a folder", head + "[[asset]]\nfile = \"x\"\nname = \"d/x\"\n", u"7:8"_s,
            u"must be a file name"_s);
        row("asset of an archive's name", target + "archive = \"a\"\n[[asset]]\nfile = \"a\"\n", u"11:8"_s,
            u"Another file of the release is named a"_s);
        row("asset with a triple", head + "[[asset]]\nfile = \"x\"\nname = \"x-{triple}\"\n", u"7:8"_s,
            u"cannot hold {triple}"_s);
        row("misspelled asset key", head + "[[asset]]\nfiel = \"x\"\n", u"6:1"_s, u"did you mean \"file\"?"_s);
    }

    static void layoutRows()
    {
        const auto with = [](const QByteArray &keys) { return head + "[layout.l]\n" + keys + "\n"; };
        row("misspelled layout key", with("files = []"), u"6:1"_s, u"in [layout.l]: did you mean \"file\"?"_s);
        row("layout as a string", head + "[layout]\nl = \"x\"\n", u"6:5"_s, u"must be a table, not a string"_s);
        row("root of two folders", with("root = \"a/b\""), u"6:8"_s, u"a single folder"_s);
        row("misspelled placeholder in a root", with("root = \"{tripel}\""), u"6:8"_s, u"did you mean \"{triple}\"?"_s);
        row("file without a path", with("file = [{ mode = \"any\" }]"), u"6:9"_s, u"needs the key \"path\""_s);
        row("file as a string", with("file = [\"main\"]"), u"6:9"_s, u"must be a table, not a string"_s);
        row("misspelled file key", with("file = [{ path = \"a\", mod = \"any\" }]"), u"6:23"_s,
            u"Unknown key \"mod\" in a file of [layout.l]: did you mean \"mode\"?"_s);
        row("bad mode", with("file = [{ path = \"a\", mode = \"0755\" }]"), u"6:30"_s,
            u"must be \"executable\" or \"any\", not \"0755\""_s);
        row("file outside the root", with("file = [{ path = \"../a\" }]"), u"6:18"_s,
            u"relative to the layout's root"_s);
        for (const char *count : {"", "+", "1-", "-1", "4-2", "0", "0-0", "many", "1 +", "12345678"})
            row(qPrintable(u"count \"%1\""_s.arg(QLatin1StringView(count))),
                with("file = [{ path = \"a\", count = \"" + QByteArray(count) + "\" }]"), u"6:31"_s,
                u"such as \"1\", \"1+\", \"0+\" or \"2-4\""_s);
        row("count as a number", with("file = [{ path = \"a\", count = 1 }]"), u"6:31"_s,
            u"must be a string, not a number"_s);
        row("allow as a string", with("allow = \"a\""), u"6:9"_s, u"must be an array of strings"_s);
        row("allow of an empty string", with("allow = [\"\"]"), u"6:10"_s, u"no empty string"_s);
    }

    static void imageRows()
    {
        row("image without a repository", image, u"5:1"_s, u"[image] needs the key \"repository\""_s);
        row("image with a bad latest", image + "repository = \"g/a\"\nlatest = \"always\"\n", u"8:10"_s,
            u"must be \"stable-only\" or \"never\", not \"always\""_s);
        row("misspelled image key", image + "repostory = \"g/a\"\n", u"7:1"_s, u"did you mean \"repository\"?"_s);
    }
};

QTEST_GUILESS_MAIN(ManifestErrorsTest)
#include "tst_manifesterrors.moc"
