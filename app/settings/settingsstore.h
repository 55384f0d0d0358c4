// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/sharedfile.h"
#include "app/settings/settings.h"

namespace unmoor {

/// The settings of a state folder, which every process on it shares. The file is what counts: a change is made to the
/// settings as they are on disk at that moment, and what another process changes is noticed.
class SettingsStore : public QObject
{
    Q_OBJECT
public:
    explicit SettingsStore(const QString &stateDir, QObject *parent = nullptr);

    const QString &stateDir() const { return m_stateDir; }
    /// As last read, which is at most one turn of the event loop old; the defaults where they were never readable.
    const Settings &settings() const { return m_settings; }
    /// Why the file cannot be read, so that nothing can be changed either; empty: it can.
    const QString &problem() const { return m_problem; }

    /// Reads the file now. Errors: see readSettings(); the settings stay what they were then.
    Result<void> read();
    /// Changes the settings as they are on disk now. Errors: see changeSettings(); nothing is changed then.
    Result<void> change(const std::function<void(Settings &)> &change);

Q_SIGNALS:
    void changed(); ///< the settings, or whether they can be read

private:
    void take(const Result<Settings> &read);

    QString m_stateDir;
    Settings m_settings;
    QString m_problem;
    SharedFileWatch m_watch;
};

} // namespace unmoor
