// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logrows.h"

#include <algorithm>

namespace unmoor {

void LogRows::setLog(std::shared_ptr<const LogStore> log, const LogFilter &filter)
{
    if (log != m_log)
        m_folds = {};
    m_log = std::move(log);
    m_filter = filter;
    m_folds.setGroups({}, 0);
    m_lineCount = 0;
    m_count = 0;
    m_before.clear();
    m_lines.clear();
    extend();
}

void LogRows::extend()
{
    if (!m_log)
        return;
    if (m_filter.isAll()) {
        // In this order: groups may speak of more lines than are counted, which does no harm.
        m_lineCount = m_log->lineCount();
        m_folds.setGroups(m_log->groups(), m_lineCount);
        m_count = m_folds.rowCount();
        return;
    }
    const qsizetype grown = std::max<qsizetype>(0, m_before.size() - 1); // the chunk that was last may have more now
    m_lines.remove(grown);
    m_count = m_before.value(grown);
    m_before.resize(m_log->chunkCount());
    for (qsizetype chunk = grown; chunk < m_before.size(); ++chunk) {
        m_before[chunk] = m_count;
        m_count += m_log->countIn(chunk, m_filter);
    }
}

const QList<quint16> &LogRows::linesOf(qsizetype chunk) const
{
    QList<quint16> *lines = m_lines.object(chunk);
    if (!lines) {
        lines = new QList<quint16>(m_log->matching(chunk, m_filter));
        m_lines.insert(chunk, lines);
    }
    return *lines;
}

qsizetype LogRows::lineAt(qsizetype row) const
{
    if (m_filter.isAll())
        return m_folds.lineAt(row);
    if (row < 0 || row >= m_count)
        return row;
    const qsizetype chunk = std::ranges::upper_bound(m_before, row) - m_before.cbegin() - 1;
    return chunk * LogEntries::perChunk + linesOf(chunk).value(row - m_before[chunk]);
}

qsizetype LogRows::rowFrom(qsizetype line) const
{
    line = std::max<qsizetype>(line, 0);
    if (m_filter.isAll())
        return std::min(m_folds.rowFrom(line), m_count);
    const qsizetype chunk = line / LogEntries::perChunk;
    if (chunk >= m_before.size())
        return m_count;
    const QList<quint16> &lines = linesOf(chunk);
    const auto found = std::ranges::lower_bound(lines, line % LogEntries::perChunk);
    return std::min(m_count, m_before[chunk] + (found - lines.cbegin()));
}

qsizetype LogRows::rowOf(qsizetype line) const
{
    return m_filter.isAll() ? std::min(m_folds.rowOf(line), m_count) : rowFrom(line);
}

bool LogRows::isKnown(qsizetype line) const
{
    return m_filter.isAll() ? line < m_lineCount : rowFrom(line) < m_count;
}

void LogRows::setFolded(qsizetype line, bool folded)
{
    if (const LogGroup *group = m_folds.groupAt(line)) {
        m_folds.setFolded(*group, folded);
        m_count = m_folds.rowCount();
    }
}

void LogRows::setAllFolded(bool folded)
{
    if (!m_folds.hasGroups())
        return;
    m_folds.setAllFolded(folded);
    m_count = m_folds.rowCount();
}

bool LogRows::reveal(qsizetype line)
{
    if (!m_folds.reveal(line))
        return false;
    m_count = m_folds.rowCount();
    return true;
}

} // namespace unmoor
