// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/archivekind.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

// RFC 8878: a frame, or a skippable frame before it.
bool startsZstd(QByteArrayView head)
{
    return head.startsWith("\x28\xb5\x2f\xfd")
        || (head.size() >= 4 && (head[0] & 0xf0) == 0x50 && head.sliced(1).startsWith("\x2a\x4d\x18"));
}

bool startsBzip2(QByteArrayView head)
{
    return head.startsWith("BZh") && head.size() > 3 && head[3] >= '1' && head[3] <= '9';
}

// lz4's Frame format, and its legacy one.
bool startsLz4(QByteArrayView head)
{
    return head.startsWith("\x04\x22\x4d\x18") || head.startsWith("\x02\x21\x4c\x18");
}

// .lzma has no mark: what lzma(1) and xz(1) write by default, with a dictionary size as they allow and a size that is
// not said or below 256 GiB.
bool startsLzma(QByteArrayView head)
{
    constexpr qsizetype headerSize = 13;
    constexpr quint32 leastDictionary = 4096;
    if (head.size() < headerSize || (head[0] != 0x5d && head[0] != 0x5e) || hasTarMark(head))
        return false;
    const auto dictionary = qFromLittleEndian<quint32>(head.data() + 1);
    const auto size = qFromLittleEndian<quint64>(head.data() + 5);
    const quint32 rest = dictionary & (dictionary - 1); // 2^n, or 2^n + 2^(n-1)
    const bool isUsual = rest == 0 || (rest & (rest - 1)) == 0;
    return isUsual && dictionary >= leastDictionary && (size == ~quint64(0) || size < (quint64(1) << 38));
}

bool startsZip(QByteArrayView head)
{
    // A member, or the end record of a zip without any.
    return head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06");
}

} // namespace

ArchiveKind archiveKindOf(QByteArrayView head)
{
    if (head.startsWith(QByteArrayView("\xfd\x37zXZ\x00", 6)))
        return ArchiveKind::TarXz;
    if (head.startsWith("\x1f\x8b\x08"))
        return ArchiveKind::TarGz;
    if (startsZstd(head))
        return ArchiveKind::TarZst;
    if (startsBzip2(head))
        return ArchiveKind::TarBz2;
    if (startsLz4(head))
        return ArchiveKind::TarLz4;
    if (head.startsWith("LZIP\x01"))
        return ArchiveKind::TarLzip;
    if (head.startsWith("\x1f\x9d"))
        return ArchiveKind::TarZ;
    if (startsLzma(head))
        return ArchiveKind::TarLzma;
    if (head.startsWith(QByteArrayView("7z\xbc\xaf\x27\x1c", 6)))
        return ArchiveKind::SevenZip;
    // deb(5): an ar whose first member tells the version of the format.
    if (head.startsWith("!<arch>\ndebian-binary"))
        return ArchiveKind::Deb;
    if (head.startsWith("\xed\xab\xee\xdb"))
        return ArchiveKind::Rpm;
    return startsZip(head) ? ArchiveKind::Zip : ArchiveKind::Tar;
}

QString formatName(ArchiveKind kind)
{
    switch (kind) {
    case ArchiveKind::Tar:
        return u"tar"_s;
    case ArchiveKind::TarXz:
        return u"tar.xz"_s;
    case ArchiveKind::TarGz:
        return u"tar.gz"_s;
    case ArchiveKind::TarZst:
        return u"tar.zst"_s;
    case ArchiveKind::TarBz2:
        return u"tar.bz2"_s;
    case ArchiveKind::TarLz4:
        return u"tar.lz4"_s;
    case ArchiveKind::TarLzip:
        return u"tar.lz"_s;
    case ArchiveKind::TarLzma:
        return u"tar.lzma"_s;
    case ArchiveKind::TarZ:
        return u"tar.Z"_s;
    case ArchiveKind::Zip:
        return u"zip"_s;
    case ArchiveKind::SevenZip:
        return u"7z"_s;
    case ArchiveKind::Deb:
        return u"deb"_s;
    case ArchiveKind::Rpm:
        return u"rpm"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString compressionName(ArchiveKind kind)
{
    const QString name = formatName(kind);
    return name.startsWith("tar."_L1) ? name.sliced(4) : QString();
}

QString testCommand(ArchiveKind kind)
{
    switch (kind) {
    case ArchiveKind::Tar:
        return u"tar -tf"_s;
    case ArchiveKind::TarXz:
        return u"xz -t"_s;
    case ArchiveKind::TarGz:
        return u"gzip -t"_s;
    case ArchiveKind::TarZst:
        return u"zstd -t"_s;
    case ArchiveKind::TarBz2:
        return u"bzip2 -t"_s;
    case ArchiveKind::TarLz4:
        return u"lz4 -t"_s;
    case ArchiveKind::TarLzip:
        return u"lzip -t"_s;
    case ArchiveKind::TarLzma:
        return u"lzma -t"_s;
    case ArchiveKind::TarZ:
        return u"gzip -t"_s;
    case ArchiveKind::Zip:
        return u"unzip -t"_s;
    case ArchiveKind::SevenZip:
        return u"7z t"_s;
    case ArchiveKind::Deb:
        return u"dpkg-deb --fsys-tarfile"_s;
    case ArchiveKind::Rpm:
        return u"rpm -K"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

bool hasTarMark(QByteArrayView head)
{
    constexpr qsizetype offsetOfMark = 257;
    return head.size() > offsetOfMark + 5 && head.sliced(offsetOfMark).startsWith("ustar");
}

} // namespace unmoor
