// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/machines/hostprobe.h"
#include "app/machines/probewords.h"

namespace unmoor {

inline HostKeys sampleKeys(const QByteArray &blob)
{
    return {.host = QStringLiteral("10.0.4.20"), .keys = {{QStringLiteral("ssh-ed25519"), blob.toBase64()}}};
}

/// Steps that passed before \a failed, which failed, and those that were not tried.
inline ProbeReport sampleReport(ProbeStep::Kind failed, BuildFailure::Kind why)
{
    ProbeReport report{.host = QStringLiteral("arm-box"), .steps = allProbeSteps(), .failure = why};
    for (ProbeStep &step : report.steps) {
        if (step.kind < failed)
            step.outcome = ProbeStep::Outcome::Passed;
        else if (step.kind == failed)
            step.outcome = ProbeStep::Outcome::Failed;
    }
    report.steps[0].detail = QStringLiteral("10.0.4.20");
    report.message = QStringLiteral("What failed and why.");
    report.hint = QStringLiteral("What to do.");
    return report;
}

inline ProbeReport changedKeyReport()
{
    ProbeReport report = sampleReport(ProbeStep::Kind::HostKeyKnown, BuildFailure::Kind::HostKeyChanged);
    report.message = QStringLiteral("The machine may have been reinstalled, or someone answers in its place.");
    report.hint = QStringLiteral("Nothing is sent until you decide.");
    report.known = sampleKeys("as it was");
    report.offered = sampleKeys("as it is now");
    return report;
}

inline ProbeReport unknownKeyReport()
{
    ProbeReport report = sampleReport(ProbeStep::Kind::HostKeyKnown, BuildFailure::Kind::HostUnknown);
    report.offered = sampleKeys("as it is now");
    return report;
}

inline ProbeReport readyReport()
{
    ProbeReport report{.host = QStringLiteral("arm-box"), .steps = allProbeSteps()};
    for (ProbeStep &step : report.steps)
        step.outcome = ProbeStep::Outcome::Passed;
    report.steps[0].msec = 14;
    report.systems = {QStringLiteral("aarch64-linux")};
    return report;
}

} // namespace unmoor
