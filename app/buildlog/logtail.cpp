// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logtail.h"

#include <utility>

namespace unmoor {

namespace {

constexpr qsizetype chunk = 256 * 1024;
/// Lines between two looks at the clock.
constexpr int linesPerLook = 256;

} // namespace

bool LogTail::open(const QString &path)
{
    m_file.setFileName(path);
    return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

/// Appends what was written since; false where there is nothing new.
bool LogTail::fill()
{
    m_buffer.remove(0, m_at);
    m_offset += std::exchange(m_at, 0);
    const qsizetype before = m_buffer.size();
    m_buffer.resize(before + chunk);
    const qint64 read = m_file.read(m_buffer.data() + before, chunk);
    m_buffer.resize(before + std::max<qint64>(read, 0));
    return read > 0;
}

bool LogTail::read(const Sink &sink, const QDeadlineTimer &deadline)
{
    for (int lines = 1;; ++lines) {
        qsizetype end = m_buffer.indexOf('\n', m_at);
        while (end < 0) {
            const qsizetype searched = m_buffer.size() - m_at;
            if (!fill())
                return false;
            end = m_buffer.indexOf('\n', searched);
        }
        sink(QByteArrayView(m_buffer).sliced(m_at, end - m_at), m_offset + m_at);
        m_at = end + 1;
        if (lines % linesPerLook == 0 && deadline.hasExpired())
            return true;
    }
}

void LogTail::finish(const Sink &sink)
{
    if (m_at < m_buffer.size())
        sink(QByteArrayView(m_buffer).sliced(m_at), m_offset + m_at);
    m_offset += m_buffer.size();
    m_buffer.clear();
    m_at = 0;
}

} // namespace unmoor
