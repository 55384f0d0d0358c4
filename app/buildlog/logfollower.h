// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/buildmonitor.h"
#include "app/buildlog/logworker.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

namespace unmoor {

/// Reads a log of Nix on a thread of its own, one that grows or a finished one, and has the run as it stands for the
/// thread that asks. Can be destroyed at any time.
class LogFollower : public QObject
{
    Q_OBJECT
public:
    LogFollower(const QString &file, qint64 mostIndexBytes, LogFollowing how, QObject *parent = nullptr);
    ~LogFollower() override;

    /// False where the file cannot be read: see errorString().
    bool open();
    QString errorString() const { return m_errorString; }

    void start(); ///< follows the log until finish()
    /// Reads to the end of what is there. The future always finishes, when all of it is in the monitor; start() may
    /// follow.
    QFuture<void> finish();
    bool isFinished() const { return m_isFinished; } ///< all is read, or nothing can be

    const BuildMonitor &monitor() const { return m_monitor; }
    /// The run is over; nothing that is read later changes the monitor.
    void end(qint64 msec, bool succeeded);

Q_SIGNALS:
    void progressed(); ///< the monitor changed; at most 20 times a second

private:
    void take(const BuildMonitor &monitor);

    LogWorker *m_worker; ///< lives on logThread(), which deletes it
    BuildMonitor m_monitor;
    QPromise<void> m_rest;
    QString m_errorString;
    bool m_isFinished = false;
    bool m_hasEnded = false;
};

} // namespace unmoor
