// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/layoutplace.h"
#include "app/archive/layoutproposal.h"

#include "app/archive/layoutreport.h"
#include "app/project/releasemanifest.h"
#include "tests/app/archive/handmade.h"

#include <QTest>

using namespace unmoor;
using namespace handmade;

namespace {

const QString triple = u"x86_64-unknown-linux-gnu"_s;

ArchiveContents contentsOf(const QList<ArchiveEntry> &entries)
{
    return archive(entries).contents;
}

ExpectedLayout proposed(const QList<ArchiveEntry> &entries, const QString &version = u"1.0.5"_s)
{
    return proposeLayout(contentsOf(entries), triple, version);
}

/// "main x", "lib/*.so* 1+": path, whether it asks for the executable bit, and its count.
QStringList linesOf(const ExpectedLayout &layout)
{
    QStringList lines;
    for (const ExpectedFile &file : layout.files)
        lines += file.path + (file.mode == ExpectedFile::Mode::Executable ? u" x"_s : QString())
            + (file.maxCount < 0 ? u" %1+"_s.arg(file.minCount) : QString());
    return lines;
}

ArchiveEntry program(const QString &path)
{
    return script(path, "#!/bin/sh\n");
}

QList<ArchiveEntry> minne()
{
    const QString top = u"main-"_s + triple + u'/';
    return {folder(top.chopped(1)),
            program(top + u"main"_s),
            program(top + u"server"_s),
            file(top + u"lib/libonnxruntime.so.1.23.2"_s, "1"),
            link(top + u"lib/libonnxruntime.so.1"_s, u"libonnxruntime.so.1.23.2"_s),
            link(top + u"lib/libonnxruntime.so"_s, u"libonnxruntime.so.1"_s),
            file(top + u"README.md"_s, "2")};
}

/// The layout as a project would have it: written, read again, its templates expanded.
std::optional<ExpectedLayout> throughToml(const ExpectedLayout &layout, const QString &version)
{
    const QString toml = u"schema = 1\n[project]\nname = \"minne\"\nversion = { literal = \"1.0.5\" }\n"
                         "[[target]]\ntriple = \"%1\"\nsystem = \"x86_64-linux\"\noutput = \"o\"\narchive = \"a.tar\"\n"
                         "layout = \"unix\"\n"_s.arg(triple)
        + layoutToToml(layout, u"unix"_s);
    const auto manifest = parseManifest(toml.toUtf8(), u"unmoor.toml"_s);
    if (!manifest) {
        qWarning("%s\n%s", qPrintable(manifest.error().message), qPrintable(toml));
        return {};
    }
    return layoutOf(*manifest, manifest->targets.first(), {.name = u"minne"_s, .version = version, .triple = triple});
}

} // namespace

class LayoutProposalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineThatSpeaksOfAnEntryIsFound()
    {
        const ExpectedLayout layout{
            .root = u"top"_s, .files = {{.path = u"bin/*"_s}, {.path = u"LICENSE"_s}}, .allow = {u"share/**"_s}};
        const QStringList lines = layoutToToml(layout, u"unix"_s).split(u'\n');
        const auto lineOf = [&](const QString &path) {
            const auto place = layoutPlaceOf(layout, path);
            return place ? lines.at(place->line) : QString();
        };
        QVERIFY(lineOf(u"./top/bin/main"_s).contains(u"bin/*"_s));
        QVERIFY(lineOf(u"top/LICENSE"_s).contains(u"LICENSE"_s));
        QVERIFY(lineOf(u"top/bin/*"_s).contains(u"bin/*"_s)); // as a finding names what is missing
        QVERIFY(lineOf(u"top/share/man/x.1"_s).startsWith(u"allow"_s));
        QVERIFY(layoutPlaceOf(layout, u"top/share/man/x.1"_s)->isAllowed);
        QVERIFY(lineOf(u"top/README"_s).isEmpty());
        QVERIFY(lineOf(u"LICENSE"_s).isEmpty());
    }

    void oneLineForEachFileAndOneForALibrarysNames()
    {
        const ExpectedLayout layout = proposed(minne());
        QCOMPARE(layout.root, u"main-{triple}"_s);
        QCOMPARE(linesOf(layout),
                 (QStringList{u"README.md"_s, u"lib/libonnxruntime.so* 1+"_s, u"main x"_s, u"server x"_s}));
        QCOMPARE(layout.allow, QStringList());
    }

    void versionInTheTopFolderIsATemplate()
    {
        QCOMPARE(proposed({program(u"minne-1.0.5/main"_s)}).root, u"minne-{version}"_s);
    }

    void versionInAFileNameIsAGlob()
    {
        const ExpectedLayout layout =
            proposed({file(u"x/notes-1.0.5.md"_s, "1"), file(u"x/other-11.0.5.md"_s, "2"), file(u"x/a"_s, "3")});
        QCOMPARE(linesOf(layout), (QStringList{u"a"_s, u"notes-*.md 1+"_s, u"other-11.0.5.md"_s}));
    }

    void archiveWithoutATopFolderHasNoRoot()
    {
        const ExpectedLayout layout = proposed({file(u"main.exe"_s, "1"), file(u"lib/onnxruntime.dll"_s, "2")});
        QCOMPARE(layout.root, QString());
        QCOMPARE(linesOf(layout), (QStringList{u"lib/onnxruntime.dll"_s, u"main.exe"_s}));
    }

    void dylibsOfOneNameAreOneLine()
    {
        QCOMPARE(linesOf(proposed({file(u"x/libort.dylib"_s, "1"), file(u"x/libort.1.23.2.dylib"_s, "1"),
                                   file(u"x/libalone.dylib"_s, "2")})),
                 (QStringList{u"libalone.dylib"_s, u"libort*.dylib 1+"_s}));
    }

    void manyFilesOfAKindInOneFolderAreOneLine()
    {
        QList<ArchiveEntry> entries{file(u"x/README"_s, "0")};
        for (const char name : {'a', 'b', 'c', 'd', 'e', 'f'}) {
            entries.append(file(u"x/locale/"_s + QLatin1Char(name) + u".mo"_s, "1"));
            entries.append(file(u"x/lib/lib"_s + QLatin1Char(name) + u".so.1"_s, "2"));
            entries.append(program(u"x/bin/"_s + QLatin1Char(name)));
        }
        QCOMPARE(linesOf(proposed(entries)),
                 (QStringList{u"README"_s, u"bin/* x 1+"_s, u"lib/*.so* 1+"_s, u"locale/*.mo 1+"_s}));
    }

    void programsBesideOtherFilesDoNotAskThemForTheExecutableBit()
    {
        QList<ArchiveEntry> entries{file(u"x/bin/notes.md"_s, "0"), file(u"x/a"_s, "1")};
        for (const char name : {'a', 'b', 'c', 'd', 'e', 'f'})
            entries.append(program(u"x/bin/"_s + QLatin1Char(name)));
        QCOMPARE(linesOf(proposed(entries)), (QStringList{u"a"_s, u"bin/* 1+"_s, u"bin/notes.md"_s}));
    }

    void fullFolderIsOneLine()
    {
        QList<ArchiveEntry> entries{program(u"x/main"_s)};
        for (int i = 0; i < 40; ++i)
            entries.append(file(u"x/share/%1/data.%2"_s.arg(i).arg(i), "1"));
        QCOMPARE(linesOf(proposed(entries)), (QStringList{u"main x"_s, u"share/** 1+"_s}));
    }

    void linesHaveALimit()
    {
        QList<ArchiveEntry> entries;
        for (int i = 0; i < 3000; ++i)
            entries.append(file(u"x%1.s%1"_s.arg(i), "1"));
        const ExpectedLayout layout = proposed(entries);
        QVERIFY(layout.files.size() <= 200);
        QVERIFY(checkLayout(contentsOf(entries), &layout).findings.isEmpty());
    }

    void libraryWithTheExecutableBitDoesNotAskForIt()
    {
        QCOMPARE(linesOf(proposed({file(u"x/libx.so"_s, "1", 1, 0755)})), QStringList{u"libx.so* 1+"_s});
    }

    void archiveMeetsItsOwnProposal_data()
    {
        QTest::addColumn<QList<ArchiveEntry>>("entries");
        QTest::newRow("minne") << minne();
        QTest::newRow("flat") << QList<ArchiveEntry>{program(u"main"_s), file(u"a/b"_s, "1")};
        QTest::newRow("names with glob signs")
            << QList<ArchiveEntry>{file(u"x/{a,b}"_s, "1"), file(u"x/[c]*?"_s, "2"), file(u"x/{triple}"_s, "3"),
                                   file(u"x/\"quoted\" \\x"_s, "4")};
        QTest::newRow("version and triple in names")
            << QList<ArchiveEntry>{file(u"m-1.0.5/m-1.0.5-"_s + triple, "1"), file(u"m-1.0.5/b 1.0.5/c"_s, "2")};
        QTest::newRow("duplicate") << QList<ArchiveEntry>{file(u"x/a"_s, "1"), file(u"x/a"_s, "1", 100, 0755)};
        QTest::newRow("empty") << QList<ArchiveEntry>{};
    }
    void archiveMeetsItsOwnProposal()
    {
        QFETCH(QList<ArchiveEntry>, entries);
        const auto layout = throughToml(proposed(entries), u"1.0.5"_s);
        QVERIFY(layout);
        QList<Finding> findings = checkLayout(contentsOf(entries), &*layout).findings;
        static const QStringList aboutTheLayout{u"missing-entry"_s, u"unexpected-entry"_s, u"wrong-top-folder"_s,
                                                u"not-executable"_s};
        findings.removeIf([](const Finding &finding) { return !aboutTheLayout.contains(finding.code); });
        QVERIFY2(findings.isEmpty(), qPrintable(findings.value(0).message));
    }

    void nextVersionMeetsTheProposalToo()
    {
        const QList<ArchiveEntry> before{program(u"m-1.0.5/main-1.0.5"_s), file(u"m-1.0.5/lib/libx.so.1.0"_s, "1")};
        const QList<ArchiveEntry> after{program(u"m-1.0.6/main-1.0.6"_s), file(u"m-1.0.6/lib/libx.so.2.0"_s, "1")};
        const auto layout = throughToml(proposed(before), u"1.0.6"_s);
        QVERIFY(layout);
        QVERIFY(checkLayout(contentsOf(after), &*layout).findings.isEmpty());
    }

    void tomlSaysWhatIsNotUsual()
    {
        const ExpectedLayout layout{u"main-{triple}"_s,
                                    {{.path = u"main"_s, .mode = ExpectedFile::Mode::Executable},
                                     {.path = u"lib/*.so*"_s, .minCount = 1, .maxCount = -1},
                                     {.path = u"a\"b"_s, .minCount = 2, .maxCount = 4}},
                                    {u"share/**"_s}};
        QCOMPARE(layoutToToml(layout, u"unix"_s),
                 u"[layout.unix]\nroot = \"main-{triple}\"\nfile = [\n"
                 "  { path = \"main\", mode = \"executable\" },\n"
                 "  { path = \"lib/*.so*\", count = \"1+\" },\n"
                 "  { path = \"a\\\"b\", count = \"2-4\" },\n]\nallow = [\"share/**\"]\n"_s);
        QVERIFY(layoutToToml(layout, u"a b"_s).startsWith(u"[layout.\"a b\"]"_s));
    }
};

QTEST_GUILESS_MAIN(LayoutProposalTest)
#include "tst_layoutproposal.moc"
