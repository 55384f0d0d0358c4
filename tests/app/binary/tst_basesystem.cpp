// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/basesystem.h"
#include "app/binary/symbolversion.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class BaseSystemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void baseLibrariesOfLinux_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("glibc");
        QTest::addColumn<bool>("musl");
        for (const char *name : {"libc.so.6",
                                 "libm.so.6",
                                 "libdl.so.2",
                                 "librt.so.1",
                                 "libpthread.so.0",
                                 "libutil.so.1",
                                 "libresolv.so.2",
                                 "libnsl.so.1",
                                 "libgcc_s.so.1",
                                 "libstdc++.so.6",
                                 "libX11.so.6",
                                 "libXext.so.6",
                                 "libXrender.so.1",
                                 "libICE.so.6",
                                 "libSM.so.6",
                                 "libGL.so.1",
                                 "libgobject-2.0.so.0",
                                 "libgthread-2.0.so.0",
                                 "libglib-2.0.so.0",
                                 "libexpat.so.1",
                                 "libatomic.so.1",
                                 "ld-linux-x86-64.so.2",
                                 "ld-linux-aarch64.so.1"})
            QTest::newRow(name) << QString::fromLatin1(name) << true << false;
        QTest::newRow("zlib is in both") << u"libz.so.1"_s << true << true;
        for (const char *name : {"libc.so", "libc.musl-x86_64.so.1", "ld-musl-aarch64.so.1"})
            QTest::newRow(name) << QString::fromLatin1(name) << false << true;
        for (const char *name : {"libssl.so.3", "libcrypt.so.1", "libstdc++.so.5", "libz.so", "libc.so.7", ""})
            QTest::newRow(name) << QString::fromLatin1(name) << false << false;
    }

    void baseLibrariesOfLinux()
    {
        QFETCH(QString, name);
        QTEST(isLinuxBaseLibrary(name, LibcKind::Glibc), "glibc");
        QTEST(isLinuxBaseLibrary(name, LibcKind::Musl), "musl");
    }

    void loaderDependsOnProcessorAndLibc()
    {
        QCOMPARE(linuxLoaders(u"x86-64"_s, LibcKind::Glibc).first(), u"/lib64/ld-linux-x86-64.so.2"_s);
        QCOMPARE(linuxLoaders(u"aarch64"_s, LibcKind::Glibc), QStringList{u"/lib/ld-linux-aarch64.so.1"_s});
        QCOMPARE(linuxLoaders(u"x86-64"_s, LibcKind::Musl), QStringList{u"/lib/ld-musl-x86_64.so.1"_s});
        QVERIFY(linuxLoaders(u"machine 243"_s, LibcKind::Either).isEmpty());
    }

    void foldersOfTheSystem()
    {
        QVERIFY(isLinuxLibraryFolder(u"/usr/lib"_s));
        QVERIFY(isLinuxLibraryFolder(u"/lib64/"_s));
        QVERIFY(isLinuxLibraryFolder(u"/usr/lib/x86_64-linux-gnu"_s));
        QVERIFY(!isLinuxLibraryFolder(u"/usr/local/lib"_s));
        QVERIFY(!isLinuxLibraryFolder(u"/usr/lib/myapp"_s));
        QVERIFY(!isLinuxLibraryFolder(u"/build/source/lib"_s));
    }

    void librariesOfMacOs()
    {
        QVERIFY(isMacOsLibrary(u"/usr/lib/libSystem.B.dylib"_s));
        QVERIFY(isMacOsLibrary(u"/System/Library/Frameworks/Security.framework/Versions/A/Security"_s));
        QVERIFY(!isMacOsLibrary(u"/usr/local/lib/libssl.dylib"_s));
        QVERIFY(!isMacOsLibrary(u"@rpath/libSystem.B.dylib"_s));
    }

    void librariesOfWindows()
    {
        for (const char *name : {"KERNEL32.dll", "ws2_32.dll", "api-ms-win-core-synch-l1-2-0.dll", "ext-ms-win-x.dll",
                                 "bcryptprimitives.dll", "ucrtbase.dll", "msvcrt.dll", "DXGI.dll", "d3d12.dll",
                                 "DirectML.dll", "dbghelp.dll", "CRYPT32.dll", "Secur32.dll", "WINSPOOL.DRV"})
            QVERIFY2(isWindowsDll(QString::fromLatin1(name)), name);
        for (const char *name : {"onnxruntime.dll", "libstdc++-6.dll", "VCRUNTIME140.dll", "kernel33.dll", "zlib1.dll"})
            QVERIFY2(!isWindowsDll(QString::fromLatin1(name)), name);
    }

    void runtimeOfVisualCpp()
    {
        for (const char *name : {"VCRUNTIME140.dll", "vcruntime140_1.dll", "MSVCP140.dll", "msvcp140_atomic_wait.dll",
                                 "CONCRT140.dll", "VCOMP140.DLL", "msvcr120.dll", "mfc140u.dll"})
            QVERIFY2(isVcRuntimeDll(QString::fromLatin1(name)), name);
        for (const char *name : {"VCRUNTIME140D.dll", "msvcp140_1d.dll", "msvcrt.dll", "msvcp_win.dll", "mfc42.dll"})
            QVERIFY2(!isVcRuntimeDll(QString::fromLatin1(name)), name);
    }

    void symbolVersionsCompareByNumber()
    {
        QVERIFY(parseSymbolVersion(u"GLIBC_2.4"_s)->number < parseSymbolVersion(u"GLIBC_2.35"_s)->number);
        QVERIFY(parseSymbolVersion(u"GLIBCXX_3.4.9"_s)->number < parseSymbolVersion(u"GLIBCXX_3.4.30"_s)->number);
        QCOMPARE(parseVersion(u"11"_s), parseVersion(u"11.0"_s));
    }

    void symbolVersionsWithoutNumber()
    {
        QVERIFY(!parseSymbolVersion(u"GLIBC_PRIVATE"_s));
        QVERIFY(!parseSymbolVersion(u"2.35"_s));
        QVERIFY(!parseSymbolVersion(u"GLIBC_2.x"_s));
        QCOMPARE(*parseSymbolVersion(u"GLIBC_ABI_DT_RELR"_s), (SymbolVersion{u"GLIBC"_s, {2, 36}}));
    }

    void cxxRuntimeFollowsFromGlibc_data()
    {
        QTest::addColumn<QString>("glibc");
        QTest::addColumn<QString>("glibcxx");
        QTest::addColumn<QString>("cxxabi");
        QTest::newRow("RHEL 7") << u"2.17"_s << u"3.4.19"_s << u"1.3.7"_s;
        QTest::newRow("between two") << u"2.30"_s << u"3.4.25"_s << u"1.3.11"_s;
        QTest::newRow("Debian 11") << u"2.31"_s << u"3.4.28"_s << u"1.3.12"_s;
        QTest::newRow("Ubuntu 22.04") << u"2.35"_s << u"3.4.30"_s << u"1.3.13"_s;
        QTest::newRow("Debian 13") << u"2.41"_s << u"3.4.33"_s << u"1.3.15"_s;
    }

    void cxxRuntimeFollowsFromGlibc()
    {
        QFETCH(QString, glibc);
        const auto runtime = cxxRuntimeWith(parseVersion(glibc));
        QVERIFY(runtime);
        QTEST(runtime->glibcxx.toString(), "glibcxx");
        QTEST(runtime->cxxabi.toString(), "cxxabi");
    }

    void olderThanAnyIsNotJudged() { QVERIFY(!cxxRuntimeWith(parseVersion(u"2.12"_s))); }

    void firstDistributionIsNamed()
    {
        const auto first = [](const QString &name) { return firstDistributionWith(*parseSymbolVersion(name)); };
        QCOMPARE(first(u"GLIBC_2.36"_s), u"Debian 12"_s);
        QCOMPARE(first(u"GLIBC_2.39"_s), u"Ubuntu 24.04, RHEL 10"_s);
        QCOMPARE(first(u"GLIBCXX_3.4.30"_s), u"Ubuntu 22.04"_s);
        QCOMPARE(first(u"GLIBC_9.1"_s), QString());
    }
};

QTEST_APPLESS_MAIN(BaseSystemTest)
#include "tst_basesystem.moc"
