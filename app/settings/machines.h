// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/machines/hostprobe.h"
#include "app/settings/settingsstore.h"

#include <map>

namespace unmoor {

/// The machines that build over SSH: which there are, whether they can build for us, and by which keys they are known.
/// They are kept in the settings, their keys in known_hosts of the same state folder.
class Machines : public QObject
{
    Q_OBJECT
public:
    explicit Machines(SettingsStore &settings, QObject *parent = nullptr);
    ~Machines() override;

    // Errors of these: InvalidInput (see checkHost(); no such machine), and those of SettingsStore::change().
    Result<void> add(const BuildHost &host);
    /// \a host takes the place of the one called \a name.
    Result<void> replace(const QString &name, const BuildHost &host);
    Result<void> remove(const QString &name);

    /// Looks whether the machine can build for us, and keeps with it what was found. A machine that there is not is a
    /// report of its own. A look at the same machine that runs already is canceled.
    QFuture<ProbeReport> probe(const QString &name);
    bool isProbing(const QString &name) const { return m_probes.contains(name); }
    const ProbeReport *report(const QString &name) const; ///< of the last probe of this process; null: there was none
    /// As if a probe had ended with \a report.
    void takeReport(const ProbeReport &report);
    void cancel(); ///< every probe

    /// A person compared the fingerprints of \a keys, offered by the machine (ProbeReport::offered), and confirmed
    /// them. Errors: Conflict (it was confirmed with other keys before), InvalidInput (no keys), Io.
    Result<void> trustHostKey(const HostKeys &keys);
    /// As trustHostKey(), and forgets the keys that the machine was confirmed with before: it was set up anew.
    Result<void> replaceHostKey(const HostKeys &keys);

Q_SIGNALS:
    void changed(); ///< which is being probed, or a report; of the settings, see SettingsStore::changed()
    void warned(const QString &message); ///< what was found could not be kept: why, and what to do

private:
    void forget(const QString &name);
    void keep(const ProbeReport &report, const std::function<bool(const BuildHost &)> &isThat);

    SettingsStore &m_settings;
    std::map<QString, std::stop_source> m_probes; ///< those that run
    std::map<QString, ProbeReport> m_reports;
};

} // namespace unmoor
