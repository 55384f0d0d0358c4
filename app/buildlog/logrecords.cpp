// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logrecords.h"

#include "app/nix/loglinescanner.h"
#include "app/nix/nixevent.h"

#include <cerrno>
#include <limits>
#include <unistd.h>

namespace unmoor {

namespace {

QString textOfRecord(QByteArrayView record)
{
    if (record.startsWith(nixRecordPrefix)) {
        if (const auto scanned = scanLogLine(record.sliced(nixRecordPrefix.size())))
            return unescapedJson(scanned->text);
    }
    return parseNixLine(record).text;
}

} // namespace

LogRecords::LogRecords(int handle, qsizetype blockBytes)
    : m_handle(handle)
    , m_blockBytes(blockBytes)
{
}

/// Makes \a bytes of the file, or what is there of them, the block.
bool LogRecords::read(qint64 offset, qsizetype bytes)
{
    m_block.resize(bytes);
    m_blockOffset = offset;
    qsizetype done = 0;
    while (done < bytes) {
        const ssize_t got = ::pread(m_handle, m_block.data() + done, size_t(bytes - done), off_t(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += got;
    }
    m_block.resize(done);
    return done == bytes;
}

QByteArrayView LogRecords::at(qint64 offset)
{
    const qint64 start = offset - m_blockOffset;
    if (start >= 0 && start < m_block.size()) {
        if (const qsizetype end = m_block.indexOf('\n', start); end >= 0)
            return QByteArrayView(m_block).sliced(start, end - start);
    }
    for (qsizetype bytes = m_blockBytes;; bytes *= 4) {
        const bool isWhole = read(offset, bytes);
        const qsizetype end = m_block.indexOf('\n');
        if (end >= 0)
            return QByteArrayView(m_block).first(end);
        if (!isWhole)
            return m_block; // the last line, which a kill cut short
    }
}

QString LogRecords::text(const LogEntry &entry)
{
    if (entry.offset == m_partsOffset)
        return m_parts.value(entry.part);
    const QString text = textOfRecord(at(entry.offset));
    if (!text.contains(u'\n'))
        return text;
    m_parts = text.split(u'\n');
    m_partsOffset = entry.offset;
    return m_parts.value(entry.part);
}

} // namespace unmoor
