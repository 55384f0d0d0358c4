// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/portability/bundlemaker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Outcome = ResolutionStep::Outcome;

class PortabilityMachOTest : public QObject
{
    Q_OBJECT

private:
    static PortabilityTarget mac(const QString &floor = {}, const QString &machine = u"aarch64"_s)
    {
        return {.os = PortabilityTarget::Os::MacOs,
                .machine = machine,
                .triple = u"aarch64-apple-darwin"_s,
                .macOsFloor = floor};
    }

    static PortabilityReport check(const QList<BundledFile> &files, const PortabilityTarget &target = mac())
    {
        return checkPortability(files, &target);
    }

    static QList<MachOLoad> loads(const QStringList &names)
    {
        QList<MachOLoad> list;
        for (const QString &name : names)
            list.append({.name = name});
        return list;
    }

    /// As a careful build leaves it, signed with a certificate.
    static MachOSlice program(const QStringList &names, const QStringList &rpaths = {})
    {
        return {.arch = u"arm64"_s,
                .kind = MachOSlice::Kind::Program,
                .loads = loads(names),
                .rpaths = rpaths,
                .platform = u"macos"_s,
                .minOs = u"11.0"_s,
                .isPositionIndependent = true,
                .signature = MachOSlice::Signature::Certificate,
                .pageHashes = MachOSlice::PageHashes::Match};
    }

    static MachOSlice library(const QString &installName, const QStringList &names = {}, const QStringList &rpaths = {})
    {
        MachOSlice slice = program(names, rpaths);
        slice.kind = MachOSlice::Kind::Library;
        slice.installName = installName;
        return slice;
    }

    static BundledFile file(const QString &path, const MachOSlice &slice)
    {
        return withFacts(path, {.format = MachOFacts{.slices = {slice}}});
    }

    static inline const QString system = u"/usr/lib/libSystem.B.dylib"_s;
    static inline const QString storeCxx = u"/nix/store/abc-libcxx-19/lib/libc++.1.0.dylib"_s;
    static inline const QByteArray launcher =
        "#!/bin/sh\nDIR=\"$(CDPATH= cd \"$(dirname \"$0\")\" && pwd)\"\n"
        "export DYLD_LIBRARY_PATH=\"$DIR/lib${DYLD_LIBRARY_PATH:+:$DYLD_LIBRARY_PATH}\"\n"
        "exec \"$DIR/.main-bin\" \"$@\"\n";

private Q_SLOTS:
    void carefulBundleHasNoFindings()
    {
        const PortabilityReport report =
            check({file(u"top/bin/main"_s,
                        program({u"@rpath/liba.dylib"_s, u"@executable_path/../lib/libb.dylib"_s, system,
                                 u"/System/Library/Frameworks/Security.framework/Versions/A/Security"_s},
                                {u"@executable_path/../lib"_s})),
                   file(u"top/lib/liba.dylib"_s, library(u"@rpath/liba.dylib"_s, {u"@loader_path/libb.dylib"_s})),
                   file(u"top/lib/libb.dylib"_s, library(u"@rpath/libb.dylib"_s, {u"@rpath/liba.dylib"_s}))},
                  mac(u"11.0"_s));
        QCOMPARE(codesOf(report), QStringList());
        QCOMPARE(stepOf(report, u"top/bin/main"_s, u"@rpath/liba.dylib"_s).path, u"top/lib/liba.dylib"_s);
        QCOMPARE(stepOf(report, u"top/bin/main"_s, u"@rpath/liba.dylib"_s).via, u"LC_RPATH @executable_path/../lib"_s);
        QCOMPARE(stepOf(report, u"top/bin/main"_s, system).outcome, Outcome::System);
        QVERIFY(report.chains.contains(u"top/lib/liba.dylib"_s));
    }

    void librariesUseTheRPathsOfWhoLoadedThem()
    {
        const BundledFile inner = file(u"lib/libb.dylib"_s, library(u"@rpath/libb.dylib"_s));
        const BundledFile outer = file(u"lib/liba.dylib"_s, library(u"@rpath/liba.dylib"_s, {u"@rpath/libb.dylib"_s}));
        QCOMPARE(
            codesOf(check({file(u"main"_s, program({u"@rpath/liba.dylib"_s}, {u"@loader_path/lib"_s})), inner, outer})),
            QStringList());
        // @loader_path of an LC_RPATH is the folder of the file that has it.
        QCOMPARE(codesOf(check({file(u"main"_s, program({u"@loader_path/lib/liba.dylib"_s})), inner,
                                file(u"lib/liba.dylib"_s,
                                     library(u"@rpath/liba.dylib"_s, {u"@rpath/libb.dylib"_s}, {u"@loader_path"_s}))})),
                 QStringList());
    }

    void rPathThatLeadsNowhereIsReported()
    {
        const PortabilityReport report =
            check({file(u"main"_s, program({u"@rpath/liba.dylib"_s, u"@rpath/liba.dylib"_s}, {u"@loader_path/no"_s})),
                   file(u"server"_s, program({u"@rpath/liba.dylib"_s}, {u"@loader_path/no"_s})),
                   file(u"lib/liba.dylib"_s, library(u"@rpath/liba.dylib"_s))});
        QCOMPARE(codesOf(report), QStringList{u"macho-rpath-unresolved"_s});
        const Finding finding = report.findings.first();
        QCOMPARE(finding.severity, Severity::Error);
        QCOMPARE(finding.path, u"main"_s);
        QVERIFY(finding.message.contains("It looks in: no."_L1));
        QVERIFY(finding.message.contains("lib/liba.dylib"_L1));
        QVERIFY(finding.hint.contains("-add_rpath @loader_path/lib main"_L1));
        QCOMPARE(stepOf(report, u"main"_s, u"@rpath/liba.dylib"_s).outcome, Outcome::Unreachable);

        const PortabilityReport absent = check({file(u"main"_s, program({u"@rpath/libz9.dylib"_s}))});
        QCOMPARE(codesOf(absent), QStringList{u"macho-rpath-unresolved"_s});
        QCOMPARE(stepOf(absent, u"main"_s, u"@rpath/libz9.dylib"_s).outcome, Outcome::Missing);
    }

    void weakLibraryMayBeAbsent()
    {
        MachOSlice slice = program({});
        slice.loads = {{.name = u"@rpath/libopt.dylib"_s, .isWeak = true}, {.name = storeCxx, .isWeak = true}};
        const PortabilityReport report = check({file(u"main"_s, slice)});
        QCOMPARE(codesOf(report), QStringList());
        QCOMPARE(stepOf(report, u"main"_s, u"@rpath/libopt.dylib"_s).outcome, Outcome::Optional);
    }

    void swiftRuntimeIsPartOfTheSystem()
    {
        QCOMPARE(codesOf(check({file(u"main"_s, program({u"@rpath/libswiftCore.dylib"_s}, {u"/usr/lib/swift"_s}))})),
                 QStringList());
    }

    void libraryBesideThatIsAbsentIsMissing()
    {
        QCOMPARE(codesOf(check({file(u"main"_s, program({u"@executable_path/liba.dylib"_s}))})),
                 QStringList{u"needed-unresolved"_s});
        QCOMPARE(codesOf(check({file(u"main"_s, program({u"@executable_path/liba.dylib"_s})),
                                file(u"lib/liba.dylib"_s, library(u"@rpath/liba.dylib"_s))})),
                 QStringList{u"library-unreachable"_s});
    }

    void loadPathOfTheBuildingMachineIsReported_data()
    {
        QTest::addColumn<QString>("load");
        QTest::newRow("store") << storeCxx;
        QTest::newRow("Homebrew") << u"/opt/homebrew/lib/libssl.3.dylib"_s;
        QTest::newRow("local") << u"/usr/local/lib/libssl.3.dylib"_s;
        QTest::newRow("home") << u"/Users/me/lib/libx.dylib"_s;
        QTest::newRow("relative") << u"libx.dylib"_s;
    }

    void loadPathOfTheBuildingMachineIsReported()
    {
        QFETCH(QString, load);
        const PortabilityReport report =
            check({file(u"main"_s, program({load, system})), file(u"server"_s, program({load}))});
        QCOMPARE(codesOf(report), QStringList{u"macho-load-path"_s});
        const Finding finding = report.findings.first();
        QCOMPARE(finding.severity, Severity::Error);
        QCOMPARE(finding.path, u"main"_s);
        QVERIFY(finding.message.contains("One more file asks for it"_L1));
        QVERIFY(finding.hint.contains("install_name_tool -change "_L1 + load));
    }

    void fileThatMatchesALoadPathIsNamed()
    {
        const PortabilityReport report = check({file(u"bin/main"_s, program({u"/nix/store/x/lib/liba.dylib"_s})),
                                                file(u"lib/liba.dylib"_s, library(u"@rpath/liba.dylib"_s))});
        QCOMPARE(codesOf(report), QStringList{u"macho-load-path"_s});
        QCOMPARE(report.findings.first().severity, Severity::Error);
        QVERIFY(report.findings.first().message.contains("lib/liba.dylib, which matches by name"_L1));
        QVERIFY(report.findings.first().hint.contains("@loader_path/../lib/liba.dylib bin/main"_L1));
        QCOMPARE(stepOf(report, u"bin/main"_s, u"/nix/store/x/lib/liba.dylib"_s).outcome, Outcome::Unreachable);
    }

    void libraryOfTheSystemIsProposed()
    {
        const PortabilityReport report =
            check({file(u"main"_s, program({u"/nix/store/x-libiconv/lib/libiconv.2.dylib"_s}))});
        QVERIFY(report.findings.first().hint.contains("/usr/lib/libiconv.2.dylib main"_L1));
    }

    /// The layout of a real project's release, with what is wrong with it.
    void launcherThatSavesLoadPathsMakesThemWarnings()
    {
        const QString ort = u"/nix/store/abc-onnxruntime/lib/libonnxruntime.1.dylib"_s;
        const QList<BundledFile> rest{script(u"top/main"_s, launcher),
                                      file(u"top/lib/libonnxruntime.1.dylib"_s, library(ort, {storeCxx}))};
        MachOSlice slice = program({ort, storeCxx});
        const PortabilityReport report = check(QList{file(u"top/.main-bin"_s, slice)} + rest);
        QCOMPARE(codesOf(report), (QStringList{u"macho-install-name"_s, u"macho-load-path"_s, u"macho-load-path"_s}));
        const QList<Finding> findings = findingsOf(report, u"macho-load-path"_s);
        QCOMPARE(findings.first().severity, Severity::Warning);
        QVERIFY(findings.first().message.contains("Only the launcher saves it: DYLD_LIBRARY_PATH of top/main"_L1));
        QCOMPARE(findings.last().severity, Severity::Error);
        QVERIFY(findings.last().message.contains(storeCxx));
        QCOMPARE(stepOf(report, u"top/.main-bin"_s, ort).outcome, Outcome::Bundled);

        slice.hasHardenedRuntime = true;
        const PortabilityReport hardened = check(QList{file(u"top/.main-bin"_s, slice)} + rest);
        QCOMPARE(findingsOf(hardened, u"macho-load-path"_s).first().severity, Severity::Error);
        QVERIFY(findingsOf(hardened, u"macho-load-path"_s).first().message.contains("hardened runtime ignores it"_L1));
    }

    void oddInstallNameIsReported()
    {
        const QString name = u"/nix/store/x/lib/liba.dylib"_s;
        const PortabilityReport report = check({file(u"lib/liba.dylib"_s, library(name))});
        QCOMPARE(codesOf(report), QStringList{u"macho-install-name"_s});
        QCOMPARE(report.findings.first().severity, Severity::Warning);
        QCOMPARE(codesOf(check({file(u"lib/liba.dylib"_s, library(u"@rpath/liba.dylib"_s))})), QStringList());
        QCOMPARE(codesOf(check({file(u"addon.node"_s, library(u"/Users/runner/x/libaddon.dylib"_s))})), QStringList());
    }

    void newerMacOsIsReported()
    {
        MachOSlice slice = program({u"@loader_path/liba.dylib"_s});
        slice.minOs = u"14.0"_s;
        QCOMPARE(codesOf(check({file(u"main"_s, program({})), file(u"new"_s, slice)}, mac(u"12.3"_s))),
                 (QStringList{u"macho-minos"_s, u"needed-unresolved"_s}));
        // Of a library: newer than its program.
        MachOSlice old = program({u"@loader_path/liba.dylib"_s});
        MachOSlice dylib = library(u"@rpath/liba.dylib"_s);
        dylib.minOs = u"13.3.1"_s;
        const PortabilityReport report = check({file(u"main"_s, old), file(u"liba.dylib"_s, dylib)});
        QCOMPARE(codesOf(report), QStringList{u"macho-minos"_s});
        QCOMPARE(report.findings.first().path, u"liba.dylib"_s);
        QCOMPARE(report.findings.first().severity, Severity::Warning);
        // "11" is no newer than "11.0", and Apple silicon begins there.
        old.minOs = u"11"_s;
        dylib.minOs = u"11.0"_s;
        QCOMPARE(codesOf(check({file(u"main"_s, old), file(u"liba.dylib"_s, dylib)}, mac(u"10.12"_s))), QStringList());
    }

    void missingSignatureIsFatalOnAppleSilicon()
    {
        MachOSlice slice = program({});
        slice.signature = MachOSlice::Signature::None;
        slice.pageHashes = MachOSlice::PageHashes::NotChecked;
        const PortabilityReport arm = check({file(u"main"_s, slice)});
        QCOMPARE(codesOf(arm), QStringList{u"macho-unsigned"_s});
        QCOMPARE(arm.findings.first().severity, Severity::Error);
        QVERIFY(arm.findings.first().hint.contains("codesign -f -s - main"_L1));

        slice.arch = u"x86_64"_s;
        const PortabilityReport intel = check({file(u"main"_s, slice)}, mac({}, u"x86-64"_s));
        QCOMPARE(codesOf(intel), QStringList{u"macho-unsigned"_s});
        QCOMPARE(intel.findings.first().severity, Severity::Info);
    }

    void signatureThatDoesNotMatchIsFatal()
    {
        MachOSlice slice = program({});
        slice.signature = MachOSlice::Signature::AdHoc;
        slice.pageHashes = MachOSlice::PageHashes::Differ;
        const PortabilityReport report = check({file(u"main"_s, slice)});
        QCOMPARE(codesOf(report), QStringList{u"macho-unsigned"_s});
        QCOMPARE(report.findings.first().severity, Severity::Error);
        QVERIFY(report.findings.first().message.contains("does not match its bytes"_L1));
    }

    void adHocSignaturesAreSaidOnce()
    {
        MachOSlice slice = program({});
        slice.signature = MachOSlice::Signature::AdHoc;
        const PortabilityReport report = check({file(u"main"_s, slice), file(u"server"_s, slice)});
        QCOMPARE(codesOf(report), QStringList{u"macho-adhoc"_s});
        QCOMPARE(report.findings.first().severity, Severity::Info);
        QVERIFY(report.findings.first().message.contains("1 more files"_L1));
    }

    void universalFileIsJudgedByTheTargetsPart()
    {
        MachOSlice intel = program({storeCxx});
        intel.arch = u"x86_64"_s;
        const MachOFacts fat{.isFat = true, .slices = {intel, program({system})}};
        const BundledFile main = withFacts(u"main"_s, {.format = fat});
        QCOMPARE(codesOf(check({main})), QStringList());
        QCOMPARE(codesOf(check({main}, mac({}, u"x86-64"_s))), QStringList{u"macho-load-path"_s});
        QCOMPARE(codesOf(check({file(u"main"_s, intel)})), QStringList{u"wrong-machine"_s});
    }

    void programOfAnotherSystemHasTheWrongFormat()
    {
        MachOSlice phone = program({});
        phone.platform = u"ios"_s;
        QCOMPARE(codesOf(check({file(u"main"_s, phone)})), QStringList{u"wrong-format"_s});
        QCOMPARE(codesOf(check({elfFile(u"main"_s, elfProgram({u"libgone.so"_s}))})), QStringList{u"wrong-format"_s});
    }

    void weakHardeningIsListed()
    {
        MachOSlice slice = program({});
        slice.isPositionIndependent = false;
        slice.allowsExecutableStack = true;
        const PortabilityReport report = check({file(u"main"_s, slice)});
        QCOMPARE(codesOf(report), QStringList{u"weak-hardening"_s});
        QVERIFY(report.findings.first().message.contains("PIE"_L1));
        QVERIFY(report.findings.first().message.contains("stack"_L1));
    }

    void symbolsAreReportedWhereTheyCount()
    {
        MachOSlice slice = program({});
        slice.isStripped = false;
        slice.symbolBytes = 1024 * 1024;
        QCOMPARE(codesOf(check({file(u"main"_s, slice)})), QStringList{u"not-stripped"_s});
        slice.isStripped = true; // what is left is what others link to
        QCOMPARE(codesOf(check({file(u"main"_s, slice)})), QStringList());
    }

    void unusedLibraryIsReported()
    {
        const BundledFile main = file(u"main"_s, program({system}));
        const BundledFile extra = file(u"libextra.dylib"_s, library(u"@rpath/libextra.dylib"_s));
        QCOMPARE(codesOf(check({main, extra})), QStringList{u"library-unused"_s});
        QCOMPARE(codesOf(check({extra})), QStringList());
        MachOSlice bundle = library({});
        bundle.kind = MachOSlice::Kind::Bundle;
        QCOMPARE(codesOf(check({main, file(u"plugin.so"_s, bundle)})), QStringList());
    }

    void universalProgramsAreJudgedForEachProcessor()
    {
        const auto universal = [](const QString &path, MachOSlice arm, MachOSlice intel) {
            intel.arch = u"x86_64"_s;
            return withFacts(path, {.format = MachOFacts{.isFat = true, .slices = {arm, intel}}});
        };
        const MachOSlice main = program({u"@rpath/liba.dylib"_s, system}, {u"@loader_path/lib"_s});
        const MachOSlice liba = library(u"@rpath/liba.dylib"_s, {system});
        PortabilityTarget both = mac({}, {});
        both.triple = u"universal-apple-darwin"_s;
        both.isUniversal = true;
        const PortabilityTarget *const targets[] = {&both, nullptr};
        for (const PortabilityTarget *target : targets) {
            QCOMPARE(codesOf(checkPortability(
                         {universal(u"main"_s, main, main), universal(u"lib/liba.dylib"_s, liba, liba)}, target)),
                     QStringList());
            // A library for one of the two.
            const PortabilityReport half =
                checkPortability({universal(u"main"_s, main, main), file(u"lib/liba.dylib"_s, liba)}, target);
            QCOMPARE(codesOf(half), QStringList{u"wrong-machine"_s});
            QCOMPARE(half.findings.first().severity, Severity::Error);
            QCOMPARE(half.findings.first().path, u"lib/liba.dylib"_s);
            // What the Intel slice alone loads.
            const QString brew = u"/usr/local/opt/openssl@3/lib/libssl.3.dylib"_s;
            const PortabilityReport intel =
                checkPortability({universal(u"main"_s, program({system}), program({system, brew}))}, target);
            QCOMPARE(codesOf(intel), QStringList{u"macho-load-path"_s});
            QVERIFY(intel.findings.first().message.contains(brew));
        }
        // Without a target, files for one processor each are as good.
        QCOMPARE(codesOf(checkPortability({file(u"main"_s, main), file(u"lib/liba.dylib"_s, liba)}, nullptr)),
                 QStringList());
        // For the universal target they are not.
        QCOMPARE(codesOf(checkPortability({file(u"main"_s, program({system}))}, &both)),
                 QStringList{u"wrong-machine"_s});
    }

    void hostileArchiveIsReadInSeconds()
    {
        QStringList all;
        for (int i = 0; i < 1000; ++i)
            all.append(u"@rpath/lib%1.dylib"_s.arg(i));
        QList<BundledFile> files{file(u"main"_s, program(all, {u"@loader_path"_s}))};
        for (int i = 0; i < 2'000; ++i)
            files.append(
                file(u"lib%1.dylib"_s.arg(i), library(u"@rpath/lib%1.dylib"_s.arg(i), all, {u"@loader_path"_s})));
        const double start = processorSeconds();
        check(files);
        QVERIFY(processorSeconds() - start < 15);
    }
};

QTEST_APPLESS_MAIN(PortabilityMachOTest)
#include "tst_portability_macho.moc"
