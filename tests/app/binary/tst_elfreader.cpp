// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/binaryfacts.h"
#include "app/binary/bytewriter.h"
#include "tests/app/binary/elfmaker.h"
#include "tests/app/binary/hostile.h"
#include "tests/app/binary/workshop.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

constexpr quint64 Needed = 1;
constexpr quint64 Soname = 14;
constexpr quint64 RPath = 15;
constexpr quint64 RunPath = 29;
constexpr quint64 Flags1 = 0x6ffffffb;
constexpr quint64 Pie = 0x08000000;

const QByteArray Hello = "#include <stdio.h>\nint main(void) { return puts(\"hello\") < 0; }\n";
const QByteArray Bare = "int answer(void) { return 42; }\n";

/// A program as a linker would leave it, in the least bytes.
ElfMaker smallProgram()
{
    ElfMaker maker;
    maker.interpreter = "/lib/ld.so";
    maker.addName(Needed, "libone.so");
    maker.addName(Needed, "libc.so.6");
    maker.neededVersions = {{"libc.so.6", {{"GLIBC_2.34"}, {"GLIBC_2.38", true}}}, {"libone.so", {{"ONE_1"}}}};
    return maker;
}

} // namespace

class ElfReaderTest : public QObject
{
    Q_OBJECT

private:
    Workshop m_workshop;

    QByteArray gcc(const QByteArray &source, const QStringList &arguments)
    {
        return m_workshop.compiled(u"gcc"_s, source, arguments);
    }

    /// The facts of \a sample; a test that asks for what is not an ELF file fails with a message.
    static ElfFacts factsOf(const QByteArray &sample)
    {
        const auto facts = readBinary(ByteView(sample));
        if (!facts || !facts->elf()) {
            QTest::qFail("no ELF file", __FILE__, __LINE__);
            return {};
        }
        if (!facts->damage.isEmpty())
            QTest::qFail(qPrintable(facts->damage), __FILE__, __LINE__);
        return *facts->elf();
    }

    static QString damageOf(const QByteArray &sample)
    {
        const auto facts = readBinary(ByteView(sample));
        return facts ? facts->damage : u"no binary"_s;
    }

private Q_SLOTS:
    void compiledProgramSaysWhatItNeeds()
    {
        const ElfFacts facts = factsOf(gcc(Hello, {u"-Wl,-z,lazy"_s}));
        QCOMPARE(facts.kind, ElfFacts::Kind::Program);
        QCOMPARE(facts.bits, 64);
        QCOMPARE(facts.machine, u"x86-64"_s);
        QCOMPARE(facts.interpreter, u"/lib64/ld-linux-x86-64.so.2"_s);
        QVERIFY(facts.isDynamic);
        QCOMPARE(facts.needed, QStringList{u"libc.so.6"_s});
        QVERIFY(facts.neededVersions.contains(NeededVersion{u"libc.so.6"_s, u"GLIBC_2.34"_s, false}));
        QVERIFY(!facts.hasRunPath);
        QVERIFY(!facts.hasRPath);
        QVERIFY(facts.isPositionIndependent);
        QVERIFY(facts.hasRelro);
        QVERIFY(!facts.bindsNow);
        QVERIFY(!facts.hasExecutableStack);
        QVERIFY(!facts.hasTextRelocations);
    }

    void linkerOptionsAreSeen()
    {
        QVERIFY(factsOf(gcc(Hello, {u"-Wl,-z,now"_s})).bindsNow);
        QVERIFY(!factsOf(gcc(Hello, {u"-Wl,-z,norelro"_s})).hasRelro);
        QVERIFY(factsOf(gcc(Hello, {u"-Wl,-z,execstack"_s})).hasExecutableStack);
        QVERIFY(!factsOf(gcc(Hello, {u"-no-pie"_s})).isPositionIndependent);
        QCOMPARE(factsOf(gcc(Hello, {u"-no-pie"_s})).kind, ElfFacts::Kind::Program);
    }

    void textRelocationsAreSeen()
    {
        const QByteArray source = "__asm__(\".text\\n.quad outside\\n\"); extern int outside;\n";
        QVERIFY(factsOf(gcc(source, {u"-shared"_s, u"-nostdlib"_s, u"-Wl,-z,notext"_s})).hasTextRelocations);
    }

    void symbolsAndDebugInformationAreMeasured()
    {
        const ElfFacts debug = factsOf(gcc(Hello, {u"-g"_s}));
        QVERIFY(!debug.isStripped);
        QVERIFY(debug.hasDebugInfo);

        const qint64 before = m_workshop.read(u"sample"_s).size();
        QVERIFY(m_workshop.run(u"strip"_s, {u"sample"_s}));
        const QByteArray sample = m_workshop.read(u"sample"_s);
        const ElfFacts stripped = factsOf(sample);
        QVERIFY(stripped.isStripped);
        QVERIFY(!stripped.hasDebugInfo);
        QCOMPARE(stripped.symbolBytes, 0);
        // The rest is section headers, their names and padding.
        QVERIFY(debug.symbolBytes <= before - sample.size());
        QVERIFY(debug.symbolBytes > (before - sample.size()) / 2);
    }

    void staticProgramHasNoInterpreter()
    {
        const ElfFacts facts = factsOf(gcc(Hello, {u"-static"_s}));
        QCOMPARE(facts.kind, ElfFacts::Kind::Program);
        QVERIFY(facts.interpreter.isEmpty());
        QVERIFY(!facts.isDynamic);
        QVERIFY(facts.needed.isEmpty());
    }

    void staticPieIsAProgram()
    {
        const ElfFacts facts = factsOf(gcc(Hello, {u"-static-pie"_s}));
        QCOMPARE(facts.kind, ElfFacts::Kind::Program);
        QVERIFY(facts.interpreter.isEmpty());
        QVERIFY(facts.isDynamic);
        QVERIFY(facts.isPositionIndependent);
    }

    void libraryOffersVersions()
    {
        m_workshop.write(u"versions.map"_s, "ONE_1 { global: answer; local: *; };\nONE_2 { } ONE_1;\n");
        const ElfFacts facts = factsOf(gcc(
            Bare, {u"-shared"_s, u"-fPIC"_s, u"-Wl,-soname,libone.so.1"_s, u"-Wl,--version-script=versions.map"_s}));
        QCOMPARE(facts.kind, ElfFacts::Kind::Library);
        QCOMPARE(facts.soname, u"libone.so.1"_s);
        QCOMPARE(facts.definedVersions, (QStringList{u"ONE_1"_s, u"ONE_2"_s}));
    }

    void libraryThatCanBeRunIsStillALibrary()
    {
        const QByteArray source = "const char interpreter[] __attribute__((section(\".interp\"))) = \"/lib/ld.so\";\n";
        const ElfFacts facts = factsOf(gcc(source, {u"-shared"_s, u"-fPIC"_s, u"-Wl,-soname,libc.so.6"_s}));
        QCOMPARE(facts.interpreter, u"/lib/ld.so"_s);
        QCOMPARE(facts.kind, ElfFacts::Kind::Library);
    }

    void emptyElementsOfRunPathAreKept()
    {
        gcc(Hello, {});
        QVERIFY(m_workshop.run(u"patchelf"_s, {u"--set-rpath"_s, u":$ORIGIN/lib::/nix/store/x/lib:"_s, u"sample"_s}));
        const ElfFacts facts = factsOf(m_workshop.read(u"sample"_s));
        QVERIFY(facts.hasRunPath);
        QVERIFY(!facts.hasRPath);
        QCOMPARE(facts.runPath, (QStringList{u""_s, u"$ORIGIN/lib"_s, u""_s, u"/nix/store/x/lib"_s, u""_s}));
    }

    void rPathIsToldFromRunPath()
    {
        gcc(Hello, {});
        QVERIFY(m_workshop.run(u"patchelf"_s, {u"--force-rpath"_s, u"--set-rpath"_s, u"$ORIGIN"_s, u"sample"_s}));
        const ElfFacts facts = factsOf(m_workshop.read(u"sample"_s));
        QVERIFY(facts.hasRPath);
        QVERIFY(!facts.hasRunPath);
        QCOMPARE(facts.rPath, QStringList{u"$ORIGIN"_s});
    }

    void changedInterpreterIsReadAsStored()
    {
        gcc(Hello, {});
        QVERIFY(m_workshop.run(
            u"patchelf"_s,
            {u"--set-interpreter"_s, u"lib/ld-linux-x86-64.so.2"_s, u"--add-needed"_s, u"libfirst.so"_s, u"sample"_s}));
        const ElfFacts facts = factsOf(m_workshop.read(u"sample"_s));
        QCOMPARE(facts.interpreter, u"lib/ld-linux-x86-64.so.2"_s);
        QCOMPARE(facts.needed, (QStringList{u"libfirst.so"_s, u"libc.so.6"_s}));
    }

    void sectionsAreNotNeeded()
    {
        ElfFacts whole = factsOf(gcc(Hello, {u"-s"_s}));
        QVERIFY(m_workshop.run(u"llvm-objcopy-19"_s, {u"--strip-sections"_s, u"sample"_s}));
        QCOMPARE(factsOf(m_workshop.read(u"sample"_s)), whole);
    }

    void separateDebugInformationIsNoDamage()
    {
        gcc(Hello, {u"-g"_s});
        QVERIFY(m_workshop.run(u"objcopy"_s, {u"--only-keep-debug"_s, u"sample"_s, u"sample.debug"_s}));
        const ElfFacts facts = factsOf(m_workshop.read(u"sample.debug"_s));
        QVERIFY(facts.hasDebugInfo);
        QVERIFY(m_workshop.run(u"llvm-objcopy-19"_s, {u"--only-keep-debug"_s, u"sample"_s, u"sample.debug"_s}));
        QVERIFY(factsOf(m_workshop.read(u"sample.debug"_s)).hasDebugInfo);
    }

    void libraryOf32BitsIsRead()
    {
        const ElfFacts facts = factsOf(gcc(Bare,
                                           {u"-m32"_s, u"-shared"_s, u"-fPIC"_s, u"-nostdlib"_s,
                                            u"-Wl,-soname,libsmall.so"_s, u"-Wl,-rpath,/a:/b"_s}));
        QCOMPARE(facts.bits, 32);
        QCOMPARE(facts.machine, u"x86"_s);
        QCOMPARE(facts.soname, u"libsmall.so"_s);
        QCOMPARE(facts.runPath, (QStringList{u"/a"_s, u"/b"_s}));
        QCOMPARE(facts.kind, ElfFacts::Kind::Library);
        QVERIFY(!facts.isStripped);
    }

    void objectFilesOfOtherMachinesAreNamed_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("machine");
        QTest::addColumn<int>("bits");
        QTest::addColumn<bool>("isBigEndian");
        QTest::newRow("aarch64") << u"aarch64-linux-gnu"_s << u"aarch64"_s << 64 << false;
        QTest::newRow("arm") << u"armv7-linux-gnueabihf"_s << u"arm"_s << 32 << false;
        QTest::newRow("riscv64") << u"riscv64-linux-gnu"_s << u"riscv64"_s << 64 << false;
        QTest::newRow("ppc64") << u"powerpc64-linux-gnu"_s << u"ppc64"_s << 64 << true;
        QTest::newRow("ppc64le") << u"powerpc64le-linux-gnu"_s << u"ppc64le"_s << 64 << false;
        QTest::newRow("ppc") << u"powerpc-linux-gnu"_s << u"ppc"_s << 32 << true;
        QTest::newRow("s390x") << u"s390x-linux-gnu"_s << u"s390x"_s << 64 << true;
        QTest::newRow("mips") << u"mips-linux-gnu"_s << u"mips"_s << 32 << true;
        QTest::newRow("loongarch64") << u"loongarch64-linux-gnu"_s << u"loongarch64"_s << 64 << false;
        QTest::newRow("x32") << u"x86_64-linux-gnux32"_s << u"x32"_s << 32 << false;
    }
    void objectFilesOfOtherMachinesAreNamed()
    {
        QFETCH(QString, target);
        QFETCH(int, bits);
        QFETCH(bool, isBigEndian);
        const ElfFacts facts = factsOf(
            m_workshop.compiled(u"clang-19"_s, Bare, {u"-target"_s, target, u"-g"_s, u"-c"_s, u"-ffreestanding"_s}));
        QTEST(facts.machine, "machine");
        QCOMPARE(facts.bits, bits);
        QCOMPARE(facts.isBigEndian, isBigEndian);
        QCOMPARE(facts.kind, ElfFacts::Kind::Object);
        QVERIFY(facts.hasDebugInfo);
        QVERIFY(!facts.isDynamic);
    }

    void namesAreFoundByAddressInEveryWidthAndByteOrder_data()
    {
        QTest::addColumn<bool>("is64");
        QTest::addColumn<bool>("isBigEndian");
        QTest::newRow("64 little") << true << false;
        QTest::newRow("64 big") << true << true;
        QTest::newRow("32 little") << false << false;
        QTest::newRow("32 big") << false << true;
    }
    void namesAreFoundByAddressInEveryWidthAndByteOrder()
    {
        ElfMaker maker = smallProgram();
        QFETCH(bool, is64);
        QFETCH(bool, isBigEndian);
        maker.is64 = is64;
        maker.isBigEndian = isBigEndian;
        maker.addName(Soname, "self");
        maker.addName(RPath, "/r");
        maker.addName(RunPath, "/a::/b");
        const ElfFacts facts = factsOf(maker.make());
        QCOMPARE(facts.isBigEndian, isBigEndian);
        QCOMPARE(facts.interpreter, u"/lib/ld.so"_s);
        QCOMPARE(facts.needed, (QStringList{u"libone.so"_s, u"libc.so.6"_s}));
        QCOMPARE(facts.soname, u"self"_s);
        QCOMPARE(facts.rPath, QStringList{u"/r"_s});
        QCOMPARE(facts.runPath, (QStringList{u"/a"_s, u""_s, u"/b"_s}));
        QCOMPARE(facts.neededVersions,
                 (QList<NeededVersion>{{u"libc.so.6"_s, u"GLIBC_2.34"_s, false},
                                       {u"libc.so.6"_s, u"GLIBC_2.38"_s, true},
                                       {u"libone.so"_s, u"ONE_1"_s, false}}));
    }

    void emptyRunPathHasNoElements()
    {
        ElfMaker maker = smallProgram();
        maker.addName(RunPath, "");
        const ElfFacts facts = factsOf(maker.make());
        QVERIFY(facts.hasRunPath);
        QCOMPARE(facts.runPath, QStringList());
    }

    void pieFlagMakesAProgramWithoutInterpreter()
    {
        ElfMaker maker;
        QCOMPARE(factsOf(maker.make()).kind, ElfFacts::Kind::Library);
        maker.dynamic.append({Flags1, Pie});
        QCOMPARE(factsOf(maker.make()).kind, ElfFacts::Kind::Program);
    }

    void fileWithoutStackHeaderHasTheStackOfItsMachine_data()
    {
        QTest::addColumn<int>("machine");
        QTest::addColumn<bool>("isExecutable");
        QTest::newRow("x86-64") << 62 << true;
        QTest::newRow("aarch64") << 183 << false;
        QTest::newRow("riscv64") << 243 << false;
    }
    void fileWithoutStackHeaderHasTheStackOfItsMachine()
    {
        QFETCH(int, machine);
        ElfMaker maker = smallProgram();
        maker.machine = quint16(machine);
        QByteArray sample = maker.make();
        ByteWriter::patch<quint32>(sample, maker.segmentsAt + 2 * 56, 0); // PT_NULL
        QTEST(factsOf(sample).hasExecutableStack, "isExecutable");
    }

    void dynamicSectionOutsideTheFileIsDamage()
    {
        ElfMaker maker = smallProgram();
        QByteArray sample = maker.make();
        ByteWriter::patch<quint64>(sample, maker.segmentsAt + 56 + 8, quint64(sample.size()));
        const auto facts = readBinary(ByteView(sample));
        QCOMPARE(facts->damage, u"the dynamic section lies outside the file"_s);
        QVERIFY(facts->elf()->needed.isEmpty());
    }

    void segmentOutsideTheFileIsDamage()
    {
        ElfMaker maker = smallProgram();
        QByteArray sample = maker.make();
        ByteWriter::patch<quint64>(sample, maker.segmentsAt + 32, ~quint64(0)); // its size in the file
        QCOMPARE(damageOf(sample), u"a segment lies outside the file"_s);
    }

    void stringTableThatIsNotLoadedIsDamage()
    {
        ElfMaker maker = smallProgram();
        QByteArray sample = maker.make();
        // The offset instead of the address: what a reader that trusts offsets would follow.
        ByteWriter::patch<quint64>(sample, maker.dynamicAt + 8, quint64(maker.stringsAt));
        const auto facts = readBinary(ByteView(sample));
        QCOMPARE(facts->damage, u"the dynamic strings lie outside the segments that are loaded"_s);
        QVERIFY(facts->elf()->needed.isEmpty());
    }

    void nameBehindTheStringTableIsDamage()
    {
        ElfMaker maker = smallProgram();
        maker.dynamic.append({Needed, 100'000});
        const auto facts = readBinary(ByteView(maker.make()));
        QVERIFY(facts->damage.contains(u"outside the dynamic strings"));
        QCOMPARE(facts->elf()->needed.size(), 2);
    }

    void oddSizesOfTableRowsAreDamage()
    {
        QByteArray sample = smallProgram().make();
        ByteWriter::patch<quint16>(sample, 54, 57);
        QVERIFY(damageOf(sample).startsWith(u"the program headers"));

        QByteArray object = gcc(Bare, {u"-c"_s});
        ByteWriter::patch<quint16>(object, 58, 63);
        QVERIFY(damageOf(object).startsWith(u"the section headers"));
        ByteWriter::patch<quint16>(object, 58, 0);
        QVERIFY(damageOf(object).startsWith(u"the section headers"));
    }

    void longerRowsOfSectionHeadersAreSteppedOver()
    {
        // Two rows of 80 bytes behind the file: the first is empty, the second a symbol table.
        QByteArray sample = smallProgram().make();
        const qsizetype at = sample.size();
        sample.append(160, '\0');
        ByteWriter::patch<quint32>(sample, at + 80 + 4, 2); // SHT_SYMTAB
        ByteWriter::patch<quint64>(sample, at + 80 + 32, 24);
        ByteWriter::patch<quint64>(sample, 40, quint64(at));
        ByteWriter::patch<quint16>(sample, 58, 80);
        ByteWriter::patch<quint16>(sample, 60, 2);
        const ElfFacts facts = factsOf(sample);
        QVERIFY(!facts.isStripped);
        QCOMPARE(facts.symbolBytes, 24);
    }

    void countsThatDoNotFitAreReadFromTheFirstSection()
    {
        ElfMaker maker = smallProgram();
        QByteArray sample = maker.make();
        const qsizetype at = sample.size();
        sample.append(64, '\0');
        ByteWriter::patch<quint64>(sample, 40, quint64(at));
        ByteWriter::patch<quint16>(sample, 58, 64);
        ByteWriter::patch<quint16>(sample, 56, 0xffff); // PN_XNUM
        ByteWriter::patch<quint32>(sample, at + 44, 4);
        ByteWriter::patch<quint64>(sample, at + 32, 1);
        const ElfFacts facts = factsOf(sample);
        QCOMPARE(facts.needed.size(), 2);

        ByteWriter::patch<quint32>(sample, at + 44, 0xffffffff);
        QVERIFY(damageOf(sample).startsWith(u"the program headers"));
        ByteWriter::patch<quint32>(sample, at + 44, 4);
        ByteWriter::patch<quint64>(sample, at + 32, ~quint64(0));
        QVERIFY(damageOf(sample).startsWith(u"the section headers"));
    }

    void versionListsThatCreepAreGivenUp()
    {
        ElfMaker maker = smallProgram();
        QByteArray sample = maker.make();
        const qsizetype aux = maker.versionsAt + 16;
        ByteWriter::patch<quint32>(sample, aux + 12, 0x80000000);
        QCOMPARE(damageOf(sample), u"the symbol versions lie outside the file"_s);

        // A list of 20,000 versions, each the next of the other.
        ElfMaker endless;
        endless.neededVersions = {{"libc.so.6", QList<ElfMaker::Version>(20'000, {"GLIBC_2.34"})}};
        const auto facts = readBinary(ByteView(endless.make()));
        QCOMPARE(facts->damage, u"the list of symbol versions has no end"_s);
        QVERIFY(facts->elf()->neededVersions.size() < 20'000);
    }

    void listOfVersionsEndsWhereTheNextIsZeroAway()
    {
        ElfMaker maker = smallProgram();
        QByteArray sample = maker.make();
        ByteWriter::patch<quint16>(sample, maker.versionsAt + 2, 0xffff); // a count that lies
        ByteWriter::patch<quint32>(sample, maker.versionsAt + 12, 0); // no next library
        QCOMPARE(factsOf(sample).neededVersions.size(), 2);
    }

    void namesTogetherAreBounded()
    {
        ElfMaker maker;
        maker.addName(Needed, QByteArray(4000, 'x'));
        for (int i = 0; i < 4000; ++i)
            maker.dynamic.append(maker.dynamic.first());
        const auto facts = readBinary(ByteView(maker.make()));
        QVERIFY(!facts->damage.isEmpty());
        QVERIFY(facts->elf()->needed.size() < 300);
    }

    void headerThatMakesNoSenseIsDamage()
    {
        QByteArray sample = smallProgram().make();
        sample[4] = 7;
        QVERIFY(!damageOf(sample).isEmpty());
        QVERIFY(!damageOf("\x7f"
                          "ELF")
                     .isEmpty());
    }

    void whatLiesInTheGapIsUnknownNotDamaged()
    {
        ElfMaker maker = smallProgram();
        const QByteArray sample = maker.make();
        const auto facts = readBinary(
            ByteView(QByteArrayView(sample).first(maker.stringsAt), QByteArrayView(sample).last(16), sample.size()));
        QCOMPARE(facts->damage, QString());
        QVERIFY(facts->isPartial);
        QCOMPARE(facts->elf()->machine, u"x86-64"_s);
        QCOMPARE(facts->elf()->interpreter, u"/lib/ld.so"_s);
        QVERIFY(facts->elf()->needed.isEmpty());
    }

    void gapWithoutFactsInItDoesNotMatter()
    {
        gcc(Hello + "char big[4000000] = {1};\n", {});
        QVERIFY(m_workshop.run(u"patchelf"_s, {u"--set-rpath"_s, u"$ORIGIN/"_s + QString(2000, u'x'), u"sample"_s}));
        const QByteArray sample = m_workshop.read(u"sample"_s);
        const auto whole = readBinary(ByteView(sample));
        const auto kept = readBinary(
            ByteView(QByteArrayView(sample).first(1'000'000), QByteArrayView(sample).last(1'000'000), sample.size()));
        QVERIFY(!kept->isPartial);
        QCOMPARE(*kept, *whole);
    }

    void otherFilesAreNone()
    {
        QVERIFY(!readBinary(ByteView()));
        QVERIFY(!readBinary(ByteView("\x7f"
                                     "EL")));
        QVERIFY(!readBinary(ByteView("#!/bin/sh\n")));
        QVERIFY(!looksLikeBinary("#!/bin/sh\n"));
        QVERIFY(looksLikeBinary("\x7f"
                                "ELF"));
    }

    void filesThatEndEarlyAreDamaged()
    {
        QVERIFY(everyPrefixIsDamaged(smallProgram().make()));
        QVERIFY(everyPrefixIsDamaged(gcc(Hello, {})));
    }

    void changedFilesDoNotCrash()
    {
        ElfMaker big = smallProgram();
        big.is64 = false;
        big.isBigEndian = true;
        readMutations(smallProgram().make());
        readMutations(big.make());
        readMutations(gcc(Hello, {u"-g"_s}));
        readMutations(gcc(Bare, {u"-m32"_s, u"-shared"_s, u"-nostdlib"_s}));
    }

    void factsAreWrittenForScripts()
    {
        const QJsonObject json = toJson(*readBinary(ByteView(smallProgram().make())));
        QCOMPARE(json[u"format"], u"elf"_s);
        QCOMPARE(json[u"machine"], u"x86-64"_s);
        QCOMPARE(json[u"kind"], u"program"_s);
        QCOMPARE(json[u"interpreter"], u"/lib/ld.so"_s);
        QVERIFY(json[u"runpath"].isNull());
        QVERIFY(json[u"damage"].isNull());
        QCOMPARE(json[u"needed_versions"][1][u"weak"], true);
    }

    void fewWordsDescribeAFile()
    {
        QCOMPARE(describe(*readBinary(ByteView(smallProgram().make()))), u"ELF x86-64 program"_s);
        QCOMPARE(describe(*readBinary(ByteView(gcc(Hello, {u"-static"_s})))), u"ELF x86-64 program, static"_s);
    }
};

QTEST_GUILESS_MAIN(ElfReaderTest)
#include "tst_elfreader.moc"
