// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/start/projectmodel.h"

#include <QSettings>

namespace unmoor {

/// The projects opened lately, the pinned ones first, then by time, and the window's appearance and language: what the
/// window remembers, in window.ini of the state folder.
class RecentProjects
{
public:
    explicit RecentProjects(const QString &stateDir);

    QList<RecentProject> all() const;
    void put(const RecentProject &project); ///< to the front; a pin stays
    void setPinned(const RecentProject &project, bool pinned);
    void forget(const RecentProject &project);
    void forgetMissing();

    theme::Appearance appearance() const;
    void setAppearance(theme::Appearance appearance);
    QString language() const; ///< "de"; empty: as the system
    void setLanguage(const QString &language);

private:
    void write(QList<RecentProject> projects);

    mutable QSettings m_settings;
};

} // namespace unmoor
