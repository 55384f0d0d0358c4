// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/macprogram.h"

#include "app/binary/bytewriter.h"
#include "app/binary/machomaker.h"

#include <QCryptographicHash>

namespace unmoor {

namespace {

// The numbers of Apple's mach-o/loader.h, and of the processor's instructions.
enum : quint32 { TypeProgram = 2, TypeLibrary = 6 };
enum : quint32 { NoUndefined = 0x1, ForDyld = 0x4, TwoLevel = 0x80, NoReexports = 0x100000, AnyAddress = 0x200000 };
enum : quint32 {
    Symtab = 0x2,
    Dysymtab = 0xb,
    LoadDylib = 0xc,
    IdDylib = 0xd,
    LoadDylinker = 0xe,
    Segment64 = 0x19,
    Uuid = 0x1b,
    DyldInfoOnly = 0x80000022,
    Main = 0x80000028,
    BuildVersion = 0x32,
    RunPath = 0x8000001c
};
enum : quint32 { MayRead = 1, MayReadAndRun = 5 };

constexpr quint32 pageSize = 0x4000; // of memory, on Apple silicon
constexpr quint64 firstAddress = 0x100000000; // of a program; below it nothing is mapped
constexpr quint32 codeAt = 0x1000;
constexpr quint32 codeSizeInFile = pageSize + 16; // the header and the code are one page; behind it lie no symbols
constexpr QByteArrayView libraryName("@rpath/libonnxruntime.dylib");

QByteArray paddedName(const char *name)
{
    return QByteArray(name).leftJustified(16, '\0');
}

/// A part of the file that is mapped to memory. \a code: bytes of the one section in it; 0: none.
void addMapping(MachOMaker &maker, const char *name, quint64 address, quint64 size, quint64 offset, quint64 fileSize,
                quint32 rights, quint32 code = 0)
{
    ByteWriter out;
    out.raw(paddedName(name));
    for (const quint64 number : {address, size, offset, fileSize})
        out.u64(number);
    for (const quint32 number : {rights, rights, code > 0 ? 1U : 0U, 0U})
        out.u32(number);
    if (code > 0) {
        out.raw(paddedName("__text") + paddedName(name));
        out.u64(address + codeAt);
        out.u64(code);
        // At a multiple of 4 bytes, without relocations, and instructions alone.
        for (const quint32 number : {codeAt, 2U, 0U, 0U, 0x80000400U, 0U, 0U, 0U})
            out.u32(number);
    }
    maker.addCommand(Segment64, out.bytes);
}

/// Writes \a text and ends with 0.
QByteArray writingCode(const QByteArray &text)
{
    constexpr quint32 instructions = 7;
    constexpr quint32 behindFirst = instructions * 4;
    ByteWriter out;
    out.u32(0x10000001 | (behindFirst >> 2) << 5); // adr x1, the text
    out.u32(0xd2800002 | quint32(text.size()) << 5); // mov x2, its size
    out.u32(0xd2800020); // mov x0, 1: standard output
    out.u32(0xd2800090); // mov x16, 4: write
    out.u32(0xd4001001); // svc 0x80
    out.u32(0xd2800000); // mov x0, 0
    out.u32(0xd65f03c0); // ret
    out.raw(text);
    return out.bytes;
}

/// \a maker with what all files have, in the order of linkers. \a base: address of its first byte.
QByteArray linked(MachOMaker maker, const QByteArray &code, quint64 base)
{
    maker.flags |= NoUndefined | ForDyld | TwoLevel;
    maker.codeSize = codeSizeInFile;
    maker.parts.insert(codeAt, code);
    maker.directories = {MachOMaker::Directory()};
    maker.directories.first().flags = 0x20002; // ad hoc, by the linker
    const QList<QByteArray> own = std::exchange(maker.commands, {});
    const auto withSize = [&](quint64 behindCode) {
        maker.commands.clear();
        if (base > 0)
            addMapping(maker, "__PAGEZERO", 0, base, 0, 0, 0);
        addMapping(maker, "__TEXT", base, pageSize, 0, pageSize, MayReadAndRun, quint32(code.size()));
        addMapping(maker, "__LINKEDIT", base + pageSize, pageSize, pageSize, behindCode, MayRead);
        maker.addNumbers(DyldInfoOnly, QList<quint32>(10, 0));
        maker.addNumbers(Symtab, {pageSize, 0, pageSize, 8});
        maker.addNumbers(Dysymtab, QList<quint32>(18, 0));
        maker.addCommand(Uuid, QCryptographicHash::hash(code, QCryptographicHash::Md5));
        maker.addNumbers(BuildVersion, {1, 0x000b0000, 0x000e0000, 0}); // macOS 11.0, with the SDK 14.0
        maker.commands += own;
        return maker.make();
    };
    return withSize(quint64(withSize(0).size()) - pageSize); // the signature is the end of the last mapping
}

} // namespace

QByteArray macProgram(const QByteArray &name, const QByteArray &text)
{
    MachOMaker maker;
    maker.fileType = TypeProgram;
    maker.flags = AnyAddress;
    maker.identifier = name;
    ByteWriter dylinker;
    dylinker.u32(12); // where the name stands in the command
    dylinker.raw(QByteArray("/usr/lib/dyld") + '\0');
    maker.addCommand(LoadDylinker, dylinker.bytes);
    ByteWriter main;
    main.u64(codeAt);
    main.u64(0); // the stack's size: as ever
    maker.addCommand(Main, main.bytes);
    maker.addName(LoadDylib, libraryName.toByteArray());
    maker.addName(LoadDylib, "/usr/lib/libSystem.B.dylib");
    maker.addName(RunPath, "@loader_path/lib");
    return linked(maker, writingCode(text), firstAddress);
}

QByteArray macLibrary(const QByteArray &text)
{
    MachOMaker maker;
    maker.fileType = TypeLibrary;
    maker.flags = NoReexports;
    maker.identifier = "libonnxruntime";
    maker.addName(IdDylib, libraryName.toByteArray());
    maker.addName(LoadDylib, "/usr/lib/libSystem.B.dylib");
    return linked(maker, text, 0);
}

} // namespace unmoor
