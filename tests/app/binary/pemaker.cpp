// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/binary/pemaker.h"

#include "app/binary/bytewriter.h"

using unmoor::ByteWriter;

QByteArray PeMaker::make()
{
    const quint64 imageBase = isPlus ? 0x10000000 : 0x400000; // 32 bits, so that old delay imports can name addresses
    const quint16 optionalSize = (isPlus ? 112 : 96) + 16 * 8;
    directoriesAt = OptionalAt + optionalSize - 16 * 8;
    sectionHeaderAt = OptionalAt + optionalSize;

    // The section: import rows, delay import rows, names.
    ByteWriter section;
    const qsizetype delayRows = 20 * (imports.size() + 1);
    const qsizetype names = delayRows + 32 * (delayImports.size() + 1);
    delayImportsAt = SectionAt + delayRows;
    QByteArray texts;
    const auto addressOf = [&](const QByteArray &name) {
        const auto address = quint32(SectionAddress + names + texts.size());
        texts += name + '\0';
        return address;
    };
    for (const QByteArray &name : imports) {
        section.padTo(section.bytes.size() + 12);
        section.u32(addressOf(name));
        section.u32(SectionAddress);
    }
    section.padTo(delayRows);
    for (const QByteArray &name : delayImports) {
        section.u32(hasAbsoluteDelayImports ? 0 : 1);
        section.u32(addressOf(name) + (hasAbsoluteDelayImports ? quint32(imageBase) : 0));
        section.padTo(section.bytes.size() + 24);
    }
    section.padTo(names);
    section.raw(texts);
    section.padTo((section.bytes.size() + 511) / 512 * 512);

    ByteWriter out;
    out.raw("MZ");
    out.padTo(0x3c);
    out.u32(0x80);
    out.padTo(0x80);
    out.raw(QByteArray("PE\0\0", 4));
    out.u16(machine);
    out.u16(1);
    out.padTo(CoffAt + 16);
    out.u16(optionalSize);
    out.u16(characteristics);
    out.u16(isPlus ? 0x20b : 0x10b);
    out.padTo(OptionalAt + (isPlus ? 24 : 28));
    out.word(isPlus, imageBase);
    out.u32(0x1000);
    out.u32(0x200);
    out.padTo(OptionalAt + 56);
    out.u32(0x10000); // size of the image
    out.u32(0x400); // of the headers
    out.padTo(OptionalAt + 68);
    out.u16(subsystem);
    out.u16(dllFlags);
    out.padTo(directoriesAt - 4);
    out.u32(16);
    const auto directory = [&](int index, quint32 address, qsizetype size) {
        out.padTo(directoriesAt + 8 * index);
        out.u32(address);
        out.u32(quint32(size));
    };
    directory(1, SectionAddress, imports.isEmpty() ? 0 : delayRows);
    directory(4, certificateAt, certificateSize);
    directory(13, quint32(SectionAddress + delayRows), delayImports.isEmpty() ? 0 : names - delayRows);
    out.padTo(sectionHeaderAt);
    out.raw(QByteArray(".rdata\0\0", 8));
    out.u32(quint32(section.bytes.size()));
    out.u32(SectionAddress);
    out.u32(quint32(section.bytes.size()));
    out.u32(SectionAt);
    out.padTo(SectionAt);
    out.raw(section.bytes);
    return out.bytes;
}
