// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/elfreader.h"

#include "app/binary/elfformat.h"
#include "app/binary/fieldreader.h"

#include <QCoreApplication>
#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using namespace elf;

/// Loaders take an empty search path for none, but an empty element for the current directory.
QStringList searchPath(const QString &text)
{
    return text.isEmpty() ? QStringList() : text.split(u':');
}

/// A part of the file that a loader finds by its address.
struct Place
{
    quint64 offset = 0;
    quint64 size = 0; ///< up to the end of its segment
};

struct Segment
{
    quint64 address = 0;
    Place place;
};

struct Section
{
    quint32 name = 0;
    quint32 type = SHT_NULL;
    quint64 offset = 0;
    quint64 size = 0;
    quint32 link = 0;
    quint32 info = 0;
};

/// What the dynamic section says; offsets of names are relative to the string table, the rest are addresses.
struct Dynamic
{
    std::vector<quint64> needed;
    std::optional<quint64> soname;
    std::optional<quint64> rPath;
    std::optional<quint64> runPath;
    std::optional<quint64> strings;
    std::optional<quint64> stringsSize;
    std::optional<quint64> neededVersions;
    std::optional<quint64> definedVersions;
    quint64 flags1 = 0;
};

class ElfReader
{
public:
    ElfReader(const FieldReader &file, bool is64)
        : m_file(file)
        , m_is64(is64)
    {
    }

    ElfFacts read();

private:
    /// The number at \a offset64 in 64-bit files, at \a offset32 in 32-bit ones, as wide as the file's addresses.
    quint64 word(const Record &record, quint64 offset32, quint64 offset64) const
    {
        return m_is64 ? record.u64(offset64) : record.u32(offset32);
    }
    std::optional<Section> section(quint64 index) const;
    std::optional<Place> place(quint64 address) const;
    std::optional<QString> string(quint64 index, quint64 most = MaxPath) const;

    void readSegments(quint64 offset, quint16 rowSize, quint64 count);
    void readSegment(const Record &row);
    void readInterpreter(const Place &place);
    void readDynamic();
    void collectDynamic(const Record &table, quint64 count);
    void takeDynamicEntry(quint64 tag, quint64 value);
    void readNames();
    void readNeededVersions(quint64 address);
    bool readVersionsOf(const QString &library, const Place &place, quint64 aux, int &versionsLeft);
    void readDefinedVersions(quint64 address);
    void readSections(quint64 count, quint64 nameTable);
    void judgeKind(quint16 type);

    FieldReader m_file;
    bool m_is64;
    ElfFacts m_facts;
    std::vector<Segment> m_loads; ///< PT_LOAD
    std::optional<Segment> m_dynamicSegment;
    Dynamic m_dynamic;
    std::optional<Place> m_strings;
    std::optional<bool> m_stackIsExecutable;
    quint64 m_sectionsAt = 0;
    quint64 m_sectionSize = 0;
};

ElfFacts ElfReader::read()
{
    m_facts.bits = m_is64 ? 64 : 32;
    m_facts.isBigEndian = m_file.isBigEndian();
    const auto header = m_file.record(0, m_is64 ? 64 : 52, HeaderOutside);
    if (!header)
        return m_facts;
    const quint16 type = header->u16(16);
    m_facts.machine = machineName(header->u16(18), m_is64, m_facts.isBigEndian);
    m_sectionsAt = word(*header, 32, 40);
    m_sectionSize = header->u16(m_is64 ? 58 : 46);

    // Counts that do not fit into the header are kept in the first section's.
    std::optional<Section> first;
    if (m_sectionsAt != 0)
        first = section(0);
    quint64 segments = header->u16(m_is64 ? 56 : 44);
    if (segments == PN_XNUM && first)
        segments = first->info;
    quint64 sections = header->u16(m_is64 ? 60 : 48);
    if (sections == 0 && first)
        sections = first->size;
    quint64 nameTable = header->u16(m_is64 ? 62 : 50);
    if (nameTable == SHN_XINDEX && first)
        nameTable = first->link;

    readSegments(word(*header, 28, 32), header->u16(m_is64 ? 54 : 42), segments);
    readDynamic();
    judgeKind(type);
    if (first)
        readSections(sections, nameTable);
    return m_facts;
}

std::optional<Section> ElfReader::section(quint64 index) const
{
    const quint64 rowSize = m_is64 ? 64 : 40;
    if (m_sectionSize < rowSize) {
        m_file.notes().damaged(SectionHeadersOdd);
        return std::nullopt;
    }
    const auto row = index < MaxSections && m_file.contains(m_sectionsAt, 0, SectionHeadersOutside)
        ? m_file.record(m_sectionsAt + index * m_sectionSize, rowSize, SectionHeadersOutside)
        : std::nullopt;
    if (!row)
        return std::nullopt;
    return Section{.name = row->u32(0),
                   .type = row->u32(4),
                   .offset = word(*row, 16, 24),
                   .size = word(*row, 20, 32),
                   .link = row->u32(m_is64 ? 40 : 24),
                   .info = row->u32(m_is64 ? 44 : 28)};
}

/// Where \a address lies in the file; of segments that overlap the last counts, since it is mapped over the others.
std::optional<Place> ElfReader::place(quint64 address) const
{
    for (auto load = m_loads.rbegin(); load != m_loads.rend(); ++load) {
        if (address >= load->address && address - load->address < load->place.size) {
            const quint64 skip = address - load->address;
            return Place{load->place.offset + skip, load->place.size - skip};
        }
    }
    return std::nullopt;
}

std::optional<QString> ElfReader::string(quint64 index, quint64 most) const
{
    if (!m_strings)
        return std::nullopt;
    if (index >= m_strings->size) {
        m_file.notes().damaged(NameOutside);
        return std::nullopt;
    }
    return m_file.text(m_strings->offset + index, std::min(most, m_strings->size - index), NameOutside);
}

void ElfReader::readSegments(quint64 offset, quint16 rowSize, quint64 count)
{
    if (count == 0)
        return;
    if (rowSize != (m_is64 ? 56 : 32) || count > MaxProgramHeaders) {
        m_file.notes().damaged(ProgramHeadersOdd);
        return;
    }
    if (!m_file.contains(offset, count * rowSize, ProgramHeadersOutside))
        return;
    for (quint64 i = 0; i < count; ++i) {
        if (const auto row = m_file.record(offset + i * rowSize, rowSize, ProgramHeadersOutside))
            readSegment(*row);
    }
}

void ElfReader::readSegment(const Record &row)
{
    const Place place{word(row, 4, 8), word(row, 16, 32)};
    const quint64 address = word(row, 8, 16);
    switch (row.u32(0)) {
    case PT_LOAD:
        if (m_file.contains(place.offset, place.size, SegmentOutside))
            m_loads.push_back({address, place});
        break;
    case PT_DYNAMIC:
        if (place.size > 0 && m_file.contains(place.offset, place.size, DynamicOutside))
            m_dynamicSegment = Segment{address, place};
        break;
    case PT_INTERP:
        readInterpreter(place);
        break;
    case PT_GNU_STACK:
        m_stackIsExecutable = row.u32(m_is64 ? 4 : 24) & PF_X;
        break;
    case PT_GNU_RELRO:
        m_facts.hasRelro = true;
        break;
    }
}

void ElfReader::readInterpreter(const Place &place)
{
    if (place.size == 0) // what objcopy --only-keep-debug leaves
        return;
    m_facts.interpreter =
        m_file.text(place.offset, std::min(place.size, MaxPath), InterpreterOutside).value_or(QString());
}

void ElfReader::readDynamic()
{
    if (!m_dynamicSegment)
        return;
    m_facts.isDynamic = true;
    const auto found = place(m_dynamicSegment->address);
    if (!found) {
        m_file.notes().damaged(DynamicUnmapped);
        return;
    }
    const quint64 rowSize = m_is64 ? 16 : 8;
    const quint64 count = std::min(m_dynamicSegment->place.size / rowSize, MaxDynamicEntries);
    if (const auto table = m_file.record(found->offset, count * rowSize, DynamicOutside))
        collectDynamic(*table, count);
    readNames();
    if (m_dynamic.neededVersions)
        readNeededVersions(*m_dynamic.neededVersions);
    if (m_dynamic.definedVersions)
        readDefinedVersions(*m_dynamic.definedVersions);
}

void ElfReader::collectDynamic(const Record &table, quint64 count)
{
    const quint64 rowSize = m_is64 ? 16 : 8;
    for (quint64 i = 0; i < count; ++i) {
        const quint64 tag = word(table, i * rowSize, i * rowSize);
        if (tag == DT_NULL)
            return;
        takeDynamicEntry(tag, word(table, i * rowSize + 4, i * rowSize + 8));
    }
    if (count == MaxDynamicEntries)
        m_file.notes().damaged(DynamicEndless);
}

void ElfReader::takeDynamicEntry(quint64 tag, quint64 value)
{
    switch (tag) {
    case DT_NEEDED:
        if (m_dynamic.needed.size() < MaxNeeded)
            m_dynamic.needed.push_back(value);
        else
            m_file.notes().damaged(TooManyNeeded);
        break;
    case DT_STRTAB:
        m_dynamic.strings = value;
        break;
    case DT_STRSZ:
        m_dynamic.stringsSize = value;
        break;
    case DT_SONAME:
        m_dynamic.soname = value;
        break;
    case DT_RPATH:
        m_dynamic.rPath = value;
        break;
    case DT_RUNPATH:
        m_dynamic.runPath = value;
        break;
    case DT_TEXTREL:
        m_facts.hasTextRelocations = true;
        break;
    case DT_BIND_NOW:
        m_facts.bindsNow = true;
        break;
    case DT_FLAGS:
        m_facts.hasTextRelocations |= (value & DF_TEXTREL) != 0;
        m_facts.bindsNow |= (value & DF_BIND_NOW) != 0;
        break;
    case DT_FLAGS_1:
        m_facts.bindsNow |= (value & DF_1_NOW) != 0;
        m_dynamic.flags1 = value;
        break;
    case DT_VERNEED:
        m_dynamic.neededVersions = value;
        break;
    case DT_VERDEF:
        m_dynamic.definedVersions = value;
        break;
    }
}

void ElfReader::readNames()
{
    const bool hasNames = !m_dynamic.needed.empty() || m_dynamic.soname || m_dynamic.rPath || m_dynamic.runPath;
    if (m_dynamic.strings)
        m_strings = place(*m_dynamic.strings);
    if (!m_strings && hasNames)
        m_file.notes().damaged(StringsUnmapped);
    if (m_strings && m_dynamic.stringsSize)
        m_strings->size = std::min(m_strings->size, *m_dynamic.stringsSize);

    for (const quint64 name : m_dynamic.needed) {
        if (const auto text = string(name))
            m_facts.needed.append(*text);
    }
    if (m_dynamic.soname)
        m_facts.soname = string(*m_dynamic.soname).value_or(QString());
    m_facts.hasRPath = m_dynamic.rPath.has_value();
    if (m_dynamic.rPath)
        m_facts.rPath = searchPath(string(*m_dynamic.rPath, MaxSearchPath).value_or(QString()));
    m_facts.hasRunPath = m_dynamic.runPath.has_value();
    if (m_dynamic.runPath)
        m_facts.runPath = searchPath(string(*m_dynamic.runPath, MaxSearchPath).value_or(QString()));
}

/// Follows the chain as glibc does, which never looks at the count: it ends where the next row is 0 away. Rows come
/// after each other, so that there are no circles.
void ElfReader::readNeededVersions(quint64 address)
{
    const auto found = place(address);
    if (!found) {
        m_file.notes().damaged(VersionsUnmapped);
        return;
    }
    int versionsLeft = MaxVersions;
    for (quint64 at = 0; versionsLeft > 0; --versionsLeft) {
        const auto row = m_file.record(found->offset + at, 16, VersionsOutside);
        if (!row)
            return;
        const QString library = string(row->u32(4)).value_or(QString());
        if (row->u16(2) > 0 && !readVersionsOf(library, *found, at + row->u32(8), versionsLeft))
            return;
        const quint32 next = row->u32(12);
        if (next == 0)
            return;
        at += next;
    }
    m_file.notes().damaged(VersionsEndless);
}

bool ElfReader::readVersionsOf(const QString &library, const Place &place, quint64 aux, int &versionsLeft)
{
    for (; versionsLeft > 0; --versionsLeft) {
        const auto row = m_file.record(place.offset + aux, 16, VersionsOutside);
        if (!row)
            return false;
        if (const auto name = string(row->u32(8)))
            m_facts.neededVersions.append({library, *name, (row->u16(4) & VER_FLG_WEAK) != 0});
        const quint32 next = row->u32(12);
        if (next == 0)
            return true;
        aux += next;
    }
    m_file.notes().damaged(VersionsEndless);
    return false;
}

void ElfReader::readDefinedVersions(quint64 address)
{
    const auto found = place(address);
    if (!found) {
        m_file.notes().damaged(VersionsUnmapped);
        return;
    }
    quint64 at = found->offset;
    for (int i = 0; i < MaxVersions; ++i) {
        const auto row = m_file.record(at, 20, VersionsOutside);
        if (!row)
            return;
        if (!(row->u16(2) & VER_FLG_BASE)) {
            const auto aux = m_file.record(at + row->u32(12), 8, VersionsOutside);
            const auto name = aux ? string(aux->u32(0)) : std::nullopt;
            if (name)
                m_facts.definedVersions.append(*name);
        }
        const quint32 next = row->u32(16);
        if (next == 0)
            return;
        at += next;
    }
    m_file.notes().damaged(VersionsEndless);
}

void ElfReader::readSections(quint64 count, quint64 nameTable)
{
    if (count > MaxSections) {
        m_file.notes().damaged(SectionHeadersOdd);
        return;
    }
    if (!m_file.contains(m_sectionsAt, count * m_sectionSize, SectionHeadersOutside))
        return;
    const Section names = nameTable < count ? section(nameTable).value_or(Section()) : Section();
    quint64 bytes = 0;
    for (quint64 i = 0; i < count; ++i) {
        const auto part = section(i);
        if (!part || part->type == SHT_NULL || part->type == SHT_NOBITS
            || !m_file.contains(part->offset, part->size, SectionOutside))
            continue;
        if (part->type == SHT_SYMTAB) {
            m_facts.isStripped = false;
            const auto strings = part->link < count ? section(part->link) : std::nullopt;
            bytes +=
                part->size + (strings && m_file.view().contains(strings->offset, strings->size) ? strings->size : 0);
            continue;
        }
        const auto name = part->name < names.size && m_file.view().contains(names.offset, names.size)
            ? m_file.view().text(names.offset + part->name, 64)
            : std::nullopt;
        if (!name || !(name->startsWith(".debug_") || name->startsWith(".zdebug_")))
            continue;
        bytes += part->size;
        m_facts.hasDebugInfo |= *name == ".debug_info" || *name == ".zdebug_info";
    }
    m_facts.symbolBytes = qint64(std::min(bytes, quint64(m_file.size())));
}

/// glibc's own libraries have an interpreter too, since they can be run to print their version: their SONAME says what
/// they are.
void ElfReader::judgeKind(quint16 type)
{
    const bool isProgram =
        (m_dynamic.flags1 & DF_1_PIE) || (!m_facts.interpreter.isEmpty() && m_facts.soname.isEmpty());
    m_facts.isPositionIndependent = type == ET_DYN;
    switch (type) {
    case ET_REL:
        m_facts.kind = ElfFacts::Kind::Object;
        return;
    case ET_EXEC:
        m_facts.kind = ElfFacts::Kind::Program;
        break;
    case ET_DYN:
        m_facts.kind = isProgram ? ElfFacts::Kind::Program : ElfFacts::Kind::Library;
        break;
    case ET_CORE:
        m_facts.kind = ElfFacts::Kind::Core;
        return;
    default:
        return;
    }
    m_facts.hasExecutableStack = m_stackIsExecutable.value_or(hasExecutableStackByDefault(m_facts.machine));
}

} // namespace

std::optional<BinaryFacts> readElf(const ByteView &file)
{
    const auto magic = file.bytes(0, 4);
    if (!magic
        || *magic
            != "\x7f"
               "ELF")
        return std::nullopt;
    ReadingNotes notes;
    const quint8 width = file.number<quint8>(4, false).value_or(0);
    const quint8 order = file.number<quint8>(5, false).value_or(0);
    ElfFacts facts;
    if ((width == ELFCLASS32 || width == ELFCLASS64) && (order == ELFDATA2LSB || order == ELFDATA2MSB))
        facts = ElfReader(FieldReader(file, order == ELFDATA2MSB, notes), width == ELFCLASS64).read();
    else
        notes.damaged(HeaderOdd);
    return BinaryFacts{.format = facts, .damage = notes.damage, .isPartial = notes.isPartial};
}

} // namespace unmoor
