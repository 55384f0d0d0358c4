// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding.h"
#include "nix/buildmonitor.h"

#include <QHash>

namespace unmoor {

/// A line of a log that needs a look, or one that belongs to it.
struct LogProblem
{
    qsizetype line = 0;
    Severity severity = Severity::Error;
    bool isHead = true; ///< false: goes on with the problem above

    bool operator==(const LogProblem &) const = default;
};

/// Where a phase of a derivation begins.
struct LogPhase
{
    qsizetype line = 0;
    qint32 derivation = -1;
    qint64 msec = 0;
    QString name; ///< "buildPhase"

    bool operator==(const LogPhase &) const = default;
};

/// What to find in a log without reading it again: its problems and its phases. Grows with the log.
class LogIndex
{
public:
    /// Reads on in \a lines, which only ever grows, for at most \a most lines. Returns false once all are read.
    bool extend(const QList<LogLine> &lines, qsizetype most);
    void clear() { *this = {}; }

    qsizetype linesRead() const { return m_read; }
    const QList<LogProblem> &problems() const { return m_problems; }
    const LogProblem *problemAt(qsizetype line) const;
    int headCount(Severity severity) const { return severity == Severity::Error ? m_errors : m_warnings; }

    /// The phase that \a line of \a derivation belongs to; null where none was announced.
    const LogPhase *phaseAt(qsizetype line, qint32 derivation) const;
    /// The phase of the same derivation that follows \a phase; null where it is the last.
    const LogPhase *phaseAfter(const LogPhase &phase) const;

private:
    void read(const QList<LogLine> &lines, qsizetype at);
    void add(const LogProblem &problem);

    qsizetype m_read = 0;
    QList<LogProblem> m_problems;
    QHash<qint32, QList<LogPhase>> m_phases;
    QHash<qint32, qsizetype> m_lastProblem; ///< derivation → index into m_problems that its next line may go on with
    int m_errors = 0;
    int m_warnings = 0;
};

} // namespace unmoor
