// SPDX-License-Identifier: GPL-3.0-or-later
// Session: the machines that build over SSH.
#include "nix/probewords.h"
#include "release/session.h"

using namespace Qt::StringLiterals;

namespace unmoor {

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
