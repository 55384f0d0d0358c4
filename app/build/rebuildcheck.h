// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/build/nixrun.h"
#include "app/nix/buildfailure.h"

#include <QObject>

namespace unmoor {

struct RebuildRequest
{
    QString directory; ///< where Nix runs
    QString drvPath; ///< of the derivation that made storePath
    QString storePath; ///< valid in this machine's store
    QString logFile; ///< standard error of Nix goes here and stays
};

struct RebuildResult
{
    enum class Outcome { Identical, Differs, Failed, Canceled };

    Outcome outcome = Outcome::Failed;
    QString otherPath; ///< with Differs: what came out now, as a file or folder; not valid in the store, so its next GC
                       ///< removes it
    double seconds = 0;
    std::optional<BuildFailure> failure; ///< with Failed
};

/// Builds a derivation once more and compares bit by bit: `nix build --rebuild --keep-failed`. Only the derivation
/// itself is built again, not what it was made from; the store keeps the first result.
class RebuildCheck : public QObject
{
    Q_OBJECT
public:
    explicit RebuildCheck(RebuildRequest request, QObject *parent = nullptr);

    /// Starts, once. The future always finishes; an Error means that the run could not be started or recorded.
    QFuture<Result<RebuildResult>> start(std::stop_token stop);

    const BuildMonitor &monitor() const { return m_run.monitor(); }

private:
    Result<RebuildResult> resultOf(const Result<ProcessExit> &run);
    QFuture<Result<RebuildResult>> withOtherPath(const RebuildResult &result, std::stop_token stop);

    RebuildRequest m_request;
    NixRun m_run;
};

} // namespace unmoor
