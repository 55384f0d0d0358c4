// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/logfeed.h"
#include "app/buildlog/logtail.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QThread;

namespace unmoor {

/// How a log is followed.
struct LogFollowing
{
    bool isLive = false; ///< it still grows, and its times are written; else it is a finished one
    QElapsedTimer clock = {}; ///< live: runs since the run began
    bool hasSucceeded = false; ///< finished: what came of the run
    QString host = {}; ///< the machine that built, where it is not this one
};

/// The part of a LogFollower that lives on the thread of the logs.
class LogWorker : public QObject
{
    Q_OBJECT
public:
    LogWorker(std::shared_ptr<LogStore> store, LogFollowing how);

    bool open(); ///< before it is moved to its thread
    QString errorString() const { return m_tail.errorString(); }

public Q_SLOTS:
    void start(); ///< reads what is there, and what comes
    void finish(); ///< reads the rest, then says finished()

Q_SIGNALS:
    void progressed(const unmoor::BuildMonitor &monitor); ///< at most 20 times a second
    void finished();

private:
    void tick();
    bool readSlice();
    void readLine(QByteArrayView line, qint64 offset);
    void markTime(qint64 offset);
    void publish();
    void close();

    std::shared_ptr<LogStore> m_store;
    LogFollowing m_how;
    LogFeed m_feed;
    LogTail m_tail;
    LogTimes m_times; ///< of a finished log
    LogTimesFile m_timesFile;
    QTimer m_timer;
    QDeadlineTimer m_nextPublication{0};
    QDeadlineTimer m_nextMark{0};
    qint64 m_now = 0; ///< of the slice, since the run began
    bool m_isFinishing = false;
    bool m_isUntold = false; ///< the monitor changed since progressed()
};

/// The one thread on which logs are read, until the application ends.
QThread &logThread();

} // namespace unmoor
