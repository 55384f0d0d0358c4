// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/gzipsource.h"

#include "app/core/words.h"

namespace unmoor {

GzipSource::GzipSource(ByteSource &packed)
    : m_packed(packed)
{
    constexpr int largestWindow = 15;
    constexpr int gzipOnly = 16;
    if (inflateInit2(&m_stream, largestWindow + gzipOnly) != Z_OK)
        fail(StreamFault::Kind::Io, Words::tr("zlib could not be started"), 0);
}

GzipSource::~GzipSource()
{
    inflateEnd(&m_stream);
}

QByteArrayView GzipSource::next()
{
    if (m_ended || m_fault)
        return {};
    m_stream.next_out = reinterpret_cast<Bytef *>(m_out.data());
    m_stream.avail_out = uInt(m_out.size());
    while (m_stream.avail_out > 0 && step()) { }
    return {m_out.constData(), m_out.size() - qsizetype(m_stream.avail_out)};
}

bool GzipSource::step()
{
    if (m_stream.avail_in == 0 && !refill())
        return false;
    if (m_betweenMembers && !startNextMember())
        return !m_fault;
    const int result = inflate(&m_stream, Z_NO_FLUSH);
    if (result == Z_STREAM_END)
        m_betweenMembers = true;
    else if (result != Z_OK)
        fail(StreamFault::Kind::Corrupt,
             Words::tr("gzip: %1").arg(QString::fromLatin1(m_stream.msg ? m_stream.msg : "invalid data")),
             m_offset - m_stream.avail_in);
    return !m_fault;
}

bool GzipSource::refill()
{
    const QByteArrayView bytes = m_packed.next();
    m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    m_stream.avail_in = uInt(bytes.size());
    m_offset += bytes.size();
    if (!bytes.isEmpty())
        return true;
    m_ended = true;
    if (m_packed.fault())
        m_fault = m_packed.fault();
    else if (!m_betweenMembers)
        fail(StreamFault::Kind::Truncated, Words::tr("the gzip stream has no end"), m_offset);
    return false;
}

// Members may follow one another, and zeros may fill up a tape block, as gzip(1) has it.
bool GzipSource::startNextMember()
{
    while (m_stream.avail_in > 0 && *m_stream.next_in == 0) {
        ++m_stream.next_in;
        --m_stream.avail_in;
    }
    if (m_stream.avail_in == 0)
        return false;
    if (*m_stream.next_in != 0x1f) {
        fail(StreamFault::Kind::Corrupt, Words::tr("something follows the end of the gzip stream"),
             m_offset - m_stream.avail_in);
        return false;
    }
    inflateReset(&m_stream);
    m_betweenMembers = false;
    return true;
}

} // namespace unmoor
