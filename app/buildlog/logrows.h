// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/logfolds.h"
#include "app/buildlog/logstore.h"

#include <QCache>
#include <memory>

namespace unmoor {

/// Which lines of a log are shown: with a filter those that it accepts, else all but those of folded groups. Takes as
/// good as no memory, however long the log is.
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
    qsizetype rowOf(qsizetype line) const; ///< rowFrom(), but the group's own row where a folded one hides \a line
    bool isKnown(qsizetype line) const; ///< the log had \a line or a later one of the filter when it was looked at
    /// What is shown without unfolding, and what folded groups hide.
    qsizetype lineCount() const { return m_filter.isAll() ? m_lineCount : m_count; }

    /// Groups of the log; none with a filter.
    const LogFolds &folds() const { return m_folds; }
    void setFolded(qsizetype line, bool folded); ///< \a line: the first of a group
    void setAllFolded(bool folded);
    bool reveal(qsizetype line); ///< opens what hides \a line; whether that was needed

private:
    const QList<quint16> &linesOf(qsizetype chunk) const;

    std::shared_ptr<const LogStore> m_log;
    LogFilter m_filter;
    LogFolds m_folds;
    qsizetype m_lineCount = 0; ///< of the log
    qsizetype m_count = 0; ///< rows
    QList<qsizetype> m_before; ///< with a filter: rows before each chunk of the log
    mutable QCache<qsizetype, QList<quint16>> m_lines{8}; ///< with a filter: by chunk
};

} // namespace unmoor
