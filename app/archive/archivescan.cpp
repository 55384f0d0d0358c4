// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/archivescan.h"

#include "app/archive/lonefile.h"
#include "app/archive/packagescan.h"
#include "app/archive/packedfile.h"
#include "app/archive/scan.h"
#include "app/archive/tarscan.h"
#include "app/archive/unpacking.h"
#include "app/archive/zipend.h"
#include "app/archive/zipscan.h"
#include "app/core/words.h"

#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// What stands in a file where an archive should, as far as its beginning \a head tells.
QString whyNoArchive(ArchiveKind kind, QByteArrayView head)
{
    if (const QString compression = compressionName(kind); !compression.isEmpty())
        return Words::tr("it unpacks as %1, but what is inside is neither a tar nor a program").arg(compression);
    switch (contentKindOf(head, head.size())) {
    case ContentKind::LfsPointer:
        return Words::tr("it is a pointer of Git LFS, a text in place of the file; git lfs pull fetches that");
    case ContentKind::ErrorPage:
        return Words::tr("it is a web page or the answer of a server, which was saved in place of the file (download "
                         "with curl --fail)");
    default:
        return Words::tr("its first bytes are those of neither");
    }
}

std::unexpected<Error> notAnArchive(ArchiveKind kind, QByteArrayView head, const QString &path)
{
    const QString why = whyNoArchive(kind, head);
    return failure(
        Error::Kind::InvalidInput,
        Words::tr("%1 is not an archive or a program that Unmoor reads: %2. Name a .tar, .tar.xz, .tar.gz, "
                  ".tar.zst, .tar.bz2, .tar.lz4, .tar.lz, .tar.lzma, .tar.Z, .zip, .7z, .deb or .rpm file, an "
                  "AppImage, or a program, also one that is packed alone (.gz, .xz, .zst, .bz2, .lz4, .lz, "
                  ".lzma, .Z).")
            .arg(path, why));
}

std::unexpected<Error> errorOf(const StreamFault &fault, const QString &path)
{
    if (fault.kind == StreamFault::Kind::Canceled)
        return failure(Error::Kind::Canceled, Words::tr("Reading %1 was canceled.").arg(path));
    return failure(Error::Kind::Io,
                   Words::tr("Could not read %1: %2. Check the disk and start again.").arg(path, fault.reason));
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

/// What \a scan of \a packed came to.
Result<ArchiveContents> finishScan(PackedFile &packed, Scan &scan, const std::stop_token &stop)
{
    if (isError(scan.fault()))
        return errorOf(*scan.fault(), packed.path());
    if (const auto fault = readToEnd(packed, stop))
        return errorOf(*fault, packed.path());
    ArchiveContents contents = scan.take();
    contents.fileName = QFileInfo(packed.path()).fileName();
    contents.bytes = packed.position();
    contents.sha256 = packed.sha256();
    return contents;
}

/// The files that hold entries in one stream, and those that are no archive. False where it is neither.
bool scanStreamOrFile(ArchiveKind kind, PackedFile &packed, Scan &scan, LoneFiles lone)
{
    Unpacking unpacking(kind, packed, packed.size(), packed.head());
    PeekedSource bytes(unpacking.bytes());
    const bool isPlain = compressionName(kind).isEmpty();
    const bool mayBeLone = lone == LoneFiles::All || !isCalledLikeAnArchive(packed.path());
    const QString name = loneName(packed.path(), compressionName(kind));
    QString format = hasTarMark(bytes.head()) || !mayBeLone ? QString() : loneFormat(bytes.head());
    if (format.isEmpty() && mayBeLone && standsInForAProgram(name, bytes.head()))
        format = u"text"_s;
    if (format.isEmpty())
        return scanStream(StreamFormat::Tar, bytes, isPlain, packed, scan);
    return scanLoneFile(name, format, bytes, packed, scan);
}

/// See bytesBeforeZip(). A tar may end with a zip that it holds, and an AppImage is what it is.
qint64 bytesBeforeZipIn(const PackedFile &packed)
{
    const bool mayBe = !hasTarMark(packed.head()) && loneFormat(packed.head()) != "AppImage"_L1;
    return mayBe ? bytesBeforeZip(packed.path()) : 0;
}

/// Reads \a packed, which is not known otherwise, as a file of its own.
bool scanAnyFile(ArchiveKind kind, PackedFile &packed, Scan &scan)
{
    Unpacking unpacking(kind, packed, packed.size(), packed.head());
    return scanLoneFile(loneName(packed.path(), compressionName(kind)), u"file"_s, unpacking.bytes(), packed, scan);
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
    return sameBinary && text == other.text && isTextWhole == other.isTextWhole && storePaths == other.storePaths
        && wrappedProgram == other.wrappedProgram && isCompiledWrapper == other.isCompiledWrapper;
}

bool ArchiveEntry::operator==(const ArchiveEntry &other) const
{
    const auto header = [](const ArchiveEntry &entry) {
        return std::tie(entry.rawName, entry.path, entry.type, entry.mode, entry.size, entry.link, entry.sha256,
                        entry.mtime, entry.uid, entry.gid, entry.contentKind, entry.hadBackslashes);
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
                                    const ScanCallback &onProgress, LoneFiles lone)
{
    auto packed = PackedFile::open(path);
    if (!packed)
        return std::unexpected(packed.error());
    ArchiveKind kind = archiveKindOf((*packed)->head());
    const qint64 beforeZip = kind == ArchiveKind::Tar ? bytesBeforeZipIn(**packed) : 0;
    if (beforeZip > 0)
        kind = ArchiveKind::Zip;
    {
        PackedFile &file = **packed;
        Scan scan(kind, limits, stop, onProgress, file.size());
        bool isKnown = true;
        if (kind == ArchiveKind::Zip)
            scanZip(path, scan, beforeZip);
        else if (kind == ArchiveKind::SevenZip)
            scanSevenZip(path, scan);
        else if (kind == ArchiveKind::Deb || kind == ArchiveKind::Rpm)
            scanPackage(kind, file, scan);
        else if (scan.goesOn())
            isKnown = scanStreamOrFile(kind, file, scan, lone);
        if (isKnown)
            return finishScan(file, scan, stop);
        if (lone == LoneFiles::Programs)
            return notAnArchive(kind, file.head(), path);
    }
    // Once more from the start.
    packed = PackedFile::open(path);
    if (!packed)
        return std::unexpected(packed.error());
    Scan scan(kind, limits, stop, onProgress, (*packed)->size());
    scanAnyFile(kind, **packed, scan);
    return finishScan(**packed, scan, stop);
}

} // namespace unmoor
