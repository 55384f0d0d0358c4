// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/filenames.h"
#include "tests/app/portability/bundlemaker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QByteArray lfsPointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0123\nsize 12345\n";
const QString store = u"/nix/store/0123456789abcdfghijklmnpqrsvwxyz"_s;

/// A file as reading it leaves it: its kind by its content, the text where it is one.
BundledFile file(const QString &path, const QByteArray &content, quint32 mode = 0644)
{
    BundledFile made{.path = path, .mode = mode, .contentKind = contentKindOf(content, content.size())};
    if (isText(content))
        made.text = content;
    return made;
}

PortabilityTarget target(PortabilityTarget::Os os)
{
    switch (os) {
    case PortabilityTarget::Os::Linux:
        return {.os = os, .machine = u"x86-64"_s, .triple = u"x86_64-unknown-linux-gnu"_s};
    case PortabilityTarget::Os::MacOs:
        return {.os = os, .machine = u"aarch64"_s, .triple = u"aarch64-apple-darwin"_s};
    case PortabilityTarget::Os::Windows:
        break;
    }
    return {.os = os, .machine = u"x86-64"_s, .triple = u"x86_64-pc-windows-msvc"_s};
}

QStringList told(const QList<BundledFile> &files, PortabilityTarget::Os os = PortabilityTarget::Os::Linux)
{
    const PortabilityTarget wanted = target(os);
    QStringList lines;
    for (const Finding &finding : checkPortability(files, &wanted).findings)
        lines.append(u"%1 %2 %3"_s.arg(severityName(finding.severity), finding.code, finding.path));
    return lines;
}

} // namespace

class PortabilityContentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectsAreNoProgramsAndNoLibraries()
    {
        const ElfFacts object{.kind = ElfFacts::Kind::Object, .machine = u"aarch64"_s};
        QCOMPARE(told({elfFile(u"bin/tool"_s, object), elfFile(u"lib/liba.so"_s, object, 0644),
                       elfFile(u"lib/crt1.o"_s, object), elfFile(u"lib/modules/x.ko"_s, object),
                       elfFile(u"share/tool"_s, object)}),
                 (QStringList{u"error not-a-program bin/tool"_s, u"error not-a-program lib/liba.so"_s}));
        const BinaryFacts machO{.format =
                                    MachOFacts{.slices = {{.arch = u"arm64"_s, .kind = MachOSlice::Kind::Object}}}};
        QCOMPARE(told({withFacts(u"lib/liba.dylib"_s, machO)}, PortabilityTarget::Os::MacOs),
                 QStringList{u"error not-a-program lib/liba.dylib"_s});
    }

    /// What was to be downloaded is not what it is called, with an extension or without the bit.
    void pagesInThePlaceOfScripts()
    {
        const QByteArray page = "<!DOCTYPE html>\n<html><body>404</body></html>\n";
        QCOMPARE(told({file(u"install.sh"_s, page, 0755), file(u"empty.py"_s, {}, 0755), file(u"bin/tool"_s, page),
                       file(u"notes.html"_s, page, 0755), file(u"doc/index"_s, page), file(u"lib/x.sh"_s, page),
                       file(u"bin/data"_s, "text\n")}),
                 (QStringList{u"error not-a-program install.sh"_s, u"error not-a-program empty.py"_s,
                              u"error not-a-program bin/tool"_s}));
    }

    void whatBeginsAFileTellsItsKind_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ContentKind>("kind");
        QTest::newRow("nothing") << QByteArray() << ContentKind::Empty;
        QTest::newRow("zeros") << QByteArray(100, '\0') << ContentKind::Zeros;
        QTest::newRow("script") << QByteArray("#!/bin/sh\n") << ContentKind::Script;
        QTest::newRow("script with a mark") << QByteArray("\xef\xbb\xbf#!/bin/sh\n") << ContentKind::MarkedScript;
        QTest::newRow("Cosmopolitan") << QByteArray("MZqFpD='\n\n\0\x10\0", 12) << ContentKind::EverySystem;
        QTest::newRow("LFS") << lfsPointer << ContentKind::LfsPointer;
        QTest::newRow("HTML") << QByteArray("\n<!DOCTYPE html>\n<html><body>") << ContentKind::ErrorPage;
        QTest::newRow("GitHub's words") << QByteArray("Not Found") << ContentKind::ErrorPage;
        QTest::newRow("GitHub's JSON") << QByteArray("{\"message\":\"Not Found\",\"status\":\"404\"}")
                                       << ContentKind::ErrorPage;
        QTest::newRow("a bucket's XML") << QByteArray(
            "<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code></Error>")
                                        << ContentKind::ErrorPage;
        QTest::newRow("status") << QByteArray("404: Not Found") << ContentKind::ErrorPage;
        QTest::newRow("linker script") << QByteArray("/* GNU ld script */\nGROUP ( /lib/libc.so.6 )\n")
                                       << ContentKind::LinkerScript;
        QTest::newRow("Cygwin's link") << QByteArray("!<symlink>libx.so.1\0", 20) << ContentKind::OddLink;
        QTest::newRow("static library") << QByteArray("!<arch>\n/               ") << ContentKind::StaticLibrary;
        QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\0\0", 5) << ContentKind::Packed;
        QTest::newRow("text") << QByteArray("libfoo.so.1.2") << ContentKind::Text;
        QTest::newRow("AppleDouble") << QByteArray("\0\x05\x16\x07\0\x02", 6) << ContentKind::AppleDouble;
        QTest::newRow("data") << QByteArray("\1\2\3\4\0\0\x80", 7) << ContentKind::Other;
    }

    void whatBeginsAFileTellsItsKind()
    {
        QFETCH(QByteArray, content);
        QFETCH(ContentKind, kind);
        QCOMPARE(contentKindOf(content, content.size()), kind);
    }

    void whatIsCalledALibraryMustBeOne()
    {
        using Os = PortabilityTarget::Os;
        QCOMPARE(told({file(u"lib/libx.so.1"_s, "a text\n")}), QStringList{u"error not-a-program lib/libx.so.1"_s});
        QCOMPARE(told({file(u"lib/libx.dylib"_s, "<html></html>")}, Os::MacOs),
                 QStringList{u"error not-a-program lib/libx.dylib"_s});
        QCOMPARE(told({file(u"x.dll"_s, {}), file(u"main.exe"_s, "#!/bin/sh\n")}, Os::Windows),
                 (QStringList{u"error not-a-program x.dll"_s, u"error not-a-program main.exe"_s}));
        QCOMPARE(told({file(u"x.dll"_s, lfsPointer)}, Os::Windows), QStringList{u"error lfs-pointer x.dll"_s});
        QCOMPARE(told({file(u"model.onnx"_s, lfsPointer)}), QStringList{u"error lfs-pointer model.onnx"_s});
    }

    void aProgramOfAnotherNameIsJudgedByItsMode()
    {
        const QList<BundledFile> files{file(u"demo/main"_s, "Not Found", 0755), file(u"demo/server"_s, {}, 0755),
                                       file(u"demo/tool-1.2"_s, "data\n", 0755),
                                       file(u"demo/README.md"_s, "Read me.\n")};
        QCOMPARE(told(files),
                 (QStringList{u"error not-a-program demo/main"_s, u"error not-a-program demo/server"_s,
                              u"error not-a-program demo/tool-1.2"_s}));
        // On Windows the bit says nothing.
        QCOMPARE(told(files, PortabilityTarget::Os::Windows), QStringList());
    }

    void theLayoutCallsAFileAProgramToo()
    {
        BundledFile named = file(u"main.sh"_s, "echo no first line\n");
        QCOMPARE(told({named}), QStringList());
        named.isNamedProgram = true;
        QCOMPARE(told({named}), QStringList{u"error not-a-program main.sh"_s});
    }

    void goodFilesAreNoAlarm_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("linker script") << u"lib/libc.so"_s << QByteArray("/* GNU ld script */\nINPUT(-lncursesw)\n");
        QTest::newRow("man page") << u"share/man/man8/ld.so.8"_s << QByteArray(".TH ld.so 8\n");
        QTest::newRow("document") << u"demo/LICENSE"_s << QByteArray("Use it freely.\n");
        QTest::newRow("completion") << u"demo/completions/_demo"_s << QByteArray("#compdef demo\n");
        QTest::newRow("completion of bash") << u"share/bash-completion/completions/demo"_s << QByteArray("complete\n");
        QTest::newRow("settings") << u"demo/config.toml"_s << QByteArray("a = 1\n");
        QTest::newRow("makefile") << u"demo/Makefile"_s << QByteArray("all:\n");
        QTest::newRow("script") << u"demo/run"_s << QByteArray("#!/usr/bin/env bash\ntrue\n");
        QTest::newRow("zipapp") << u"demo/app"_s << QByteArray("#!/usr/bin/env python3\nPK\3\4\0\0\0", 30);
        QTest::newRow("every system") << u"demo/main"_s << QByteArray("MZqFpD='\n\n\0\x10\0", 12);
        QTest::newRow("test data") << u"tests/data/libempty.so"_s << QByteArray();
        QTest::newRow("AppleDouble") << u"lib/._libx.so"_s << QByteArray("\0\x05\x16\x07\0\x02\0\0", 8);
        QTest::newRow("note of a path") << u"path.txt"_s << QByteArray("main");
    }

    void goodFilesAreNoAlarm()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, content);
        QCOMPARE(told({file(path, content, 0755), elfFile(u"main"_s, elfProgram({u"libc.so.6"_s}))}), QStringList());
    }

    void whereEveryFileIsExecutableTheModeSaysNothing()
    {
        QCOMPARE(told({file(u"VERSIONS"_s, "1.2\n", 0755), file(u"a.md"_s, "text\n", 0755),
                       file(u"b.json"_s, "{}\n", 0755)}),
                 QStringList());
        // A web page is no program, and neither is what lies in bin/.
        QCOMPARE(
            told({file(u"tool"_s, "<html>", 0755), file(u"bin/x"_s, "text\n", 0755), file(u"b.json"_s, "{}\n", 0755)}),
            (QStringList{u"error not-a-program tool"_s, u"error not-a-program bin/x"_s}));
    }

    void aLinkThatBecameATextIsNamed()
    {
        const BundledFile library = elfFile(u"lib/libx.so.2.6"_s, elfLibrary(u"libx.so.2"_s), 0644);
        const BundledFile program = elfFile(u"main"_s, withRunPath(elfProgram({u"libx.so.2"_s}), {u"$ORIGIN/lib"_s}));
        QCOMPARE(told({program, library, file(u"lib/libx.so.2"_s, "libx.so.2.6")}),
                 QStringList{u"error link-flattened lib/libx.so.2"_s});
        QCOMPARE(
            told({file(u"bin/tool"_s, "../main"), program, library, link(u"lib/libx.so.2"_s, u"lib/libx.so.2.6"_s)}),
            QStringList{u"error link-flattened bin/tool"_s});
    }

    void addonsForOtherPlatformsLieInFoldersThatSaySo()
    {
        const PeFacts pe{.kind = PeFacts::Kind::Library, .machine = u"x86-64"_s, .hasAslr = true, .hasNx = true};
        ElfFacts arm = elfLibrary({});
        arm.machine = u"aarch64"_s;
        QCOMPARE(told({withFacts(u"demo/prebuilds/win32-x64/x.node"_s, {.format = pe}),
                       elfFile(u"demo/prebuilds/linux-arm64/x.node"_s, arm), file(u"demo/README.md"_s, "Read me.\n")}),
                 QStringList());
        // The archive's own folder is no excuse, and neither is one that says something else.
        QCOMPARE(
            told({withFacts(u"demo-windows/x.dll"_s, {.format = pe}), file(u"demo-windows/README.md"_s, "Read me.\n")}),
            QStringList{u"error wrong-format demo-windows/x.dll"_s});
        QCOMPARE(
            told({withFacts(u"demo/darwin-arm64/x.node"_s, {.format = pe}), file(u"demo/README.md"_s, "Read me.\n")}),
            QStringList{u"error wrong-format demo/darwin-arm64/x.node"_s});
    }

    void foldersNameAPlatform()
    {
        QCOMPARE(folderPlatform(u"runtimes/osx-arm64/native/libx.dylib"_s).format, u"mach-o"_s);
        QCOMPARE(folderPlatform(u"a/x86_64-pc-windows-msvc/x.dll"_s).machine, u"x86-64"_s);
        QVERIFY(folderPlatform(u"window-manager/arming/linux.so"_s).isEmpty());
    }

    void scriptsThatHandOverToTheStoreAreErrors_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("severity");
        const QByteArray path = store.toUtf8();
        const auto row = [&](const char *name, const char *severity, const QByteArray &text) {
            QTest::newRow(name) << QByteArray(text).replace("STORE", path) << QString::fromLatin1(severity);
        };
        row("exec", "error", "#!/bin/sh\nexec \"STORE-demo-1/bin/.demo-wrapped\" \"$@\"\n");
        row("makeWrapper", "error", "#!/bin/bash -e\nexec -a \"$0\" \"STORE-demo/bin/.demo-wrapped\"  \"$@\" \n");
        row("variable", "error", "#!/bin/sh\nROOT=STORE-demo\n$ROOT/bin/demo \"$@\"\n");
        row("source", "error", "#!/bin/sh\n. STORE-env/setup.sh\n");
        row("substitution", "error", "#!/bin/sh\nx=$(STORE-coreutils/bin/date)\n");
        row("env", "error", "#!/bin/sh\nexec env A=1 STORE-demo/bin/demo\n");
        row("search path", "warning", "#!/bin/sh\nexport PATH=\"STORE-git/bin:$PATH\"\ngit status\n");
        row("Python", "error", "#!/usr/bin/env python3\nimport sys\nsys.path.insert(0, \"STORE-x/lib\")\n");
        row("wrapPythonPrograms", "error",
            "#!/usr/bin/env python3\nimport site;import functools;functools.reduce(lambda k, p: site.addsitedir(p, k), "
            "['STORE-x/lib/python3/site-packages'], site._init_pathinfo());\n");
        row("Perl", "error", "#!/usr/bin/perl\nuse lib 'STORE-x/lib/perl5';\n");
        row("Node", "error", "#!/usr/bin/env node\nconst x = require('STORE-x/index.js');\n");
        row("fish", "error", "#!/usr/bin/env fish\nsource STORE-x/setup.fish\n");
        row("Ruby", "error", "#!/usr/bin/env ruby\nrequire 'STORE-x/lib/x.rb'\n");
        row("list of folders", "error",
            "#!/usr/bin/env python3\nimport sys\nsys.path[0:0] = [\n    'STORE-x/lib/python3/site-packages',\n]\n");
        row("comment", "", "#!/bin/sh\n# once STORE-demo/bin/demo\nexec true\n");
        row("message", "", "#!/bin/sh\necho \"Made from STORE-demo\"\n");
        row("looks first", "", "#!/bin/sh\nif [ -x STORE-x/bin/x ]; then exec STORE-x/bin/x; fi\nexec x\n");
        row("constant", "", "#!/usr/bin/env python3\nBUILT_FROM = 'STORE-demo'\nprint(BUILT_FROM)\n");
        row("own folder", "", "#!/bin/sh\nexec \"$(dirname \"$(readlink -f \"$0\")\")/.demo\" \"$@\"\n");
    }

    void scriptsThatHandOverToTheStoreAreErrors()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, severity);
        const QStringList expected =
            severity.isEmpty() ? QStringList() : QStringList{severity + u" runs-from-store demo/main"_s};
        QCOMPARE(told({file(u"demo/main"_s, text, 0755)}), expected);
    }

    void compiledWrappersAreErrors()
    {
        const QString wrapped = store + u"-demo-1/bin/.demo-wrapped"_s;
        BundledFile wrapper = elfFile(u"bin/demo"_s, elfProgram({u"libc.so.6"_s}));
        BundledFile program = elfFile(u"bin/.demo-wrapped"_s, elfProgram({u"libc.so.6"_s}));
        wrapper.wrappedProgram = program.wrappedProgram = wrapped;
        QCOMPARE(told({wrapper, program}), QStringList{u"error runs-from-store bin/demo"_s});
        // Another's wrapped program may be started later, or never.
        wrapper.path = u"bin/other"_s;
        QCOMPARE(told({wrapper}), QStringList());
        // What the wrapper says of itself holds under any name.
        wrapper.isCompiledWrapper = true;
        QCOMPARE(told({wrapper}), QStringList{u"error runs-from-store bin/other"_s});
    }

    void menusThatStartSomethingOfTheStoreAreErrors()
    {
        QCOMPARE(told({file(u"share/applications/demo.desktop"_s,
                            "[Desktop Entry]\nExec=" + store.toUtf8() + "-demo/bin/demo %U\n"),
                       elfFile(u"bin/demo"_s, elfProgram({u"libc.so.6"_s})),
                       file(u"share/applications/good.desktop"_s, "[Desktop Entry]\nExec=demo\n")}),
                 QStringList{u"error runs-from-store share/applications/demo.desktop"_s});
    }

    void installersOfNixBringWhatTheyStart()
    {
        const QByteArray text = "#!/bin/sh\n" + store.toUtf8() + "-nix-2/bin/nix-store --load-db\n";
        QCOMPARE(
            told({file(u"nix-2/install"_s, text, 0755),
                  elfFile(u"nix-2/"_s + store.sliced(5) + u"-nix-2/bin/nix-store"_s, elfProgram({u"libc.so.6"_s}))}),
            QStringList());
    }

    void dynamicProgramsOfMuslAreAWarning()
    {
        ElfFacts musl = elfProgram({u"libc.so"_s});
        musl.interpreter = u"/lib/ld-musl-x86_64.so.1"_s;
        PortabilityTarget wanted = target(PortabilityTarget::Os::Linux);
        wanted.isMusl = true;
        const PortabilityReport report =
            checkPortability({elfFile(u"main"_s, musl), elfFile(u"server"_s, musl)}, &wanted);
        QCOMPARE(codesOf(report), QStringList{u"musl-loader"_s});
        QCOMPARE(report.findings.first().severity, Severity::Warning);
        QCOMPARE(report.findings.first().path, u"main"_s);
        // Static programs name no loader.
        QCOMPARE(
            codesOf(checkPortability(
                {elfFile(u"main"_s,
                         {.kind = ElfFacts::Kind::Program, .machine = u"x86-64"_s, .isPositionIndependent = true})},
                &wanted)),
            QStringList());
    }
};

QTEST_APPLESS_MAIN(PortabilityContentTest)
#include "tst_portability_content.moc"
