// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>

class QWidget;

namespace unmoor {

/// Where the window was and how its parts were divided, in window.ini of the state folder.
class WindowMemory
{
public:
    explicit WindowMemory(const QString &stateDir);

    /// Never off the screens of now, nor larger than them.
    void restoreWindow(QWidget &window) const;
    void keepWindow(const QWidget &window);

    /// The splitters in \a page that have a name.
    void restoreSplitters(const QWidget &page) const;
    void keepSplitters(const QWidget &page);

private:
    QSettings m_settings;
};

} // namespace unmoor
