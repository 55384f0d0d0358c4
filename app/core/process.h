// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QFuture>
#include <QMap>
#include <QStringList>
#include <stop_token>

namespace unmoor {

struct Command
{
    QString program;
    QStringList arguments;
    QString workingDirectory; ///< empty: this process's own
    QMap<QString, QString> environment; ///< set on top of childEnvironment(); a null QString unsets
    QByteArray input; ///< standard input; empty: /dev/null
    QString stderrFile; ///< where standard error goes, appended; empty: captured in ProcessExit::err
};

struct ProcessExit
{
    int code = 0;
    QByteArray out;
    QByteArray err; ///< empty with Command::stderrFile

    /// The last lines of \a err that say something, for a message.
    QString lastWords() const;
};

/// Starts \a command in a Unix session of its own. A program that cannot start, crashes or is stopped through \a stop
/// ends as an Error (NotFound, Failed, Canceled); a non-zero exit code is a value. A stop sends SIGTERM to the whole
/// group, SIGKILL after 10 s. When this process dies, the program gets SIGTERM. The future always finishes, on the
/// calling thread's event loop.
QFuture<Result<ProcessExit>> runProcess(const Command &command, std::stop_token stop = {});

} // namespace unmoor
