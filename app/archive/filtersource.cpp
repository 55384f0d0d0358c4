// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/filtersource.h"

#include "app/core/format.h"
#include "app/core/words.h"

#include <algorithm>
#include <cerrno>
#include <limits>

namespace unmoor {

namespace {

constexpr int unknownFormat = EILSEQ; // libarchive keeps its own name for it to itself

constexpr qint64 mostZstdWindow = 128LL << 20; // what zstd unpacks without being asked to take more memory

/// How far back a frame of zstd may look for what it repeats, in bytes; 0: not said, or no frame of zstd. RFC 8878,
/// section 3.1.1.1.
qint64 zstdWindow(QByteArrayView head)
{
    const auto byte = [&](qsizetype at) { return at < head.size() ? quint64(uchar(head[at])) : 0; };
    if (!head.startsWith("\x28\xb5\x2f\xfd"))
        return 0;
    const quint64 descriptor = byte(4);
    const bool isSingleSegment = (descriptor & 0x20) != 0; // the window is the whole content, whose size follows
    if (!isSingleSegment) {
        const quint64 base = 1ULL << (10 + (byte(5) >> 3));
        return qint64(base + base / 8 * (byte(5) & 7));
    }
    constexpr int dictionaryBytes[] = {0, 1, 2, 4};
    const int sizeBytes = 1 << (descriptor >> 6);
    quint64 size = sizeBytes == 2 ? 256 : 0;
    for (int i = 0; i < sizeBytes; ++i)
        size += byte(5 + dictionaryBytes[descriptor & 3] + i) << (8 * i);
    return qint64(std::min<quint64>(size, quint64(std::numeric_limits<qint64>::max())));
}

/// The one that fits alone: with several, libarchive would also unpack what is packed in what is packed.
void supportFilter(archive *reader, ArchiveKind kind)
{
    switch (kind) {
    case ArchiveKind::TarBz2:
        archive_read_support_filter_bzip2(reader);
        break;
    case ArchiveKind::TarLz4:
        archive_read_support_filter_lz4(reader);
        break;
    case ArchiveKind::TarLzip:
        archive_read_support_filter_lzip(reader);
        break;
    case ArchiveKind::TarLzma:
        archive_read_support_filter_lzma(reader);
        break;
    case ArchiveKind::TarZ:
        archive_read_support_filter_compress(reader);
        break;
    default:
        archive_read_support_filter_zstd(reader);
    }
}

} // namespace

FilterSource::FilterSource(ArchiveKind kind, ReadAhead &packed, qint64 size, QByteArray head)
    : m_packed(packed)
    , m_size(size)
    , m_head(std::move(head))
    , m_reader(newReader())
{
    supportFilter(m_reader.get(), kind);
    archive_read_support_format_raw(m_reader.get());
    archive_entry *entry = nullptr;
    if (openOn(m_reader.get(), m_packed) != ARCHIVE_OK
        || archive_read_next_header(m_reader.get(), &entry) != ARCHIVE_OK)
        stop();
}

QByteArrayView FilterSource::next()
{
    if (m_ended)
        return {};
    const void *bytes = nullptr;
    size_t size = 0;
    la_int64_t offset = 0;
    if (archive_read_data_block(m_reader.get(), &bytes, &size, &offset) == ARCHIVE_OK && size > 0)
        return {static_cast<const char *>(bytes), qsizetype(size)};
    stop();
    return {};
}

void FilterSource::stop()
{
    m_ended = true;
    // This is also what libarchive says of a stream that unpacks to nothing.
    const bool isEmpty = archive_errno(m_reader.get()) == unknownFormat;
    const qint64 used = archive_filter_bytes(m_reader.get(), -1);
    if (m_packed.fault())
        m_fault = m_packed.fault();
    else if (const qint64 window = zstdWindow(m_head); archive_errno(m_reader.get()) != 0 && window > mostZstdWindow)
        m_fault = {
            StreamFault::Kind::Limit,
            Words::tr("The archive was packed with a window of %1, and cannot be unpacked with common tools: zstd "
                      "and what builds on it stop at %2.")
                .arg(formatBytes(window), formatBytes(mostZstdWindow)),
            m_packed.position(), Words::tr("Pack without --long, or with --long=27 at most, and without --ultra -22.")};
    else if (archive_errno(m_reader.get()) != 0 && !isEmpty)
        m_fault = faultOf(m_reader.get(), m_packed.position());
    else if (used < m_size)
        fail(StreamFault::Kind::Corrupt, Words::tr("something follows the end of the compressed data"), used);
}

} // namespace unmoor
