// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/machines/buildhost.h"
#include "app/machines/knownhosts.h"
#include "app/nix/buildfailure.h"

#include <QFuture>
#include <stop_token>

namespace unmoor {

/// One thing that must work before a machine can build for us.
struct ProbeStep
{
    enum class Kind {
        NameResolves,
        PortAnswers,
        HostKeyKnown,
        KeyAccepted,
        NixThere,
        StoreTrusted, ///< whether Nix there trusts us; passes also where it does not, which suffices for building
        Systems,
        FreeSpace,
    };
    enum class Outcome { NotTried, Passed, Failed };

    Kind kind = Kind::NameResolves;
    Outcome outcome = Outcome::NotTried;
    QString title; ///< "Name resolves"
    QString detail; ///< what was found: "mac-mini.local is 10.0.0.5"; empty while not tried
    int msec = 0;

    bool operator==(const ProbeStep &) const = default;
};

/// "name", "port", "host-key", "key", "nix", "trust", "systems", "space": for scripts and BuildHost::probeState.
QString probeStepName(ProbeStep::Kind kind);

/// What a look at a machine found, in order; the first failure ends it.
struct ProbeReport
{
    QString host; ///< BuildHost::name
    QList<ProbeStep> steps; ///< all of them, in order
    BuildFailure::Kind failure = BuildFailure::Kind::Other; ///< where a step failed: why, in the failure table's terms
    QString message; ///< what failed and why; empty where all is well
    QString hint; ///< what to do
    bool canceled = false;

    QString nixVersion; ///< "2.26.3"
    QString remoteProgram; ///< nix-daemon where it was found off the PATH, to be set up; else empty
    bool trusted = false;
    QStringList systems; ///< what it builds
    qint64 freeBytes = -1; ///< of the disk with its store; -1: not known
    HostKeys offered; ///< the keys it shows; empty where its host key was not asked for
    HostKeys known; ///< where it is known by other keys than these: those

    bool ok() const; ///< every step passed
    const ProbeStep *failedStep() const; ///< null where none did
    bool isHostKeyUnknown() const { return failure == BuildFailure::Kind::HostUnknown; }
    bool isHostKeyChanged() const { return failure == BuildFailure::Kind::HostKeyChanged; }
    int msec() const; ///< how long it took
    bool operator==(const ProbeReport &) const = default;
};

/// Looks whether \a host can build for us: connects a few times, changes nothing there or here. A machine whose host
/// key is not known, or another than before, is shown no key of ours. The future always finishes.
QFuture<ProbeReport> probeHost(const BuildHost &host, const QString &stateDir, std::stop_token stop = {});

/// \a host with what \a report found at \a when written down. Systems are kept where none were found.
BuildHost withProbe(BuildHost host, const ProbeReport &report, const QDateTime &when);

} // namespace unmoor
