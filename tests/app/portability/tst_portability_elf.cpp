// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/portability/bundlemaker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Outcome = ResolutionStep::Outcome;

class PortabilityElfTest : public QObject
{
    Q_OBJECT

private:
    static PortabilityTarget linux64(const QString &floor = {})
    {
        return {.machine = u"x86-64"_s, .triple = u"x86_64-unknown-linux-gnu"_s, .glibcFloor = floor};
    }

    static PortabilityReport check(const QList<BundledFile> &files, const PortabilityTarget &target = linux64())
    {
        return checkPortability(files, &target);
    }

    static ElfFacts needing(ElfFacts elf, const QList<NeededVersion> &versions)
    {
        elf.neededVersions = versions;
        return elf;
    }

    static ElfFacts defining(ElfFacts elf, const QStringList &versions)
    {
        elf.definedVersions = versions;
        return elf;
    }

    static ElfFacts startedBy(const QString &interpreter, const QStringList &needed = {u"libc.so.6"_s})
    {
        ElfFacts elf = elfProgram(needed);
        elf.interpreter = interpreter;
        return elf;
    }

    static BundledFile bundledLoader(quint32 mode = 0755)
    {
        return elfFile(u"top/lib/ld-linux-x86-64.so.2"_s, elfLibrary(u"ld-linux-x86-64.so.2"_s), mode);
    }

    /// As in glibc, where libc.so.6 can be started and then prints its version.
    static BundledFile bundledLibc(const QString &newest = u"GLIBC_2.40"_s)
    {
        ElfFacts libc = elfLibrary(u"libc.so.6"_s, {u"ld-linux-x86-64.so.2"_s});
        libc.kind = ElfFacts::Kind::Program;
        libc.interpreter = u"/nix/store/abc-glibc-2.40/lib/ld-linux-x86-64.so.2"_s;
        return elfFile(u"top/lib/libc.so.6"_s,
                       defining(libc, {u"GLIBC_2.2.5"_s, u"GLIBC_2.34"_s, newest, u"GLIBC_PRIVATE"_s}));
    }

    static inline const QByteArray explicitLauncher =
        "#!/bin/sh\nDIR=$(dirname \"$(readlink -f \"$0\")\")\n"
        "exec \"$DIR/lib/ld-linux-x86-64.so.2\" --library-path \"$DIR/lib\" --argv0 \"$0\" \"$DIR/.main-bin\" \"$@\"\n";

    static inline const QByteArray exportingLauncher =
        "#!/bin/sh\nDIR=\"$(CDPATH= cd \"$(dirname \"$0\")\" && pwd)\"\n"
        "export LD_LIBRARY_PATH=\"$DIR/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}\"\n"
        "export ORT_DYLIB_PATH=\"$DIR/lib/libonnxruntime.so\"\nexec \"$DIR/.main-bin\" \"$@\"\n";

private Q_SLOTS:
    void carefulBundleHasNoFindings()
    {
        const PortabilityReport report = check(
            {elfFile(u"top/main"_s,
                     needing(withRunPath(elfProgram({u"libfoo.so.1"_s, u"libstdc++.so.6"_s, u"libc.so.6"_s}),
                                         {u"$ORIGIN/lib"_s}),
                             {{u"libc.so.6"_s, u"GLIBC_2.34"_s}, {u"libstdc++.so.6"_s, u"GLIBCXX_3.4.30"_s}})),
             elfFile(u"top/lib/libfoo.so.1.2"_s,
                     withRunPath(elfLibrary(u"libfoo.so.1"_s, {u"libbar.so.2"_s}), {u"$ORIGIN"_s})),
             elfFile(u"top/lib/libbar.so.2"_s, elfLibrary(u"libbar.so.2"_s, {u"libm.so.6"_s})),
             link(u"top/lib/libfoo.so.1"_s, u"top/lib/libfoo.so.1.2"_s), script(u"top/README"_s, "libraries\n", 0644)},
            linux64(u"2.35"_s));
        QCOMPARE(codesOf(report), QStringList());
    }

    void chainGoesBreadthFirstAndSaysWhere()
    {
        const PortabilityReport report = check(
            {elfFile(
                 u"top/main"_s,
                 withRunPath(elfProgram({u"libfoo.so.1"_s, u"libc.so.6"_s}), {u"$ORIGIN/no"_s, u"${ORIGIN}/lib"_s})),
             elfFile(u"top/lib/libfoo.so.1"_s,
                     withRunPath(elfLibrary(u"libfoo.so.1"_s, {u"libbar.so.2"_s, u"libc.so.6"_s}), {u"$ORIGIN"_s})),
             elfFile(u"top/lib/libbar.so.2"_s, elfLibrary(u"libbar.so.2"_s))});
        const QList<ResolutionStep> expected{
            {u"/lib64/ld-linux-x86-64.so.2"_s,
             Outcome::System,
             {},
             u"base system"_s,
             u"top/main"_s,
             0,
             {u"/lib64/ld-linux-x86-64.so.2"_s}},
            {u"libfoo.so.1"_s,
             Outcome::Bundled,
             u"top/lib/libfoo.so.1"_s,
             u"RUNPATH ${ORIGIN}/lib"_s,
             u"top/main"_s,
             0,
             {u"top/no"_s, u"top/lib"_s}},
            {u"libc.so.6"_s,
             Outcome::System,
             {},
             u"base system"_s,
             u"top/main"_s,
             0,
             {u"top/no"_s, u"top/lib"_s, u"base system"_s}},
            {u"libbar.so.2"_s,
             Outcome::Bundled,
             u"top/lib/libbar.so.2"_s,
             u"RUNPATH $ORIGIN"_s,
             u"top/lib/libfoo.so.1"_s,
             1,
             {u"top/lib"_s}},
        };
        QCOMPARE(report.chains.value(u"top/main"_s), expected);
        QCOMPARE(report.chains.value(u"top/lib/libfoo.so.1"_s).size(), 2);
        QCOMPARE(report.chains.value(u"top/lib/libfoo.so.1"_s).first().depth, 0);
        QVERIFY(!report.chains.contains(u"top/lib/libbar.so.2"_s));
    }

    void staticProgramHasNothingToResolve()
    {
        const PortabilityReport report = check({elfFile(
            u"top/main"_s, {.kind = ElfFacts::Kind::Program, .machine = u"x86-64"_s, .isPositionIndependent = true})});
        QCOMPARE(codesOf(report), QStringList());
        QVERIFY(report.chains.isEmpty());
    }

    void runPathDoesNotReachTheLibrariesOfLibraries()
    {
        const QList<BundledFile> libraries{
            elfFile(u"top/lib/libfoo.so.1"_s, elfLibrary(u"libfoo.so.1"_s, {u"libbar.so.2"_s})),
            elfFile(u"top/lib/libbar.so.2"_s, elfLibrary(u"libbar.so.2"_s))};
        const auto program = [](ElfFacts elf) { return elfFile(u"top/main"_s, elf); };

        PortabilityReport report =
            check(QList{program(withRunPath(elfProgram({u"libfoo.so.1"_s}), {u"$ORIGIN/lib"_s}))} + libraries);
        QCOMPARE(codesOf(report), QStringList{u"library-unreachable"_s});
        const Finding finding = report.findings.first();
        QCOMPARE(finding.path, u"top/lib/libbar.so.2"_s);
        QVERIFY(finding.message.contains(u"main → libfoo.so.1 → libbar.so.2"_s));
        QVERIFY(finding.hint.contains("patchelf --set-rpath '$ORIGIN' top/lib/libfoo.so.1"_L1));
        QCOMPARE(stepOf(report, u"top/main"_s, u"libbar.so.2"_s).outcome, Outcome::Unreachable);

        // RPATH does.
        report = check(QList{program(withRPath(elfProgram({u"libfoo.so.1"_s}), {u"$ORIGIN/lib"_s}))} + libraries);
        QCOMPARE(codesOf(report), QStringList());
        QCOMPARE(stepOf(report, u"top/main"_s, u"libbar.so.2"_s).via, u"RPATH $ORIGIN/lib"_s);

        // And the program's RUNPATH does where the program itself asked for the library before.
        report = check(QList{program(withRunPath(elfProgram({u"libfoo.so.1"_s, u"libbar.so.2"_s}), {u"$ORIGIN/lib"_s}))}
                       + libraries);
        QCOMPARE(codesOf(report), QStringList());
    }

    void rPathIsIgnoredInAFileWithRunPath()
    {
        ElfFacts program = withRPath(elfProgram({u"libfoo.so.1"_s}), {u"$ORIGIN/lib"_s});
        program = withRunPath(program, {u"$ORIGIN/other"_s});
        const BundledFile library = elfFile(u"top/lib/libfoo.so.1"_s, elfLibrary(u"libfoo.so.1"_s));
        QCOMPARE(codesOf(check({elfFile(u"top/main"_s, program), library})), QStringList{u"library-unreachable"_s});

        // A library with RUNPATH does not look in its program's RPATH either.
        const BundledFile middle = elfFile(
            u"top/lib/libmid.so"_s, withRunPath(elfLibrary(u"libmid.so"_s, {u"libfoo.so.1"_s}), {u"$ORIGIN/x"_s}));
        const ElfFacts outer = withRPath(elfProgram({u"libmid.so"_s}), {u"$ORIGIN/lib"_s});
        QCOMPARE(codesOf(check({elfFile(u"top/main"_s, outer), middle, library})),
                 QStringList{u"library-unreachable"_s});
    }

    void rPathGoesBeforeLibraryPathAndRunPathAfter()
    {
        const QList<BundledFile> rest{script(u"top/main"_s, exportingLauncher),
                                      elfFile(u"top/lib/libfoo.so.1"_s, elfLibrary(u"libfoo.so.1"_s)),
                                      elfFile(u"top/own/libfoo.so.1"_s, elfLibrary(u"libfoo.so.1"_s))};
        const auto via = [&](const ElfFacts &elf) {
            return stepOf(check(rest + QList{elfFile(u"top/.main-bin"_s, elf)}), u"top/.main-bin"_s, u"libfoo.so.1"_s)
                .via;
        };
        QCOMPARE(via(withRPath(elfProgram({u"libfoo.so.1"_s}), {u"$ORIGIN/own"_s})), u"RPATH $ORIGIN/own"_s);
        QCOMPARE(via(withRunPath(elfProgram({u"libfoo.so.1"_s}), {u"$ORIGIN/own"_s})),
                 u"LD_LIBRARY_PATH of top/main"_s);
    }

    void launcherReachesOnlyTheProgramThatItStarts()
    {
        const QList<BundledFile> files{script(u"top/main"_s, exportingLauncher),
                                       elfFile(u"top/.main-bin"_s, elfProgram({u"libfoo.so.1"_s})),
                                       elfFile(u"top/server"_s, elfProgram({u"libfoo.so.1"_s})),
                                       elfFile(u"top/lib/libfoo.so.1"_s, elfLibrary(u"libfoo.so.1"_s))};
        const PortabilityReport report = check(files);
        QCOMPARE(codesOf(report), QStringList{u"library-unreachable"_s});
        QCOMPARE(stepOf(report, u"top/.main-bin"_s, u"libfoo.so.1"_s).outcome, Outcome::Bundled);
        QCOMPARE(stepOf(report, u"top/server"_s, u"libfoo.so.1"_s).outcome, Outcome::Unreachable);
    }

    void libraryOfAnotherProcessorIsPassedOver()
    {
        ElfFacts foreign = elfLibrary(u"libfoo.so.1"_s);
        foreign.machine = u"aarch64"_s;
        ElfFacts small = elfLibrary(u"libfoo.so.1"_s);
        small.bits = 32;
        const BundledFile program = elfFile(
            u"main"_s, withRunPath(elfProgram({u"libfoo.so.1"_s}), {u"$ORIGIN/a"_s, u"$ORIGIN/b"_s, u"$ORIGIN/c"_s}));
        const QList<BundledFile> wrong{elfFile(u"a/libfoo.so.1"_s, foreign), elfFile(u"b/libfoo.so.1"_s, small)};

        const PortabilityReport right = checkPortability(
            QList{program} + wrong + QList{elfFile(u"c/libfoo.so.1"_s, elfLibrary(u"libfoo.so.1"_s))}, nullptr);
        QCOMPARE(codesOf(right), QStringList());
        QCOMPARE(stepOf(right, u"main"_s, u"libfoo.so.1"_s).path, u"c/libfoo.so.1"_s);

        const PortabilityReport missing = checkPortability(QList{program} + wrong, nullptr);
        QCOMPARE(codesOf(missing), QStringList{u"needed-unresolved"_s});
    }

    void missingLibraryIsOneFindingHoweverManyAskForIt()
    {
        QList<BundledFile> files{elfFile(u"top/main"_s, withRPath(elfProgram({u"libbar0.so"_s}), {u"$ORIGIN/lib"_s}))};
        for (int i = 0; i < 20; ++i) {
            const QString name = u"libbar%1.so"_s.arg(i);
            QStringList needed{u"libfoo.so.1"_s};
            if (i < 19)
                needed.append(u"libbar%1.so"_s.arg(i + 1));
            files.append(elfFile(u"top/lib/"_s + name, elfLibrary(name, needed)));
        }
        const PortabilityReport report = check(files);
        QCOMPARE(codesOf(report), QStringList{u"needed-unresolved"_s});
        const Finding finding = report.findings.first();
        QCOMPARE(finding.severity, Severity::Error);
        QCOMPARE(finding.path, u"top/main"_s);
        QVERIFY(finding.message.contains(u"main → libbar0.so → libfoo.so.1"_s));
        QVERIFY(finding.message.contains("19 more files ask for it"_L1));
        QCOMPARE(stepOf(report, u"top/main"_s, u"libfoo.so.1"_s).tried, (QStringList{u"top/lib"_s, u"base system"_s}));
    }

    void linksAreFollowed()
    {
        const PortabilityReport report =
            check({elfFile(u"top/bin/main"_s, withRunPath(elfProgram({u"libfoo.so.1"_s}), {u"$ORIGIN/../lib64"_s})),
                   link(u"top/lib64"_s, u"top/lib"_s), link(u"top/lib/libfoo.so.1"_s, u"top/lib/libfoo.so"_s),
                   link(u"top/lib/libfoo.so"_s, u"top/real/libfoo.so.1.2"_s), link(u"top/loop"_s, u"top/loop"_s),
                   elfFile(u"top/real/libfoo.so.1.2"_s, elfLibrary(u"libfoo.so.1"_s))});
        QCOMPARE(codesOf(report), QStringList());
        QCOMPARE(stepOf(report, u"top/bin/main"_s, u"libfoo.so.1"_s).path, u"top/real/libfoo.so.1.2"_s);
    }

    void nameThatOnlyTheSonameHasIsOutOfReach()
    {
        const PortabilityReport report =
            check({elfFile(u"main"_s, withRunPath(elfProgram({u"libfoo.so.1"_s}), {u"$ORIGIN"_s})),
                   elfFile(u"libfoo.so"_s, elfLibrary(u"libfoo.so.1"_s))});
        QCOMPARE(codesOf(report), QStringList{u"library-unreachable"_s});
        QVERIFY(report.findings.first().hint.contains("ln -s libfoo.so libfoo.so.1"_L1));
    }

    void libraryThatOnlyTheMachineKnowsWhereToFindIsMissing()
    {
        const PortabilityReport report =
            check({elfFile(u"main"_s, withRunPath(elfProgram({u"libfoo.so.1"_s}), {u"$ORIGIN/$LIB"_s}))});
        QCOMPARE(codesOf(report), QStringList{u"needed-unresolved"_s});
    }

    void muslLooksInTheRunPathOfWhoAsked()
    {
        ElfFacts program = withRunPath(elfProgram({u"libfoo.so.1"_s, u"libc.musl-x86_64.so.1"_s}), {u"$ORIGIN/lib"_s});
        program.interpreter = u"/lib/ld-musl-x86_64.so.1"_s;
        const QList<BundledFile> files{elfFile(u"main"_s, program),
                                       elfFile(u"lib/libfoo.so.1"_s, elfLibrary(u"libfoo.so.1"_s, {u"libbar.so"_s})),
                                       elfFile(u"lib/libbar.so"_s, elfLibrary(u"libbar.so"_s, {u"libc.so"_s}))};
        PortabilityTarget musl = linux64();
        musl.isMusl = true;
        QCOMPARE(codesOf(check(files, musl)), QStringList{u"musl-loader"_s}); // every library is found
        QCOMPARE(codesOf(checkPortability(files, nullptr)), QStringList{u"musl-loader"_s});
        QCOMPARE(codesOf(check(files)), QStringList{u"interpreter-missing"_s});
    }

    void relativeInterpreterIsReported()
    {
        const QString relative = u"lib/ld-linux-x86-64.so.2"_s;
        const PortabilityReport bundled = check({elfFile(u"top/main"_s, startedBy(relative)), bundledLoader()});
        QCOMPARE(codesOf(bundled), QStringList{u"interpreter-relative"_s});
        const Finding finding = bundled.findings.first();
        QCOMPARE(finding.severity, Severity::Error);
        QVERIFY(finding.message.contains("only when the current folder is top"_L1));
        QVERIFY(finding.hint.contains(
            "exec \"$DIR/lib/ld-linux-x86-64.so.2\" --library-path \"$DIR/lib\" --argv0 \"$0\" \"$DIR/main\" \"$@\""_L1));
        QCOMPARE(bundled.chains.value(u"top/main"_s).first().outcome, Outcome::Unsafe);

        const PortabilityReport absent = check({elfFile(u"top/main"_s, startedBy(relative))});
        QCOMPARE(codesOf(absent), QStringList{u"interpreter-relative"_s});
        QCOMPARE(absent.chains.value(u"top/main"_s).first().outcome, Outcome::Missing);
    }

    void launcherThatChangesFolderSavesARelativeInterpreter()
    {
        const PortabilityReport report =
            check({script(u"top/main"_s, "#!/bin/sh\ncd \"$(dirname \"$0\")\"\nexec ./.main-bin \"$@\"\n"),
                   elfFile(u"top/.main-bin"_s, startedBy(u"lib/ld-linux-x86-64.so.2"_s)), bundledLoader()});
        QCOMPARE(codesOf(report), QStringList{u"interpreter-relative"_s});
        QCOMPARE(report.findings.first().severity, Severity::Warning);
    }

    void interpreterInStoreIsReported()
    {
        const PortabilityReport report =
            check({elfFile(u"main"_s, startedBy(u"/nix/store/abc-glibc/lib/ld-linux-x86-64.so.2"_s))});
        QCOMPARE(codesOf(report), QStringList{u"interpreter-in-store"_s});
        QVERIFY(report.findings.first().hint.contains("--set-interpreter /lib64/ld-linux-x86-64.so.2"_L1));
        QCOMPARE(report.chains.value(u"main"_s).first().outcome, Outcome::Missing);
    }

    void interpreterThatNoSystemHasIsReported_data()
    {
        QTest::addColumn<QString>("interpreter");
        QTest::addColumn<bool>("isMusl");
        QTest::addColumn<QStringList>("codes");
        const QStringList missing{u"interpreter-missing"_s};
        QTest::newRow("glibc") << u"/lib64/ld-linux-x86-64.so.2"_s << false << QStringList();
        QTest::newRow("musl") << u"/lib/ld-musl-x86_64.so.1"_s << true << QStringList{u"musl-loader"_s};
        QTest::newRow("musl on glibc") << u"/lib/ld-musl-x86_64.so.1"_s << false << missing;
        QTest::newRow("glibc on musl") << u"/lib64/ld-linux-x86-64.so.2"_s << true << missing;
        QTest::newRow("wrong folder") << u"/lib/ld-linux-x86-64.so.2"_s << false << missing;
        QTest::newRow("elsewhere") << u"/opt/glibc/ld.so"_s << false << missing;
    }

    void interpreterThatNoSystemHasIsReported()
    {
        QFETCH(QString, interpreter);
        QFETCH(bool, isMusl);
        PortabilityTarget target = linux64();
        target.isMusl = isMusl;
        QTEST(codesOf(check({elfFile(u"main"_s, startedBy(interpreter, {}))}, target)), "codes");
    }

    void unknownProcessorIsNotJudged()
    {
        ElfFacts elf = startedBy(u"/lib/ld.so.1"_s);
        elf.machine = u"machine 8"_s;
        QCOMPARE(codesOf(checkPortability({elfFile(u"main"_s, elf)}, nullptr)), QStringList());
    }

    void programOfAnotherSystemIsNotJudgedWithoutTarget()
    {
        const BundledFile program =
            elfFile(u"main"_s, startedBy(u"/system/bin/linker64"_s, {u"libc.so"_s, u"liblog.so"_s}));
        QCOMPARE(codesOf(checkPortability({program}, nullptr)), QStringList());
        QCOMPARE(codesOf(checkPortability({elfFile(u"x.so"_s, elfLibrary({}, {u"libc.so.7"_s, u"libthr.so.3"_s}))},
                                          nullptr)),
                 QStringList());
    }

    void bundledLoaderThatALauncherStartsIsFine()
    {
        const QList<BundledFile> files{
            script(u"top/main"_s, explicitLauncher),
            elfFile(u"top/.main-bin"_s,
                    needing(startedBy(u"/nix/store/abc/ld-linux-x86-64.so.2"_s), {{u"libc.so.6"_s, u"GLIBC_2.40"_s}})),
            bundledLoader(), bundledLibc()};
        const PortabilityReport report = check(files, linux64(u"2.35"_s));
        QCOMPARE(codesOf(report), QStringList());
        const ResolutionStep loader = report.chains.value(u"top/.main-bin"_s).first();
        QCOMPARE(loader.outcome, Outcome::Bundled);
        QCOMPARE(loader.path, u"top/lib/ld-linux-x86-64.so.2"_s);
        QCOMPARE(stepOf(report, u"top/.main-bin"_s, u"libc.so.6"_s).via, u"--library-path of top/main"_s);
    }

    void bundledLibcDecidesWhatVersionsThereAre()
    {
        const QList<BundledFile> files{
            script(u"top/main"_s, explicitLauncher),
            elfFile(u"top/.main-bin"_s, needing(elfProgram({u"libc.so.6"_s}), {{u"libc.so.6"_s, u"GLIBC_2.38"_s}})),
            bundledLoader(), bundledLibc(u"GLIBC_2.36"_s)};
        const PortabilityReport report = check(files, linux64(u"2.41"_s));
        QCOMPARE(codesOf(report), QStringList{u"glibc-too-new"_s});
        QVERIFY(report.findings.first().message.contains("top/lib/libc.so.6 of the archive has at most GLIBC_2.36"_L1));
    }

    void loaderWithoutExecutableBitIsReported()
    {
        const QList<BundledFile> files{script(u"top/main"_s, explicitLauncher),
                                       elfFile(u"top/.main-bin"_s, elfProgram({u"libc.so.6"_s})), bundledLoader(0644),
                                       bundledLibc()};
        const PortabilityReport report = check(files);
        QCOMPARE(codesOf(report), QStringList{u"loader-mismatch"_s});
        QCOMPARE(report.findings.first().path, u"top/lib/ld-linux-x86-64.so.2"_s);
    }

    void bundledLibcUnderTheSystemsLoaderIsReportedOnce()
    {
        const ElfFacts program =
            needing(withRunPath(elfProgram({u"libc.so.6"_s}), {u"$ORIGIN/lib"_s}), {{u"libc.so.6"_s, u"GLIBC_2.40"_s}});
        const PortabilityReport report =
            check({elfFile(u"top/main"_s, program), elfFile(u"top/server"_s, program), bundledLibc(), bundledLoader()},
                  linux64(u"2.35"_s));
        QCOMPARE(codesOf(report), QStringList{u"loader-mismatch"_s});
        QCOMPARE(report.findings.first().path, u"top/main"_s);
    }

    void partsOfGlibcUnderTheSystemsLibcAreReported()
    {
        const ElfFacts thread =
            needing(elfLibrary(u"libpthread.so.0"_s, {u"libc.so.6"_s}), {{u"libc.so.6"_s, u"GLIBC_PRIVATE"_s}});
        const QList<BundledFile> files{
            elfFile(u"main"_s, withRunPath(elfProgram({u"libpthread.so.0"_s, u"libc.so.6"_s}), {u"$ORIGIN"_s})),
            elfFile(u"libpthread.so.0"_s, thread)};
        QCOMPARE(codesOf(check(files)), QStringList{u"loader-mismatch"_s});
    }

    void exportedPathWithLibcLeaks()
    {
        const QList<BundledFile> files{script(u"top/main"_s, exportingLauncher),
                                       elfFile(u"top/.main-bin"_s, elfProgram({u"libc.so.6"_s})), bundledLibc(),
                                       bundledLoader()};
        const PortabilityReport report = check(files);
        QCOMPARE(codesOf(report), (QStringList{u"library-path-leaks"_s, u"loader-mismatch"_s}));
        const Finding finding = findingsOf(report, u"library-path-leaks"_s).first();
        QCOMPARE(finding.severity, Severity::Warning);
        QCOMPARE(finding.path, u"top/main"_s);
        QVERIFY(finding.hint.contains("--library-path \"$DIR/lib\" --argv0 \"$0\" \"$DIR/.main-bin\""_L1));
    }

    void exportedPathWithoutLibcDoesNotLeak()
    {
        QCOMPARE(codesOf(check({script(u"top/main"_s, exportingLauncher),
                                elfFile(u"top/.main-bin"_s, elfProgram({u"libfoo.so"_s})),
                                elfFile(u"top/lib/libfoo.so"_s, elfLibrary(u"libfoo.so"_s))})),
                 QStringList());
    }

    void relativeLibraryPathOfALauncherIsUnsafe()
    {
        const PortabilityReport report =
            check({script(u"top/main"_s, "#!/bin/sh\nexport LD_LIBRARY_PATH=./lib\nexec \"${0%/*}/.main-bin\"\n"),
                   elfFile(u"top/.main-bin"_s, elfProgram({u"libfoo.so"_s})),
                   elfFile(u"top/lib/libfoo.so"_s, elfLibrary(u"libfoo.so"_s))});
        QCOMPARE(codesOf(report), QStringList{u"runpath-unsafe"_s});
        QCOMPARE(report.findings.first().path, u"top/main"_s);
    }

    void runPathInStoreIsReported()
    {
        const PortabilityReport report =
            check({elfFile(u"lib/libfoo.so"_s, withRunPath(elfLibrary(u"libfoo.so"_s), {u"/nix/store/abc-zlib/lib"_s})),
                   elfFile(u"lib/libbar.so"_s, withRPath(elfLibrary(u"libbar.so"_s), {u"/nix/store/abc-gcc/lib"_s}))});
        QCOMPARE(codesOf(report), (QStringList{u"runpath-in-store"_s, u"runpath-in-store"_s}));
        QCOMPARE(report.findings.first().path, u"lib/libfoo.so"_s);
        QVERIFY(report.findings.last().message.contains("RPATH of lib/libbar.so names /nix/store/abc-gcc/lib"_L1));
    }

    void unsafeRunPathIsReported_data()
    {
        QTest::addColumn<QString>("element");
        QTest::addColumn<QStringList>("codes");
        const QStringList unsafe{u"runpath-unsafe"_s};
        QTest::newRow("empty") << u""_s << unsafe;
        QTest::newRow("relative") << u"lib"_s << unsafe;
        QTest::newRow("build folder") << u"/build/source/target/release"_s << unsafe;
        QTest::newRow("home") << u"/home/me/lib"_s << unsafe;
        QTest::newRow("other absolute") << u"/opt/vendor/lib"_s << unsafe;
        QTest::newRow("origin") << u"$ORIGIN/../lib"_s << QStringList();
        QTest::newRow("beside the archive") << u"$ORIGIN/../../../lib"_s << QStringList();
        QTest::newRow("system") << u"/usr/lib/x86_64-linux-gnu"_s << QStringList();
        QTest::newRow("depends on the machine") << u"$ORIGIN/$PLATFORM"_s << QStringList();
    }

    void unsafeRunPathIsReported()
    {
        QFETCH(QString, element);
        QTEST(codesOf(check({elfFile(u"top/main"_s, withRunPath(elfProgram({}), {element}))})), "codes");
    }

    void libraryThatARelativeRunPathFindsIsNoLossOfItsOwn()
    {
        const PortabilityReport report =
            check({elfFile(u"top/main"_s, withRunPath(elfProgram({u"libfoo.so"_s}), {u"lib"_s})),
                   elfFile(u"top/lib/libfoo.so"_s, elfLibrary(u"libfoo.so"_s))});
        QCOMPARE(codesOf(report), QStringList{u"runpath-unsafe"_s});
        QCOMPARE(stepOf(report, u"top/main"_s, u"libfoo.so"_s).outcome, Outcome::Unsafe);
    }

    void copiesOfAFileAreReportedOnce()
    {
        BundledFile first =
            elfFile(u"lib/libfoo.so"_s, withRunPath(elfLibrary(u"libfoo.so.1"_s), {u"/nix/store/a/lib"_s}));
        first.sha256 = QByteArray(64, 'a');
        BundledFile second = first;
        second.path = u"lib/libfoo.so.1"_s;
        QCOMPARE(codesOf(check({first, second})), QStringList{u"runpath-in-store"_s});
    }

    void tooNewGlibcIsReportedOncePerFile()
    {
        const ElfFacts program = needing(elfProgram({u"libc.so.6"_s, u"libm.so.6"_s}),
                                         {{u"libc.so.6"_s, u"GLIBC_2.4"_s},
                                          {u"libc.so.6"_s, u"GLIBC_2.36"_s},
                                          {u"libm.so.6"_s, u"GLIBC_2.38"_s},
                                          {u"libc.so.6"_s, u"GLIBC_ABI_DT_RELR"_s},
                                          {u"libc.so.6"_s, u"GLIBC_2.99"_s, true}});
        const PortabilityReport report = check({elfFile(u"main"_s, program)}, linux64(u"2.35"_s));
        QCOMPARE(codesOf(report), QStringList{u"glibc-too-new"_s});
        const Finding finding = report.findings.first();
        QVERIFY(finding.message.contains("GLIBC_2.38"_L1));
        QVERIFY(finding.message.contains("Fedora 39"_L1));
        QCOMPARE(codesOf(check({elfFile(u"main"_s, program)}, linux64(u"2.38"_s))), QStringList());
        QCOMPARE(codesOf(check({elfFile(u"main"_s, program)}, linux64())), QStringList());
        QCOMPARE(codesOf(checkPortability({elfFile(u"main"_s, program)}, nullptr)), QStringList());
    }

    void relativeRelocationsNeedGlibc236()
    {
        const ElfFacts program = needing(elfProgram({u"libc.so.6"_s}), {{u"libc.so.6"_s, u"GLIBC_ABI_DT_RELR"_s}});
        QCOMPARE(codesOf(check({elfFile(u"main"_s, program)}, linux64(u"2.35"_s))), QStringList{u"glibc-too-new"_s});
        QCOMPARE(codesOf(check({elfFile(u"main"_s, program)}, linux64(u"2.36"_s))), QStringList());
    }

    void tooNewCxxLibraryIsReported_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QStringList>("codes");
        QTest::newRow("GLIBCXX of the floor") << u"GLIBCXX_3.4.30"_s << QStringList();
        QTest::newRow("GLIBCXX above it") << u"GLIBCXX_3.4.31"_s << QStringList{u"glibcxx-too-new"_s};
        QTest::newRow("CXXABI of the floor") << u"CXXABI_1.3.13"_s << QStringList();
        QTest::newRow("CXXABI above it") << u"CXXABI_1.3.15"_s << QStringList{u"glibcxx-too-new"_s};
        QTest::newRow("no number to count") << u"CXXABI_TM_1"_s << QStringList();
    }

    void tooNewCxxLibraryIsReported()
    {
        QFETCH(QString, version);
        const ElfFacts program = needing(elfProgram({u"libstdc++.so.6"_s}), {{u"libstdc++.so.6"_s, version}});
        QTEST(codesOf(check({elfFile(u"main"_s, program)}, linux64(u"2.35"_s))), "codes");
    }

    void bundledCxxLibraryDecides()
    {
        const ElfFacts program = needing(withRunPath(elfProgram({u"libstdc++.so.6"_s}), {u"$ORIGIN"_s}),
                                         {{u"libstdc++.so.6"_s, u"GLIBCXX_3.4.32"_s}});
        const auto report = [&](const QString &newest) {
            return check(
                {elfFile(u"main"_s, program),
                 elfFile(u"libstdc++.so.6"_s, defining(elfLibrary(u"libstdc++.so.6"_s), {u"GLIBCXX_3.4.9"_s, newest}))},
                linux64(u"2.35"_s));
        };
        QCOMPARE(codesOf(report(u"GLIBCXX_3.4.32"_s)), QStringList());
        QCOMPARE(codesOf(report(u"GLIBCXX_3.4.31"_s)), QStringList{u"glibcxx-too-new"_s});
    }

    void wrongFormatAndProcessorAreHeadlines()
    {
        ElfFacts arm = withRunPath(startedBy(u"/nix/store/x/ld.so"_s, {u"libgone.so"_s}), {u"/nix/store/x/lib"_s});
        arm.machine = u"aarch64"_s;
        const PortabilityReport machine = check({elfFile(u"main"_s, arm)});
        QCOMPARE(codesOf(machine), QStringList{u"wrong-machine"_s});
        QVERIFY(machine.findings.first().message.contains("aarch64"_L1));
        QVERIFY(machine.findings.first().message.contains("x86-64"_L1));
        const PortabilityReport format =
            check({withFacts(u"main.exe"_s, {.format = PeFacts{.machine = u"x86-64"_s, .imports = {u"gone.dll"_s}}})});
        QCOMPARE(codesOf(format), QStringList{u"wrong-format"_s});
    }

    void wrongLibraryIsNotReportedTwice()
    {
        ElfFacts arm = elfLibrary(u"libfoo.so"_s);
        arm.machine = u"aarch64"_s;
        const PortabilityReport report =
            check({elfFile(u"main"_s, withRunPath(elfProgram({u"libfoo.so"_s}), {u"$ORIGIN"_s})),
                   elfFile(u"libfoo.so"_s, arm)});
        QCOMPARE(codesOf(report), QStringList{u"wrong-machine"_s});
        QCOMPARE(stepOf(report, u"main"_s, u"libfoo.so"_s).outcome, Outcome::Missing);
    }

    void damagedFileHasNoOtherFindings()
    {
        BinaryFacts facts{.format = startedBy(u"ld.so"_s, {u"libgone.so"_s}), .damage = u"A segment lies outside."_s};
        const PortabilityReport report = check({withFacts(u"main"_s, facts)});
        QCOMPARE(codesOf(report), QStringList{u"binary-truncated"_s});
        QVERIFY(report.findings.first().message.contains("A segment lies outside."_L1));
    }

    void assembliesOfDotNetAreNoWindowsPrograms()
    {
        const PeFacts assembly{.kind = PeFacts::Kind::Library, .machine = u"x86"_s, .imports = {u"mscoree.dll"_s}};
        QCOMPARE(codesOf(check({withFacts(u"App.dll"_s, {.format = assembly})})), QStringList());
    }

    void unusedLibraryIsReported()
    {
        const BundledFile program = elfFile(u"main"_s, withRunPath(elfProgram({u"libfoo.so.1"_s}), {u"$ORIGIN"_s}));
        const BundledFile used = elfFile(u"libfoo.so.1"_s, elfLibrary(u"libfoo.so.1"_s));
        const BundledFile unused = elfFile(u"libextra.so.3"_s, elfLibrary(u"libextra.so.3"_s));
        const PortabilityReport report = check({program, used, unused});
        QCOMPARE(codesOf(report), QStringList{u"library-unused"_s});
        QCOMPARE(report.findings.first().path, u"libextra.so.3"_s);
        QCOMPARE(report.findings.first().severity, Severity::Info);

        // Whoever mentions it may open it.
        QCOMPARE(codesOf(check({program, used, unused, script(u"conf.ini"_s, "plugin=libextra.so.3\n", 0644)})),
                 QStringList());
        // Plugins without a program are someone else's to open.
        QCOMPARE(codesOf(check({used, unused})), QStringList());
        QCOMPARE(codesOf(check({elfFile(u"addon.node"_s, elfLibrary({}, {u"libc.so.6"_s}))})), QStringList());
    }

    void libraryThatAVariableNamesIsUsed()
    {
        const QList<BundledFile> files{
            script(u"top/main"_s,
                   "#!/bin/sh\nDIR=$(dirname \"$0\")\nN=onnxruntime\nexport ORT_DYLIB_PATH=\"$DIR/lib/lib$N.so\"\n"
                   "exec \"$DIR/.main-bin\"\n"),
            elfFile(u"top/.main-bin"_s, elfProgram({u"libc.so.6"_s})),
            elfFile(u"top/lib/libonnxruntime.so"_s, elfLibrary(u"libonnxruntime.so.1"_s, {u"libgone.so"_s}))};
        const PortabilityReport report = check(files);
        QCOMPARE(codesOf(report), QStringList{u"needed-unresolved"_s});
        QCOMPARE(report.findings.first().severity, Severity::Error);
        QCOMPARE(report.findings.first().path, u"top/lib/libonnxruntime.so"_s);
    }

    void whatOnlyAnUnusedLibraryMissesIsAWarning()
    {
        const PortabilityReport report =
            check({elfFile(u"main"_s, elfProgram({u"libc.so.6"_s})),
                   elfFile(u"libextra.so"_s, elfLibrary(u"libextra.so"_s, {u"libcuda.so.1"_s}))});
        QCOMPARE(codesOf(report), (QStringList{u"library-unused"_s, u"needed-unresolved"_s}));
        QCOMPARE(findingsOf(report, u"needed-unresolved"_s).first().severity, Severity::Warning);
    }

    void pluginFindsWhatItsProgramWouldFind()
    {
        const QList<BundledFile> files{
            script(u"top/main"_s, exportingLauncher), elfFile(u"top/.main-bin"_s, elfProgram({u"libc.so.6"_s})),
            elfFile(u"top/plugins/libonnxruntime.so"_s, elfLibrary(u"libx.so"_s, {u"libfoo.so"_s})),
            elfFile(u"top/lib/libfoo.so"_s, elfLibrary(u"libfoo.so"_s))};
        QCOMPARE(codesOf(check(files)), QStringList());
    }

    void weakHardeningIsListedOnce()
    {
        ElfFacts weak = elfProgram({});
        weak.hasExecutableStack = true;
        weak.isPositionIndependent = false;
        weak.hasRelro = false;
        weak.hasTextRelocations = true;
        const PortabilityReport report = check({elfFile(u"main"_s, weak)});
        QCOMPARE(codesOf(report), QStringList{u"weak-hardening"_s});
        QCOMPARE(report.findings.first().severity, Severity::Warning);
        for (const char *word : {"stack", "PIE", "RELRO", "text relocations"})
            QVERIFY2(report.findings.first().message.contains(QLatin1StringView(word)), word);
    }

    void staticProgramLacksNoTables()
    {
        const PortabilityReport report =
            check({elfFile(u"esbuild"_s, {.kind = ElfFacts::Kind::Program, .machine = u"x86-64"_s})});
        QCOMPARE(codesOf(report), QStringList{u"weak-hardening"_s});
        QVERIFY(!report.findings.first().message.contains("RELRO"_L1));
    }

    void symbolsAreReportedWhereTheyCount()
    {
        ElfFacts elf = elfProgram({});
        elf.isStripped = false;
        elf.symbolBytes = 60 * 1024;
        QCOMPARE(codesOf(check({elfFile(u"main"_s, elf)})), QStringList());
        elf.symbolBytes = 6 * 1024 * 1024;
        const PortabilityReport report = check({elfFile(u"main"_s, elf)});
        QCOMPARE(codesOf(report), QStringList{u"not-stripped"_s});
        QCOMPARE(report.findings.first().severity, Severity::Info);
        QVERIFY(report.findings.first().message.contains("6144 KiB"_L1));
    }

    void laterFileOfTheSamePathCounts()
    {
        QCOMPARE(codesOf(check({elfFile(u"main"_s, startedBy(u"ld.so"_s)), elfFile(u"main"_s, elfProgram({}))})),
                 QStringList());
    }

    /// The layout of a real project's release, with what is wrong with it.
    void releaseWithWrapperAndBundledLibc()
    {
        QList<BundledFile> files;
        for (const QByteArray name : {"main", "server", "worker"}) {
            QByteArray text = exportingLauncher;
            files.append(script(u"top/"_s + QString::fromLatin1(name), text.replace("main", name)));
            files.append(elfFile(u"top/.%1-bin"_s.arg(QString::fromLatin1(name)),
                                 needing(withRunPath(startedBy(u"lib/ld-linux-x86-64.so.2"_s,
                                                               {u"libgcc_s.so.1"_s, u"libm.so.6"_s, u"libc.so.6"_s}),
                                                     {u"$ORIGIN/lib"_s}),
                                         {{u"libc.so.6"_s, u"GLIBC_2.39"_s}})));
        }
        files << bundledLoader() << bundledLibc();
        const QStringList store{u"/nix/store/abc-onnxruntime/lib"_s, u"/nix/store/abc-gcc-lib/lib"_s};
        for (const char *name : {"libonnxruntime.so", "libonnxruntime.so.1", "libonnxruntime.so.1.23.2"}) {
            BundledFile copy = elfFile(u"top/lib/"_s + QString::fromLatin1(name),
                                       withRunPath(elfLibrary(u"libonnxruntime.so.1"_s, {u"libstdc++.so.6"_s}), store));
            copy.sha256 = QByteArray(64, 'a');
            files.append(copy);
        }
        for (const QString &name : {u"libm.so.6"_s, u"libgcc_s.so.1"_s, u"libstdc++.so.6"_s})
            files.append(elfFile(u"top/lib/"_s + name, withRunPath(elfLibrary(name, {u"libc.so.6"_s}), store)));

        const PortabilityReport report = check(files, linux64(u"2.35"_s));

        QCOMPARE(findingsOf(report, u"interpreter-relative"_s).size(), 3);
        QCOMPARE(findingsOf(report, u"library-path-leaks"_s).size(), 3);
        QCOMPARE(findingsOf(report, u"runpath-in-store"_s).size(), 4);
        QCOMPARE(codesOf(report).size(), 10);
        QCOMPARE(stepOf(report, u"top/.main-bin"_s, u"libc.so.6"_s).path, u"top/lib/libc.so.6"_s);
    }

    void hostileArchiveIsReadInSeconds_data()
    {
        QTest::addColumn<QList<BundledFile>>("files");
        QList<BundledFile> wide;
        QStringList shared;
        for (int i = 0; i < 1000; ++i)
            shared.append(u"lib%1.so"_s.arg(i));
        QStringList folders;
        for (int i = 0; i < 2000; ++i)
            folders.append(u"$ORIGIN/../%1"_s.arg(i));
        for (int i = 0; i < 10'000; ++i) {
            const QString name = u"lib%1.so"_s.arg(i);
            wide.append(elfFile(u"lib/"_s + name, withRunPath(elfLibrary(name, shared), folders)));
        }
        for (int i = 0; i < 200; ++i)
            wide.append(elfFile(u"bin%1"_s.arg(i), withRunPath(elfProgram(shared), {u"$ORIGIN/lib"_s})));
        QTest::newRow("all need all") << wide;

        QList<BundledFile> deep{elfFile(u"main"_s, withRPath(elfProgram({u"lib0.so"_s}), {u"$ORIGIN/lib"_s}))};
        for (int i = 0; i < 20'000; ++i) {
            const QString name = u"lib%1.so"_s.arg(i);
            deep.append(elfFile(u"lib/"_s + name,
                                withRPath(elfLibrary(name, {u"lib%1.so"_s.arg(i + 1)}), {u"$ORIGIN/%1"_s.arg(i)})));
        }
        QTest::newRow("one long chain") << deep;

        QList<BundledFile> links;
        for (int i = 0; i < 20'000; ++i)
            links.append(link(u"d%1"_s.arg(i), u"d%1"_s.arg(i + 1)));
        links.append(elfFile(u"main"_s, withRunPath(elfProgram({u"x.so"_s}), {u"$ORIGIN/d0"_s})));
        QTest::newRow("links to links") << links;
    }

    void hostileArchiveIsReadInSeconds()
    {
        QFETCH(QList<BundledFile>, files);
        const double start = processorSeconds();
        check(files);
        QVERIFY(processorSeconds() - start < 15);
    }
};

QTEST_APPLESS_MAIN(PortabilityElfTest)
#include "tst_portability_elf.moc"
