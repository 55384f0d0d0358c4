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

    /// The splitters and the columns of tables in \a page that have a name, unless their property "fitsItself" says
    /// that nobody moved them.
    void restoreParts(const QWidget &page) const;
    void keepParts(const QWidget &page);

private:
    QSettings m_settings;
};

} // namespace unmoor
