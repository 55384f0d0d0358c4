// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/windowmemory.h"

#include <QDir>
#include <QSplitter>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString keyOf(const QSplitter &splitter)
{
    return u"splitters/"_s + splitter.objectName();
}

} // namespace

WindowMemory::WindowMemory(const QString &stateDir)
    : m_settings(QDir(stateDir).filePath(u"window.ini"_s), QSettings::IniFormat)
{
}

void WindowMemory::restoreWindow(QWidget &window) const
{
    window.restoreGeometry(m_settings.value(u"geometry"_s).toByteArray());
}

void WindowMemory::keepWindow(const QWidget &window)
{
    m_settings.setValue(u"geometry"_s, window.saveGeometry());
}

void WindowMemory::restoreSplitters(const QWidget &page) const
{
    for (auto *splitter : page.findChildren<QSplitter *>())
        if (!splitter->objectName().isEmpty())
            splitter->restoreState(m_settings.value(keyOf(*splitter)).toByteArray());
}

void WindowMemory::keepSplitters(const QWidget &page)
{
    for (const auto *splitter : page.findChildren<QSplitter *>())
        if (!splitter->objectName().isEmpty())
            m_settings.setValue(keyOf(*splitter), splitter->saveState());
}

} // namespace unmoor
