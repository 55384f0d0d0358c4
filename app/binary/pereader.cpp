// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/pereader.h"

#include "app/binary/fieldreader.h"

#include <QCoreApplication>
#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

// The numbers of Microsoft's "PE Format", under its names.
enum : quint16 { IMAGE_NT_OPTIONAL_HDR32_MAGIC = 0x10b, IMAGE_NT_OPTIONAL_HDR64_MAGIC = 0x20b };
enum : quint16 { IMAGE_FILE_DLL = 0x2000 };
enum : quint16 {
    IMAGE_DLLCHARACTERISTICS_HIGH_ENTROPY_VA = 0x20,
    IMAGE_DLLCHARACTERISTICS_DYNAMIC_BASE = 0x40,
    IMAGE_DLLCHARACTERISTICS_NX_COMPAT = 0x100
};
enum : quint16 {
    IMAGE_SUBSYSTEM_NATIVE = 1,
    IMAGE_SUBSYSTEM_EFI_BOOT_SERVICE_DRIVER = 11,
    IMAGE_SUBSYSTEM_EFI_RUNTIME_DRIVER = 12
};
enum : quint32 {
    IMAGE_DIRECTORY_ENTRY_IMPORT = 1,
    IMAGE_DIRECTORY_ENTRY_SECURITY = 4,
    IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT = 13
};
enum : quint32 { DelayImportIsRva = 1 };

// Far above what linkers write, far below what would take time.
constexpr quint32 MaxSections = 2048;
constexpr int MaxImports = 4096;
constexpr quint64 MaxDllName = 1024;
constexpr quint32 MaxDirectories = 16;
constexpr quint32 SymbolSize = 18;
constexpr quint32 SectionSize = 40;
/// Where sections start in the file, whatever lower bits say, in images that are mapped by pages.
constexpr quint64 FileAlignment = 512;
constexpr quint32 PageSize = 4096;

constexpr const char *PeHeaderOutside = UNMOOR_DAMAGE("the PE header is cut off");
constexpr const char *HeaderOdd = UNMOOR_DAMAGE("the PE header has a size or a kind that makes no sense");
constexpr const char *SectionHeadersOutside = UNMOOR_DAMAGE("the section headers lie outside the file");
constexpr const char *TooManySections = UNMOOR_DAMAGE("it has more sections than make sense");
constexpr const char *SectionOutside = UNMOOR_DAMAGE("a section lies outside the file");
constexpr const char *ImportsOutside = UNMOOR_DAMAGE("the import table lies outside the sections");
constexpr const char *ImportsEndless = UNMOOR_DAMAGE("the import table has no end");
constexpr const char *DelayImportsOutside = UNMOOR_DAMAGE("the delay import table lies outside the sections");
constexpr const char *DelayImportsEndless = UNMOOR_DAMAGE("the delay import table has no end");
constexpr const char *PeNameOutside = UNMOOR_DAMAGE("the name of a DLL lies outside the sections or has no end");
constexpr const char *CertificateOutside = UNMOOR_DAMAGE("the certificate table lies outside the file");
constexpr const char *PeSymbolsOutside = UNMOOR_DAMAGE("the symbol table lies outside the file");

QString machineName(quint16 machine)
{
    switch (machine) {
    case 0x14c:
        return u"x86"_s;
    case 0x1c0:
    case 0x1c2:
    case 0x1c4:
        return u"arm"_s;
    case 0x200:
        return u"ia64"_s;
    case 0x5064:
        return u"riscv64"_s;
    case 0x6264:
        return u"loongarch64"_s;
    case 0x8664:
        return u"x86-64"_s;
    case 0xaa64:
        return u"aarch64"_s;
    default:
        return u"machine 0x"_s + QString::number(machine, 16);
    }
}

QString subsystemName(quint16 subsystem)
{
    switch (subsystem) {
    case IMAGE_SUBSYSTEM_NATIVE:
        return u"native"_s;
    case 2:
        return u"windows"_s;
    case 3:
        return u"console"_s;
    case 5:
        return u"os2"_s;
    case 7:
        return u"posix"_s;
    case 9:
        return u"windows-ce"_s;
    case 10:
        return u"efi-application"_s;
    case IMAGE_SUBSYSTEM_EFI_BOOT_SERVICE_DRIVER:
        return u"efi-boot-driver"_s;
    case IMAGE_SUBSYSTEM_EFI_RUNTIME_DRIVER:
        return u"efi-runtime-driver"_s;
    case 13:
        return u"efi-rom"_s;
    case 14:
        return u"xbox"_s;
    case 16:
        return u"boot-application"_s;
    default:
        return u"subsystem %1"_s.arg(subsystem);
    }
}

PeFacts::Kind peKindOf(quint16 characteristics, quint16 subsystem)
{
    if (characteristics & IMAGE_FILE_DLL)
        return PeFacts::Kind::Library;
    const bool isDriver = subsystem == IMAGE_SUBSYSTEM_NATIVE || subsystem == IMAGE_SUBSYSTEM_EFI_BOOT_SERVICE_DRIVER
        || subsystem == IMAGE_SUBSYSTEM_EFI_RUNTIME_DRIVER;
    return isDriver ? PeFacts::Kind::Driver : PeFacts::Kind::Program;
}

struct PeSection
{
    quint64 address = 0; ///< relative to the image
    quint64 offset = 0;
    quint64 size = 0; ///< in the file
};

/// A part of the file that the loader finds by its address.
struct PePlace
{
    quint64 offset = 0;
    quint64 size = 0; ///< up to the end of its section
};

struct Directory
{
    quint32 address = 0;
    quint32 size = 0;
};

class PeReader
{
public:
    PeReader(const FieldReader &file, quint64 coffAt)
        : m_file(file)
        , m_coffAt(coffAt)
    {
    }

    PeFacts read();

private:
    bool readOptionalHeader(quint64 at, quint16 size, quint16 characteristics);
    Directory directory(quint32 index) const;
    void readSections(quint64 at, quint32 count);
    void readSection(const Record &row);
    bool isDebugSection(const Record &row) const;
    std::optional<PePlace> place(quint64 address) const;
    std::optional<Record> row(const PePlace &table, quint32 index, quint32 size, const char *damage) const;
    std::optional<QString> name(quint64 address) const;
    void readImports();
    void readDelayImports();
    void readSymbols(quint32 offset, quint32 count);

    FieldReader m_file;
    quint64 m_coffAt;
    PeFacts m_facts;
    Record m_directories;
    quint32 m_directoryCount = 0;
    quint64 m_imageBase = 0;
    quint64 m_headersSize = 0;
    bool m_isMappedByPages = true;
    quint64 m_namesAt = 0; ///< of long section names; 0: none
    quint64 m_symbolBytes = 0;
    std::vector<PeSection> m_sections;
};

PeFacts PeReader::read()
{
    const auto header = m_file.record(m_coffAt, 20, PeHeaderOutside);
    if (!header)
        return m_facts;
    m_facts.machine = machineName(header->u16(0));
    const quint64 optionalAt = m_coffAt + 20;
    const quint16 optionalSize = header->u16(16);
    readSymbols(header->u32(8), header->u32(12));
    if (!readOptionalHeader(optionalAt, optionalSize, header->u16(18)))
        return m_facts;
    readSections(optionalAt + optionalSize, header->u16(2));
    readImports();
    readDelayImports();
    // It is the one directory that states an offset, since it is never loaded.
    const Directory certificates = directory(IMAGE_DIRECTORY_ENTRY_SECURITY);
    m_facts.hasAuthenticode = certificates.size > 0 && certificates.address > 0
        && m_file.contains(certificates.address, certificates.size, CertificateOutside);
    m_facts.symbolBytes = qint64(std::min(m_symbolBytes, quint64(m_file.size())));
    return m_facts;
}

bool PeReader::readOptionalHeader(quint64 at, quint16 size, quint16 characteristics)
{
    const auto header = m_file.record(at, size, PeHeaderOutside);
    if (!header)
        return false;
    const quint16 magic = header->u16(0);
    m_facts.isPlus = magic == IMAGE_NT_OPTIONAL_HDR64_MAGIC;
    const quint32 directoriesAt = m_facts.isPlus ? 112 : 96;
    if ((magic != IMAGE_NT_OPTIONAL_HDR32_MAGIC && !m_facts.isPlus) || size < directoriesAt) {
        m_file.notes().damaged(HeaderOdd);
        return false;
    }
    m_imageBase = m_facts.isPlus ? header->u64(24) : header->u32(28);
    m_isMappedByPages = header->u32(32) >= PageSize;
    m_headersSize = header->u32(60);
    const quint16 subsystem = header->u16(68);
    m_facts.kind = peKindOf(characteristics, subsystem);
    m_facts.subsystem = subsystemName(subsystem);
    const quint16 flags = header->u16(70);
    m_facts.hasAslr = flags & IMAGE_DLLCHARACTERISTICS_DYNAMIC_BASE;
    m_facts.hasHighEntropyAslr = flags & IMAGE_DLLCHARACTERISTICS_HIGH_ENTROPY_VA;
    m_facts.hasNx = flags & IMAGE_DLLCHARACTERISTICS_NX_COMPAT;

    m_directoryCount = std::min({header->u32(directoriesAt - 4), MaxDirectories, quint32(size - directoriesAt) / 8});
    m_directories = m_file.record(at + directoriesAt, m_directoryCount * 8, PeHeaderOutside).value_or(Record());
    return true;
}

Directory PeReader::directory(quint32 index) const
{
    if (index >= m_directoryCount)
        return {};
    return {m_directories.u32(index * 8), m_directories.u32(index * 8 + 4)};
}

void PeReader::readSections(quint64 at, quint32 count)
{
    if (count > MaxSections) {
        m_file.notes().damaged(TooManySections);
        return;
    }
    if (!m_file.contains(at, count * SectionSize, SectionHeadersOutside))
        return;
    for (quint32 i = 0; i < count; ++i) {
        if (const auto row = m_file.record(at + i * SectionSize, SectionSize, SectionHeadersOutside))
            readSection(*row);
    }
}

void PeReader::readSection(const Record &row)
{
    const PeSection section{.address = row.u32(12), .offset = row.u32(20), .size = row.u32(16)};
    if (section.offset == 0 || section.size == 0)
        return; // nothing of it is in the file
    if (!m_file.contains(section.offset, section.size, SectionOutside))
        return;
    if (isDebugSection(row))
        m_symbolBytes += section.size;
    m_sections.push_back(section);
}

/// GNU ld keeps names of more than 8 characters in the symbols' string table, and their offset as "/123".
bool PeReader::isDebugSection(const Record &row) const
{
    const auto name = row.bytes(0, 8);
    if (!name.startsWith('/'))
        return name.startsWith(".debug_");
    bool isNumber = false;
    const QByteArrayView digits = name.sliced(1);
    const quint32 offset = digits.first(std::max<qsizetype>(0, digits.indexOf('\0'))).toUInt(&isNumber);
    const auto longName = isNumber && m_namesAt ? m_file.view().bytes(m_namesAt + offset, 7) : std::nullopt;
    return longName && *longName == ".debug_";
}

std::optional<PePlace> PeReader::place(quint64 address) const
{
    for (const PeSection &section : m_sections) {
        if (address < section.address || address - section.address >= section.size)
            continue;
        const quint64 start = m_isMappedByPages ? section.offset / FileAlignment * FileAlignment : section.offset;
        const quint64 skip = address - section.address;
        return PePlace{start + skip, section.size - skip};
    }
    if (address < m_headersSize)
        return PePlace{address, m_headersSize - address};
    return std::nullopt;
}

std::optional<QString> PeReader::name(quint64 address) const
{
    const auto found = place(address);
    if (!found) {
        m_file.notes().damaged(PeNameOutside);
        return std::nullopt;
    }
    return m_file.text(found->offset, std::min(found->size, MaxDllName), PeNameOutside);
}

/// nullopt behind the bytes that the section has in the file: in memory there are zeros, which end a table.
std::optional<Record> PeReader::row(const PePlace &table, quint32 index, quint32 size, const char *damage) const
{
    if (table.size < quint64(index + 1) * size)
        return std::nullopt;
    return m_file.record(table.offset + index * size, size, damage);
}

/// The loader reads rows until one is empty; it does not look at the size that the directory states.
void PeReader::readImports()
{
    const Directory table = directory(IMAGE_DIRECTORY_ENTRY_IMPORT);
    if (table.address == 0 || table.size == 0)
        return;
    const auto found = place(table.address);
    if (!found) {
        m_file.notes().damaged(ImportsOutside);
        return;
    }
    for (quint32 i = 0; i < MaxImports; ++i) {
        const auto row = this->row(*found, i, 20, ImportsOutside);
        if (!row)
            return;
        const quint32 nameAddress = row->u32(12);
        const quint32 firstThunk = row->u32(16);
        if (nameAddress == 0 || firstThunk == 0)
            return;
        if (const auto dll = name(nameAddress))
            m_facts.imports.append(*dll);
    }
    m_file.notes().damaged(ImportsEndless);
}

/// Old linkers wrote addresses here instead of addresses relative to the image.
void PeReader::readDelayImports()
{
    const Directory table = directory(IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT);
    if (table.address == 0 || table.size == 0)
        return;
    const auto found = place(table.address);
    if (!found) {
        m_file.notes().damaged(DelayImportsOutside);
        return;
    }
    for (quint32 i = 0; i < MaxImports; ++i) {
        const auto row = this->row(*found, i, 32, DelayImportsOutside);
        if (!row)
            return;
        const quint32 address = row->u32(4);
        if (address == 0)
            return;
        const bool isRelative = row->u32(0) & DelayImportIsRva;
        if (const auto dll = name(isRelative ? address : address - m_imageBase))
            m_facts.delayImports.append(*dll);
    }
    m_file.notes().damaged(DelayImportsEndless);
}

/// A string table, whose first number is its size, comes right behind the symbols.
void PeReader::readSymbols(quint32 offset, quint32 count)
{
    const quint64 tableSize = quint64(count) * SymbolSize;
    if (offset == 0 || !m_file.contains(offset, tableSize, PeSymbolsOutside))
        return;
    m_facts.hasSymbols = count > 0;
    m_symbolBytes += tableSize;
    const quint64 stringsAt = offset + tableSize;
    if (count == 0 && !m_file.view().contains(stringsAt, 4))
        return; // a place without a table
    const auto header = m_file.record(stringsAt, 4, PeSymbolsOutside);
    if (!header || !m_file.contains(stringsAt, header->u32(0), PeSymbolsOutside))
        return;
    m_namesAt = stringsAt;
    m_symbolBytes += header->u32(0);
}

} // namespace

std::optional<BinaryFacts> readPe(const ByteView &file)
{
    const auto magic = file.bytes(0, 2);
    if (!magic || *magic != "MZ")
        return std::nullopt;
    const quint64 signatureAt = file.number<quint32>(0x3c, false).value_or(0);
    const auto signature = file.bytes(signatureAt, 4);
    if (!signature || *signature != QByteArrayView("PE\0\0", 4))
        return std::nullopt;
    ReadingNotes notes;
    const PeFacts facts = PeReader(FieldReader(file, false, notes), signatureAt + 4).read();
    return BinaryFacts{.format = facts, .damage = notes.damage, .isPartial = notes.isPartial};
}

} // namespace unmoor
