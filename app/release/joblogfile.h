// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/nix/buildfailure.h"
#include "app/runs/joblog.h"

#include <optional>
#include <stop_token>

namespace unmoor {

/// The log of a job of GitHub Actions, ready to be shown.
struct JobLog
{
    QString path; ///< its lines without the runner's times, which stand beside it: see LogTimes
    JobLogReport report;
    std::optional<BuildFailure> cause; ///< what Nix says of why it failed; nullopt: nothing that is known
};

/// Reads what GitHub gives as a job's log, the file \a source, and writes its lines to \a path. For any thread. Errors:
/// Io, Canceled.
Result<JobLog> unpackJobLog(const QString &source, const QString &path, const std::stop_token &stop = {});

/// What Nix says for itself in a log of many programs: its messages that begin with "error:", each with the lines that
/// go on with it. The lines of builders have a name before them, and are none of it.
class NixErrors
{
public:
    void take(QByteArrayView line); ///< without the runner's time
    /// By the failure table. nullopt: Nix did not run, or says nothing that the table knows.
    std::optional<BuildFailure> cause() const;

private:
    QStringList m_messages; ///< the last ones
    bool m_isOpen = false; ///< the next line may go on with the last message
    bool m_hasNix = false; ///< the log speaks of Nix at all
};

} // namespace unmoor
