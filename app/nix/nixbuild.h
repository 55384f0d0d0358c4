// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nix/buildfailure.h"
#include "nix/buildmonitor.h"
#include "nix/flake.h"

#include <QElapsedTimer>
#include <QObject>
#include <memory>
#include <stop_token>

namespace unmoor {

struct NixBuildRequest
{
    QString directory; ///< the project
    QString system; ///< "x86_64-linux"
    QString output; ///< attribute under packages.<system>
    QString attribute; ///< full attribute of the flake instead; empty: packages.<system>.<output>
    QString outLink; ///< GC root to make, its folder exists; empty: none
    QString logFile; ///< standard error of Nix goes here and stays; what was in it is gone
};

struct NixBuildResult
{
    enum class Outcome { Built, Cached, Failed, Canceled };

    Outcome outcome = Outcome::Failed;
    QString drvPath;
    QString storePath; ///< empty unless Built or Cached
    double seconds = 0; ///< by the wall clock
    std::optional<BuildFailure> failure;
};

/// One `nix build` of one output: standard error into a file that is tailed, SIGTERM to cancel, truth by exit code
/// plus path-info. Emits what the stream says at most 20 times a second.
class NixBuild : public QObject
{
    Q_OBJECT
public:
    explicit NixBuild(NixBuildRequest request, QObject *parent = nullptr);
    ~NixBuild() override;

    /// Starts, once. The future always finishes; a failed or canceled build is a value, an Error means that the run
    /// could not be started or recorded (no nix, a log file that cannot be written).
    QFuture<Result<NixBuildResult>> start(std::stop_token stop);

    const BuildMonitor &monitor() const;

Q_SIGNALS:
    void progressed(); ///< the monitor changed

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Replays a kept log file into a monitor, to show a run of an earlier session.
BuildMonitor monitorOfLog(const QByteArray &log);

} // namespace unmoor
