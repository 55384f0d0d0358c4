// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <optional>

namespace unmoor {

/// Progress on the program's entry in the taskbar (com.canonical.Unity.LauncherEntry, which Plasma and others have).
/// Where nobody listens, nothing happens.
class TaskbarProgress
{
public:
    explicit TaskbarProgress(const QDBusConnection &bus = QDBusConnection::sessionBus());

    /// \a share: 0 to 1; nullopt: nothing runs. \a urgent: something wants to be looked at. Said only where a percent
    /// or more has changed.
    void set(std::optional<double> share, bool urgent = false);

private:
    QDBusConnection m_bus;
    int m_percent = -1; ///< as said last; -1: nothing runs
    bool m_urgent = false;
};

} // namespace unmoor
