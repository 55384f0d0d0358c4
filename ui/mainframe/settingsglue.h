// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingsdesk.h"
#include "ui/theme/theme.h"

namespace unmoor {

class SettingsWindow;

/// The Settings window of a main window: made when it is first asked for, and told which project is open.
class SettingsGlue : public QObject
{
    Q_OBJECT
public:
    SettingsGlue(Engine &engine, SessionOptions options, QWidget *window);
    ~SettingsGlue() override;

    void setSession(Session *session); ///< of the open project; null: none is open
    void accountChanged(const QUrl &apiUrl, const QByteArray &held); ///< \a held: where no keychain keeps the token
    void setAppearance(theme::Appearance appearance);
    void setLanguage(const QString &language); ///< the one that was chosen; empty: none was

    SettingsWindow *window(); ///< made where it is not there yet

public Q_SLOTS:
    void show();
    void showMachine(const QString &name);
    void addMachine(const QString &system);

Q_SIGNALS:
    void signInRequested();
    void appearanceChosen(unmoor::theme::Appearance appearance);
    void languageChosen(const QString &language);

private:
    SettingsDesk m_desk;
    QWidget *m_parent;
    QPointer<SettingsWindow> m_window;
    theme::Appearance m_appearance = theme::Appearance::System;
    QString m_language;
};

} // namespace unmoor
