// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/logrows.h"

#include <QStringMatcher>

namespace unmoor {

/// Finds the rows of a log that hold a text, whatever its case, piece by piece.
class LogFind
{
public:
    void setNeedle(const QString &needle);
    QString needle() const { return m_matcher.pattern(); }
    void restart();

    /// Looks into at most \a most further rows. Returns false once all are looked at.
    bool extend(const QList<LogLine> &lines, const LogRows &rows, qsizetype most);

    const QList<qsizetype> &rows() const { return m_rows; }
    qsizetype rowsRead() const { return m_read; }
    /// The hit after (or before) \a row, going on at the other end; -1 where nothing was found.
    qsizetype next(qsizetype row, bool forward) const;
    /// Where in \a text the needle stands.
    QList<qsizetype> positionsIn(QStringView text) const;

private:
    QStringMatcher m_matcher{QString(), Qt::CaseInsensitive};
    QList<qsizetype> m_rows;
    qsizetype m_read = 0;
};

} // namespace unmoor
