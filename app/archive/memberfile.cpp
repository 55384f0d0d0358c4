// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/memberfile.h"

#include "app/archive/entryreader.h"
#include "app/archive/packagescan.h"
#include "app/archive/tarscan.h"
#include "app/archive/unpacking.h"
#include "app/archive/zipend.h"
#include "app/core/format.h"
#include "app/core/pool.h"
#include "app/core/streamsha256.h"
#include "app/core/words.h"

#include <KZip>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using TakeBytes = std::function<bool(QByteArrayView bytes)>;

/// Counts what is read for the progress, and ends where the scan of such an archive would, or when asked to.
class BoundedBytes : public ByteSource
{
public:
    BoundedBytes(ByteSource &source, const PackedFile &packed, const std::stop_token &stop,
                 const MemberProgress &progress)
        : m_source(source)
        , m_packed(packed)
        , m_stop(stop)
        , m_progress(progress)
    {
    }

    QByteArrayView next() override
    {
        if (m_stop.stop_requested())
            fail(StreamFault::Kind::Canceled, Words::tr("canceled"), 0);
        if (m_fault)
            return {};
        const QByteArrayView bytes = m_source.next();
        if (bytes.isEmpty())
            m_fault = m_source.fault();
        m_total += bytes.size();
        if (m_total > ScanLimits().unpackedBytes)
            fail(StreamFault::Kind::Limit, Words::tr("it unpacks to more than %1").arg(formatBytes(m_total)), 0);
        if (m_progress)
            m_progress(m_packed.position(), m_packed.size());
        return m_fault ? QByteArrayView() : bytes;
    }

private:
    ByteSource &m_source;
    const PackedFile &m_packed;
    const std::stop_token &m_stop;
    const MemberProgress &m_progress;
    qint64 m_total = 0;
};

std::unexpected<Error> notRead(const MemberFile &member, const QString &why)
{
    return failure(Error::Kind::Corrupt,
                   Words::tr("%1 could not be taken out of %2: %3. Read the archive again to see what is in it now.")
                       .arg(member.path, member.archive, why));
}

std::unexpected<Error> canceled()
{
    return failure(Error::Kind::Canceled, Words::tr("Taking the file out of the archive was canceled."));
}

/// Goes through the entries of \a reader, which is open with \a code, up to \a member. \a why says what is wrong with
/// the bytes.
Result<void> takeEntry(archive *reader, int code, const MemberFile &member, const TakeBytes &take,
                       const std::stop_token &stop, const std::function<QString()> &why)
{
    int left = member.earlier;
    archive_entry *header = nullptr;
    while (code == ARCHIVE_OK || code == ARCHIVE_WARN) {
        code = archive_read_next_header(reader, &header);
        if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
            break;
        if (toArchiveEntry(header).rawName != member.rawName || left-- > 0)
            continue;
        if (readContent(reader, header, take) != ContentEnd::Unreadable)
            return {};
        break;
    }
    if (stop.stop_requested())
        return canceled();
    return notRead(member, code == ARCHIVE_EOF ? Words::tr("it is not there any more") : why());
}

/// libarchive reads streams of entries in one pass and a piece at a time. KTar would unpack all of it into a temporary
/// file first, cut long names and drop the second of two entries of one name.
Result<void> readFromStream(const MemberFile &member, StreamFormat format, BoundedBytes &bytes, const TakeBytes &take,
                            const std::stop_token &stop)
{
    const ReadHandle reader = newReader();
    if (format == StreamFormat::Cpio)
        archive_read_support_format_cpio(reader.get());
    else
        archive_read_support_format_tar(reader.get());
    // Names are compared as they are stored: in the plain "C" set libarchive converts nothing.
    const NameLocale raw("C");
    return takeEntry(reader.get(), openOn(reader.get(), bytes), member, take, stop, [&] {
        return bytes.fault() ? bytes.fault()->reason : QString::fromUtf8(archive_error_string(reader.get()));
    });
}

Result<void> readFromPackage(ArchiveKind kind, const MemberFile &member, PackedFile &packed, const TakeBytes &take,
                             const std::stop_token &stop, const MemberProgress &progress)
{
    Result<void> read;
    const auto fault = readPayload(kind, packed, [&](ByteSource &payload, bool isCpio) {
        BoundedBytes bytes(payload, packed, stop, progress);
        read = readFromStream(member, isCpio ? StreamFormat::Cpio : StreamFormat::Tar, bytes, take, stop);
    });
    return fault ? notRead(member, fault->reason) : read;
}

/// By way of libarchive, which \a support tells the format: a 7z, or a zip behind other bytes, for which KZip does not
/// find the members.
Result<void> readFromFile(const MemberFile &member, int (*support)(archive *), const TakeBytes &take,
                          const std::stop_token &stop)
{
    QFile file(member.archive);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return notRead(member, file.errorString());
    const ReadHandle reader = newReader();
    support(reader.get());
    const NameLocale utf8("C.UTF-8");
    const int code = archive_read_open_fd(reader.get(), file.handle(), 128 * 1024);
    return takeEntry(reader.get(), code, member, take, stop,
                     [&] { return QString::fromUtf8(archive_error_string(reader.get())); });
}

Result<void> readFromTar(const MemberFile &member, PackedFile &packed, const TakeBytes &take,
                         const std::stop_token &stop, const MemberProgress &progress)
{
    Unpacking unpacking(archiveKindOf(packed.head()), packed, packed.size(), packed.head());
    BoundedBytes bytes(unpacking.bytes(), packed, stop, progress);
    if (!member.isLone)
        return readFromStream(member, StreamFormat::Tar, bytes, take, stop);
    for (QByteArrayView piece = bytes.next(); !piece.isEmpty() && take(piece); piece = bytes.next()) { }
    return bytes.fault() ? notRead(member, bytes.fault()->reason) : Result<void>();
}

/// KZip goes straight to the member by the zip's directory.
Result<void> readFromZip(const MemberFile &member, const TakeBytes &take, const std::stop_token &stop,
                         const MemberProgress &progress)
{
    KZip zip(member.archive);
    if (!zip.open(QIODevice::ReadOnly))
        return notRead(member, zip.errorString());
    const KArchiveFile *file = zip.directory()->file(member.path);
    const std::unique_ptr<QIODevice> device(file ? file->createDevice() : nullptr);
    if (!device)
        return notRead(member,
                       file ? Words::tr("it is packed in a way that is not known here")
                            : Words::tr("it is not there any more, or two entries have its name"));
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    qint64 done = 0;
    // One byte more than there should be shows that there is more.
    while (done <= member.size) {
        if (stop.stop_requested())
            return canceled();
        const qint64 got = device->read(piece.data(), piece.size());
        if (got <= 0 || !take(QByteArrayView(piece).first(got)))
            break;
        done += got;
        if (progress)
            progress(done, member.size);
    }
    return {};
}

/// The program or script that comes before a zip.
Result<void> readStart(PackedFile &packed, qint64 bytes, const TakeBytes &take)
{
    while (bytes > 0) {
        const QByteArrayView piece = packed.next();
        if (piece.isEmpty() || !take(piece.first(std::min<qint64>(piece.size(), bytes))))
            break; // what is missing shows in the hash
        bytes -= piece.size();
    }
    return {};
}

/// Gives \a take the bytes of \a member; they are the right ones only where this succeeds.
Result<void> readChecked(const MemberFile &member, const TakeBytes &take, const std::stop_token &stop,
                         const MemberProgress &progress)
{
    const auto packed = PackedFile::open(member.archive);
    if (!packed)
        return std::unexpected(packed.error());
    StreamSha256 hash;
    bool isStopped = false;
    const TakeBytes takeHashed = [&](QByteArrayView bytes) {
        hash.add(bytes);
        isStopped = stop.stop_requested() || !take(bytes);
        return !isStopped;
    };
    const ArchiveKind kind = archiveKindOf((*packed)->head());
    const bool mayBeBehind = kind == ArchiveKind::Tar && !member.isLone && !hasTarMark((*packed)->head());
    const qint64 beforeZip = mayBeBehind ? bytesBeforeZip(member.archive) : 0;
    const bool isStarter = beforeZip > 0 && member.size == beforeZip && member.earlier == 0
        && member.path == QFileInfo(member.archive).fileName();
    Result<void> read;
    if (isStarter)
        read = readStart(**packed, beforeZip, takeHashed);
    else if (beforeZip > 0)
        read = readFromFile(member, archive_read_support_format_zip_seekable, takeHashed, stop);
    else if (kind == ArchiveKind::Zip)
        read = readFromZip(member, takeHashed, stop, progress);
    else if (kind == ArchiveKind::SevenZip)
        read = readFromFile(member, archive_read_support_format_7zip, takeHashed, stop);
    else if (kind == ArchiveKind::Deb || kind == ArchiveKind::Rpm)
        read = readFromPackage(kind, member, **packed, takeHashed, stop, progress);
    else
        read = readFromTar(member, **packed, takeHashed, stop, progress);
    if (!read)
        return read;
    if (stop.stop_requested())
        return canceled();
    if (!isStopped && hash.finish() != member.sha256)
        return notRead(member, Words::tr("its content is not what the check of the archive found"));
    return {};
}

Result<QByteArray> readWhole(const MemberFile &member, qint64 mostBytes, const std::stop_token &stop,
                             const MemberProgress &progress)
{
    if (member.size > mostBytes)
        return failure(Error::Kind::InvalidInput,
                       Words::tr("%1 is too large to be shown: %2 of at most %3. Save it and open it with a program of "
                                 "your choice.")
                           .arg(member.path, formatBytes(member.size), formatBytes(mostBytes)));
    QByteArray whole;
    const auto take = [&](QByteArrayView bytes) {
        whole.append(bytes);
        return whole.size() <= mostBytes;
    };
    const Result<void> read = readChecked(member, take, stop, progress);
    if (!read)
        return std::unexpected(read.error());
    if (whole.size() != member.size)
        return notRead(member, Words::tr("its content is not what the check of the archive found"));
    return whole;
}

Result<void> writeWhole(const MemberFile &member, const QString &path, const std::stop_token &stop,
                        const MemberProgress &progress)
{
    QSaveFile file(path);
    const auto notWritten = [&] {
        return failure(Error::Kind::Io,
                       Words::tr("%1 could not be saved as %2: %3. Choose a folder that can be written and has space.")
                           .arg(member.path, path, file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly))
        return notWritten();
    file.setPermissions(file.permissions() & ~(QFile::ExeOwner | QFile::ExeUser | QFile::ExeGroup | QFile::ExeOther));
    const auto take = [&](QByteArrayView bytes) { return file.write(bytes.data(), bytes.size()) == bytes.size(); };
    const Result<void> read = readChecked(member, take, stop, progress);
    if (!read)
        return read;
    return file.error() == QFile::NoError && file.commit() ? Result<void>() : notWritten();
}

} // namespace

std::optional<MemberFile> memberFile(const QString &archive, const ArchiveContents &contents, const ArchiveEntry &entry)
{
    if (entry.type != ArchiveEntry::Type::File || entry.sha256.isEmpty())
        return std::nullopt;
    MemberFile member{.archive = archive,
                      .rawName = entry.rawName,
                      .path = entry.path,
                      .size = entry.size,
                      .sha256 = entry.sha256,
                      .isLone = contents.isLone};
    for (const ArchiveEntry &other : contents.entries) {
        if (other.rawName != entry.rawName)
            continue;
        if (other.sha256 == entry.sha256)
            return member;
        ++member.earlier;
    }
    return std::nullopt;
}

QFuture<Result<QByteArray>> readMember(const MemberFile &member, qint64 mostBytes, std::stop_token stop,
                                       const MemberProgress &progress)
{
    return runInPool(*QThreadPool::globalInstance(), [=] { return readWhole(member, mostBytes, stop, progress); });
}

QFuture<Result<void>> saveMember(const MemberFile &member, const QString &path, std::stop_token stop,
                                 const MemberProgress &progress)
{
    return runInPool(*QThreadPool::globalInstance(), [=] { return writeWhole(member, path, stop, progress); });
}

} // namespace unmoor
