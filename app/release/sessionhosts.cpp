// SPDX-License-Identifier: GPL-3.0-or-later
// Session: the machines that build over SSH.
#include "nix/probewords.h"
#include "release/session.h"

using namespace Qt::StringLiterals;

namespace unmoor {

RemoteStore Session::storeOf(const BuildPlace &place) const
{
    const BuildHost *host = place.kind == BuildPlace::Kind::Host ? m_settings.host(place.host) : nullptr;
    return host ? remoteStore(*host, m_options.stateDir) : RemoteStore();
}

/// Where a person has not decided, or for a machine that is gone, the first place that can build the target.
void Session::proposePlace(int row)
{
    TargetState &target = m_targets[row];
    const bool gone = target.place.kind == BuildPlace::Kind::Host && !m_settings.host(target.place.host);
    if (!target.placeIsChosen || gone)
        target.place = placesFor(row).value(0);
}

QString Session::whyNotBuiltThere(const ManifestTarget &target, const BuildPlace &place) const
{
    const BuildHost *host = m_settings.host(place.host);
    switch (place.kind) {
    case BuildPlace::Kind::ThisMachine:
        if (!m_nix || m_nix->systems.contains(target.system))
            return {};
        return tr("Needs %1; this machine builds %2. Adopt a finished archive, build it on another machine, "
                  "or leave it out of this release.")
            .arg(target.system, m_nix->systems.value(0));
    case BuildPlace::Kind::Host:
        if (!host)
            return noSuchHost(place.host, m_settings.hosts).message;
        if (host->systems.isEmpty() || host->systems.contains(target.system))
            return {};
        return tr("Needs %1; %2 builds %3. Choose another place for it.")
            .arg(target.system, host->name, host->systems.join(u", "_s));
    case BuildPlace::Kind::Builders:
        if (!m_nix || m_nix->builderSystems.contains(target.system))
            return {};
        return tr("Needs %1; Nix has no builder of its own for it that it would heed us about. Choose another place "
                  "for it.")
            .arg(target.system);
    }
    Q_UNREACHABLE_RETURN({});
}

QFuture<ProbeReport> Session::probe(const QString &hostName)
{
    const BuildHost *host = m_settings.host(hostName);
    if (!host)
        return QtFuture::makeReadyValueFuture(ProbeReport{
            .host = hostName,
            .steps = allProbeSteps(),
            .message = tr("There is no machine called %1.").arg(hostName),
            .hint = tr("Add it in Settings, or with unmoor host add."),
        });
    const auto stop = begin(Task::Probing);
    return probeHost(*host, m_options.stateDir, stop)
        .then(this, [this, hostName, asked = *host](const ProbeReport &report) {
            Settings settings = m_settings;
            for (BuildHost &known : settings.hosts)
                // It may have been changed meanwhile: then this is not a report of what it is now.
                if (known == asked)
                    known = withProbe(known, report, QDateTime::currentDateTimeUtc());
            (void)setSettings(settings);
            end(Task::Probing);
            return report;
        });
}

Result<void> Session::keepHostKey(const HostKeys &keys, Result<void> (*take)(KnownHosts &, const HostKeys &))
{
    if (keys.isEmpty() || keys.host.isEmpty())
        return failure(Error::Kind::InvalidInput, tr("The machine showed no host key: look at it again first."));
    const QString file = knownHostsFile(m_options.stateDir);
    auto known = KnownHosts::read(file);
    if (!known)
        return std::unexpected(known.error());
    return take(*known, keys).and_then([&] { return known->write(file); });
}

Result<void> Session::trustHostKey(const QString &, const HostKeys &keys)
{
    return keepHostKey(keys, [](KnownHosts &known, const HostKeys &offered) { return known.add(offered); });
}

Result<void> Session::replaceHostKey(const QString &, const HostKeys &keys)
{
    return keepHostKey(keys, [](KnownHosts &known, const HostKeys &offered) -> Result<void> {
        known.replace(offered);
        return {};
    });
}

} // namespace unmoor
