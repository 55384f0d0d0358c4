// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivescan.h"

#include "archive/packedfile.h"
#include "archive/scan.h"
#include "archive/tarscan.h"
#include "archive/zipscan.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ArchiveScan)
};

std::unexpected<Error> notAnArchive(ArchiveKind kind, const QString &path)
{
    const QString why = kind == ArchiveKind::Tar
        ? Text::tr("its first bytes are those of neither")
        : Text::tr("it unpacks as %1, but what is inside is no tar").arg(formatName(kind).section(u'.', 1));
    return failure(Error::Kind::InvalidInput,
                   Text::tr("%1 is not a tar or zip archive that Unmoor reads: %2. Name a .tar, .tar.xz, .tar.gz, "
                            ".tar.zst, .tar.bz2 or .zip file.")
                       .arg(path, why));
}

std::unexpected<Error> errorOf(const StreamFault &fault, const QString &path)
{
    if (fault.kind == StreamFault::Kind::Canceled)
        return failure(Error::Kind::Canceled, Text::tr("Reading %1 was canceled.").arg(path));
    return failure(Error::Kind::Io,
                   Text::tr("Could not read %1: %2. Check the disk and start again.").arg(path, fault.reason));
}

bool isError(const std::optional<StreamFault> &fault)
{
    return fault && (fault->kind == StreamFault::Kind::Canceled || fault->kind == StreamFault::Kind::Io);
}

/// Reads what nobody has read yet, so that the hash is that of the whole file.
std::optional<StreamFault> readToEnd(PackedFile &packed, const std::stop_token &stop)
{
    while (!packed.next().isEmpty()) {
        if (stop.stop_requested())
            return StreamFault{StreamFault::Kind::Canceled, {}, 0, {}};
    }
    return packed.fault();
}

} // namespace

QString typeName(ArchiveEntry::Type type)
{
    switch (type) {
    case ArchiveEntry::Type::File:
        return u"file"_s;
    case ArchiveEntry::Type::Directory:
        return u"directory"_s;
    case ArchiveEntry::Type::Symlink:
        return u"symlink"_s;
    case ArchiveEntry::Type::HardLink:
        return u"hardlink"_s;
    case ArchiveEntry::Type::Special:
        return u"special"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString modeText(quint32 mode)
{
    QString text;
    for (int shift = 6; shift >= 0; shift -= 3) {
        text += mode >> shift & 4 ? u'r' : u'-';
        text += mode >> shift & 2 ? u'w' : u'-';
        text += mode >> shift & 1 ? u'x' : u'-';
    }
    // As ls(1) shows set-user-id, set-group-id and the sticky bit.
    const auto mark = [&](quint32 bit, qsizetype at, QChar with, QChar without) {
        if (mode & bit)
            text[at] = text[at] == u'x' ? with : without;
    };
    mark(04000, 2, u's', u'S');
    mark(02000, 5, u's', u'S');
    mark(01000, 8, u't', u'T');
    return text;
}

bool EntryContent::operator==(const EntryContent &other) const
{
    const bool sameBinary = binary && other.binary ? *binary == *other.binary : binary == other.binary;
    return sameBinary && text == other.text && isTextWhole == other.isTextWhole && storePaths == other.storePaths;
}

bool ArchiveEntry::operator==(const ArchiveEntry &other) const
{
    const auto header = [](const ArchiveEntry &entry) {
        return std::tie(entry.rawName, entry.path, entry.type, entry.mode, entry.size, entry.link, entry.sha256,
                        entry.mtime, entry.uid, entry.gid);
    };
    const bool sameContent = content && other.content ? *content == *other.content : content == other.content;
    return header(*this) == header(other) && sameContent;
}

bool ArchiveContents::isWhole() const
{
    return std::ranges::none_of(findings, [](const Finding &finding) {
        return finding.code.startsWith("stream-"_L1) || finding.code == "limit-reached"_L1;
    });
}

Result<ArchiveContents> scanArchive(const QString &path, const ScanLimits &limits, std::stop_token stop,
                                    const ScanCallback &onProgress)
{
    const auto packed = PackedFile::open(path);
    if (!packed)
        return std::unexpected(packed.error());
    PackedFile &file = **packed;
    const ArchiveKind kind = kindOf(file.head());
    Scan scan(kind, limits, stop, onProgress, file.size());
    if (kind == ArchiveKind::Zip)
        scanZip(path, scan);
    else if (scan.goesOn() && !scanTar(kind, file, scan))
        return notAnArchive(kind, path);
    if (isError(scan.fault()))
        return errorOf(*scan.fault(), path);
    if (const auto fault = readToEnd(file, stop))
        return errorOf(*fault, path);

    ArchiveContents contents = scan.take();
    contents.fileName = QFileInfo(path).fileName();
    contents.bytes = file.position();
    contents.sha256 = file.sha256();
    return contents;
}

} // namespace unmoor
