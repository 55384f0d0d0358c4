// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/logentries.h"
#include "app/buildlog/loggroup.h"
#include "app/buildlog/logmarker.h"
#include "app/buildlog/logrecords.h"
#include "app/buildlog/logtimes.h"

#include <QFile>
#include <QHash>
#include <QMutex>

namespace unmoor {

/// The first line of something that needs a look.
struct LogProblem
{
    qsizetype line = 0;
    qint32 derivation = -1;
    LogEntry::Problem problem = LogEntry::Problem::Error;

    bool operator==(const LogProblem &) const = default;
};

/// Where a phase of a derivation begins.
struct LogPhase
{
    qsizetype line = 0;
    qint32 derivation = -1;
    qint64 msec = -1; ///< since the run began; -1: not known
    QString name; ///< "buildPhase"

    bool operator==(const LogPhase &) const = default;
};

/// The lines of one run: an index into its log file, from which their text is read back, with what one looks for in
/// it. One thread writes, any thread reads.
class LogStore
{
public:
    static constexpr qint64 defaultIndexBytes = 64 * 1024 * 1024;

    /// \a mostIndexBytes: of the index in memory; what is beyond waits in a file.
    explicit LogStore(QString file, qint64 mostIndexBytes = defaultIndexBytes);

    /// Opens the log, which exists, and the times beside it. False where it cannot be read.
    bool open();
    const QString &fileName() const { return m_fileName; }
    qint64 fileSize() const; ///< in bytes, now

    // --- By the thread that follows the log ------------------------------------------------------------------------

    void append(const LogEntry &entry, const LogMark &mark = {});
    void setTimes(const LogTimes &times);
    void addTime(const LogTimes::Mark &mark);

    // --- Lines -----------------------------------------------------------------------------------------------------

    qsizetype lineCount() const;
    LogEntry entry(qsizetype line) const;
    QList<LogEntry> entries(qsizetype from, qsizetype count) const;
    LogLine line(qsizetype line) const;
    QList<LogLine> lines(qsizetype from, qsizetype count) const;
    /// The last \a most lines that \a filter accepts, in their order.
    QList<LogLine> lastLines(const LogFilter &filter, qsizetype most) const;
    /// To read many records; this store outlives it.
    LogRecords records() const { return LogRecords(m_file.handle()); }

    // --- Which of them match a filter, chunk by chunk of LogEntries::perChunk lines
    // -----------------------------------

    qsizetype chunkCount() const;
    qsizetype countIn(qsizetype chunk, const LogFilter &filter) const;
    /// Which lines of \a chunk match, counted from its first.
    QList<quint16> matching(qsizetype chunk, const LogFilter &filter) const;

    // --- What to look for ------------------------------------------------------------------------------------------

    int problemCount(LogEntry::Problem problem) const; ///< heads alone
    /// The heads of problems, in order; of a log with too many, the first million.
    QList<LogProblem> problems() const;
    /// The phase that \a line of \a derivation belongs to; nothing where none was announced.
    std::optional<LogPhase> phaseAt(qsizetype line, qint32 derivation) const;
    /// The phase of the same derivation that follows \a phase; nothing where it is the last.
    std::optional<LogPhase> phaseAfter(const LogPhase &phase) const;

    /// In the order of their first lines; of a log with too many, the first hundred thousand. One that another begins
    /// in ends within it.
    QList<LogGroup> groups() const;

    qint64 msecOf(const LogEntry &entry) const; ///< -1: not known
    qint64 startedAt() const; ///< milliseconds since 1970; 0: not known
    bool hasTimes() const;

    qint64 indexBytes() const; ///< in memory

private:
    LogLine lineOf(const LogEntry &entry, LogRecords &records) const;
    void noteGroup(qsizetype line, LogMark::Group group);
    void noteProblem(LogEntry::Problem problem);

    const QString m_fileName;
    QFile m_file;
    mutable QMutex m_mutex; ///< of all that follows
    mutable LogEntries m_entries;
    LogTimes m_times;
    QList<LogProblem> m_problems;
    QHash<qint32, QList<LogPhase>> m_phases;
    QList<LogGroup> m_groups;
    qsizetype m_openGroup = -1; ///< index of the innermost that has not ended; -1: there is none
    int m_groupDepth = 0; ///< how many have not ended, those that are not kept among them
    int m_keptDepth = 0; ///< how many of these are kept
    int m_errors = 0;
    int m_warnings = 0;
};

} // namespace unmoor
