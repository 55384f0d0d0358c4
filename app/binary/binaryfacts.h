// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/byteview.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>
#include <variant>

namespace unmoor {

/// A symbol version that an ELF file needs: "GLIBC_2.38" of "libc.so.6".
struct NeededVersion
{
    QString library;
    QString name;
    bool isWeak = false; ///< the loader only warns where it is not there

    bool operator==(const NeededVersion &) const = default;
};

struct ElfFacts
{
    enum class Kind { Program, Library, Object, Core, Other };

    /// ET_EXEC is a program; so is ET_DYN with DF_1_PIE, or with an interpreter but no SONAME (libc.so.6 has both).
    Kind kind = Kind::Other;
    int bits = 64; ///< 32 or 64
    bool isBigEndian = false;
    QString machine; ///< "x86-64", "x86", "aarch64", "arm", "riscv64", "ppc64le", …; "machine 123" where unknown
    QString interpreter; ///< as stored; empty: none
    bool isDynamic = false; ///< has a dynamic section
    QStringList needed; ///< in the loader's order
    QString soname;
    bool hasRunPath = false;
    QStringList runPath; ///< elements as stored, empty ones too
    bool hasRPath = false; ///< the loader ignores it where there is a RUNPATH
    QStringList rPath;
    QList<NeededVersion> neededVersions;
    QStringList definedVersions; ///< of .gnu.version_d, without the base: what a library offers ("GLIBC_2.36")
    bool hasExecutableStack = false; ///< PT_GNU_STACK with X, or none at all where the machine then takes one
    bool isPositionIndependent = false;
    bool hasRelro = false;
    bool bindsNow = false; ///< full RELRO
    bool hasTextRelocations = false;
    bool isStripped = true; ///< no .symtab
    bool hasDebugInfo = false; ///< .debug_info or .zdebug_info
    qint64 symbolBytes = 0; ///< of .symtab, its strings and .debug_*: what stripping saves

    bool operator==(const ElfFacts &) const = default;
};

/// One library that a Mach-O file loads.
struct MachOLoad
{
    QString name; ///< as stored: "@rpath/libx.dylib", "/usr/lib/libSystem.B.dylib"
    bool isWeak = false;
    bool isReexport = false;

    bool operator==(const MachOLoad &) const = default;
};

/// One architecture of a Mach-O file.
struct MachOSlice
{
    enum class Kind { Program, Library, Bundle, Object, Other };
    enum class Signature { None, AdHoc, Certificate, Unread }; ///< Unread: there, but in the gap or damaged
    enum class PageHashes { NotChecked, Match, Differ };

    QString arch; ///< "arm64", "arm64e", "x86_64", "x86_64h", "i386", "armv7", …
    Kind kind = Kind::Other;
    QList<MachOLoad> loads; ///< LC_LOAD_DYLIB and its weak, lazy, reexport and upward forms
    QStringList rpaths; ///< LC_RPATH as stored
    QString installName; ///< LC_ID_DYLIB of a library
    QString platform; ///< "macos", "ios", …; empty: not said
    QString minOs; ///< "11.0" or "10.12.1": LC_BUILD_VERSION or LC_VERSION_MIN_*
    QString sdk;
    bool isPositionIndependent = false; ///< MH_PIE; always for libraries
    bool allowsExecutableStack = false; ///< MH_ALLOW_STACK_EXECUTION
    Signature signature = Signature::None;
    bool isLinkerSigned = false; ///< the ad-hoc signature that ld leaves
    bool hasHardenedRuntime = false;
    QString signingIdentifier;
    PageHashes pageHashes = PageHashes::NotChecked; ///< the code directory's hashes against the bytes
    qint64 firstDifferingPage = -1; ///< offset in the slice; -1: none
    bool isStripped = true; ///< no local symbols but for the one that strip(1) leaves
    qint64 symbolBytes = 0; ///< of symbol and string table
    qint64 offset = 0; ///< in the file
    qint64 size = 0;

    bool operator==(const MachOSlice &) const = default;
};

struct MachOFacts
{
    bool isFat = false;
    QList<MachOSlice> slices; ///< one where it is not fat

    bool operator==(const MachOFacts &) const = default;
};

struct PeFacts
{
    enum class Kind { Program, Library, Driver };

    Kind kind = Kind::Program;
    bool isPlus = false; ///< PE32+, 64 bits
    QString machine; ///< "x86-64", "x86", "aarch64", "arm"; "machine 0x…" where unknown
    QStringList imports; ///< DLLs that the loader needs before the program starts
    QStringList delayImports; ///< DLLs that are loaded at their first use
    QString subsystem; ///< "console", "windows", "native", …
    bool hasAuthenticode = false; ///< a certificate table is there; it is not verified
    bool hasAslr = false; ///< DYNAMIC_BASE
    bool hasHighEntropyAslr = false;
    bool hasNx = false; ///< NX_COMPAT
    bool hasSymbols = false; ///< a COFF symbol table, as GNU ld leaves it
    qint64 symbolBytes = 0;

    bool operator==(const PeFacts &) const = default;
};

/// What the headers of a program or library say. Nothing of it is run, and nothing of it is trusted: a field that lies
/// outside the file is not read, and `damage` says so.
struct BinaryFacts
{
    std::variant<ElfFacts, MachOFacts, PeFacts> format;
    QString damage; ///< what lies outside the file or makes no sense, as a sentence; empty: nothing
    bool isPartial = false; ///< something lay in the gap of what was kept of the file: what is not said is unknown

    const ElfFacts *elf() const { return std::get_if<ElfFacts>(&format); }
    const MachOFacts *machO() const { return std::get_if<MachOFacts>(&format); }
    const PeFacts *pe() const { return std::get_if<PeFacts>(&format); }
    bool isProgram() const;
    bool isLibrary() const; ///< shared library, dylib or bundle, DLL
    QStringList machines() const; ///< "x86-64", "aarch64", …, the same words for all three formats
    qint64 symbolBytes() const;

    bool operator==(const BinaryFacts &) const = default;
};

/// Whether \a head (16 bytes are enough) begins like an ELF, Mach-O or PE file. A PE file begins "MZ", as older things
/// do: readBinary() decides.
bool looksLikeBinary(QByteArrayView head);

/// Reads the headers of \a file; nullopt where it is none of the three. Time and memory are bounded by the size of the
/// headers and by caps on every count, whatever the bytes say. Never throws.
std::optional<BinaryFacts> readBinary(const ByteView &file);

QString formatName(const BinaryFacts &facts); ///< "elf", "mach-o", "pe"
/// The `binary` object of the inspect document: {format, machine, …}.
QJsonObject toJson(const BinaryFacts &facts);
/// In a few words: "ELF x86-64 program, static", "Mach-O arm64 library", "PE x86-64 program".
QString describe(const BinaryFacts &facts);

} // namespace unmoor
