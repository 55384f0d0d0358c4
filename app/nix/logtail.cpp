// SPDX-License-Identifier: GPL-3.0-or-later
#include "nix/logtail.h"

namespace unmoor {

namespace {

constexpr qsizetype chunk = 256 * 1024;
/// Lines between two looks at the clock.
constexpr int batch = 256;

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
    m_at = 0;
    const QByteArray more = m_file.read(chunk);
    m_buffer += more;
    return !more.isEmpty();
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
        sink(QByteArrayView(m_buffer).sliced(m_at, end - m_at));
        m_at = end + 1;
        if (lines % batch == 0 && deadline.hasExpired())
            return true;
    }
}

void LogTail::finish(const Sink &sink)
{
    if (m_at < m_buffer.size())
        sink(QByteArrayView(m_buffer).sliced(m_at));
    m_buffer.clear();
    m_at = 0;
}

} // namespace unmoor
