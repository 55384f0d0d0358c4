// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/buildmonitor.h"
#include "app/buildlog/logstore.h"
#include "app/core/process.h"

#include <QObject>
#include <memory>
#include <stop_token>

namespace unmoor {

/// Processes of Nix with `--log-format internal-json`, one after the other, whose standard error goes into one file
/// that is read on another thread while it grows: a pipe would lose lines through ssh, and the file is the log that
/// stays. Can be destroyed at any time.
class NixRun : public QObject
{
    Q_OBJECT
public:
    /// \a logFile: emptied by open(); \a mostIndexBytes: see LogStore.
    explicit NixRun(QString logFile, qint64 mostIndexBytes = LogStore::defaultIndexBytes, QObject *parent = nullptr);
    ~NixRun() override;

    /// The machine that builds, where it is not this one; before open().
    void setHost(const QString &host);
    /// Makes the log file. Errors: Io.
    Result<void> open();
    /// Runs \a command, whose standard error is set to the log. One at a time. The future always finishes, after the
    /// process has ended and everything that it wrote was read; a non-zero exit code is a value.
    QFuture<Result<ProcessExit>> run(Command command, std::stop_token stop);
    /// Nothing more follows.
    void end(bool succeeded);

    /// As of the last progressed(); its lines are in its log().
    const BuildMonitor &monitor() const;
    double seconds() const; ///< since open(), by the wall clock; stands still after end()

Q_SIGNALS:
    void progressed(); ///< the monitor changed; at most 20 times a second

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace unmoor
