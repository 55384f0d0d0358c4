// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/binaryfacts.h"
#include "app/binary/contentkind.h"
#include "app/core/finding.h"
#include "app/core/result.h"

#include <QByteArray>
#include <functional>
#include <memory>
#include <stop_token>

namespace unmoor {

/// What was kept of a file's content while it went by.
struct EntryContent
{
    std::shared_ptr<const BinaryFacts> binary; ///< null: no program or library
    QByteArray text; ///< first bytes of a text file; empty: no text, or no room (see ScanLimits)
    bool isTextWhole = false;
    QStringList storePaths; ///< "/nix/store/HASH-NAME" that stand in it, each once, the first few
    bool isCompiledWrapper = false; ///< what makeBinaryWrapper of nixpkgs makes
    QString wrappedProgram; ///< the file of /nix/store that a wrapper of nixpkgs starts; see StorePathFinder

    bool operator==(const EntryContent &other) const;
};

/// One entry, in the archive's own order. Names are kept as they are: nothing is cleaned away.
struct ArchiveEntry
{
    enum class Type { File, Directory, Symlink, HardLink, Special };

    QByteArray rawName; ///< bytes as stored
    QString path; ///< rawName for people: UTF-8, without a trailing "/" and a leading "./"; otherwise unchanged
    Type type = Type::File;
    quint32 mode = 0; ///< permission bits, 07777
    qint64 size = 0; ///< bytes, unpacked
    QString link; ///< target of a symbolic or hard link
    QByteArray sha256; ///< 64 hex digits; files only, empty where the content could not be read whole
    qint64 mtime = 0; ///< seconds since 1970
    qint64 uid = 0;
    qint64 gid = 0;
    ContentKind contentKind = ContentKind::Unread;
    bool hadBackslashes = false; ///< stored in a zip with "\\" where rawName has "/"
    std::shared_ptr<const EntryContent> content; ///< null: nothing of it was kept

    const BinaryFacts *binary() const { return content ? content->binary.get() : nullptr; }
    bool operator==(const ArchiveEntry &other) const; ///< compares what was kept, too
};

QString typeName(ArchiveEntry::Type type); ///< "file", "directory", "symlink", "hardlink", "special"
QString modeText(quint32 mode); ///< "rwxr-xr-x"

/// What one pass over an archive found. With a finding of code stream-* or limit-reached, entries are those up to
/// there.
struct ArchiveContents
{
    QString fileName;
    /// "tar.xz", "tar.gz", "tar.zst", "tar.bz2", "tar.lz4", "tar.lz", "tar.lzma", "tar.Z", "tar", "zip", "7z", "deb",
    /// "rpm"; of a file that is no archive what it is, "program", "script", "AppImage", "msi", …, and how it is packed:
    /// "program.gz".
    QString format;
    bool isLone = false; ///< no archive: its one entry is the file itself, unpacked
    qint64 bytes = 0; ///< of the archive file
    QByteArray sha256; ///< of the archive file, 64 hex digits
    QList<ArchiveEntry> entries;
    /// About the stream itself: stream-truncated, stream-corrupt, limit-reached first, then member-crc,
    /// member-encrypted and unprintable-name, which are about single members of a zip.
    QList<Finding> findings;
    qint64 unpackedBytes = 0;
    double seconds = 0; ///< that the pass took

    bool isWhole() const; ///< every entry is known: no finding of stream-* or limit-reached
};

/// What a scan may spend; [limits] of unmoor.toml.
struct ScanLimits
{
    qint64 entries = 1'000'000; ///< and as many folders that follow from their names
    qint64 unpackedBytes = 64LL << 30;
    double ratio = 2000; ///< unpacked to packed bytes, looked at beyond 256 MiB
    qint64 memberBytes = 64LL << 20; ///< of one program or library held in memory; of a larger one its ends
    qint64 depth = 256; ///< folders around one entry, or in where a link leads
    qint64 pathBytes = 128LL << 20; ///< of all names and link targets together

    bool operator==(const ScanLimits &) const = default;
};

/// How far a scan is. New entries come in order; one whose content is still being read comes without its sha256.
struct ScanProgress
{
    QList<ArchiveEntry> batch; ///< may be empty
    qint64 packedRead = 0; ///< bytes of the archive file
    qint64 packedSize = 0;
};
using ScanCallback = std::function<void(const ScanProgress &progress)>;

/// Which files that are no archives are read as well, as if each were the only entry of one: what can be started, or
/// any file.
enum class LoneFiles { Programs, All };

/// Reads \a path whole in one streaming pass: no temporary file, nothing is extracted or run. \a onProgress is called
/// at least every 50 ms while bytes come, by one thread at a time, which need not be the caller's. Blocks: call it
/// through QtConcurrent. Errors: NotFound, Io, InvalidInput (neither an archive of a known kind nor a program),
/// Canceled. A damaged archive is a value.
Result<ArchiveContents> scanArchive(const QString &path, const ScanLimits &limits = {}, std::stop_token stop = {},
                                    const ScanCallback &onProgress = {}, LoneFiles lone = LoneFiles::Programs);

} // namespace unmoor
