// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/xzsource.h"

#include "app/core/format.h"
#include "app/core/words.h"

#include <QThread>

namespace unmoor {

namespace {

// Above the first, fewer threads are used; above the second, the archive is refused. A preset -9 dictionary is 64 MiB.
constexpr quint64 threadingMemory = 192ULL << 20;
constexpr quint64 mostMemory = 1ULL << 30;

// CVE-2025-31115: a hostile file made the threaded decoder of these versions use freed memory.
bool threadsAreSafe()
{
    const quint32 version = lzma_version_number();
    return version < 50'030'030 || version >= 50'080'010;
}

} // namespace

XzSource::XzSource(ByteSource &packed)
    : m_packed(packed)
{
    if (const lzma_ret result = start(); result != LZMA_OK)
        stopWith(result);
}

XzSource::~XzSource()
{
    lzma_end(&m_stream);
}

lzma_ret XzSource::start()
{
    if (!threadsAreSafe())
        return lzma_stream_decoder(&m_stream, mostMemory, 0);
    // Without LZMA_FAIL_FAST everything before the damage still comes out.
    lzma_mt options = {};
    options.threads = quint32(std::max(1, QThread::idealThreadCount()));
    options.timeout = 50; // ms, so that a cancel is seen in time
    options.memlimit_threading = threadingMemory;
    options.memlimit_stop = mostMemory;
    return lzma_stream_decoder_mt(&m_stream, &options);
}

QByteArrayView XzSource::next()
{
    if (m_ended || m_fault)
        return {};
    m_stream.next_out = reinterpret_cast<uint8_t *>(m_out.data());
    m_stream.avail_out = size_t(m_out.size());
    lzma_ret result = LZMA_OK;
    while (result == LZMA_OK && m_stream.avail_out > 0 && !m_ended)
        result = step();
    if (result != LZMA_OK)
        stopWith(result);
    return {m_out.constData(), m_out.size() - qsizetype(m_stream.avail_out)};
}

lzma_ret XzSource::step()
{
    if (m_stream.avail_in == 0 && !m_inputEnded)
        refill();
    if (m_betweenStreams)
        return startNextStream();
    const lzma_ret result = lzma_code(&m_stream, m_inputEnded ? LZMA_FINISH : LZMA_RUN);
    m_betweenStreams = result == LZMA_STREAM_END;
    return m_betweenStreams ? LZMA_OK : result;
}

void XzSource::refill()
{
    const QByteArrayView bytes = m_packed.next();
    m_inputEnded = bytes.isEmpty();
    m_read += bytes.size();
    m_stream.next_in = reinterpret_cast<const uint8_t *>(bytes.data());
    m_stream.avail_in = size_t(bytes.size());
}

// LZMA_CONCATENATED would do this too, but takes a few bytes of something else for a stream that is cut short.
lzma_ret XzSource::startNextStream()
{
    for (; m_stream.avail_in > 0 && *m_stream.next_in == 0; ++m_padding, --m_stream.avail_in)
        ++m_stream.next_in;
    if (m_stream.avail_in == 0 && !m_inputEnded)
        return LZMA_OK;
    if (m_packed.fault() || m_padding % 4 != 0)
        return LZMA_DATA_ERROR;
    if (m_stream.avail_in == 0) {
        m_ended = true;
        return LZMA_OK;
    }
    if (*m_stream.next_in != 0xfd)
        return LZMA_FORMAT_ERROR;
    m_betweenStreams = false;
    m_padding = 0;
    return start();
}

void XzSource::stopWith(lzma_ret result)
{
    const qint64 offset = m_read - qint64(m_stream.avail_in);
    if (m_packed.fault())
        m_fault = m_packed.fault();
    else if (result == LZMA_BUF_ERROR)
        fail(StreamFault::Kind::Truncated, Words::tr("the xz stream has no end"), offset);
    else if (result == LZMA_MEMLIMIT_ERROR || result == LZMA_MEM_ERROR)
        m_fault = {StreamFault::Kind::Limit,
                   Words::tr("Unpacking needs %1 of memory, more than the %2 that Unmoor allows.")
                       .arg(formatBytes(qint64(lzma_memusage(&m_stream))), formatBytes(qint64(mostMemory))),
                   offset, Words::tr("Pack with a smaller dictionary: xz -9 is enough, without --lzma2=dict=….")};
    else if (result == LZMA_OPTIONS_ERROR)
        fail(StreamFault::Kind::Corrupt, Words::tr("the xz stream uses options that do not exist"), offset);
    else if (result == LZMA_FORMAT_ERROR && m_betweenStreams)
        fail(StreamFault::Kind::Corrupt, Words::tr("something follows the end of the xz stream"), offset);
    else
        fail(StreamFault::Kind::Corrupt, Words::tr("the xz data does not match its checksums"), offset);
}

} // namespace unmoor
