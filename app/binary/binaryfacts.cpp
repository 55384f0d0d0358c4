// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/binaryfacts.h"

#include "app/core/words.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Mach-O has its own words for what ELF and PE call x86-64 and aarch64.
QString machineOf(const QString &arch)
{
    if (arch.startsWith("arm64"_L1))
        return u"aarch64"_s;
    if (arch.startsWith("x86_64"_L1))
        return u"x86-64"_s;
    if (arch == "i386"_L1)
        return u"x86"_s;
    return arch.startsWith("arm"_L1) ? u"arm"_s : arch;
}

bool isMachO(const BinaryFacts &facts, std::initializer_list<MachOSlice::Kind> kinds)
{
    const MachOFacts *machO = facts.machO();
    return machO && std::ranges::any_of(machO->slices, [&](const MachOSlice &slice) {
               return std::ranges::find(kinds, slice.kind) != kinds.end();
           });
}

QString kindName(ElfFacts::Kind kind)
{
    switch (kind) {
    case ElfFacts::Kind::Program:
        return u"program"_s;
    case ElfFacts::Kind::Library:
        return u"library"_s;
    case ElfFacts::Kind::Object:
        return u"object"_s;
    case ElfFacts::Kind::Core:
        return u"core"_s;
    case ElfFacts::Kind::Other:
        break;
    }
    return u"other"_s;
}

QString kindName(MachOSlice::Kind kind)
{
    switch (kind) {
    case MachOSlice::Kind::Program:
        return u"program"_s;
    case MachOSlice::Kind::Library:
        return u"library"_s;
    case MachOSlice::Kind::Bundle:
        return u"bundle"_s;
    case MachOSlice::Kind::Object:
        return u"object"_s;
    case MachOSlice::Kind::Other:
        break;
    }
    return u"other"_s;
}

QString kindName(PeFacts::Kind kind)
{
    switch (kind) {
    case PeFacts::Kind::Program:
        return u"program"_s;
    case PeFacts::Kind::Library:
        return u"library"_s;
    case PeFacts::Kind::Driver:
        break;
    }
    return u"driver"_s;
}

QString signatureName(MachOSlice::Signature signature)
{
    switch (signature) {
    case MachOSlice::Signature::None:
        return u"none"_s;
    case MachOSlice::Signature::AdHoc:
        return u"ad-hoc"_s;
    case MachOSlice::Signature::Certificate:
        return u"certificate"_s;
    case MachOSlice::Signature::Unread:
        break;
    }
    return u"unread"_s;
}

QString pageHashesName(MachOSlice::PageHashes hashes)
{
    switch (hashes) {
    case MachOSlice::PageHashes::Match:
        return u"match"_s;
    case MachOSlice::PageHashes::Differ:
        return u"differ"_s;
    case MachOSlice::PageHashes::NotChecked:
        break;
    }
    return u"not-checked"_s;
}

QString kindOf(const BinaryFacts &facts)
{
    if (const ElfFacts *file = facts.elf())
        return kindName(file->kind);
    if (const PeFacts *file = facts.pe())
        return kindName(file->kind);
    const MachOFacts *file = facts.machO();
    return kindName(file->slices.isEmpty() ? MachOSlice::Kind::Other : file->slices.first().kind);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

/// A search path that is not there is not the same as an empty one.
QJsonValue pathOrNull(bool isThere, const QStringList &path)
{
    return isThere ? QJsonValue(QJsonArray::fromStringList(path)) : QJsonValue();
}

void insertFacts(QJsonObject &json, const ElfFacts &file)
{
    QJsonArray neededVersions;
    for (const NeededVersion &version : file.neededVersions)
        neededVersions.append(
            QJsonObject{{u"library"_s, version.library}, {u"name"_s, version.name}, {u"weak"_s, version.isWeak}});
    json[u"bits"_s] = file.bits;
    json[u"big_endian"_s] = file.isBigEndian;
    json[u"interpreter"_s] = textOrNull(file.interpreter);
    json[u"dynamic"_s] = file.isDynamic;
    json[u"needed"_s] = QJsonArray::fromStringList(file.needed);
    json[u"soname"_s] = textOrNull(file.soname);
    json[u"runpath"_s] = pathOrNull(file.hasRunPath, file.runPath);
    json[u"rpath"_s] = pathOrNull(file.hasRPath, file.rPath);
    json[u"needed_versions"_s] = neededVersions;
    json[u"defined_versions"_s] = QJsonArray::fromStringList(file.definedVersions);
    json[u"executable_stack"_s] = file.hasExecutableStack;
    json[u"position_independent"_s] = file.isPositionIndependent;
    json[u"relro"_s] = file.hasRelro;
    json[u"binds_now"_s] = file.bindsNow;
    json[u"text_relocations"_s] = file.hasTextRelocations;
    json[u"stripped"_s] = file.isStripped;
    json[u"debug_info"_s] = file.hasDebugInfo;
}

QJsonObject toJson(const MachOSlice &slice)
{
    QJsonArray loads;
    for (const MachOLoad &load : slice.loads)
        loads.append(QJsonObject{{u"name"_s, load.name}, {u"weak"_s, load.isWeak}, {u"reexport"_s, load.isReexport}});
    return {
        {u"arch"_s, slice.arch},
        {u"machine"_s, machineOf(slice.arch)},
        {u"kind"_s, kindName(slice.kind)},
        {u"loads"_s, loads},
        {u"rpaths"_s, QJsonArray::fromStringList(slice.rpaths)},
        {u"install_name"_s, textOrNull(slice.installName)},
        {u"platform"_s, textOrNull(slice.platform)},
        {u"min_os"_s, textOrNull(slice.minOs)},
        {u"sdk"_s, textOrNull(slice.sdk)},
        {u"position_independent"_s, slice.isPositionIndependent},
        {u"executable_stack"_s, slice.allowsExecutableStack},
        {u"signature"_s, signatureName(slice.signature)},
        {u"linker_signed"_s, slice.isLinkerSigned},
        {u"hardened_runtime"_s, slice.hasHardenedRuntime},
        {u"signing_identifier"_s, textOrNull(slice.signingIdentifier)},
        {u"page_hashes"_s, pageHashesName(slice.pageHashes)},
        {u"first_differing_page"_s, slice.firstDifferingPage < 0 ? QJsonValue() : QJsonValue(slice.firstDifferingPage)},
        {u"stripped"_s, slice.isStripped},
        {u"symbol_bytes"_s, slice.symbolBytes},
        {u"offset"_s, slice.offset},
        {u"size"_s, slice.size}};
}

void insertFacts(QJsonObject &json, const MachOFacts &file)
{
    QJsonArray slices;
    for (const MachOSlice &slice : file.slices)
        slices.append(toJson(slice));
    json[u"fat"_s] = file.isFat;
    json[u"slices"_s] = slices;
}

void insertFacts(QJsonObject &json, const PeFacts &file)
{
    json[u"bits"_s] = file.isPlus ? 64 : 32;
    json[u"imports"_s] = QJsonArray::fromStringList(file.imports);
    json[u"delay_imports"_s] = QJsonArray::fromStringList(file.delayImports);
    json[u"subsystem"_s] = textOrNull(file.subsystem);
    json[u"authenticode"_s] = file.hasAuthenticode;
    json[u"aslr"_s] = file.hasAslr;
    json[u"high_entropy_aslr"_s] = file.hasHighEntropyAslr;
    json[u"nx"_s] = file.hasNx;
    json[u"symbols"_s] = file.hasSymbols;
}

QString describeElf(const ElfFacts &file)
{
    switch (file.kind) {
    case ElfFacts::Kind::Program:
        return (file.interpreter.isEmpty() ? Words::tr("ELF %1 program, static") : Words::tr("ELF %1 program"))
            .arg(file.machine);
    case ElfFacts::Kind::Library:
        return Words::tr("ELF %1 library").arg(file.machine);
    case ElfFacts::Kind::Object:
        return Words::tr("ELF %1 object file").arg(file.machine);
    case ElfFacts::Kind::Core:
        return Words::tr("ELF %1 core dump").arg(file.machine);
    case ElfFacts::Kind::Other:
        break;
    }
    return file.machine.isEmpty() ? Words::tr("ELF file") : Words::tr("ELF %1 file").arg(file.machine);
}

QString describeMachO(const MachOFacts &file)
{
    QStringList archs;
    for (const MachOSlice &slice : file.slices)
        archs.append(slice.arch);
    const QString arch = archs.join(u" + ");
    if (arch.isEmpty())
        return Words::tr("Mach-O file");
    switch (file.slices.first().kind) {
    case MachOSlice::Kind::Program:
        return Words::tr("Mach-O %1 program").arg(arch);
    case MachOSlice::Kind::Library:
        return Words::tr("Mach-O %1 library").arg(arch);
    case MachOSlice::Kind::Bundle:
        return Words::tr("Mach-O %1 bundle").arg(arch);
    case MachOSlice::Kind::Object:
        return Words::tr("Mach-O %1 object file").arg(arch);
    case MachOSlice::Kind::Other:
        break;
    }
    return Words::tr("Mach-O %1 file").arg(arch);
}

QString describePe(const PeFacts &file)
{
    switch (file.kind) {
    case PeFacts::Kind::Program:
        return Words::tr("PE %1 program").arg(file.machine);
    case PeFacts::Kind::Library:
        return Words::tr("PE %1 library").arg(file.machine);
    case PeFacts::Kind::Driver:
        break;
    }
    return Words::tr("PE %1 driver").arg(file.machine);
}

} // namespace

bool BinaryFacts::isProgram() const
{
    if (const ElfFacts *file = elf())
        return file->kind == ElfFacts::Kind::Program;
    if (const PeFacts *file = pe())
        return file->kind == PeFacts::Kind::Program;
    return isMachO(*this, {MachOSlice::Kind::Program});
}

bool BinaryFacts::isLibrary() const
{
    if (const ElfFacts *file = elf())
        return file->kind == ElfFacts::Kind::Library;
    if (const PeFacts *file = pe())
        return file->kind == PeFacts::Kind::Library;
    return isMachO(*this, {MachOSlice::Kind::Library, MachOSlice::Kind::Bundle});
}

QStringList BinaryFacts::machines() const
{
    if (const ElfFacts *file = elf())
        return {file->machine};
    if (const PeFacts *file = pe())
        return {file->machine};
    QStringList machines;
    for (const MachOSlice &slice : machO()->slices)
        machines.append(machineOf(slice.arch));
    return machines;
}

qint64 BinaryFacts::symbolBytes() const
{
    if (const ElfFacts *file = elf())
        return file->symbolBytes;
    if (const PeFacts *file = pe())
        return file->symbolBytes;
    qint64 bytes = 0;
    for (const MachOSlice &slice : machO()->slices)
        bytes += slice.symbolBytes;
    return bytes;
}

QString formatName(const BinaryFacts &facts)
{
    return facts.elf() ? u"elf"_s : facts.pe() ? u"pe"_s : u"mach-o"_s;
}

QJsonObject toJson(const BinaryFacts &facts)
{
    const QStringList machines = facts.machines();
    QJsonObject json{{u"format"_s, formatName(facts)},
                     {u"machine"_s, textOrNull(machines.value(0))},
                     {u"machines"_s, QJsonArray::fromStringList(machines)},
                     {u"kind"_s, kindOf(facts)},
                     {u"symbol_bytes"_s, facts.symbolBytes()},
                     {u"damage"_s, textOrNull(facts.damage)},
                     {u"partial"_s, facts.isPartial}};
    std::visit([&](const auto &file) { insertFacts(json, file); }, facts.format);
    return json;
}

QString describe(const BinaryFacts &facts)
{
    if (const ElfFacts *file = facts.elf())
        return describeElf(*file);
    if (const PeFacts *file = facts.pe())
        return describePe(*file);
    return describeMachO(*facts.machO());
}

} // namespace unmoor
