// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/machines.h"

#include "app/machines/probewords.h"

#include <algorithm>

namespace unmoor {

namespace {

/// Whether both are reached in the same way, so that what was found of the one holds for the other.
bool isSameMachine(const BuildHost &one, const BuildHost &other)
{
    return one.name == other.name && one.address == other.address && one.user == other.user && one.port == other.port
        && one.keyFile == other.keyFile && one.remoteProgram == other.remoteProgram;
}

ProbeReport notThere(const QString &name)
{
    return {.host = name,
            .steps = allProbeSteps(),
            .message = Machines::tr("There is no machine called %1.").arg(name),
            .hint = Machines::tr("Add it in Settings, or with unmoor host add.")};
}

Result<void> changeKeys(const QString &stateDir, const HostKeys &keys,
                        const std::function<Result<void>(KnownHosts &)> &change)
{
    if (keys.isEmpty() || keys.host.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       Machines::tr("The machine showed no host key: look at it again first."));
    return KnownHosts::change(knownHostsFile(stateDir), change);
}

} // namespace

Machines::Machines(SettingsStore &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

Machines::~Machines()
{
    cancel();
}

Result<void> Machines::add(const BuildHost &host)
{
    Result<void> checked;
    return m_settings
        .change([&](Settings &settings) {
            checked = checkHost(host, settings.hosts);
            if (checked)
                settings.hosts += host;
        })
        .and_then([&] { return checked; });
}

Result<void> Machines::replace(const QString &name, const BuildHost &host)
{
    Result<void> checked;
    const auto kept = m_settings.change([&](Settings &settings) {
        QList<BuildHost> others = settings.hosts;
        others.removeIf([&](const BuildHost &other) { return other.name == name; });
        const auto old = std::ranges::find(settings.hosts, name, &BuildHost::name);
        checked = checkHost(host, others);
        if (checked && old == settings.hosts.end())
            settings.hosts += host;
        else if (checked)
            *old = host;
    });
    if (kept && checked)
        forget(name);
    return kept.and_then([&] { return checked; });
}

Result<void> Machines::remove(const QString &name)
{
    Result<void> found;
    const auto kept = m_settings.change([&](Settings &settings) {
        if (!settings.host(name))
            found = std::unexpected(noSuchHost(name, settings.hosts));
        settings.hosts.removeIf([&](const BuildHost &host) { return host.name == name; });
    });
    if (kept)
        forget(name);
    return kept.and_then([&] { return found; });
}

/// What was found, or is being found, is of a machine that is reached otherwise from now on.
void Machines::forget(const QString &name)
{
    if (const auto running = m_probes.extract(name))
        running.mapped().request_stop();
    m_reports.erase(name);
    Q_EMIT changed();
}

QFuture<ProbeReport> Machines::probe(const QString &name)
{
    const BuildHost *host = m_settings.settings().host(name);
    if (!host)
        return QtFuture::makeReadyValueFuture(notThere(name));
    forget(name);
    const std::stop_source stop = m_probes[name];
    auto probed = probeHost(*host, m_settings.stateDir(), stop.get_token())
                      .then(this, [this, name, stop, asked = *host](const ProbeReport &report) {
                          const auto running = m_probes.find(name);
                          if (running == m_probes.end() || running->second != stop)
                              return report; // the machine was taken out, set up anew, or asked again meanwhile
                          m_probes.erase(running);
                          keep(report, [&](const BuildHost &known) { return isSameMachine(known, asked); });
                          return report;
                      });
    Q_EMIT changed();
    return probed;
}

const ProbeReport *Machines::report(const QString &name) const
{
    const auto found = m_reports.find(name);
    return found == m_reports.end() ? nullptr : &found->second;
}

void Machines::takeReport(const ProbeReport &report)
{
    keep(report, [&](const BuildHost &known) { return known.name == report.host; });
}

void Machines::keep(const ProbeReport &report, const std::function<bool(const BuildHost &)> &isThat)
{
    m_reports[report.host] = report;
    if (!report.canceled) {
        const auto kept = m_settings.change([&](Settings &settings) {
            const auto known = std::ranges::find_if(settings.hosts, isThat);
            if (known != settings.hosts.end())
                *known = withProbe(*known, report, QDateTime::currentDateTimeUtc());
        });
        if (!kept)
            Q_EMIT warned(kept.error().message);
    }
    Q_EMIT changed();
}

void Machines::cancel()
{
    for (auto &[name, stop] : m_probes)
        stop.request_stop();
}

Result<void> Machines::trustHostKey(const HostKeys &keys)
{
    return changeKeys(m_settings.stateDir(), keys, [&](KnownHosts &known) { return known.add(keys); });
}

Result<void> Machines::replaceHostKey(const HostKeys &keys)
{
    return changeKeys(m_settings.stateDir(), keys, [&](KnownHosts &known) {
        known.replace(keys);
        return Result<void>();
    });
}

} // namespace unmoor
