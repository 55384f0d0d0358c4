// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/packagescan.h"

#include "app/archive/entryreader.h"
#include "app/archive/lonefile.h"
#include "app/archive/tarscan.h"
#include "app/archive/unpacking.h"
#include "app/core/words.h"

#include <QFile>
#include <QtEndian>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostHead = 1024; // enough to tell formats apart

/// The bytes of the current member of an ar.
class ArMember : public ByteSource
{
public:
    ArMember(archive *reader, PackedFile &packed)
        : m_reader(reader)
        , m_packed(packed)
    {
    }

    QByteArrayView next() override
    {
        const void *bytes = nullptr;
        size_t size = 0;
        la_int64_t offset = 0;
        if (m_fault)
            return {};
        const int code = archive_read_data_block(m_reader, &bytes, &size, &offset);
        if (code == ARCHIVE_OK)
            return {static_cast<const char *>(bytes), qsizetype(size)};
        if (code != ARCHIVE_EOF)
            m_fault = m_packed.fault() ? m_packed.fault() : faultOf(m_reader, m_packed.position());
        return {};
    }

private:
    archive *m_reader;
    PackedFile &m_packed;
};

/// What is behind the headers of an .rpm.
class RpmPayload : public ByteSource
{
public:
    explicit RpmPayload(PackedFile &packed)
        : m_packed(packed)
    {
        // The lead, which says nothing any more, then two headers; only the first is filled up to 8 bytes.
        constexpr qint64 leadSize = 96;
        skip(leadSize);
        const qint64 signature = skipHeader();
        skip((8 - signature % 8) % 8);
        skipHeader();
    }

    QByteArrayView next() override
    {
        if (m_fault)
            return {};
        const QByteArrayView bytes = m_rest.isEmpty() ? m_packed.next() : std::exchange(m_rest, {});
        if (bytes.isEmpty())
            m_fault = m_packed.fault();
        return bytes;
    }

private:
    QByteArray read(qint64 size)
    {
        QByteArray bytes;
        while (bytes.size() < size && !m_fault) {
            if (m_rest.isEmpty())
                m_rest = m_packed.next();
            if (m_rest.isEmpty()) {
                m_fault = m_packed.fault();
                if (!m_fault)
                    fail(StreamFault::Kind::Truncated, Words::tr("its headers are cut short"), m_packed.position());
                return {};
            }
            const qsizetype step = std::min<qint64>(size - bytes.size(), m_rest.size());
            bytes.append(m_rest.first(step));
            m_rest = m_rest.sliced(step);
        }
        return bytes;
    }

    void skip(qint64 size)
    {
        constexpr qint64 most = 64 * 1024; // held at once
        for (; size > 0 && !m_fault; size -= most)
            (void)read(std::min(size, most));
    }

    /// Gives the header's size in bytes.
    qint64 skipHeader()
    {
        constexpr qint64 introSize = 16;
        constexpr qint64 indexSize = 16;
        constexpr quint32 mostOfEach = 256U << 20; // as rpm(8) has it
        const QByteArray intro = read(introSize);
        if (m_fault)
            return 0;
        const auto entries = qFromBigEndian<quint32>(intro.constData() + 8);
        const auto bytes = qFromBigEndian<quint32>(intro.constData() + 12);
        if (!intro.startsWith("\x8e\xad\xe8") || entries > mostOfEach / indexSize || bytes > mostOfEach) {
            fail(StreamFault::Kind::Corrupt, Words::tr("its headers make no sense"), m_packed.position());
            return 0;
        }
        skip(qint64(entries) * indexSize + bytes);
        return introSize + qint64(entries) * indexSize + bytes;
    }

    PackedFile &m_packed;
    QByteArrayView m_rest;
};

std::optional<StreamFault> unpackRpm(PackedFile &packed, const TakePayload &take)
{
    RpmPayload payload(packed);
    if (payload.fault())
        return payload.fault();
    PeekedSource peeked(payload);
    const QByteArray head = peeked.head().first(std::min(mostHead, peeked.head().size())).toByteArray();
    Unpacking unpacking(archiveKindOf(head), peeked, 0, head);
    take(unpacking.bytes(), true);
    return std::nullopt;
}

std::optional<StreamFault> unpackDeb(PackedFile &packed, const TakePayload &take)
{
    const ReadHandle reader = newReader();
    archive_read_support_format_ar(reader.get());
    archive_entry *header = nullptr;
    int code = openOn(reader.get(), packed);
    while (code == ARCHIVE_OK && (code = archive_read_next_header(reader.get(), &header)) == ARCHIVE_OK) {
        const QByteArray name = archive_entry_pathname(header);
        if (!name.startsWith("data.tar"))
            continue;
        ArMember member(reader.get(), packed);
        {
            PeekedSource peeked(member);
            const QByteArray head = peeked.head().first(std::min(mostHead, peeked.head().size())).toByteArray();
            Unpacking unpacking(archiveKindOf(head), peeked, archive_entry_size(header), head);
            take(unpacking.bytes(), false);
        }
        return std::nullopt;
    }
    if (packed.fault())
        return packed.fault();
    if (code == ARCHIVE_EOF)
        return StreamFault{
            StreamFault::Kind::Truncated, Words::tr("the package has no data.tar"), packed.position(), {}};
    return faultOf(reader.get(), packed.position());
}

} // namespace

std::optional<StreamFault> readPayload(ArchiveKind kind, PackedFile &packed, const TakePayload &take)
{
    return kind == ArchiveKind::Rpm ? unpackRpm(packed, take) : unpackDeb(packed, take);
}

void scanPackage(ArchiveKind kind, PackedFile &packed, Scan &scan)
{
    bool isKnown = true;
    const auto fault = readPayload(kind, packed, [&](ByteSource &bytes, bool isCpio) {
        isKnown = scanStream(isCpio ? StreamFormat::Cpio : StreamFormat::Tar, bytes, false, packed, scan);
    });
    if (fault)
        scan.stopWith(*fault);
    else if (!isKnown)
        scan.stopWith({StreamFault::Kind::Corrupt,
                       Words::tr("what it installs is packed in a way that is not known here"),
                       packed.position(),
                       {}});
}

void scanSevenZip(const QString &path, Scan &scan)
{
    QFile file(path);
    const ReadHandle reader = newReader();
    archive_read_support_format_7zip(reader.get());
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        scan.stopWith({StreamFault::Kind::Io, file.errorString(), 0, {}});
        return;
    }
    const qint64 size = file.size();
    EntryReader content(reader.get(), scan.limits().memberBytes, [&](qint64 bytes) { return scan.spend(bytes, size); });
    archive_entry *header = nullptr;
    int code = archive_read_open_fd(reader.get(), file.handle(), 128 * 1024);
    // Names are stored as UTF-16: they need a character set that holds them.
    const NameLocale utf8("C.UTF-8");
    while (code == ARCHIVE_OK || code == ARCHIVE_WARN) {
        code = archive_read_next_header(reader.get(), &header);
        if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
            break;
        ArchiveEntry entry = toArchiveEntry(header);
        if (!beginEntry(scan, entry))
            return;
        archive_clear_error(reader.get());
        const EntryReader::Outcome outcome = content.read(header, entry);
        if (outcome == EntryReader::Outcome::Unreadable) {
            code = ARCHIVE_FATAL;
            break;
        }
        if (outcome == EntryReader::Outcome::Whole)
            scan.complete(scan.count() - 1, entry);
        if (!scan.goesOn())
            return;
    }
    if (code != ARCHIVE_EOF)
        scan.stopWith(faultOf(reader.get(), archive_filter_bytes(reader.get(), -1)));
}

} // namespace unmoor
