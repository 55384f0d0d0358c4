// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QWidget>

class QListWidget;
class QPushButton;
class QSpinBox;

namespace unmoor {

class SettingsDesk;

/// How builds run and what is said of them, and how publishing goes.
class BuildingPage : public QWidget
{
    Q_OBJECT
public:
    explicit BuildingPage(SettingsDesk &desk, QWidget *parent = nullptr);

    QSpinBox *jobsField() const { return m_jobs; }
    QSpinBox *stallField() const { return m_stall; }
    QSpinBox *notifyField() const { return m_notify; }
    QSpinBox *memoryField() const { return m_memory; }
    QSpinBox *secondLookField() const { return m_secondLook; }
    QListWidget *featureList() const { return m_features; }
    QPushButton *removeFeatureButton() const { return m_remove; }

Q_SIGNALS:
    void ended(const unmoor::Result<void> &result, const QString &what); ///< \a what: how a failure is called

private:
    QLayout *makeForm();
    QLayout *makeFeatures();
    void showSettings();
    void keepChanges(QSpinBox *field, int Settings::*value);
    void removeFeature();

    SettingsDesk &m_desk;
    QSpinBox *m_jobs;
    QSpinBox *m_stall;
    QSpinBox *m_notify;
    QSpinBox *m_memory;
    QSpinBox *m_secondLook;
    QListWidget *m_features;
    QPushButton *m_remove;
};

} // namespace unmoor
