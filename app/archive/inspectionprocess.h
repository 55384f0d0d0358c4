// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/inspection.h"

#include <QFuture>
#include <QStringList>
#include <chrono>

namespace unmoor {

/// How an archive is read in a process of its own. Its readers are bounded and fuzzed; should one of them crash, hang
/// or eat memory all the same, that process ends, and this one says so and goes on. Should one of them be taken over,
/// it can do nothing but read the archive and answer; see confineThisProcess().
struct InspectionProcess
{
    QString program; ///< Unmoor itself; empty: read in this process
    QStringList arguments{QStringLiteral("inspect-apart")};
    std::chrono::milliseconds patience{60'000}; ///< without any sign of progress, before it is ended
    qint64 memory = 0; ///< bytes that it may take; 0: 2 GiB, on a small machine half of what that has
};

/// As inspectArchive(), in a process of its own. The future finishes, and \a onProgress is called, on this thread,
/// which is the application's. Where more are asked for than the machine has processors, some wait. Further errors:
/// Failed (the process could not be started, crashed, made no progress, or needed more memory than it may take),
/// Canceled.
QFuture<Result<Inspection>> inspectApart(const InspectionProcess &process, const QString &path,
                                         const InspectionRules &rules, std::stop_token stop = {},
                                         const ScanCallback &onProgress = {});

/// The other side: takes the request from standard input, and writes what it finds to standard output. Gives the exit
/// code.
int runInspectionApart();

} // namespace unmoor
