// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/machoreader.h"

#include "app/binary/codesignature.h"
#include "app/binary/fieldreader.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

// The numbers of Apple's mach-o/loader.h and mach-o/fat.h, under their names. Magics as they lie in the file.
constexpr QByteArrayView MagicThin32("\xce\xfa\xed\xfe");
constexpr QByteArrayView MagicThin64("\xcf\xfa\xed\xfe");
constexpr QByteArrayView MagicThin32Big("\xfe\xed\xfa\xce");
constexpr QByteArrayView MagicThin64Big("\xfe\xed\xfa\xcf");
constexpr QByteArrayView MagicFat32("\xca\xfe\xba\xbe");
constexpr QByteArrayView MagicFat64("\xca\xfe\xba\xbf");

enum : quint32 { MH_OBJECT = 1, MH_EXECUTE = 2, MH_DYLIB = 6, MH_BUNDLE = 8 };
enum : quint32 { MH_ALLOW_STACK_EXECUTION = 0x20000, MH_PIE = 0x200000 };
enum : quint32 {
    LC_SEGMENT = 0x1,
    LC_SYMTAB = 0x2,
    LC_DYSYMTAB = 0xb,
    LC_LOAD_DYLIB = 0xc,
    LC_ID_DYLIB = 0xd,
    LC_LOAD_WEAK_DYLIB = 0x80000018,
    LC_SEGMENT_64 = 0x19,
    LC_RPATH = 0x8000001c,
    LC_CODE_SIGNATURE = 0x1d,
    LC_REEXPORT_DYLIB = 0x8000001f,
    LC_LAZY_LOAD_DYLIB = 0x20,
    LC_LOAD_UPWARD_DYLIB = 0x80000023,
    LC_VERSION_MIN_MACOSX = 0x24,
    LC_VERSION_MIN_IPHONEOS = 0x25,
    LC_VERSION_MIN_TVOS = 0x2f,
    LC_VERSION_MIN_WATCHOS = 0x30,
    LC_BUILD_VERSION = 0x32
};
enum : quint32 { DYLIB_USE_MARKER = 0x1a741800, DYLIB_USE_WEAK_LINK = 1, DYLIB_USE_REEXPORT = 2 };
enum : quint32 { CPU_ARCH_ABI64 = 0x01000000, CPU_ARCH_ABI64_32 = 0x02000000 };

constexpr quint32 MaxCommands = 16'384;
constexpr quint32 LocalsLeftByStrip = 1; ///< strip(1) puts one of its own, "radr://5614542", in place of all others

constexpr const char *FatOutside = UNMOOR_DAMAGE("the list of architectures lies outside the file");
constexpr const char *SliceOutside = UNMOOR_DAMAGE("the code of one architecture lies outside the file");
constexpr const char *SliceOdd = UNMOOR_DAMAGE("the code of one architecture is no Mach-O file");
constexpr const char *HeaderOutside = UNMOOR_DAMAGE("the Mach-O header is cut off");
constexpr const char *CommandsOutside = UNMOOR_DAMAGE("the load commands lie outside the file");
constexpr const char *CommandOdd = UNMOOR_DAMAGE("a load command has a size that makes no sense");
constexpr const char *TooManyCommands = UNMOOR_DAMAGE("it has more load commands than make sense");
constexpr const char *NameOutside = UNMOOR_DAMAGE("a name lies outside its load command or has no end");
constexpr const char *SegmentOutside = UNMOOR_DAMAGE("a segment lies outside the file");
constexpr const char *SymbolsOutside = UNMOOR_DAMAGE("the symbol table lies outside the file");

constexpr auto UnknownArch = "cpu "_L1;

/// The word for a processor that lipo(1) uses.
QString archName(quint32 type, quint32 subtype)
{
    subtype &= 0xffffff; // the rest are capabilities
    switch (type) {
    case 7:
        return u"i386"_s;
    case 7 | CPU_ARCH_ABI64:
        return subtype == 8 ? u"x86_64h"_s : u"x86_64"_s;
    case 12:
        return subtype == 6 ? u"armv6"_s
            : subtype == 9  ? u"armv7"_s
            : subtype == 11 ? u"armv7s"_s
            : subtype == 12 ? u"armv7k"_s
                            : u"arm"_s;
    case 12 | CPU_ARCH_ABI64:
        return subtype == 2 ? u"arm64e"_s : u"arm64"_s;
    case 12 | CPU_ARCH_ABI64_32:
        return u"arm64_32"_s;
    case 18:
        return u"ppc"_s;
    case 18 | CPU_ARCH_ABI64:
        return u"ppc64"_s;
    default:
        return UnknownArch + QString::number(type);
    }
}

QString platformName(quint32 platform)
{
    static const QStringList names{u"macos"_s,        u"ios"_s,           u"tvos"_s,
                                   u"watchos"_s,      u"bridgeos"_s,      u"maccatalyst"_s,
                                   u"iossimulator"_s, u"tvossimulator"_s, u"watchossimulator"_s,
                                   u"driverkit"_s,    u"visionos"_s,      u"visionossimulator"_s};
    return platform >= 1 && platform <= quint32(names.size()) ? names.at(platform - 1) : u"platform %1"_s.arg(platform);
}

/// "10.12.1" of xxxx.yy.zz in a number; 0 says nothing.
QString versionName(quint32 version)
{
    if (version == 0)
        return {};
    const QString name = u"%1.%2"_s.arg(version >> 16).arg(version >> 8 & 0xff);
    return (version & 0xff) == 0 ? name : u"%1.%2"_s.arg(name).arg(version & 0xff);
}

MachOSlice::Kind machoKindOf(quint32 fileType)
{
    switch (fileType) {
    case MH_OBJECT:
        return MachOSlice::Kind::Object;
    case MH_EXECUTE:
        return MachOSlice::Kind::Program;
    case MH_DYLIB:
        return MachOSlice::Kind::Library;
    case MH_BUNDLE:
        return MachOSlice::Kind::Bundle;
    default:
        return MachOSlice::Kind::Other;
    }
}

struct ThinMagic
{
    bool is64 = false;
    bool isBigEndian = false;
};

std::optional<ThinMagic> thinMagic(QByteArrayView magic)
{
    if (magic == MagicThin64)
        return ThinMagic{true, false};
    if (magic == MagicThin32)
        return ThinMagic{false, false};
    if (magic == MagicThin64Big)
        return ThinMagic{true, true};
    if (magic == MagicThin32Big)
        return ThinMagic{false, true};
    return std::nullopt;
}

class SliceReader
{
public:
    SliceReader(const FieldReader &slice, bool is64)
        : m_slice(slice)
        , m_is64(is64)
    {
    }

    MachOSlice read(quint64 &bytesToHash);

private:
    void readCommands(quint64 start, quint32 count, quint32 size);
    void readCommand(const Record &command, quint64 at, quint32 size);
    std::optional<QString> name(const Record &command, quint64 at, quint32 size) const;
    void readLoad(const Record &command, quint64 at, quint32 size);
    void readSegment(const Record &command);
    void readBuildVersion(quint32 platform, quint32 minOs, quint32 sdk);
    void readSymbolTable(const Record &command);

    FieldReader m_slice;
    bool m_is64;
    MachOSlice m_facts;
    quint32 m_symbols = 0;
    std::optional<quint32> m_localSymbols; ///< of LC_DYSYMTAB
    std::optional<std::pair<quint32, quint32>> m_signature; ///< offset and size
};

MachOSlice SliceReader::read(quint64 &bytesToHash)
{
    m_facts.size = m_slice.size();
    const quint64 headerSize = m_is64 ? 32 : 28;
    const auto header = m_slice.record(0, headerSize, HeaderOutside);
    if (!header)
        return m_facts;
    const quint32 flags = header->u32(24);
    m_facts.arch = archName(header->u32(4), header->u32(8));
    m_facts.kind = machoKindOf(header->u32(12));
    m_facts.isPositionIndependent =
        (flags & MH_PIE) || m_facts.kind == MachOSlice::Kind::Library || m_facts.kind == MachOSlice::Kind::Bundle;
    m_facts.allowsExecutableStack = flags & MH_ALLOW_STACK_EXECUTION;
    readCommands(headerSize, header->u32(16), header->u32(20));
    m_facts.isStripped = m_symbols == 0 || m_localSymbols.value_or(m_symbols) <= LocalsLeftByStrip;
    if (m_signature)
        readCodeSignature(m_slice, m_signature->first, m_signature->second, bytesToHash, m_facts);
    return m_facts;
}

void SliceReader::readCommands(quint64 start, quint32 count, quint32 size)
{
    if (!m_slice.contains(start, size, CommandsOutside))
        return;
    if (count > MaxCommands) {
        m_slice.notes().damaged(TooManyCommands);
        return;
    }
    quint64 at = start;
    for (quint32 i = 0; i < count; ++i) {
        const quint64 left = start + size - at;
        const auto head = left < 8 ? std::nullopt : m_slice.record(at, 8, CommandsOutside);
        const quint32 commandSize = head ? head->u32(4) : 0;
        if (left < 8 || (head && (commandSize < 8 || commandSize > left)))
            m_slice.notes().damaged(CommandOdd);
        if (commandSize < 8 || commandSize > left)
            return;
        if (const auto command = m_slice.record(at, commandSize, CommandsOutside))
            readCommand(*command, at, commandSize);
        at += commandSize;
    }
}

void SliceReader::readCommand(const Record &command, quint64 at, quint32 size)
{
    switch (command.u32(0)) {
    case LC_LOAD_DYLIB:
    case LC_LOAD_WEAK_DYLIB:
    case LC_REEXPORT_DYLIB:
    case LC_LAZY_LOAD_DYLIB:
    case LC_LOAD_UPWARD_DYLIB:
        readLoad(command, at, size);
        break;
    case LC_ID_DYLIB:
        m_facts.installName = name(command, at, size).value_or(QString());
        break;
    case LC_RPATH:
        if (const auto path = name(command, at, size))
            m_facts.rpaths.append(*path);
        break;
    case LC_SEGMENT:
    case LC_SEGMENT_64:
        readSegment(command);
        break;
    case LC_BUILD_VERSION:
        readBuildVersion(command.u32(8), command.u32(12), command.u32(16));
        break;
    case LC_VERSION_MIN_MACOSX:
        readBuildVersion(1, command.u32(8), command.u32(12));
        break;
    case LC_VERSION_MIN_IPHONEOS:
        readBuildVersion(2, command.u32(8), command.u32(12));
        break;
    case LC_VERSION_MIN_TVOS:
        readBuildVersion(3, command.u32(8), command.u32(12));
        break;
    case LC_VERSION_MIN_WATCHOS:
        readBuildVersion(4, command.u32(8), command.u32(12));
        break;
    case LC_SYMTAB:
        readSymbolTable(command);
        break;
    case LC_DYSYMTAB:
        m_localSymbols = command.u32(12);
        break;
    case LC_CODE_SIGNATURE:
        m_signature = {command.u32(8), command.u32(12)};
        break;
    }
}

/// The text that \a command, of \a size bytes at \a at, has at the offset that its third field states.
std::optional<QString> SliceReader::name(const Record &command, quint64 at, quint32 size) const
{
    const quint32 offset = command.u32(8);
    if (offset < 12 || offset >= size) {
        m_slice.notes().damaged(NameOutside);
        return std::nullopt;
    }
    return m_slice.text(at + offset, size - offset, NameOutside);
}

void SliceReader::readLoad(const Record &command, quint64 at, quint32 size)
{
    const auto library = name(command, at, size);
    if (!library)
        return;
    const quint32 kind = command.u32(0);
    // Newer linkers write all kinds as LC_LOAD_DYLIB with flags, in the place of a time stamp and behind it.
    const quint32 flags = command.u32(12) == DYLIB_USE_MARKER && command.u32(8) >= 28 ? command.u32(24) : 0;
    m_facts.loads.append({.name = *library,
                          .isWeak = kind == LC_LOAD_WEAK_DYLIB || (flags & DYLIB_USE_WEAK_LINK),
                          .isReexport = kind == LC_REEXPORT_DYLIB || (flags & DYLIB_USE_REEXPORT)});
}

void SliceReader::readSegment(const Record &command)
{
    const bool is64 = command.u32(0) == LC_SEGMENT_64;
    const quint64 offset = is64 ? command.u64(40) : command.u32(32);
    const quint64 size = is64 ? command.u64(48) : command.u32(36);
    m_slice.contains(offset, size, SegmentOutside);
}

/// A file that is made for macOS and for Catalyst says both: the former counts.
void SliceReader::readBuildVersion(quint32 platform, quint32 minOs, quint32 sdk)
{
    if (!m_facts.platform.isEmpty() && platform != 1)
        return;
    m_facts.platform = platformName(platform);
    m_facts.minOs = versionName(minOs);
    m_facts.sdk = versionName(sdk);
}

void SliceReader::readSymbolTable(const Record &command)
{
    const quint64 tableSize = quint64(command.u32(12)) * (m_is64 ? 16 : 12);
    const quint64 stringsSize = command.u32(20);
    m_symbols = command.u32(12);
    if (m_slice.contains(command.u32(8), tableSize, SymbolsOutside)
        && m_slice.contains(command.u32(16), stringsSize, SymbolsOutside))
        m_facts.symbolBytes = qint64(tableSize + stringsSize);
}

/// A row of a fat file's header.
struct FatRow
{
    quint32 type = 0;
    quint32 subtype = 0;
    quint64 offset = 0;
    quint64 size = 0;
};

class MachOReader
{
public:
    explicit MachOReader(const ByteView &file)
        : m_file(file)
        , m_bytesToHash(quint64(file.size()))
    {
    }

    std::optional<BinaryFacts> read();

private:
    bool readFat(bool is64);
    bool readSlice(const FatRow &row);
    MachOSlice readThin(const ByteView &slice, ThinMagic magic);

    ByteView m_file;
    ReadingNotes m_notes;
    MachOFacts m_facts;
    quint64 m_bytesToHash;
};

std::optional<BinaryFacts> MachOReader::read()
{
    const auto magic = m_file.bytes(0, 4);
    if (!magic)
        return std::nullopt;
    if (const auto thin = thinMagic(*magic))
        m_facts.slices.append(readThin(m_file, *thin));
    else if ((*magic != MagicFat32 && *magic != MagicFat64) || !readFat(*magic == MagicFat64))
        return std::nullopt;
    return BinaryFacts{.format = m_facts, .damage = m_notes.damage, .isPartial = m_notes.isPartial};
}

/// False where the file only begins like a fat one.
bool MachOReader::readFat(bool is64)
{
    const FieldReader file(m_file, true, m_notes);
    const quint32 count = m_file.number<quint32>(4, true).value_or(0);
    if (count == 0 || count > MaxSlices)
        return false;
    m_facts.isFat = true;
    const quint64 rowSize = is64 ? 32 : 20;
    for (quint32 i = 0; i < count; ++i) {
        const auto row = file.record(8 + i * rowSize, rowSize, FatOutside);
        if (!row)
            return true;
        const FatRow fat{.type = row->u32(0),
                         .subtype = row->u32(4),
                         .offset = is64 ? row->u64(8) : row->u32(8),
                         .size = is64 ? row->u64(16) : row->u32(12)};
        if (!readSlice(fat) && i == 0)
            return false;
    }
    return true;
}

/// False where other things than Mach-O lie at the place of the slice: a static library, as a rule.
bool MachOReader::readSlice(const FatRow &row)
{
    const FieldReader file(m_file, true, m_notes);
    file.contains(row.offset, row.size, SliceOutside);
    const ByteView part = m_file.part(row.offset, row.size);
    const auto raw = part.bytes(0, 4);
    const auto magic = raw ? thinMagic(*raw) : std::nullopt;
    const QString arch = archName(row.type, row.subtype);
    if (!magic && (raw || arch.startsWith(UnknownArch))) {
        m_notes.damaged(SliceOdd);
        return false;
    }
    MachOSlice slice;
    if (magic)
        slice = readThin(part, *magic);
    else if (part.size() >= 4)
        m_notes.isPartial = true;
    if (slice.arch.isEmpty())
        slice.arch = arch;
    slice.offset = qint64(std::min(row.offset, quint64(m_file.size())));
    slice.size = part.size();
    m_facts.slices.append(slice);
    return true;
}

MachOSlice MachOReader::readThin(const ByteView &slice, ThinMagic magic)
{
    return SliceReader(FieldReader(slice, magic.isBigEndian, m_notes), magic.is64).read(m_bytesToHash);
}

} // namespace

std::optional<BinaryFacts> readMachO(const ByteView &file)
{
    return MachOReader(file).read();
}

} // namespace unmoor
