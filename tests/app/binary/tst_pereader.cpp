// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/binaryfacts.h"
#include "app/binary/bytewriter.h"
#include "tests/app/binary/hostile.h"
#include "tests/app/binary/pemaker.h"
#include "tests/app/binary/workshop.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QByteArray Hello = "#include <stdio.h>\nint main(void) { return puts(\"hello\") < 0; }\n";

PeMaker program()
{
    PeMaker maker;
    maker.imports = {"KERNEL32.dll", "onnxruntime.dll"};
    maker.delayImports = {"dxcore.dll", "D3D12.dll"};
    return maker;
}

} // namespace

class PeReaderTest : public QObject
{
    Q_OBJECT

private:
    Workshop m_workshop;

    QByteArray mingw(const QByteArray &source, const QStringList &arguments)
    {
        return m_workshop.compiled(u"x86_64-w64-mingw32-gcc"_s, source, arguments);
    }

    /// The facts of a file that must be whole.
    static PeFacts factsOf(const QByteArray &sample)
    {
        const auto facts = readBinary(ByteView(sample));
        if (!facts || !facts->pe()) {
            QTest::qFail("no PE file", __FILE__, __LINE__);
            return {};
        }
        if (!facts->damage.isEmpty())
            QTest::qFail(qPrintable(facts->damage), __FILE__, __LINE__);
        return *facts->pe();
    }

    static QString damageOf(const QByteArray &sample)
    {
        const auto facts = readBinary(ByteView(sample));
        return facts ? facts->damage : u"no binary"_s;
    }

private Q_SLOTS:
    void compiledProgramSaysWhatItNeeds()
    {
        const PeFacts facts = factsOf(mingw(Hello, {}));
        QCOMPARE(facts.kind, PeFacts::Kind::Program);
        QVERIFY(facts.isPlus);
        QCOMPARE(facts.machine, u"x86-64"_s);
        QVERIFY(facts.imports.contains(u"KERNEL32.dll"_s));
        QVERIFY(facts.delayImports.isEmpty());
        QCOMPARE(facts.subsystem, u"console"_s);
        QVERIFY(!facts.hasAuthenticode);
    }

    void compiledLibraryIsToldFromAProgram()
    {
        const QByteArray source = "__declspec(dllexport) int answer(void) { return 42; }\n";
        QCOMPARE(factsOf(mingw(source, {u"-shared"_s})).kind, PeFacts::Kind::Library);
    }

    void linkerOptionsAreSeen()
    {
        const PeFacts hardened =
            factsOf(mingw(Hello, {u"-Wl,--dynamicbase,--nxcompat,--high-entropy-va"_s, u"-mwindows"_s}));
        QVERIFY(hardened.hasAslr && hardened.hasNx && hardened.hasHighEntropyAslr);
        QCOMPARE(hardened.subsystem, u"windows"_s);
        const PeFacts weak =
            factsOf(mingw(Hello, {u"-Wl,--disable-dynamicbase,--disable-nxcompat,--disable-high-entropy-va"_s}));
        QVERIFY(!weak.hasAslr && !weak.hasNx && !weak.hasHighEntropyAslr);
    }

    void symbolsAreMeasured()
    {
        const QByteArray debug = mingw(Hello, {u"-g"_s});
        QVERIFY(factsOf(debug).hasSymbols);
        QVERIFY(m_workshop.run(u"x86_64-w64-mingw32-strip"_s, {u"sample"_s}));
        const QByteArray stripped = m_workshop.read(u"sample"_s);
        QVERIFY(!factsOf(stripped).hasSymbols);
        QCOMPARE(factsOf(stripped).symbolBytes, 0);
        const qint64 saved = debug.size() - stripped.size();
        QVERIFY(qAbs(saved - factsOf(debug).symbolBytes) < saved / 20); // the rest is padding
    }

    void importsAreFoundByAddressInBothWidths_data()
    {
        QTest::addColumn<bool>("isPlus");
        QTest::addColumn<bool>("isAbsolute");
        QTest::newRow("PE32+") << true << false;
        QTest::newRow("PE32") << false << false;
        QTest::newRow("PE32+, old delay imports") << true << true;
        QTest::newRow("PE32, old delay imports") << false << true;
    }
    void importsAreFoundByAddressInBothWidths()
    {
        PeMaker maker = program();
        QFETCH(bool, isPlus);
        QFETCH(bool, isAbsolute);
        maker.isPlus = isPlus;
        maker.hasAbsoluteDelayImports = isAbsolute;
        const PeFacts facts = factsOf(maker.make());
        QCOMPARE(facts.isPlus, isPlus);
        QCOMPARE(facts.imports, (QStringList{u"KERNEL32.dll"_s, u"onnxruntime.dll"_s}));
        QCOMPARE(facts.delayImports, (QStringList{u"dxcore.dll"_s, u"D3D12.dll"_s}));
    }

    void machinesAndKindsAreNamed()
    {
        QCOMPARE(factsOf(PeMaker{.machine = 0xaa64}.make()).machine, u"aarch64"_s);
        QCOMPARE(factsOf(PeMaker{.machine = 0x14c}.make()).machine, u"x86"_s);
        QCOMPARE(factsOf(PeMaker{.machine = 0x1234}.make()).machine, u"machine 0x1234"_s);
        QCOMPARE(factsOf(PeMaker{.characteristics = 0x2022}.make()).kind, PeFacts::Kind::Library);
        QCOMPARE(factsOf(PeMaker{.subsystem = 1}.make()).kind, PeFacts::Kind::Driver);
        QCOMPARE(factsOf(PeMaker{.subsystem = 10}.make()).subsystem, u"efi-application"_s);
    }

    void certificateTableIsSeen()
    {
        PeMaker maker = program();
        maker.certificateAt = quint32(maker.make().size());
        maker.certificateSize = 64;
        QVERIFY(factsOf(maker.make() + QByteArray(64, 'c')).hasAuthenticode);
        QCOMPARE(damageOf(maker.make()), u"the certificate table lies outside the file"_s);
    }

    void sectionOutsideTheFileIsDamage()
    {
        PeMaker maker = program();
        QByteArray sample = maker.make();
        ByteWriter::patch<quint32>(sample, maker.sectionHeaderAt + 16, 0xffffffff);
        QCOMPARE(damageOf(sample), u"a section lies outside the file"_s);
    }

    void tablesOutsideTheSectionsAreDamage()
    {
        PeMaker maker = program();
        QByteArray sample = maker.make();
        ByteWriter::patch<quint32>(sample, maker.directoriesAt + 8, 0x00900000);
        QCOMPARE(damageOf(sample), u"the import table lies outside the sections"_s);
        sample = maker.make();
        ByteWriter::patch<quint32>(sample, maker.directoriesAt + 13 * 8, 0xffffffff);
        QCOMPARE(damageOf(sample), u"the delay import table lies outside the sections"_s);
        sample = maker.make();
        ByteWriter::patch<quint32>(sample, PeMaker::SectionAt + 12, 0x00900000);
        QVERIFY(damageOf(sample).startsWith(u"the name of a DLL"));
        QCOMPARE(readBinary(ByteView(sample))->pe()->imports, QStringList{u"onnxruntime.dll"_s});
        // An old delay import below the image.
        sample = maker.make();
        ByteWriter::patch<quint32>(sample, maker.delayImportsAt, 0);
        QVERIFY(damageOf(sample).startsWith(u"the name of a DLL"));
    }

    void tableWithoutEndIsGivenUp()
    {
        PeMaker maker;
        maker.imports = QList<QByteArray>(5000, "a.dll");
        const auto facts = readBinary(ByteView(maker.make()));
        QCOMPARE(facts->damage, u"the import table has no end"_s);
        QVERIFY(facts->pe()->imports.size() < 5000);
    }

    void tableEndsWithItsSection()
    {
        // In memory zeros come behind the bytes of the file, whatever comes there in the file.
        PeMaker maker;
        maker.imports = {"a.dll"};
        QByteArray sample = maker.make();
        ByteWriter::patch<quint32>(sample, maker.sectionHeaderAt + 16, 30);
        sample.replace(PeMaker::SectionAt + 20, 20, QByteArray(20, 'x'));
        ByteWriter::patch<quint32>(sample, PeMaker::SectionAt + 12, PeMaker::SectionAddress + 20);
        sample[PeMaker::SectionAt + 25] = 0;
        QCOMPARE(factsOf(sample).imports, QStringList{u"xxxxx"_s});
    }

    void oddHeadersAreDamage()
    {
        QByteArray sample = program().make();
        ByteWriter::patch<quint16>(sample, PeMaker::OptionalAt, 0x107);
        QVERIFY(damageOf(sample).startsWith(u"the PE header has"));
        sample = program().make();
        ByteWriter::patch<quint16>(sample, PeMaker::CoffAt + 16, 50);
        QVERIFY(damageOf(sample).startsWith(u"the PE header has"));
        sample = program().make();
        ByteWriter::patch<quint16>(sample, PeMaker::CoffAt + 2, 0xffff);
        QCOMPARE(damageOf(sample), u"it has more sections than make sense"_s);
        ByteWriter::patch<quint16>(sample, PeMaker::CoffAt + 2, 2000);
        QCOMPARE(damageOf(sample), u"the section headers lie outside the file"_s);
        sample = program().make();
        ByteWriter::patch<quint32>(sample, PeMaker::CoffAt + 8, 0x7fffffff);
        QCOMPARE(damageOf(sample), u"the symbol table lies outside the file"_s);
    }

    void countOfDirectoriesThatLiesIsCut()
    {
        PeMaker maker = program();
        QByteArray sample = maker.make();
        ByteWriter::patch<quint32>(sample, maker.directoriesAt - 4, 0xffffffff);
        QCOMPARE(factsOf(sample).imports.size(), 2);
        ByteWriter::patch<quint32>(sample, maker.directoriesAt - 4, 2);
        QVERIFY(factsOf(sample).delayImports.isEmpty());
    }

    void dosProgramsAreNone()
    {
        QVERIFY(!readBinary(ByteView("MZ")));
        QVERIFY(!readBinary(ByteView(QByteArray("MZ").leftJustified(64, '\0'))));
        QByteArray sample = program().make();
        ByteWriter::patch<quint32>(sample, 0x3c, 0xffffffff);
        QVERIFY(!readBinary(ByteView(sample)));
        QVERIFY(looksLikeBinary("MZ"));
    }

    void whatLiesInTheGapIsUnknownNotDamaged()
    {
        const QByteArray sample = program().make();
        const auto facts = readBinary(
            ByteView(QByteArrayView(sample).first(PeMaker::SectionAt), QByteArrayView(sample).last(16), sample.size()));
        QCOMPARE(facts->damage, QString());
        QVERIFY(facts->isPartial);
        QCOMPARE(facts->pe()->machine, u"x86-64"_s);
        QVERIFY(facts->pe()->imports.isEmpty());
    }

    void filesThatEndEarlyAreDamaged()
    {
        QVERIFY(everyPrefixIsDamaged(program().make()));
        const QByteArray whole = mingw(Hello, {u"-Os"_s});
        QVERIFY(everyPrefixIsDamaged(whole));
    }

    void changedFilesDoNotCrash()
    {
        PeMaker small = program();
        small.isPlus = false;
        small.hasAbsoluteDelayImports = true;
        readMutations(program().make());
        readMutations(small.make());
        readMutations(mingw(Hello, {u"-g"_s}));
    }

    void factsAreWrittenForScripts()
    {
        const QJsonObject json = toJson(*readBinary(ByteView(program().make())));
        QCOMPARE(json[u"format"], u"pe"_s);
        QCOMPARE(json[u"machine"], u"x86-64"_s);
        QCOMPARE(json[u"kind"], u"program"_s);
        QCOMPARE(json[u"bits"], 64);
        QCOMPARE(json[u"delay_imports"][0], u"dxcore.dll"_s);
        QCOMPARE(describe(*readBinary(ByteView(program().make()))), u"PE x86-64 program"_s);
    }
};

QTEST_GUILESS_MAIN(PeReaderTest)
#include "tst_pereader.moc"
