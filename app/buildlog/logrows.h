// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/logstore.h"

#include <QCache>
#include <memory>

namespace unmoor {

/// Which lines of a log are shown. Takes as good as no memory, however long the log is.
class LogRows
{
public:
    void setLog(std::shared_ptr<const LogStore> log, const LogFilter &filter); ///< \a log may be null
    const LogFilter &filter() const { return m_filter; }
    void extend(); ///< takes in what the log has gained

    qsizetype count() const { return m_count; }
    qsizetype lineAt(qsizetype row) const;
    /// The first row whose line is \a line or later; count() where there is none.
    qsizetype rowFrom(qsizetype line) const;

private:
    const QList<quint16> &linesOf(qsizetype chunk) const;

    std::shared_ptr<const LogStore> m_log;
    LogFilter m_filter;
    qsizetype m_count = 0;
    QList<qsizetype> m_before; ///< with a filter: rows before each chunk of the log
    mutable QCache<qsizetype, QList<quint16>> m_lines{8}; ///< with a filter: by chunk
};

} // namespace unmoor
