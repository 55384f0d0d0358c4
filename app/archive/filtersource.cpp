// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/filtersource.h"

#include <QCoreApplication>
#include <cerrno>

namespace unmoor {

namespace {

constexpr int unknownFormat = EILSEQ; // libarchive keeps its own name for it to itself

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FilterSource)
};

} // namespace

FilterSource::FilterSource(ReadAhead &packed, qint64 size)
    : m_packed(packed)
    , m_size(size)
    , m_reader(newReader())
{
    archive_read_support_filter_bzip2(m_reader.get());
    archive_read_support_filter_zstd(m_reader.get());
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
    else if (archive_errno(m_reader.get()) != 0 && !isEmpty)
        m_fault = faultOf(m_reader.get(), m_packed.position());
    else if (used < m_size)
        fail(StreamFault::Kind::Corrupt, Text::tr("something follows the end of the compressed data"), used);
}

} // namespace unmoor
