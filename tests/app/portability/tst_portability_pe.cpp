// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/portability/bundlemaker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Outcome = ResolutionStep::Outcome;

class PortabilityPeTest : public QObject
{
    Q_OBJECT

private:
    static PortabilityReport check(const QList<BundledFile> &files)
    {
        const PortabilityTarget target{
            .os = PortabilityTarget::Os::Windows, .machine = u"x86-64"_s, .triple = u"x86_64-pc-windows-gnu"_s};
        return checkPortability(files, &target);
    }

    static BundledFile pe(const QString &path, PeFacts::Kind kind, const QStringList &imports,
                          const QStringList &delayed = {})
    {
        return withFacts(path,
                         {.format = PeFacts{.kind = kind,
                                            .isPlus = true,
                                            .machine = u"x86-64"_s,
                                            .imports = imports,
                                            .delayImports = delayed,
                                            .hasAslr = true,
                                            .hasHighEntropyAslr = true,
                                            .hasNx = true}},
                         0644);
    }

    static BundledFile exe(const QString &path, const QStringList &imports, const QStringList &delayed = {})
    {
        return pe(path, PeFacts::Kind::Program, imports, delayed);
    }

    static BundledFile dll(const QString &path, const QStringList &imports = {})
    {
        return pe(path, PeFacts::Kind::Library, imports);
    }

private Q_SLOTS:
    void carefulBundleHasNoFindings()
    {
        const PortabilityReport report =
            check({exe(u"bin/main.exe"_s, {u"Foo.dll"_s, u"KERNEL32.dll"_s, u"api-ms-win-crt-heap-l1-1-0.dll"_s}),
                   dll(u"bin/foo.DLL"_s, {u"bar.dll"_s, u"ntdll.dll"_s}), dll(u"bin/bar.dll"_s, {u"WS2_32.dll"_s})});
        QCOMPARE(codesOf(report), QStringList());
        const ResolutionStep foo = stepOf(report, u"bin/main.exe"_s, u"Foo.dll"_s);
        QCOMPARE(foo.outcome, Outcome::Bundled);
        QCOMPARE(foo.path, u"bin/foo.DLL"_s);
        QCOMPARE(foo.via, u"the program's folder"_s);
        QCOMPARE(stepOf(report, u"bin/main.exe"_s, u"KERNEL32.dll"_s).outcome, Outcome::System);
        QCOMPARE(stepOf(report, u"bin/main.exe"_s, u"bar.dll"_s).depth, 1);
        QCOMPARE(report.chains.value(u"bin/foo.DLL"_s).size(), 3);
    }

    void missingDllIsReportedOnce()
    {
        const PortabilityReport report =
            check({exe(u"main.exe"_s, {u"foo.dll"_s}), dll(u"foo.dll"_s, {u"libstdc++-6.dll"_s}),
                   exe(u"tool.exe"_s, {u"LIBSTDC++-6.dll"_s})});
        QCOMPARE(codesOf(report), QStringList{u"pe-import-unresolved"_s});
        const Finding finding = report.findings.first();
        QCOMPARE(finding.severity, Severity::Error);
        QCOMPARE(finding.path, u"main.exe"_s);
        QVERIFY(finding.message.contains(u"main.exe → foo.dll → libstdc++-6.dll"_s));
        QVERIFY(finding.message.contains("One more file asks for it"_L1));
        QCOMPARE(stepOf(report, u"main.exe"_s, u"libstdc++-6.dll"_s).outcome, Outcome::Missing);
    }

    void aDllThatCanNeverLoadIsAnErrorWhoeverOpensIt()
    {
        const PortabilityReport report =
            check({exe(u"main.exe"_s, {u"KERNEL32.dll"_s}), dll(u"plugin.dll"_s, {u"gone.dll"_s})});
        const QList<Finding> missing = findingsOf(report, u"pe-import-unresolved"_s);
        QCOMPARE(missing.size(), 1);
        QCOMPARE(missing.first().severity, Severity::Error);
        QCOMPARE(missing.first().path, u"plugin.dll"_s);
    }

    void importedDllInAnotherFolderIsOutOfReach()
    {
        const PortabilityReport report = check({exe(u"main.exe"_s, {u"foo.dll"_s}), dll(u"lib/foo.dll"_s)});
        QCOMPARE(codesOf(report), QStringList{u"pe-dll-not-beside"_s});
        QCOMPARE(report.findings.first().severity, Severity::Error);
        QCOMPARE(report.findings.first().path, u"lib/foo.dll"_s);
        QCOMPARE(stepOf(report, u"main.exe"_s, u"foo.dll"_s).outcome, Outcome::Unreachable);
    }

    /// The layout of a real project's release, with what is wrong with it.
    void dllThatTheProgramOpensByPathIsAWarning()
    {
        const PortabilityReport report =
            check({exe(u"main.exe"_s, {u"KERNEL32.dll"_s}), exe(u"server.exe"_s, {u"KERNEL32.dll"_s}),
                   dll(u"lib/onnxruntime.dll"_s,
                       {u"KERNEL32.dll"_s, u"MSVCP140.dll"_s, u"VCRUNTIME140.dll"_s, u"VCRUNTIME140_1.dll"_s,
                        u"dxgi.dll"_s})});
        QCOMPARE(codesOf(report), (QStringList{u"pe-dll-not-beside"_s, u"pe-vc-runtime"_s}));
        for (const Finding &finding : report.findings) {
            QCOMPARE(finding.severity, Severity::Warning);
            QCOMPARE(finding.path, u"lib/onnxruntime.dll"_s);
        }
        QVERIFY(findingsOf(report, u"pe-vc-runtime"_s)
                    .first()
                    .message.contains("MSVCP140.dll, VCRUNTIME140.dll, VCRUNTIME140_1.dll"_L1));
    }

    void dllInAnotherFolderFindsOthersBesideIt()
    {
        const PortabilityReport report =
            check({exe(u"main.exe"_s, {u"KERNEL32.dll"_s}), dll(u"lib/a.dll"_s, {u"b.dll"_s}),
                   dll(u"lib/b.dll"_s, {u"c.dll"_s}), dll(u"c.dll"_s)});
        QCOMPARE(codesOf(report), QStringList{u"pe-dll-not-beside"_s});
        QCOMPARE(report.findings.first().path, u"lib/a.dll"_s);
    }

    void runtimeOfVisualCppIsSaidOnce()
    {
        const PortabilityReport report = check({exe(u"main.exe"_s, {u"VCRUNTIME140.dll"_s, u"MSVCP140.dll"_s}),
                                                exe(u"tool.exe"_s, {u"vcruntime140.dll"_s})});
        QCOMPARE(codesOf(report), QStringList{u"pe-vc-runtime"_s});
        QCOMPARE(report.findings.first().path, u"main.exe"_s);
        QVERIFY(report.findings.first().message.contains("One more file needs it"_L1));
        QCOMPARE(codesOf(check({exe(u"main.exe"_s, {u"VCRUNTIME140.dll"_s}), dll(u"vcruntime140.dll"_s)})),
                 QStringList());
        // Nobody may hand on the debug variant.
        QCOMPARE(codesOf(check({exe(u"main.exe"_s, {u"VCRUNTIME140D.dll"_s})})),
                 QStringList{u"pe-import-unresolved"_s});
    }

    void delayedDllIsOptional()
    {
        const PortabilityReport report =
            check({exe(u"main.exe"_s, {u"KERNEL32.dll"_s}, {u"cudart64_12.dll"_s, u"SHELL32.dll"_s})});
        QCOMPARE(codesOf(report), QStringList{u"pe-delay-unresolved"_s});
        QCOMPARE(report.findings.first().severity, Severity::Info);
        QCOMPARE(stepOf(report, u"main.exe"_s, u"cudart64_12.dll"_s).outcome, Outcome::Optional);
        QCOMPARE(stepOf(report, u"main.exe"_s, u"SHELL32.dll"_s).outcome, Outcome::System);
        QCOMPARE(codesOf(check({exe(u"main.exe"_s, {}, {u"foo.dll"_s}), dll(u"foo.dll"_s)})), QStringList());
    }

    void unusedDllBesideTheProgramIsNoted()
    {
        const BundledFile main = exe(u"main.exe"_s, {u"KERNEL32.dll"_s});
        QCOMPARE(codesOf(check({main, dll(u"extra.dll"_s)})), QStringList{u"library-unused"_s});
        QCOMPARE(codesOf(check({main, dll(u"extra.dll"_s), script(u"app.ini"_s, "plugin = extra.dll\n", 0644)})),
                 QStringList());
    }

    void addonWithoutProgramIsItsHostsToLoad()
    {
        QCOMPARE(codesOf(check({dll(u"prebuilds/addon.node"_s, {u"node.exe"_s, u"KERNEL32.dll"_s})})), QStringList());
        QCOMPARE(codesOf(check({dll(u"lib/foo.dll"_s, {u"KERNEL32.dll"_s})})), QStringList());
        QCOMPARE(codesOf(check({dll(u"lib/foo.dll"_s, {u"gone.dll"_s})})), QStringList{u"pe-import-unresolved"_s});
    }

    void weakHardeningIsListed()
    {
        const PeFacts facts{.machine = u"x86-64"_s, .imports = {u"KERNEL32.dll"_s}};
        const PortabilityReport report = check({withFacts(u"main.exe"_s, {.format = facts})});
        QCOMPARE(codesOf(report), QStringList{u"weak-hardening"_s});
        QVERIFY(report.findings.first().message.contains("ASLR"_L1));
        QVERIFY(report.findings.first().message.contains("NX"_L1));
    }

    void symbolsAreReportedWhereTheyCount()
    {
        PeFacts facts{.machine = u"x86-64"_s, .hasAslr = true, .hasNx = true, .hasSymbols = true, .symbolBytes = 1000};
        QCOMPARE(codesOf(check({withFacts(u"main.exe"_s, {.format = facts})})), QStringList());
        facts.symbolBytes = 1'000'000;
        QCOMPARE(codesOf(check({withFacts(u"main.exe"_s, {.format = facts})})), QStringList{u"not-stripped"_s});
    }

    void wrongFormatAndProcessorAreHeadlines()
    {
        PeFacts arm{.machine = u"aarch64"_s, .imports = {u"gone.dll"_s}};
        QCOMPARE(codesOf(check({withFacts(u"main.exe"_s, {.format = arm})})), QStringList{u"wrong-machine"_s});
        QCOMPARE(codesOf(check({elfFile(u"main"_s, elfProgram({u"libgone.so"_s}))})), QStringList{u"wrong-format"_s});
        QCOMPARE(codesOf(check({withFacts(u"main.exe"_s,
                                          {.format = PeFacts{.machine = u"x86-64"_s, .imports = {u"gone.dll"_s}},
                                           .damage = u"The import table lies outside."_s})})),
                 QStringList{u"binary-truncated"_s});
    }

    void hostileArchiveIsReadInSeconds()
    {
        QStringList all;
        for (int i = 0; i < 1000; ++i)
            all.append(u"lib%1.dll"_s.arg(i));
        QList<BundledFile> files{exe(u"main.exe"_s, all)};
        for (int i = 0; i < 5'000; ++i)
            files.append(dll(u"d%1/lib%2.dll"_s.arg(i % 50).arg(i), all));
        const double start = processorSeconds();
        check(files);
        QVERIFY(processorSeconds() - start < 15);
    }
};

QTEST_APPLESS_MAIN(PortabilityPeTest)
#include "tst_portability_pe.moc"
