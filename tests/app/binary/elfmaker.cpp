// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/binary/elfmaker.h"

#include "app/binary/bytewriter.h"

using unmoor::ByteWriter;

void ElfMaker::addName(quint64 tag, const QByteArray &name)
{
    dynamic.append({tag, stringOffset(name)});
}

quint32 ElfMaker::stringOffset(const QByteArray &text)
{
    const auto offset = quint32(strings.size());
    strings += text + '\0';
    return offset;
}

QByteArray ElfMaker::versionTable()
{
    ByteWriter out(isBigEndian);
    for (const NeededVersions &needed : neededVersions) {
        const bool isLast = &needed == &neededVersions.last();
        out.u16(1);
        out.u16(quint16(needed.versions.size()));
        out.u32(stringOffset(needed.library));
        out.u32(16);
        out.u32(isLast ? 0 : quint32(16 + 16 * needed.versions.size()));
        for (const Version &version : needed.versions) {
            out.u32(0);
            out.u16(version.isWeak ? 2 : 0);
            out.u16(2);
            out.u32(stringOffset(version.name));
            out.u32(&version == &needed.versions.last() ? 0 : 16);
        }
    }
    return out.bytes;
}

QByteArray ElfMaker::make()
{
    const QByteArray versions = versionTable();
    const bool hasInterpreter = !interpreter.isEmpty();
    const quint16 segmentSize = is64 ? 56 : 32;
    const quint16 segmentCount = hasInterpreter ? 4 : 3;
    segmentsAt = is64 ? 64 : 52;
    const qsizetype interpreterAt = segmentsAt + segmentCount * segmentSize;
    stringsAt = interpreterAt + interpreter.size() + 1;
    versionsAt = (stringsAt + strings.size() + 7) / 8 * 8;
    dynamicAt = (versionsAt + versions.size() + 7) / 8 * 8;
    const qsizetype dynamicSize = (dynamic.size() + 4) * (is64 ? 16 : 8);

    ByteWriter out(isBigEndian);
    out.raw(QByteArray("\x7f"
                       "ELF"));
    out.u8(is64 ? 2 : 1);
    out.u8(isBigEndian ? 2 : 1);
    out.u8(1);
    out.padTo(16);
    out.u16(type);
    out.u16(machine);
    out.u32(1);
    out.word(is64, 0); // entry
    out.word(is64, quint64(segmentsAt));
    out.word(is64, 0); // no sections
    out.u32(0);
    out.u16(quint16(segmentsAt));
    out.u16(segmentSize);
    out.u16(segmentCount);
    out.u16(0);
    out.u16(0);
    out.u16(0);

    const auto segment = [&](quint32 kind, quint32 flags, qsizetype offset, qsizetype size) {
        out.u32(kind);
        if (is64)
            out.u32(flags);
        out.word(is64, quint64(offset));
        out.word(is64, base + quint64(offset));
        out.word(is64, base + quint64(offset));
        out.word(is64, quint64(size));
        out.word(is64, quint64(size));
        if (!is64)
            out.u32(flags);
        out.word(is64, 1);
    };
    segment(1, 5, 0, dynamicAt + dynamicSize);
    segment(2, 6, dynamicAt, dynamicSize);
    segment(0x6474e551, stackFlags, 0, 0);
    if (hasInterpreter)
        segment(3, 4, interpreterAt, interpreter.size() + 1);
    out.raw(interpreter);
    out.padTo(stringsAt);
    out.raw(strings);
    out.padTo(versionsAt);
    out.raw(versions);
    out.padTo(dynamicAt);
    const auto entry = [&](quint64 tag, quint64 value) {
        out.word(is64, tag);
        out.word(is64, value);
    };
    entry(5, base + quint64(stringsAt));
    entry(10, quint64(strings.size()));
    if (!versions.isEmpty())
        entry(0x6ffffffe, base + quint64(versionsAt));
    for (const auto &[tag, value] : dynamic)
        entry(tag, value);
    out.padTo(dynamicAt + dynamicSize);
    return out.bytes;
}
