// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/binaryfacts.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// The first group of every match.
QStringList all(const QString &text, const QString &pattern)
{
    QStringList found;
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    for (const QRegularExpressionMatch &match : expression.globalMatch(text))
        found.append(match.captured(1));
    return found;
}

QString first(const QString &text, const QString &pattern)
{
    return all(text, pattern).value(0);
}

/// The text from \a start to the first line that ends the block, "]" or "}" without indentation.
QString block(const QString &text, const QString &start)
{
    const qsizetype from = text.indexOf(u'\n' + start);
    if (from < 0)
        return {};
    static const QRegularExpression end(u"^[\\]}]"_s, QRegularExpression::MultilineOption);
    return text.sliced(from, text.indexOf(end, from) - from);
}

QList<NeededVersion> neededVersions(const QString &text)
{
    QList<NeededVersion> versions;
    QString library;
    bool isWeak = false;
    static const QRegularExpression line(u"^ +(FileName|Flags|Name):? (?:\\[ \\()?([^\\n)]+)"_s,
                                         QRegularExpression::MultilineOption);
    for (const QRegularExpressionMatch &match : line.globalMatch(text)) {
        if (match.captured(1) == "FileName"_L1)
            library = match.captured(2);
        else if (match.captured(1) == "Flags"_L1)
            isWeak = match.captured(2).toInt(nullptr, 16) & 2;
        else
            versions.append({library, match.captured(2), isWeak});
    }
    return versions;
}

/// What LLVM says of an ELF file, as far as it says what we do.
ElfFacts elfByLlvm(const QString &path)
{
    const QString text = outputOf(u"llvm-readobj-19"_s,
                                  {u"--file-headers"_s, u"--program-headers"_s, u"--sections"_s, u"--dynamic-table"_s,
                                   u"--version-info"_s, path});
    const QString gnu = outputOf(u"llvm-readobj-19"_s, {u"--elf-output-style=GNU"_s, u"--program-headers"_s, path});
    static const QHash<QString, QString> machines{{u"EM_X86_64"_s, u"x86-64"_s},
                                                  {u"EM_386"_s, u"x86"_s},
                                                  {u"EM_AARCH64"_s, u"aarch64"_s},
                                                  {u"EM_S390"_s, u"s390x"_s}};
    const QString dynamic = block(text, u"DynamicSection"_s);
    const QString flags = all(dynamic, u" FLAGS(?:_1)? +(.*)$"_s).join(u' ') + u' ';
    const QString runPath = first(dynamic, u"Library runpath: \\[(.*)\\]"_s);
    const QString rPath = first(dynamic, u"Library rpath: \\[(.*)\\]"_s);
    const QString type = first(text, u"^  Type: (\\w+)"_s);

    ElfFacts facts;
    facts.bits = first(text, u"Class: (\\d+)-bit"_s).toInt();
    facts.isBigEndian = text.contains(u"DataEncoding: BigEndian");
    facts.machine = machines.value(first(text, u"Machine: (\\w+)"_s));
    facts.interpreter = first(gnu, u"interpreter: (.*)\\]"_s);
    facts.isDynamic = !dynamic.isEmpty();
    facts.needed = all(dynamic, u"Shared library: \\[(.*)\\]"_s);
    facts.soname = first(dynamic, u"Library soname: \\[(.*)\\]"_s);
    facts.hasRunPath = dynamic.contains(u" RUNPATH ");
    facts.runPath = runPath.isEmpty() ? QStringList() : runPath.split(u':');
    facts.hasRPath = dynamic.contains(u" RPATH ");
    facts.rPath = rPath.isEmpty() ? QStringList() : rPath.split(u':');
    facts.neededVersions = neededVersions(block(text, u"VersionRequirements"_s));
    // The first definition is the base: the library itself.
    facts.definedVersions = all(block(text, u"VersionDefinitions"_s), u"^    Name: (.*)$"_s).mid(1);
    facts.isPositionIndependent = type == "SharedObject"_L1;
    facts.hasRelro = text.contains(u"PT_GNU_RELRO");
    facts.bindsNow = dynamic.contains(u" BIND_NOW ") || flags.contains(u"BIND_NOW ") || flags.contains(u"NOW ");
    facts.hasTextRelocations = dynamic.contains(u" TEXTREL ") || flags.contains(u"TEXTREL ");
    facts.isStripped = !text.contains(u"Type: SHT_SYMTAB ");
    facts.hasDebugInfo = text.contains(u"Name: .debug_info ") || text.contains(u"Name: .zdebug_info ");
    const qsizetype stack = text.indexOf(u"Type: PT_GNU_STACK");
    facts.hasExecutableStack = stack < 0 || text.sliced(stack, text.indexOf(u"]", stack) - stack).contains(u"PF_X");
    const bool isProgram =
        type == "Executable"_L1 || flags.contains(u"PIE ") || (!facts.interpreter.isEmpty() && facts.soname.isEmpty());
    facts.kind = isProgram ? ElfFacts::Kind::Program : ElfFacts::Kind::Library;
    return facts;
}

/// One load command of a slice: its lines.
struct Command
{
    QString name;
    QString text;
    QString value(const QString &key) const { return first(text, u"^ *%1 (.*)$"_s.arg(key)); }
    /// Without "(offset 24)".
    QString path(const QString &key) const { return first(text, u"^ *%1 (.*) \\(offset \\d+\\)$"_s.arg(key)); }
};

QString withoutZero(const QString &version)
{
    return version == "n/a"_L1 ? QString() : version;
}

MachOSlice sliceByLlvm(const QString &text)
{
    static const QHash<QString, QString> archs{{u"ARM64"_s, u"arm64"_s}, {u"X86_64"_s, u"x86_64"_s}};
    static const QHash<QString, MachOSlice::Kind> kinds{{u"EXECUTE"_s, MachOSlice::Kind::Program},
                                                        {u"DYLIB"_s, MachOSlice::Kind::Library},
                                                        {u"BUNDLE"_s, MachOSlice::Kind::Bundle}};
    const QStringList header = first(text, u"^MH_MAGIC_64(.*)$"_s).simplified().split(u' ');
    MachOSlice slice;
    slice.arch = archs.value(header.value(0));
    slice.kind = kinds.value(header.value(3));
    slice.isPositionIndependent = header.contains("PIE"_L1) || slice.kind != MachOSlice::Kind::Program;
    slice.allowsExecutableStack = header.contains("ALLOW_STACK_EXECUTION"_L1);
    for (const QString &part : text.split(u"\nLoad command "_s).mid(1)) {
        const Command command{first(part, u"^ *cmd (\\w+)$"_s), part};
        if (command.name == "LC_RPATH"_L1) {
            slice.rpaths.append(command.path(u"path"_s));
        } else if (command.name == "LC_ID_DYLIB"_L1) {
            slice.installName = command.path(u"name"_s);
        } else if (command.name.endsWith("_DYLIB"_L1)) {
            slice.loads.append({command.path(u"name"_s), command.name == "LC_LOAD_WEAK_DYLIB"_L1,
                                command.name == "LC_REEXPORT_DYLIB"_L1});
        } else if (command.name == "LC_BUILD_VERSION"_L1) {
            slice.platform = command.value(u"platform"_s);
            slice.minOs = command.value(u"minos"_s);
            slice.sdk = withoutZero(command.value(u"sdk"_s));
        } else if (command.name == "LC_VERSION_MIN_MACOSX"_L1) {
            slice.platform = u"macos"_s;
            slice.minOs = command.value(u"version"_s);
            slice.sdk = withoutZero(command.value(u"sdk"_s));
        } else if (command.name == "LC_SYMTAB"_L1) {
            slice.symbolBytes = command.value(u"nsyms"_s).toLongLong() * 16 + command.value(u"strsize"_s).toLongLong();
        } else if (command.name == "LC_DYSYMTAB"_L1) {
            slice.isStripped = command.value(u"nlocalsym"_s).toInt() <= 1;
        }
    }
    return slice;
}

/// What LLVM says of each slice of a Mach-O file; it reads no signatures.
QList<MachOSlice> slicesByLlvm(const QString &path)
{
    const QString text = outputOf(u"llvm-objdump-19"_s, {u"--macho"_s, u"--arch=all"_s, u"--private-headers"_s, path});
    QList<MachOSlice> slices;
    for (const QString &slice : text.split(u"\nMach header\n"_s).mid(1))
        slices.append(sliceByLlvm(slice));
    return slices;
}

PeFacts peByLlvm(const QString &path)
{
    const QString text = outputOf(u"llvm-readobj-19"_s, {u"--file-headers"_s, u"--coff-imports"_s, path});
    static const QHash<QString, QString> machines{
        {u"AMD64"_s, u"x86-64"_s}, {u"I386"_s, u"x86"_s}, {u"ARM64"_s, u"aarch64"_s}};
    static const QHash<QString, QString> subsystems{{u"CUI"_s, u"console"_s}, {u"GUI"_s, u"windows"_s}};
    PeFacts facts;
    facts.kind = text.contains(u"IMAGE_FILE_DLL") ? PeFacts::Kind::Library : PeFacts::Kind::Program;
    facts.isPlus = text.contains(u"Magic: 0x20B");
    facts.machine = machines.value(first(text, u"Machine: IMAGE_FILE_MACHINE_(\\w+)"_s));
    facts.imports = all(text, u"^Import \\{\\n  Name: (.*)$"_s);
    facts.delayImports = all(text, u"^DelayImport \\{\\n  Name: (.*)$"_s);
    facts.subsystem = subsystems.value(first(text, u"Subsystem: IMAGE_SUBSYSTEM_WINDOWS_(\\w+)"_s));
    facts.hasAuthenticode = first(text, u"CertificateTableSize: 0x(\\w+)"_s) != "0"_L1;
    facts.hasAslr = text.contains(u"_DYNAMIC_BASE ");
    facts.hasHighEntropyAslr = text.contains(u"_HIGH_ENTROPY_VA ");
    facts.hasNx = text.contains(u"_NX_COMPAT ");
    facts.hasSymbols = first(text, u"SymbolCount: (\\d+)"_s).toInt() > 0;
    return facts;
}

} // namespace

/// Holds what our readers say of released binaries of all platforms against what LLVM's tools print.
class OracleTest : public QObject
{
    Q_OBJECT

private:
    QHash<QString, int> m_compared;

    void compareElf(const QString &path, ElfFacts ours)
    {
        ours.symbolBytes = 0; // LLVM has no word for it
        QCOMPARE(ours.machine.isEmpty(), false);
        const ElfFacts theirs = elfByLlvm(path);
        QCOMPARE(ours.needed, theirs.needed);
        QCOMPARE(ours.neededVersions, theirs.neededVersions);
        QCOMPARE(ours.definedVersions, theirs.definedVersions);
        QCOMPARE(toJson(BinaryFacts{ours}), toJson(BinaryFacts{theirs}));
    }

    void compareMachO(const QString &path, const MachOFacts &ours)
    {
        const QList<MachOSlice> theirs = slicesByLlvm(path);
        QCOMPARE(ours.slices.size(), theirs.size());
        for (qsizetype i = 0; i < theirs.size(); ++i) {
            MachOSlice slice = ours.slices.at(i);
            // Released files run, so that what is signed is right, and what is for Apple's own processors is signed.
            if (slice.signature != MachOSlice::Signature::None)
                QCOMPARE(slice.pageHashes, MachOSlice::PageHashes::Match);
            else
                QCOMPARE(slice.arch, u"x86_64"_s);
            MachOSlice llvm = theirs.at(i);
            llvm.signature = slice.signature;
            llvm.isLinkerSigned = slice.isLinkerSigned;
            llvm.hasHardenedRuntime = slice.hasHardenedRuntime;
            llvm.signingIdentifier = slice.signingIdentifier;
            llvm.pageHashes = slice.pageHashes;
            llvm.offset = slice.offset;
            llvm.size = slice.size;
            QCOMPARE(toJson(BinaryFacts{MachOFacts{.slices = {slice}}}),
                     toJson(BinaryFacts{MachOFacts{.slices = {llvm}}}));
        }
    }

private Q_SLOTS:
    void factsAgreeWithLlvm_data()
    {
        QTest::addColumn<QString>("path");
        const QString folder = qEnvironmentVariable("UNMOOR_BINARIES");
        QStringList paths;
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths.append(files.next());
        // Libraries that define versions: the released ones do not.
        for (const auto name : {"libc.so.6", "libm.so.6", "libstdc++.so.6", "ld-linux-x86-64.so.2"})
            paths.append(u"/usr/lib/x86_64-linux-gnu/"_s + QLatin1StringView(name));
        paths.sort();
        for (const QString &path : std::as_const(paths)) {
            QFile file(path);
            if (file.open(QIODevice::ReadOnly) && looksLikeBinary(file.read(16)))
                QTest::newRow(qPrintable(QDir(folder).relativeFilePath(path))) << path;
        }
    }
    void factsAgreeWithLlvm()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        const auto facts = readBinary(ByteView(content));
        QVERIFY(facts);
        QCOMPARE(facts->damage, QString());
        QVERIFY(!facts->isPartial);
        if (const ElfFacts *elf = facts->elf()) {
            compareElf(path, *elf);
        } else if (const MachOFacts *machO = facts->machO()) {
            compareMachO(path, *machO);
        } else {
            PeFacts ours = *facts->pe();
            ours.symbolBytes = 0;
            QCOMPARE(toJson(BinaryFacts{ours}), toJson(BinaryFacts{peByLlvm(path)}));
        }
        ++m_compared[formatName(*facts)];
    }

    void everyFormatWasCompared()
    {
        qInfo("Compared %d ELF, %d Mach-O and %d PE files with LLVM", m_compared[u"elf"_s], m_compared[u"mach-o"_s],
              m_compared[u"pe"_s]);
        QVERIFY(m_compared[u"elf"_s] >= 15);
        QVERIFY(m_compared[u"mach-o"_s] >= 10);
        QVERIFY(m_compared[u"pe"_s] >= 10);
    }
};

QTEST_GUILESS_MAIN(OracleTest)
#include "tst_oracle.moc"
