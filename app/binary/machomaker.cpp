// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/machomaker.h"

#include "app/binary/bytewriter.h"

#include <QCryptographicHash>

namespace unmoor {

namespace {

QByteArray hashOfPage(quint8 hashType, const QByteArray &page)
{
    switch (hashType) {
    case 1:
        return QCryptographicHash::hash(page, QCryptographicHash::Sha1);
    case 3:
        return QCryptographicHash::hash(page, QCryptographicHash::Sha256).first(20);
    case 4:
        return QCryptographicHash::hash(page, QCryptographicHash::Sha384);
    default:
        return QCryptographicHash::hash(page, QCryptographicHash::Sha256);
    }
}

} // namespace

void MachOMaker::addCommand(quint32 kind, const QByteArray &rest)
{
    ByteWriter out(isBigEndian);
    const qsizetype size = (8 + rest.size() + 7) / 8 * 8;
    out.u32(kind);
    out.u32(quint32(size));
    out.raw(rest);
    out.padTo(size);
    commands.append(out.bytes);
}

void MachOMaker::addName(quint32 kind, const QByteArray &name)
{
    const bool isPath = kind == 0x8000001c;
    ByteWriter out(isBigEndian);
    out.u32(isPath ? 12 : 24);
    if (!isPath) {
        out.u32(2); // time stamp
        out.u32(0x10000);
        out.u32(0x10000);
    }
    out.raw(name + '\0');
    addCommand(kind, out.bytes);
}

void MachOMaker::addLibraryUse(const QByteArray &name, quint32 useFlags)
{
    ByteWriter out(isBigEndian);
    for (const quint32 number : {28u, 0x1a741800u, 0x10000u, 0x10000u, useFlags})
        out.u32(number);
    out.raw(name + '\0');
    addCommand(0xc, out.bytes);
}

void MachOMaker::addNumbers(quint32 kind, const QList<quint32> &numbers)
{
    ByteWriter out(isBigEndian);
    for (const quint32 number : numbers)
        out.u32(number);
    addCommand(kind, out.bytes);
}

void MachOMaker::addSegment(quint64 offset, quint64 size)
{
    ByteWriter out(isBigEndian);
    out.raw(QByteArray("__TEXT").leftJustified(16, '\0'));
    for (const quint64 number : {quint64(0), size, offset, size})
        out.word(is64, number);
    out.padTo(is64 ? 64 : 48);
    addCommand(is64 ? 0x19 : 0x1, out.bytes);
}

QByteArray MachOMaker::make()
{
    const qsizetype headerSize = is64 ? 32 : 28;
    QList<QByteArray> all = commands;
    signatureAt = codeSize;
    if (!directories.isEmpty()) {
        const auto size = quint32(signature(QByteArray(codeSize, '\0')).size());
        addNumbers(0x1d, {quint32(signatureAt), size});
        all.append(commands.takeLast());
    }
    const QByteArray commandBytes = all.join();
    ByteWriter out(isBigEndian);
    out.u32(is64 ? 0xfeedfacf : 0xfeedface);
    out.u32(cpu);
    out.u32(subtype);
    out.u32(fileType);
    out.u32(quint32(all.size()));
    out.u32(quint32(commandBytes.size()));
    out.u32(flags);
    out.padTo(headerSize);
    out.raw(commandBytes);
    for (const auto &[at, part] : parts.asKeyValueRange()) {
        out.padTo(at);
        out.raw(part);
    }
    out.padTo(codeSize);
    if (!directories.isEmpty())
        out.raw(signature(out.bytes));
    return out.bytes;
}

QByteArray MachOMaker::signature(const QByteArray &code) const
{
    QList<std::pair<quint32, QByteArray>> blobs;
    for (const Directory &each : directories)
        blobs.append({blobs.isEmpty() ? 0 : 0x1000 + quint32(blobs.size()) - 1, directory(each, code)});
    ByteWriter certificate(true);
    certificate.u32(0xfade0b01);
    certificate.u32(quint32(8 + certificates.size()));
    certificate.raw(certificates);
    blobs.append({0x10000, certificate.bytes});

    ByteWriter index(true);
    QByteArray content;
    for (const auto &[slot, blob] : blobs) {
        index.u32(slot);
        index.u32(quint32(12 + 8 * blobs.size() + content.size()));
        content += blob;
    }
    ByteWriter out(true);
    out.u32(0xfade0cc0);
    out.u32(quint32(12 + index.bytes.size() + content.size()));
    out.u32(quint32(blobs.size()));
    out.raw(index.bytes + content);
    return out.bytes;
}

QByteArray MachOMaker::directory(const Directory &directory, const QByteArray &code) const
{
    const qsizetype pageSize = directory.pageBits == 0 ? code.size() : qsizetype(1) << directory.pageBits;
    QByteArray hashes;
    quint32 pages = 0;
    for (qsizetype at = 0; at < code.size(); at += pageSize, ++pages)
        hashes += hashOfPage(directory.hashType, code.mid(at, pageSize));
    constexpr quint32 HeaderSize = 88;
    const quint32 hashesAt = HeaderSize + quint32(identifier.size()) + 1;

    ByteWriter out(true);
    out.u32(0xfade0c02);
    out.u32(hashesAt + quint32(hashes.size()));
    out.u32(0x20400);
    out.u32(directory.flags);
    out.u32(hashesAt);
    out.u32(HeaderSize);
    out.u32(0); // special slots
    out.u32(pages);
    out.u32(directory.usesLimit64 ? 0 : quint32(code.size()));
    out.u8(quint8(hashes.size() / pages));
    out.u8(directory.hashType);
    out.u8(0);
    out.u8(directory.pageBits);
    out.padTo(56);
    out.u64(directory.usesLimit64 ? quint64(code.size()) : 0);
    out.padTo(HeaderSize);
    out.raw(identifier + '\0' + hashes);
    return out.bytes;
}

QByteArray MachOMaker::fat(const QList<QByteArray> &slices, const QList<quint32> &cpus, bool is64)
{
    const auto aligned = [](qsizetype size) { return (size + 4095) / 4096 * 4096; };
    ByteWriter out(true);
    out.u32(is64 ? 0xcafebabf : 0xcafebabe);
    out.u32(quint32(slices.size()));
    qsizetype at = 4096;
    for (qsizetype i = 0; i < slices.size(); ++i) {
        out.u32(cpus.at(i));
        out.u32(0);
        out.word(is64, quint64(at));
        out.word(is64, quint64(slices.at(i).size()));
        out.u32(12);
        if (is64)
            out.u32(0);
        at += aligned(slices.at(i).size());
    }
    at = 4096;
    for (const QByteArray &slice : slices) {
        out.padTo(at);
        out.raw(slice);
        at += aligned(slice.size());
    }
    return out.bytes;
}

} // namespace unmoor
