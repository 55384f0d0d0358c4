// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/binaryfacts.h"
#include "app/binary/bytewriter.h"
#include "app/binary/machomaker.h"
#include "tests/app/binary/hostile.h"
#include "tests/app/binary/workshop.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

constexpr quint32 LoadDylib = 0xc;
constexpr quint32 IdDylib = 0xd;
constexpr quint32 LoadWeakDylib = 0x80000018;
constexpr quint32 RPath = 0x8000001c;
constexpr quint32 ReexportDylib = 0x8000001f;
constexpr quint32 LazyLoadDylib = 0x20;
constexpr quint32 LoadUpwardDylib = 0x80000023;
constexpr quint32 Arm64 = 0x0100000c;
constexpr quint32 X86 = 0x01000007;

MachOMaker program()
{
    MachOMaker maker;
    maker.addName(LoadDylib, "/usr/lib/libSystem.B.dylib");
    maker.addName(LoadDylib, "@rpath/libone.dylib");
    maker.addName(RPath, "@loader_path/../lib");
    maker.addNumbers(0x32, {1, 0x000b0000, 0x000e0201, 0}); // LC_BUILD_VERSION
    return maker;
}

MachOMaker signedProgram(MachOMaker::Directory directory = {})
{
    MachOMaker maker = program();
    maker.directories = {directory};
    return maker;
}

} // namespace

class MachOReaderTest : public QObject
{
    Q_OBJECT

private:
    Workshop m_workshop;

    /// The facts of a file that must be whole.
    static MachOFacts factsOf(const QByteArray &sample)
    {
        const auto facts = readBinary(ByteView(sample));
        if (!facts || !facts->machO()) {
            QTest::qFail("no Mach-O file", __FILE__, __LINE__);
            return {.slices = {{}}};
        }
        if (!facts->damage.isEmpty())
            QTest::qFail(qPrintable(facts->damage), __FILE__, __LINE__);
        return *facts->machO();
    }
    static MachOSlice sliceOf(const QByteArray &sample) { return factsOf(sample).slices.first(); }

    static QString damageOf(const QByteArray &sample)
    {
        const auto facts = readBinary(ByteView(sample));
        return facts ? facts->damage : u"no binary"_s;
    }

private Q_SLOTS:
    void programSaysWhatItLoads()
    {
        const MachOSlice slice = sliceOf(program().make());
        QCOMPARE(slice.arch, u"arm64"_s);
        QCOMPARE(slice.kind, MachOSlice::Kind::Program);
        QCOMPARE(slice.loads, (QList<MachOLoad>{{u"/usr/lib/libSystem.B.dylib"_s}, {u"@rpath/libone.dylib"_s}}));
        QCOMPARE(slice.rpaths, QStringList{u"@loader_path/../lib"_s});
        QCOMPARE(slice.platform, u"macos"_s);
        QCOMPARE(slice.minOs, u"11.0"_s);
        QCOMPARE(slice.sdk, u"14.2.1"_s);
        QVERIFY(slice.isPositionIndependent);
        QVERIFY(!slice.allowsExecutableStack);
        QCOMPARE(slice.signature, MachOSlice::Signature::None);
    }

    void everyWayToLoadIsSeen()
    {
        MachOMaker maker;
        maker.addName(LoadWeakDylib, "weak");
        maker.addName(ReexportDylib, "reexport");
        maker.addName(LazyLoadDylib, "lazy");
        maker.addName(LoadUpwardDylib, "upward");
        maker.addLibraryUse("newer weak", 1);
        maker.addLibraryUse("newer reexport", 2);
        const QList<MachOLoad> expected{
            {u"weak"_s, true}, {u"reexport"_s, false, true}, {u"lazy"_s},
            {u"upward"_s},     {u"newer weak"_s, true},      {u"newer reexport"_s, false, true}};
        QCOMPARE(sliceOf(maker.make()).loads, expected);
    }

    void libraryHasAnInstallName()
    {
        MachOMaker maker;
        maker.fileType = 6;
        maker.flags = 0;
        maker.addName(IdDylib, "/nix/store/x/lib/libone.dylib");
        const MachOSlice slice = sliceOf(maker.make());
        QCOMPARE(slice.kind, MachOSlice::Kind::Library);
        QCOMPARE(slice.installName, u"/nix/store/x/lib/libone.dylib"_s);
        QVERIFY(slice.isPositionIndependent);
        QVERIFY(slice.loads.isEmpty());
    }

    void olderVersionCommandsAreRead()
    {
        MachOMaker maker;
        maker.addNumbers(0x24, {0x000a0c00, 0x000a0f00});
        const MachOSlice slice = sliceOf(maker.make());
        QCOMPARE(slice.platform, u"macos"_s);
        QCOMPARE(slice.minOs, u"10.12"_s);
        QCOMPARE(slice.sdk, u"10.15"_s);
    }

    void macOsCountsInFilesForCatalystToo()
    {
        MachOMaker maker;
        maker.addNumbers(0x32, {6, 0x000d0100, 0, 0});
        maker.addNumbers(0x32, {1, 0x000b0000, 0, 0});
        QCOMPARE(sliceOf(maker.make()).minOs, u"11.0"_s);
        std::swap(maker.commands[0], maker.commands[1]);
        QCOMPARE(sliceOf(maker.make()).platform, u"macos"_s);
    }

    void everyWidthAndByteOrderIsRead_data()
    {
        QTest::addColumn<bool>("is64");
        QTest::addColumn<bool>("isBigEndian");
        QTest::addColumn<quint32>("cpu");
        QTest::addColumn<QString>("arch");
        QTest::newRow("x86_64") << true << false << X86 << u"x86_64"_s;
        QTest::newRow("i386") << false << false << 7u << u"i386"_s;
        QTest::newRow("ppc") << false << true << 18u << u"ppc"_s;
        QTest::newRow("ppc64") << true << true << 0x01000012u << u"ppc64"_s;
        QTest::newRow("arm64_32") << false << false << 0x0200000cu << u"arm64_32"_s;
        QTest::newRow("unknown") << true << false << 99u << u"cpu 99"_s;
    }
    void everyWidthAndByteOrderIsRead()
    {
        QFETCH(bool, is64);
        QFETCH(bool, isBigEndian);
        QFETCH(quint32, cpu);
        MachOMaker maker{.is64 = is64, .isBigEndian = isBigEndian, .cpu = cpu};
        maker.addName(LoadDylib, "libone.dylib");
        maker.addSegment(0, 4096);
        maker.directories = {{}};
        const MachOSlice slice = sliceOf(maker.make());
        QTEST(slice.arch, "arch");
        QCOMPARE(slice.loads, QList<MachOLoad>{{u"libone.dylib"_s}});
        QCOMPARE(slice.pageHashes, MachOSlice::PageHashes::Match);
    }

    void subtypesAreNamed()
    {
        MachOMaker maker{.subtype = 0x80000002};
        QCOMPARE(sliceOf(maker.make()).arch, u"arm64e"_s);
        maker = {.cpu = X86, .subtype = 8};
        QCOMPARE(sliceOf(maker.make()).arch, u"x86_64h"_s);
        QCOMPARE(readBinary(ByteView(maker.make()))->machines(), QStringList{u"x86-64"_s});
    }

    void compiledObjectFileIsRead()
    {
        const QByteArray sample =
            m_workshop.compiled(u"clang-19"_s, "static int one; int answer(void) { return ++one; }",
                                {u"-target"_s, u"arm64-apple-macos11"_s, u"-c"_s});
        const MachOSlice slice = sliceOf(sample);
        QCOMPARE(slice.arch, u"arm64"_s);
        QCOMPARE(slice.kind, MachOSlice::Kind::Object);
        QCOMPARE(slice.platform, u"macos"_s);
        QCOMPARE(slice.minOs, u"11.0"_s);
        QVERIFY(!slice.isStripped);
        QVERIFY(slice.symbolBytes > 0);
        QVERIFY(everyPrefixIsDamaged(sample));
    }

    void fatFileOfACompilersObjectsIsRead()
    {
        for (const auto arch : {"arm64", "x86_64"}) {
            m_workshop.compiled(u"clang-19"_s, "int answer(void) { return 42; }",
                                {u"-target"_s, QLatin1StringView(arch) + u"-apple-macos11"_s, u"-c"_s});
            QVERIFY(m_workshop.run(u"mv"_s, {u"sample"_s, QLatin1StringView(arch)}));
        }
        QVERIFY(m_workshop.run(u"llvm-lipo-19"_s, {u"-create"_s, u"arm64"_s, u"x86_64"_s, u"-output"_s, u"fat"_s}));
        const auto facts = readBinary(ByteView(m_workshop.read(u"fat"_s)));
        QVERIFY(facts->machO()->isFat);
        QCOMPARE(facts->damage, QString());
        QStringList machines = facts->machines();
        machines.sort();
        QCOMPARE(machines, (QStringList{u"aarch64"_s, u"x86-64"_s}));
    }

    void fatFilesOfBothWidthsAreRead_data()
    {
        QTest::addColumn<bool>("is64");
        QTest::newRow("32") << false;
        QTest::newRow("64") << true;
    }
    void fatFilesOfBothWidthsAreRead()
    {
        QFETCH(bool, is64);
        MachOMaker intel = signedProgram();
        intel.cpu = X86;
        const QByteArray sample = MachOMaker::fat({intel.make(), signedProgram().make()}, {X86, Arm64}, is64);
        const MachOFacts facts = factsOf(sample);
        QVERIFY(facts.isFat);
        QCOMPARE(facts.slices.size(), 2);
        QCOMPARE(facts.slices[0].arch, u"x86_64"_s);
        QCOMPARE(facts.slices[1].arch, u"arm64"_s);
        QCOMPARE(facts.slices[0].offset, 4096);
        QCOMPARE(facts.slices[1].size, signedProgram().make().size());
        QCOMPARE(facts.slices[1].pageHashes, MachOSlice::PageHashes::Match);
        QCOMPARE(facts.slices[1].loads.size(), 2);
        QCOMPARE(describe(*readBinary(ByteView(sample))), u"Mach-O x86_64 + arm64 program"_s);
    }

    void javaClassIsNoFatFile()
    {
        const QByteArray java("\xca\xfe\xba\xbe\x00\x00\x00\x34\x00\x1d\x0a\x00\x06\x00\x0f\x09\x00\x10\x00\x11", 20);
        QVERIFY(!readBinary(ByteView(java)));
        QVERIFY(!looksLikeBinary(java));
    }

    void fatStaticLibraryIsNoBinary()
    {
        QVERIFY(!readBinary(ByteView(MachOMaker::fat({"!<arch>\n" + QByteArray(100, ' ')}, {Arm64}))));
    }

    void textThatBeginsLikeAFatFileIsNoBinary()
    {
        QVERIFY(!readBinary(ByteView(QByteArray("\xca\xfe\xba\xbe\0\0\0\x02", 8) + QByteArray(100, 'x'))));
        QVERIFY(!readBinary(ByteView(QByteArray("\xca\xfe\xba\xbe\0\0\0\0", 8) + QByteArray(100, 'x'))));
    }

    void magicsAreRecognized()
    {
        for (const auto magic : {"\xce\xfa\xed\xfe", "\xcf\xfa\xed\xfe", "\xfe\xed\xfa\xce", "\xfe\xed\xfa\xcf"})
            QVERIFY(looksLikeBinary(magic));
        QVERIFY(looksLikeBinary(QByteArrayView("\xca\xfe\xba\xbe\0\0\0\x02", 8)));
        QVERIFY(looksLikeBinary(QByteArrayView("\xca\xfe\xba\xbf\0\0\0\x02", 8)));
        QVERIFY(!looksLikeBinary("\xca\xfe\xba\xbe"));
    }

    void everyKindOfHashIsChecked_data()
    {
        QTest::addColumn<int>("hashType");
        QTest::addColumn<int>("pageBits");
        QTest::addColumn<bool>("usesLimit64");
        QTest::newRow("SHA-1") << 1 << 12 << false;
        QTest::newRow("SHA-256") << 2 << 12 << false;
        QTest::newRow("SHA-256, cut") << 3 << 12 << false;
        QTest::newRow("SHA-384") << 4 << 12 << false;
        QTest::newRow("16 KiB pages") << 2 << 14 << false;
        QTest::newRow("one page") << 2 << 0 << false;
        QTest::newRow("64-bit limit") << 2 << 12 << true;
    }
    void everyKindOfHashIsChecked()
    {
        QFETCH(int, hashType);
        QFETCH(int, pageBits);
        QFETCH(bool, usesLimit64);
        QByteArray sample =
            signedProgram({.hashType = quint8(hashType), .pageBits = quint8(pageBits), .usesLimit64 = usesLimit64})
                .make();
        QCOMPARE(sliceOf(sample).signature, MachOSlice::Signature::AdHoc);
        QCOMPARE(sliceOf(sample).signingIdentifier, u"com.example.sample"_s);
        QCOMPARE(sliceOf(sample).pageHashes, MachOSlice::PageHashes::Match);
        QCOMPARE(sliceOf(sample).firstDifferingPage, -1);

        sample[5000] = 'x';
        QCOMPARE(sliceOf(sample).pageHashes, MachOSlice::PageHashes::Differ);
        QCOMPARE(sliceOf(sample).firstDifferingPage, pageBits == 12 ? 4096 : 0);
    }

    void changedLastPageDiffers()
    {
        MachOMaker maker = signedProgram();
        QByteArray sample = maker.make();
        sample[maker.signatureAt - 1] = 'x';
        QCOMPARE(sliceOf(sample).firstDifferingPage, 8192);
    }

    void betterHashesOfTwoCount()
    {
        MachOMaker maker = program();
        maker.directories = {{.hashType = 1, .flags = 0}, {.hashType = 2, .flags = 0x10000}};
        QByteArray sample = maker.make();
        const MachOSlice slice = sliceOf(sample);
        QVERIFY(slice.hasHardenedRuntime);
        QCOMPARE(slice.pageHashes, MachOSlice::PageHashes::Match);
        // The first page's hash of the SHA-1 directory, which is not looked at then.
        const qsizetype directory = sample.indexOf("\xfa\xde\x0c\x02");
        sample[directory + 88 + maker.identifier.size() + 1] ^= 1;
        QCOMPARE(sliceOf(sample).pageHashes, MachOSlice::PageHashes::Match);
    }

    void flagsOfTheSignatureAreSeen()
    {
        const MachOSlice linked = sliceOf(signedProgram({.flags = 0x20002}).make());
        QVERIFY(linked.isLinkerSigned);
        QVERIFY(!linked.hasHardenedRuntime);
        MachOMaker maker = signedProgram({.flags = 0x10000});
        maker.certificates = QByteArray(100, 'c');
        const MachOSlice released = sliceOf(maker.make());
        QCOMPARE(released.signature, MachOSlice::Signature::Certificate);
        QVERIFY(released.hasHardenedRuntime);
        QVERIFY(!released.isLinkerSigned);
    }

    void pagesWithoutHashesDiffer()
    {
        MachOMaker maker = signedProgram();
        QByteArray sample = maker.make();
        const qsizetype directory = sample.indexOf("\xfa\xde\x0c\x02", maker.signatureAt);
        ByteWriter::patch<quint32>(sample, directory + 28, 2, true);
        QCOMPARE(sliceOf(sample).firstDifferingPage, 8192);
    }

    void signatureOutsideTheFileIsDamage()
    {
        MachOMaker maker = signedProgram();
        const QByteArray sample = maker.make().first(maker.signatureAt);
        const auto facts = readBinary(ByteView(sample));
        QCOMPARE(facts->damage, u"the code signature lies outside the file"_s);
        QCOMPARE(facts->machO()->slices.first().signature, MachOSlice::Signature::Unread);
    }

    void signatureThatMakesNoSenseIsDamage()
    {
        MachOMaker maker = signedProgram();
        QByteArray sample = maker.make();
        ByteWriter::patch<quint32>(sample, maker.signatureAt, 0);
        QCOMPARE(damageOf(sample), u"the code signature makes no sense"_s);
        sample = maker.make();
        ByteWriter::patch<quint32>(sample, maker.signatureAt + 8, 0xffffffff, true); // blobs
        QCOMPARE(damageOf(sample), u"the code signature makes no sense"_s);
        sample = maker.make();
        const qsizetype directory = sample.indexOf("\xfa\xde\x0c\x02", maker.signatureAt);
        ByteWriter::patch<quint32>(sample, directory + 28, 0xffffffff, true); // pages
        QCOMPARE(damageOf(sample), u"the code signature lies outside the file"_s);
        sample = maker.make();
        ByteWriter::patch<quint64>(sample, directory + 56, quint64(1) << 62, true); // limit of the code
        QCOMPARE(damageOf(sample), u"the signed code lies outside the file"_s);
    }

    void segmentOutsideTheFileIsDamage_data()
    {
        QTest::addColumn<bool>("is64");
        QTest::newRow("64") << true;
        QTest::newRow("32") << false;
    }
    void segmentOutsideTheFileIsDamage()
    {
        QFETCH(bool, is64);
        MachOMaker maker{.is64 = is64};
        maker.addSegment(4096, 1'000'000);
        QCOMPARE(damageOf(maker.make()), u"a segment lies outside the file"_s);
    }

    void symbolsAreMeasured()
    {
        MachOMaker maker;
        maker.addNumbers(0x2, {1000, 10, 2000, 300});
        maker.addNumbers(0xb, {0, 4, 4, 6});
        const MachOSlice slice = sliceOf(maker.make());
        QCOMPARE(slice.symbolBytes, 10 * 16 + 300);
        QVERIFY(!slice.isStripped);

        maker.commands.removeLast();
        maker.addNumbers(0xb, {0, 1, 1, 9}); // what strip(1) leaves
        QVERIFY(sliceOf(maker.make()).isStripped);

        maker.commands.clear();
        maker.addNumbers(0x2, {1000, 0x20000000, 2000, 300});
        QCOMPARE(damageOf(maker.make()), u"the symbol table lies outside the file"_s);
    }

    void commandsThatLeadOutsideAreDamage()
    {
        QByteArray sample = program().make();
        ByteWriter::patch<quint32>(sample, 20, 0x7fffffff); // size of all
        QCOMPARE(damageOf(sample), u"the load commands lie outside the file"_s);
        for (const quint32 size : {0u, 7u, 0xffffffffu}) {
            sample = program().make();
            ByteWriter::patch<quint32>(sample, 32 + 4, size);
            QCOMPARE(damageOf(sample), u"a load command has a size that makes no sense"_s);
        }
        sample = program().make();
        ByteWriter::patch<quint32>(sample, 16, 0xffffffff); // count
        QCOMPARE(damageOf(sample), u"it has more load commands than make sense"_s);
        ByteWriter::patch<quint32>(sample, 16, 100);
        QCOMPARE(damageOf(sample), u"a load command has a size that makes no sense"_s);
    }

    void namesThatLeadOutsideTheirCommandAreDamage()
    {
        for (const quint32 offset : {0u, 4u, 10'000u, 0xffffffffu}) {
            QByteArray sample = program().make();
            ByteWriter::patch<quint32>(sample, 32 + 8, offset);
            QVERIFY(damageOf(sample).startsWith(u"a name lies outside"));
            QCOMPARE(readBinary(ByteView(sample))->machO()->slices.first().loads.size(), 1);
        }
        MachOMaker maker;
        maker.addName(LoadDylib, "x");
        maker.commands.first().replace(24, 8, "xxxxxxxx"); // no NUL
        QVERIFY(damageOf(maker.make()).startsWith(u"a name lies outside"));
    }

    void sliceOutsideTheFileIsDamage()
    {
        QByteArray sample = MachOMaker::fat({program().make(), program().make()}, {X86, Arm64});
        ByteWriter::patch<quint32>(sample, 8 + 20 + 12, 0x7fffffff, true);
        const auto facts = readBinary(ByteView(sample));
        QCOMPARE(facts->damage, u"the code of one architecture lies outside the file"_s);
        QCOMPARE(facts->machO()->slices.size(), 2);
    }

    void slicesOverEachOtherAreHashedOnce()
    {
        // Each would be hashed again, 44 times in a file of any size.
        MachOMaker maker = signedProgram();
        QByteArray sample = MachOMaker::fat({maker.make()}, {Arm64});
        ByteWriter::patch<quint32>(sample, 4, 44, true);
        for (int i = 1; i < 44; ++i)
            sample.replace(8 + 20 * i, 20, sample.mid(8, 20));
        const MachOFacts facts = factsOf(sample);
        QCOMPARE(facts.slices.size(), 44);
        QCOMPARE(facts.slices.first().pageHashes, MachOSlice::PageHashes::Match);
        QCOMPARE(facts.slices.last().pageHashes, MachOSlice::PageHashes::NotChecked);
    }

    void pagesInTheGapAreNotChecked()
    {
        MachOMaker maker = signedProgram();
        const QByteArray sample = maker.make();
        const QByteArrayView tail = QByteArrayView(sample).sliced(maker.signatureAt);
        const auto facts = readBinary(ByteView(QByteArrayView(sample).first(6000), tail, sample.size()));
        QCOMPARE(facts->damage, QString());
        QCOMPARE(facts->machO()->slices.first().signature, MachOSlice::Signature::AdHoc);
        QCOMPARE(facts->machO()->slices.first().pageHashes, MachOSlice::PageHashes::NotChecked);

        QByteArray changed = sample;
        changed[100] ^= 1;
        const auto differing = readBinary(ByteView(QByteArrayView(changed).first(6000),
                                                   QByteArrayView(changed).sliced(maker.signatureAt), changed.size()));
        QCOMPARE(differing->machO()->slices.first().pageHashes, MachOSlice::PageHashes::Differ);
    }

    void signatureInTheGapIsUnread()
    {
        const QByteArray sample = signedProgram().make();
        const auto facts = readBinary(ByteView(QByteArrayView(sample).first(6000), {}, sample.size()));
        QCOMPARE(facts->damage, QString());
        QVERIFY(facts->isPartial);
        QCOMPARE(facts->machO()->slices.first().signature, MachOSlice::Signature::Unread);
        QCOMPARE(facts->machO()->slices.first().loads.size(), 2);
    }

    void certificateInTheGapIsNotTakenForNone()
    {
        MachOMaker maker = signedProgram();
        maker.certificates = QByteArray(100, 'c');
        const QByteArray sample = maker.make();
        const qsizetype certificate = sample.indexOf("\xfa\xde\x0b\x01", maker.signatureAt);
        const auto facts = readBinary(ByteView(QByteArrayView(sample).first(certificate), {}, sample.size()));
        QCOMPARE(facts->machO()->slices.first().signature, MachOSlice::Signature::Unread);
        QCOMPARE(facts->machO()->slices.first().signingIdentifier, u"com.example.sample"_s);
        QCOMPARE(facts->machO()->slices.first().pageHashes, MachOSlice::PageHashes::Match);
    }

    void sliceInTheGapHasTheNameOfItsRow()
    {
        const QByteArray sample = MachOMaker::fat({program().make(), program().make()}, {X86, Arm64});
        const auto facts = readBinary(ByteView(QByteArrayView(sample).first(1000), {}, sample.size()));
        QCOMPARE(facts->damage, QString());
        QVERIFY(facts->isPartial);
        QCOMPARE(facts->machines(), (QStringList{u"x86-64"_s, u"aarch64"_s}));
    }

    void filesThatEndEarlyAreDamaged()
    {
        QVERIFY(everyPrefixIsDamaged(signedProgram().make()));
        QVERIFY(everyPrefixIsDamaged(MachOMaker::fat({signedProgram().make()}, {Arm64})));
    }

    void changedFilesDoNotCrash()
    {
        readMutations(signedProgram().make());
        readMutations(MachOMaker::fat({signedProgram().make(), program().make()}, {Arm64, X86}));
        readMutations(MachOMaker::fat({signedProgram().make()}, {Arm64}, true));
    }

    void factsAreWrittenForScripts()
    {
        const QJsonObject json = toJson(*readBinary(ByteView(signedProgram().make())));
        QCOMPARE(json[u"format"], u"mach-o"_s);
        QCOMPARE(json[u"machine"], u"aarch64"_s);
        QCOMPARE(json[u"kind"], u"program"_s);
        const QJsonValue slice = json[u"slices"][0];
        QCOMPARE(slice[u"arch"], u"arm64"_s);
        QCOMPARE(slice[u"signature"], u"ad-hoc"_s);
        QCOMPARE(slice[u"page_hashes"], u"match"_s);
        QCOMPARE(slice[u"loads"][1][u"name"], u"@rpath/libone.dylib"_s);
        QVERIFY(slice[u"install_name"].isNull());
    }
};

QTEST_GUILESS_MAIN(MachOReaderTest)
#include "tst_machoreader.moc"
