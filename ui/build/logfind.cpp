// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/logfind.h"

#include "build/ansitext.h"

#include <algorithm>

namespace unmoor {

void LogFind::setNeedle(const QString &needle)
{
    m_matcher.setPattern(needle);
    restart();
}

void LogFind::restart()
{
    m_rows.clear();
    m_read = 0;
}

bool LogFind::extend(const QList<LogLine> &lines, const LogRows &rows, qsizetype most)
{
    if (needle().isEmpty())
        return false;
    const qsizetype end = std::min(rows.count(), m_read + most);
    for (; m_read < end; ++m_read) {
        if (m_matcher.indexIn(plainLine(lines[rows.lineAt(m_read)].text)) >= 0)
            m_rows.append(m_read);
    }
    return m_read < rows.count();
}

qsizetype LogFind::next(qsizetype row, bool forward) const
{
    if (m_rows.isEmpty())
        return -1;
    if (forward) {
        const auto found = std::ranges::upper_bound(m_rows, row);
        return found == m_rows.cend() ? m_rows.first() : *found;
    }
    const auto found = std::ranges::lower_bound(m_rows, row);
    return found == m_rows.cbegin() ? m_rows.last() : *std::prev(found);
}

QList<qsizetype> LogFind::positionsIn(QStringView text) const
{
    QList<qsizetype> positions;
    const qsizetype length = needle().size();
    if (length == 0)
        return positions;
    for (qsizetype at = m_matcher.indexIn(text); at >= 0; at = m_matcher.indexIn(text, at + length))
        positions.append(at);
    return positions;
}

} // namespace unmoor
