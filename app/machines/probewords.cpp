// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machines/probewords.h"

#include "app/core/words.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// In the order of ProbeStep::Kind.
constexpr std::array stepNames{"name"_L1, "port"_L1,  "host-key"_L1, "key"_L1,
                               "nix"_L1,  "trust"_L1, "systems"_L1,  "space"_L1};
static_assert(stepNames.size() == size_t(ProbeStep::Kind::FreeSpace) + 1);

QString titleOf(ProbeStep::Kind kind)
{
    switch (kind) {
    case ProbeStep::Kind::NameResolves:
        return Words::tr("Name resolves");
    case ProbeStep::Kind::PortAnswers:
        return Words::tr("Port answers");
    case ProbeStep::Kind::HostKeyKnown:
        return Words::tr("Host key known");
    case ProbeStep::Kind::KeyAccepted:
        return Words::tr("Key accepted");
    case ProbeStep::Kind::NixThere:
        return Words::tr("Nix there");
    case ProbeStep::Kind::StoreTrusted:
        return Words::tr("Store answers");
    case ProbeStep::Kind::Systems:
        return Words::tr("Systems");
    case ProbeStep::Kind::FreeSpace:
        return Words::tr("Free space");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString probeStepName(ProbeStep::Kind kind)
{
    return stepNames.at(size_t(kind));
}

QList<ProbeStep> allProbeSteps()
{
    QList<ProbeStep> steps;
    for (int i = 0; i < int(stepNames.size()); ++i)
        steps += ProbeStep{.kind = ProbeStep::Kind(i), .title = titleOf(ProbeStep::Kind(i))};
    return steps;
}

ProbeWords probeWords(BuildFailure::Kind why, const BuildHost &host)
{
    switch (why) {
    case BuildFailure::Kind::HostUnknown:
        return {Words::tr("The host key of %1 is not known here.").arg(host.name),
                Words::tr("Compare the fingerprint with the machine's own (ssh-keygen -lf "
                          "/etc/ssh/ssh_host_ed25519_key.pub there), then confirm it.")};
    case BuildFailure::Kind::HostKeyChanged:
        return {Words::tr("%1 shows another host key than the one known here: it was set up anew, or someone is "
                          "listening in.")
                    .arg(host.name),
                Words::tr("Compare both fingerprints with the machine's own. Replace the old key only if the new one "
                          "is the machine's.")};
    case BuildFailure::Kind::KeyRefused:
        return {host.keyFile.isEmpty() ? Words::tr("%1 refused every SSH key that was offered.").arg(host.name)
                                       : Words::tr("%1 refused the SSH key %2.").arg(host.name, host.keyFile),
                Words::tr("Choose another key, unlock it with ssh-add, or add its public half to "
                          "~/.ssh/authorized_keys of the user there.")};
    case BuildFailure::Kind::HostUnreachable:
        return {Words::tr("%1 cannot be reached over SSH.").arg(host.name),
                Words::tr("Check that the machine runs and that its name and port are right. After many failed "
                          "connections a server refuses more for a while: wait a minute.")};
    case BuildFailure::Kind::ConnectionLost:
        return {Words::tr("The connection to %1 was lost.").arg(host.name),
                Words::tr("Check that the machine runs, then try again.")};
    case BuildFailure::Kind::NixNotOnHost:
        return nixMissingWords(host, {});
    case BuildFailure::Kind::DiskFull:
        return {Words::tr("The disk of %1 is full.").arg(host.name),
                Words::tr("Free space there, for example with “nix store gc”.")};
    default:
        return {};
    }
}

ProbeWords portWords(const QString &host, int port, QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::ConnectionRefusedError)
        return {Words::tr("Nothing listens on port %1 of %2.").arg(port).arg(host),
                Words::tr("Start the SSH server there (on a Mac: Sharing, Remote Login), or correct the port.")};
    return {Words::tr("Port %1 of %2 does not answer.").arg(port).arg(host),
            Words::tr("Check that the machine runs, that its address and port are right and that no firewall stands "
                      "between.")};
}

ProbeWords nixMissingWords(const BuildHost &host, const QString &found)
{
    if (!host.remoteProgram.isEmpty())
        return {Words::tr("%1 has no %2.").arg(host.name, host.remoteProgram),
                found.isEmpty() ? Words::tr("Correct the path of nix-daemon there.")
                                : Words::tr("There is %1: set that as the path of nix-daemon.").arg(found)};
    if (!found.isEmpty())
        return {Words::tr("Nix on %1 is not on the PATH of its non-interactive shell.").arg(host.name),
                Words::tr("Set %1 as the path of nix-daemon for this machine.").arg(found)};
    return {Words::tr("%1 has no Nix on the PATH of its non-interactive shell.").arg(host.name),
            Words::tr("Install Nix there, or set the path of nix-daemon for this machine.")};
}

bool ProbeReport::ok() const
{
    return !steps.isEmpty()
        && std::ranges::all_of(steps, [](const ProbeStep &step) { return step.outcome == ProbeStep::Outcome::Passed; });
}

const ProbeStep *ProbeReport::failedStep() const
{
    const auto failed = std::ranges::find(steps, ProbeStep::Outcome::Failed, &ProbeStep::outcome);
    return failed == steps.cend() ? nullptr : &*failed;
}

int ProbeReport::msec() const
{
    int sum = 0;
    for (const ProbeStep &step : steps)
        sum += step.msec;
    return sum;
}

BuildHost withProbe(BuildHost host, const ProbeReport &report, const QDateTime &when)
{
    if (report.canceled)
        return host;
    const ProbeStep *failed = report.failedStep();
    host.probedAt = when;
    host.probeState = failed ? probeStepName(failed->kind) : u"ready"_s;
    host.probeMessage = failed ? QString(report.message + u' ' + report.hint).trimmed() : QString();
    host.probeMsec = report.msec();
    if (!report.systems.isEmpty())
        host.systems = report.systems;
    return host;
}

} // namespace unmoor
