// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/process.h"
#include "app/core/result.h"
#include "app/nix/flakesource.h"
#include "app/nix/nixcommand.h"

#include <QFuture>
#include <QMap>

namespace unmoor {

/// One derivation under packages.<system>.<output> of a flake.
struct FlakeOutput
{
    QString system;
    QString output;
    QString name;
    QString drvPath;
    QString outPath;

    bool operator==(const FlakeOutput &) const = default;
};

/// What building one output would mean, before it starts (facts of `path-info` and `build --dry-run`).
struct BuildForecast
{
    enum class State {
        Unknown,
        NoOp, ///< the output is valid here
        Cached, ///< only fetches
        Warm, ///< builds, but not the dependency layer (*-deps)
        Cold,
        Unbuildable, ///< no builder for the system
    };

    State state = State::Unknown;
    QStringList willBuild; ///< .drv paths
    QStringList willFetch; ///< store paths
    qint64 fetchBytes = 0; ///< announced download; 0 where Nix named none
    QString message; ///< why Unbuildable or Unknown

    bool operator==(const BuildForecast &) const = default;
};

QString forecastName(BuildForecast::State state); ///< "no-op", "cached", "warm", "cold", "unbuildable", "unknown"

/// Plan text of a dry run: "these N derivations will be built:" and so on.
BuildForecast parseDryRun(const QString &text);

/// Nix as it stands on this machine.
struct NixInfo
{
    QString version; ///< "2.26.3"
    QStringList systems; ///< what it builds here: its system and extra-platforms
    QStringList builderSystems; ///< what machines build that it was configured with; empty where it would ignore them
    int maxJobs = 1; ///< derivations at once
    QString storeFolder; ///< that holds the files of its store; see storefolder.h

    bool operator==(const NixInfo &) const = default;
};

/// What Nix's settings say of this machine: all of NixInfo but version and builderSystems.
QFuture<Result<NixInfo>> nixSettings(const QString &directory, std::stop_token stop = {});

/// Asks this machine's Nix for the folder of its store; see storefolder.h.
QFuture<Result<QString>> storeFolder(const QString &directory, std::stop_token stop = {});

/// Questions to a flake: evaluation, never a build (but flakeCheck, which builds checks). Every call sets the flags of
/// a release: no lock file update, nix-command and flakes on. Failures carry a message out of the failure table.
class Flake
{
public:
    explicit Flake(FlakeSource source);
    /// The flake in a folder as it is whenever it is asked (in a git checkout Nix sees the tracked files).
    explicit Flake(const QString &directory);

    const FlakeSource &source() const { return m_source; }

    QFuture<Result<NixInfo>> info(std::stop_token stop = {}) const;
    /// Every package of every system in one evaluation; where one attribute throws, asks attribute by attribute and
    /// leaves out those that fail.
    QFuture<Result<QList<FlakeOutput>>> outputs(std::stop_token stop = {}) const;
    /// The attribute as text: a string as it is, another value as JSON.
    QFuture<Result<QString>> evalText(const QString &attribute, std::stop_token stop = {}) const;
    /// The strings right below the attribute set, by name. One that throws, or is something else, hides no other.
    QFuture<Result<QMap<QString, QString>>> textsBelow(const QString &attribute, std::stop_token stop = {}) const;
    /// An output that outputs() tells nothing of, with Nix's words: Unbuildable, since it cannot be evaluated, or
    /// Unknown, since evaluating it would build something. An empty message: there is no such output.
    QFuture<BuildForecast> whyNotEvaluated(const QString &system, const QString &output,
                                           std::stop_token stop = {}) const;
    /// Whether flake.lock is complete: `nix flake metadata --no-update-lock-file`.
    QFuture<Result<void>> checkLockFile(std::stop_token stop = {}) const;
    QFuture<Result<void>> check(std::stop_token stop = {}) const;
    /// For an output of a system that this machine builds; Unbuildable is for the caller to decide by \a NixInfo.
    QFuture<Result<BuildForecast>> forecast(const FlakeOutput &output, std::stop_token stop = {}) const;
    /// As forecast(), for building at \a store: asks that machine, after sending it the derivations. One that cannot be
    /// asked leaves the forecast Unknown, and says why.
    QFuture<Result<BuildForecast>> forecastAt(const RemoteStore &store, const FlakeOutput &output,
                                              std::stop_token stop = {}) const;
    /// The store paths of \a paths that are valid.
    QFuture<Result<QStringList>> validPaths(const QStringList &paths, std::stop_token stop = {}) const;

private:
    FlakeSource m_source;
};

} // namespace unmoor
