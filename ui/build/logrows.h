// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nix/buildmonitor.h"

#include <optional>

namespace unmoor {

/// Which lines of a log are shown: all, or those of one derivation.
class LogRows
{
public:
    void setFilter(std::optional<qint32> derivation);
    std::optional<qint32> filter() const { return m_filter; }

    /// Takes in what \a lines, which only ever grows, has gained.
    void extend(const QList<LogLine> &lines);

    qsizetype linesRead() const { return m_read; }
    qsizetype count() const { return m_filter ? m_lines.size() : m_read; }
    qsizetype lineAt(qsizetype row) const { return m_filter ? m_lines[row] : row; }
    /// The first row whose line is \a line or later; count() where there is none.
    qsizetype rowFrom(qsizetype line) const;

private:
    std::optional<qint32> m_filter;
    QList<qsizetype> m_lines; ///< with a filter
    qsizetype m_read = 0;
};

} // namespace unmoor
