// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivekind.h"

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

bool startsZip(QByteArrayView head)
{
    // A member, or the end record of a zip without any.
    return head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06");
}

} // namespace

ArchiveKind kindOf(QByteArrayView head)
{
    if (head.startsWith(QByteArrayView("\xfd\x37zXZ\x00", 6)))
        return ArchiveKind::TarXz;
    if (head.startsWith("\x1f\x8b\x08"))
        return ArchiveKind::TarGz;
    if (startsZstd(head))
        return ArchiveKind::TarZst;
    if (startsBzip2(head))
        return ArchiveKind::TarBz2;
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
    case ArchiveKind::Zip:
        return u"zip"_s;
    }
    Q_UNREACHABLE_RETURN({});
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
    case ArchiveKind::Zip:
        return u"unzip -t"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

bool hasTarMark(QByteArrayView head)
{
    constexpr qsizetype offsetOfMark = 257;
    return head.size() > offsetOfMark + 5 && head.sliced(offsetOfMark).startsWith("ustar");
}

} // namespace unmoor
