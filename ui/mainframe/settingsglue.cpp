// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/settingsglue.h"

#include "ui/settings/accountbox.h"
#include "ui/settings/lookpage.h"
#include "ui/settings/settingswindow.h"

namespace unmoor {

SettingsGlue::SettingsGlue(Engine &engine, SessionOptions options, QWidget *window)
    : QObject(window)
    , m_desk(engine, std::move(options))
    , m_parent(window)
{
}

SettingsGlue::~SettingsGlue()
{
    delete m_window; // before the desk that it shows
}

void SettingsGlue::setSession(Session *session)
{
    m_desk.setSession(session);
    if (m_window && m_window->isVisible())
        m_window->accounts()->refresh();
}

void SettingsGlue::accountChanged(const QUrl &apiUrl, const QByteArray &held)
{
    m_desk.takeAccount(apiUrl, held);
    if (m_window && m_window->isVisible())
        m_window->accounts()->refresh();
}

void SettingsGlue::setAppearance(theme::Appearance appearance)
{
    m_appearance = appearance;
    if (m_window)
        m_window->look()->setAppearance(appearance);
}

void SettingsGlue::setLanguage(const QString &language)
{
    m_language = language;
    if (m_window)
        m_window->look()->setLanguage(language);
}

SettingsWindow *SettingsGlue::window()
{
    if (m_window)
        return m_window;
    m_window = new SettingsWindow(m_desk, m_parent);
    m_window->look()->setAppearance(m_appearance);
    m_window->look()->setLanguage(m_language);
    connect(m_window->look(), &LookPage::languageChosen, this, &SettingsGlue::languageChosen);
    connect(m_window, &SettingsWindow::signInRequested, this, &SettingsGlue::signInRequested);
    connect(m_window, &SettingsWindow::appearanceChosen, this, &SettingsGlue::appearanceChosen);
    return m_window;
}

void SettingsGlue::show()
{
    window()->show();
    m_window->raise();
    m_window->activateWindow();
}

void SettingsGlue::showMachine(const QString &name)
{
    show();
    m_window->showMachine(name);
}

void SettingsGlue::addMachine(const QString &system)
{
    show();
    m_window->addMachine(system);
}

} // namespace unmoor
