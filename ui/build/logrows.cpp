// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/logrows.h"

#include <algorithm>

namespace unmoor {

void LogRows::setFilter(std::optional<qint32> derivation)
{
    *this = {};
    m_filter = derivation;
}

void LogRows::extend(const QList<LogLine> &lines)
{
    for (; m_filter && m_read < lines.size(); ++m_read) {
        if (lines[m_read].derivation == *m_filter)
            m_lines.append(m_read);
    }
    m_read = lines.size();
}

qsizetype LogRows::rowFrom(qsizetype line) const
{
    if (!m_filter)
        return std::min(line, m_read);
    return std::ranges::lower_bound(m_lines, line) - m_lines.cbegin();
}

} // namespace unmoor
