// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/build/nixrun.h"
#include "app/buildlog/logfeed.h"
#include "app/nix/buildfailure.h"
#include "app/nix/flakesource.h"
#include "app/nix/nixcommand.h"

#include <QObject>
#include <memory>
#include <stop_token>

namespace unmoor {

struct NixBuildRequest
{
    FlakeSource flake; ///< what is built
    QString system; ///< "x86_64-linux"
    QString output; ///< attribute under packages.<system>
    QString attribute; ///< full attribute of the flake instead; empty: packages.<system>.<output>
    QString outLink; ///< GC root to make, its folder exists; empty: none
    RemoteStore store; ///< where to build; local: this machine
    /// A cold cache of evaluations lets one Nix in and keeps the next waiting until that one's build has ended.
    bool useEvalCache = true;
    bool useBuilders = false; ///< let Nix's own configured builders do it; refused where the user is not trusted
    QString logFile; ///< standard error of Nix goes here and stays; what was in it is gone
    qint64 logIndexBytes = LogStore::defaultIndexBytes; ///< most that the index of the log takes in memory
};

struct NixBuildResult
{
    enum class Outcome { Built, Cached, Failed, Canceled };

    Outcome outcome = Outcome::Failed;
    QString drvPath;
    QString storePath; ///< empty unless Built or Cached
    QString realPath; ///< the file or folder that storePath names
    double seconds = 0; ///< by the wall clock
    std::optional<BuildFailure> failure;
};

/// Building one output, here or elsewhere, until its path is in this machine's store. Truth is exit code plus
/// path-info; the stream is a view.
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

} // namespace unmoor
