// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/buildmonitor.h"
#include "app/buildlog/logmarker.h"
#include "app/buildlog/logstore.h"

namespace unmoor {

/// Reads the records of a log into a monitor and the store of its lines. No file, no thread, no clock.
class LogFeed
{
public:
    explicit LogFeed(std::shared_ptr<LogStore> store);

    /// \a line stands at \a offset in the log and came \a msec after the run began.
    void read(QByteArrayView line, qint64 offset, qint64 msec);

    void setHost(const QString &host) { m_monitor.setHost(host); }
    const BuildMonitor &monitor() const { return m_monitor; }
    void end(qint64 msec, bool succeeded) { m_monitor.end(msec, succeeded); }

private:
    void addText(const LogOrigin &origin, const QString &text, qint64 offset);

    std::shared_ptr<LogStore> m_store;
    BuildMonitor m_monitor;
    LogMarker m_marker;
};

/// Replays the log \a file at one go, for who may wait. A file that cannot be read is an empty log.
BuildMonitor monitorOfLogFile(const QString &file);
/// Replays a recorded stream at one go; its lines are kept in a temporary file. \a host: where it was built, where not
/// here.
BuildMonitor monitorOfLog(const QByteArray &log, const QString &host = {});

} // namespace unmoor
