// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsstore.h"

namespace unmoor {

SettingsStore::SettingsStore(const QString &stateDir, QObject *parent)
    : QObject(parent)
    , m_stateDir(stateDir)
    , m_watch(settingsFile(stateDir))
{
    (void)read();
    connect(&m_watch, &SharedFileWatch::changed, this, [this] { (void)read(); });
}

Result<void> SettingsStore::read()
{
    const auto read = readSettings(m_stateDir);
    take(read);
    return read.transform([](const Settings &) { });
}

Result<void> SettingsStore::change(const std::function<void(Settings &)> &change)
{
    const auto changed = changeSettings(m_stateDir, change);
    if (changed)
        take(changed);
    return changed.transform([](const Settings &) { });
}

void SettingsStore::take(const Result<Settings> &read)
{
    const QString problem = read ? QString() : read.error().message;
    if (problem == m_problem && (!read || *read == m_settings))
        return;
    m_problem = problem;
    if (read)
        m_settings = *read;
    Q_EMIT changed();
}

} // namespace unmoor
