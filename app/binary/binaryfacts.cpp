// SPDX-License-Identifier: GPL-3.0-or-later
#include "binary/binaryfacts.h"

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

} // namespace unmoor
