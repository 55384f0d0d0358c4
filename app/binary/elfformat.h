// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/fieldreader.h"

#include <QString>
#include <QStringList>

/// What elf(5) and the loaders fix about an ELF file, the most of everything that is read, and how damage is told.
namespace unmoor::elf {

// The numbers of elf(5), under its names.
enum : quint8 { ELFCLASS32 = 1, ELFCLASS64 = 2, ELFDATA2LSB = 1, ELFDATA2MSB = 2 };
enum : quint16 { ET_REL = 1, ET_EXEC = 2, ET_DYN = 3, ET_CORE = 4, PN_XNUM = 0xffff, SHN_XINDEX = 0xffff };
enum : quint32 { PT_LOAD = 1, PT_DYNAMIC = 2, PT_INTERP = 3, PT_GNU_STACK = 0x6474e551, PT_GNU_RELRO = 0x6474e552 };
enum : quint32 { PF_X = 1 };
enum : quint32 { SHT_NULL = 0, SHT_SYMTAB = 2, SHT_NOBITS = 8 };
enum : quint64 {
    DT_NULL = 0,
    DT_NEEDED = 1,
    DT_STRTAB = 5,
    DT_STRSZ = 10,
    DT_SONAME = 14,
    DT_RPATH = 15,
    DT_TEXTREL = 22,
    DT_BIND_NOW = 24,
    DT_RUNPATH = 29,
    DT_FLAGS = 30,
    DT_FLAGS_1 = 0x6ffffffb,
    DT_VERDEF = 0x6ffffffc,
    DT_VERNEED = 0x6ffffffe
};
enum : quint64 { DF_TEXTREL = 4, DF_BIND_NOW = 8, DF_1_NOW = 1, DF_1_PIE = 0x08000000 };
enum : quint16 { VER_FLG_BASE = 1, VER_FLG_WEAK = 2 };

// Far above what linkers write, far below what would take time.
inline constexpr quint64 MaxProgramHeaders = 2048; // the kernel takes 64 KiB of them
inline constexpr quint64 MaxSections = 262'144;
inline constexpr quint64 MaxDynamicEntries = 65'536;
inline constexpr size_t MaxNeeded = 4096;
inline constexpr int MaxVersions = 16'384;
inline constexpr quint64 MaxPath = 4096; // the kernel's PATH_MAX
inline constexpr quint64 MaxSearchPath = 65'536;

inline constexpr const char *HeaderOutside = UNMOOR_DAMAGE("the ELF header is cut off");
inline constexpr const char *HeaderOdd =
    UNMOOR_DAMAGE("the ELF header states neither a width nor a byte order that exist");
inline constexpr const char *ProgramHeadersOutside = UNMOOR_DAMAGE("the program headers lie outside the file");
inline constexpr const char *ProgramHeadersOdd =
    UNMOOR_DAMAGE("the program headers have a size or a count that no loader takes");
inline constexpr const char *SegmentOutside = UNMOOR_DAMAGE("a segment lies outside the file");
inline constexpr const char *InterpreterOutside =
    UNMOOR_DAMAGE("the path of the interpreter lies outside the file or has no end");
inline constexpr const char *DynamicOutside = UNMOOR_DAMAGE("the dynamic section lies outside the file");
inline constexpr const char *DynamicUnmapped =
    UNMOOR_DAMAGE("the dynamic section lies outside the segments that are loaded");
inline constexpr const char *DynamicEndless = UNMOOR_DAMAGE("the dynamic section has more entries than make sense");
inline constexpr const char *StringsUnmapped =
    UNMOOR_DAMAGE("the dynamic strings lie outside the segments that are loaded");
inline constexpr const char *NameOutside = UNMOOR_DAMAGE("a name lies outside the dynamic strings or has no end");
inline constexpr const char *TooManyNeeded = UNMOOR_DAMAGE("it needs more libraries than make sense");
inline constexpr const char *VersionsOutside = UNMOOR_DAMAGE("the symbol versions lie outside the file");
inline constexpr const char *VersionsUnmapped =
    UNMOOR_DAMAGE("the symbol versions lie outside the segments that are loaded");
inline constexpr const char *VersionsEndless = UNMOOR_DAMAGE("the list of symbol versions has no end");
inline constexpr const char *SectionHeadersOutside = UNMOOR_DAMAGE("the section headers lie outside the file");
inline constexpr const char *SectionHeadersOdd =
    UNMOOR_DAMAGE("the section headers have a size or a count that makes no sense");
inline constexpr const char *SectionOutside = UNMOOR_DAMAGE("a section lies outside the file");

/// The word for \a machine that target triples use, where they have one.
inline QString machineName(quint16 machine, bool is64, bool isBigEndian)
{
    switch (machine) {
    case 2:
        return QStringLiteral("sparc");
    case 3:
        return QStringLiteral("x86");
    case 4:
        return QStringLiteral("m68k");
    case 8:
        return is64 ? QStringLiteral("mips64") : QStringLiteral("mips");
    case 15:
        return QStringLiteral("hppa");
    case 20:
        return QStringLiteral("ppc");
    case 21:
        return isBigEndian ? QStringLiteral("ppc64") : QStringLiteral("ppc64le");
    case 22:
        return is64 ? QStringLiteral("s390x") : QStringLiteral("s390");
    case 40:
        return QStringLiteral("arm");
    case 42:
        return QStringLiteral("sh4");
    case 43:
        return QStringLiteral("sparc64");
    case 50:
        return QStringLiteral("ia64");
    case 62:
        return is64 ? QStringLiteral("x86-64") : QStringLiteral("x32");
    case 183:
        return QStringLiteral("aarch64");
    case 243:
        return is64 ? QStringLiteral("riscv64") : QStringLiteral("riscv32");
    case 258:
        return is64 ? QStringLiteral("loongarch64") : QStringLiteral("loongarch32");
    case 0x9026:
        return QStringLiteral("alpha");
    default:
        return QStringLiteral("machine %1").arg(machine);
    }
}

/// Whether glibc makes the stack executable for a file that says nothing about it (its DEFAULT_STACK_PERMS).
inline bool hasExecutableStackByDefault(const QString &machine)
{
    static const QStringList without{QStringLiteral("aarch64"),     QStringLiteral("ppc64"),
                                     QStringLiteral("ppc64le"),     QStringLiteral("riscv32"),
                                     QStringLiteral("riscv64"),     QStringLiteral("loongarch32"),
                                     QStringLiteral("loongarch64"), QStringLiteral("ia64")};
    return !without.contains(machine);
}

} // namespace unmoor::elf
