// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace unmoor {

/// What a job's log says of how much was there already.
struct JobLogReport
{
    enum class Cache {
        NotSaid, ///< no step speaks of a cache
        Hit, ///< one for exactly this
        Partial, ///< an older one of the same prefix
        None,
        Failed, ///< it was there, or the service was asked, and it could not be taken
    };

    Cache cache = Cache::NotSaid; ///< as the steps that restore one say it; of several the poorest
    int built = 0; ///< derivations that Nix built
    QStringList derivations; ///< the first 1,000 of them: "/nix/store/….drv"
    int copied = 0; ///< paths that it took from a cache of binaries
    QString firstError; ///< the first line that the runner marks as an error; empty: there is none

    bool operator==(const JobLogReport &) const = default;
};

/// A line of a job's log as GitHub gives it.
struct JobLogLine
{
    qint64 msec = -1; ///< when the runner wrote it, since 1970; -1: the line does not say
    QByteArrayView text; ///< without that time, and without its end
};

/// Takes \a line apart, whose bytes the result looks into. Lines that go on with one of several have no time.
JobLogLine splitJobLogLine(QByteArrayView line);

/// Reads a log line by line. The words are those of actions/cache, nix-community/cache-nix-action and Nix.
class JobLogReader
{
public:
    void take(const QByteArray &line); ///< with the runner's time before it, or without
    const JobLogReport &report() const { return m_report; }

private:
    JobLogReport m_report;
};

QString cacheName(JobLogReport::Cache cache); ///< "hit", "partial", "none", "failed"; empty: not said
QString cacheText(const JobLogReport &report); ///< for people; empty: not said
QJsonObject toJson(const JobLogReport &report);

} // namespace unmoor
