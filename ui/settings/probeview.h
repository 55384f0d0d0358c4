// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/machines/hostprobe.h"
#include "ui/theme/theme.h"

namespace unmoor {

/// One step of a probe, as it is shown.
struct ProbeLine
{
    theme::State state = theme::State::Skipped;
    QString title;
    QString detail; ///< what was found; "not tried"

    bool operator==(const ProbeLine &) const = default;
};

/// What is known of a machine and what can be done about it.
struct ProbeView
{
    enum class Offer {
        Nothing,
        TrustKey, ///< it is not known yet: show its key
        CompareKeys, ///< it shows another key than before
        UseRemoteProgram, ///< Nix is there, but not on the PATH
    };

    theme::State state = theme::State::Planned;
    QString word; ///< for the table: "ready", "host key changed"
    QString title; ///< "arm-box shows a different host key than before"
    QString text;
    QList<ProbeLine> lines; ///< empty: not probed since the start
    Offer offer = Offer::Nothing;
    QString remoteProgram; ///< with UseRemoteProgram

    bool operator==(const ProbeView &) const = default;
};

/// \a report: of this run of the program; null: what \a host remembers is all there is.
ProbeView probeView(const BuildHost &host, const ProbeReport *report, bool isProbing);

/// "SHA256:pQ7v1x…Zk4": enough to see that two differ, never enough to trust one.
QString shortFingerprint(const QString &fingerprint);

/// "ssh-ng://builder@mac-mini.local:2222".
QString addressText(const BuildHost &host);

} // namespace unmoor
