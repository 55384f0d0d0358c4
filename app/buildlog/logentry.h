// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace unmoor {

/// Where one line of a run stands in its log file, and what is known of it.
struct LogEntry
{
    enum class Problem : quint8 { None, Warning, Error };

    qint64 offset = 0; ///< of its record
    qint32 derivation = -1; ///< index into BuildMonitor::derivations(); -1: of the run itself
    quint16 part = 0; ///< which line of a record of several
    qint8 level = -1; ///< -1: a builder's output; else Nix's level (0 error, 1 warning, 3 info)
    Problem problem = Problem::None; ///< what it tells of, or goes on with

    bool operator==(const LogEntry &) const = default;
};
static_assert(sizeof(LogEntry) == 16);

/// Which lines of a log are of interest.
struct LogFilter
{
    std::optional<qint32> derivation; ///< nullopt: of all
    LogEntry::Problem least = LogEntry::Problem::None; ///< Warning: warnings and errors

    bool isAll() const { return *this == LogFilter{}; }
    bool accepts(qint32 of, LogEntry::Problem problem) const
    {
        return (!derivation || *derivation == of) && problem >= least;
    }
    bool accepts(const LogEntry &entry) const { return accepts(entry.derivation, entry.problem); }
    bool operator==(const LogFilter &) const = default;
};

/// One line of a build's log, read back.
struct LogLine
{
    qint32 derivation = -1;
    qint8 level = -1;
    LogEntry::Problem problem = LogEntry::Problem::None;
    qint64 msec = -1; ///< since the run began; -1: not known
    QString text; ///< as it came, escape codes included

    bool operator==(const LogLine &) const = default;
};

} // namespace unmoor
