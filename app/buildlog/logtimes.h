// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QList>
#include <QString>

namespace unmoor {

/// When the records of a log came: Nix's stream has no times. Kept beside the log as LOG.times: "started EPOCH-MSEC",
/// then lines "OFFSET MSEC" that say when what follows in the log was first seen, some a second at most.
class LogTimes
{
public:
    struct Mark
    {
        qint64 offset = 0; ///< in the log
        qint64 msec = 0; ///< since the run began

        bool operator==(const Mark &) const = default;
    };

    LogTimes() = default;
    explicit LogTimes(qint64 startedAt)
        : m_startedAt(startedAt)
    {
    }

    /// The times beside \a logFile; empty where there are none.
    static LogTimes beside(const QString &logFile);
    static QString fileBeside(const QString &logFile);

    void add(const Mark &mark) { m_marks.append(mark); }
    qint64 at(qint64 offset) const; ///< -1: not known
    qint64 startedAt() const { return m_startedAt; } ///< milliseconds since 1970; 0: not known
    qint64 lastMsec() const { return m_marks.isEmpty() ? 0 : m_marks.last().msec; }
    bool isEmpty() const { return m_marks.isEmpty(); }

private:
    qint64 m_startedAt = 0;
    QList<Mark> m_marks; ///< both numbers never fall
};

/// Writes such a file while the log grows. A disk that takes nothing costs the times, not the build.
class LogTimesFile
{
public:
    void open(const QString &logFile, qint64 startedAt);
    void write(const LogTimes::Mark &mark);

private:
    QFile m_file;
};

} // namespace unmoor
