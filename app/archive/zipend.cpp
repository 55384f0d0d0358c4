// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/zipend.h"

#include <QtEndian>
#include <algorithm>
#include <limits>

namespace unmoor {

namespace {

constexpr qint64 recordSize = 22; // of the end record, without its comment
constexpr qsizetype memberHeaderSize = 46; // in the directory

/// Where the first of the members begins that \a directory lists; nullopt where it is no directory.
std::optional<quint32> firstMemberAt(const QByteArray &directory)
{
    std::optional<quint32> first;
    for (qsizetype at = 0; at + memberHeaderSize <= directory.size();) {
        const char *header = directory.constData() + at;
        if (!QByteArrayView(header, 4).startsWith("PK\x01\x02"))
            break;
        first = std::min(first.value_or(std::numeric_limits<quint32>::max()), qFromLittleEndian<quint32>(header + 42));
        at += memberHeaderSize + qFromLittleEndian<quint16>(header + 28) + qFromLittleEndian<quint16>(header + 30)
            + qFromLittleEndian<quint16>(header + 32);
    }
    return first;
}

} // namespace

std::optional<ZipEnd> endOfZip(QFile &file)
{
    constexpr qint64 longestComment = 65535;
    const qint64 from = std::max<qint64>(0, file.size() - recordSize - longestComment);
    file.seek(from);
    const QByteArray tail = file.readAll();
    file.seek(0);
    for (qsizetype at = tail.lastIndexOf("PK\x05\x06"); at >= 0;
         at = at > 0 ? tail.lastIndexOf("PK\x05\x06", at - 1) : -1) {
        if (at + recordSize > tail.size())
            continue;
        const char *record = tail.constData() + at;
        const qint64 end = at + recordSize + qFromLittleEndian<quint16>(record + recordSize - 2);
        if (end <= tail.size())
            return ZipEnd{from + at, from + end, qFromLittleEndian<quint32>(record + 12),
                          qFromLittleEndian<quint32>(record + 16)};
    }
    return std::nullopt;
}

QByteArray directoryOfZip(QFile &file, const ZipEnd &end)
{
    constexpr qint64 mostBytes = 64LL << 20;
    if (end.directoryBytes > mostBytes || end.directoryBytes > end.at || !file.seek(end.at - end.directoryBytes))
        return {};
    const QByteArray directory = file.read(end.directoryBytes);
    file.seek(0);
    return directory;
}

qint64 bytesBeforeZip(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 0;
    const std::optional<ZipEnd> end = endOfZip(file);
    if (!end || end->end != file.size())
        return 0;
    const std::optional<quint32> first = firstMemberAt(directoryOfZip(file, *end));
    // What was put before the zip later moved it: the directory lies right before its end record nonetheless.
    const qint64 moved = end->at - qint64(end->directoryBytes) - qint64(end->directoryAt);
    if (!first || moved < 0)
        return 0;
    const qint64 start = moved + qint64(*first);
    return file.seek(start) && file.read(4) == "PK\x03\x04" ? start : 0;
}

} // namespace unmoor
