// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/storage.h"
#include "ui/settings/facttable.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;

namespace unmoor {

class SettingsDesk;

/// What the state folder holds, and what of it can go.
class StoragePage : public QWidget
{
    Q_OBJECT
public:
    explicit StoragePage(SettingsDesk &desk, QWidget *parent = nullptr);

    void setUse(const StorageUse &use);
    FactModel *model() const { return m_model; }
    QSpinBox *daysField() const { return m_days; }
    QPushButton *deleteButton() const { return m_delete; }

Q_SIGNALS:
    void ended(const unmoor::Result<void> &result, const QString &what); ///< \a what: how a failure is called

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLayout *makeLogRow();
    void measure();
    void findLogs();
    void askToDelete(const OldLogs &logs);

    SettingsDesk &m_desk;
    QLabel *m_path;
    FactModel *m_model;
    QSpinBox *m_days;
    QPushButton *m_delete;
    QLabel *m_answer; ///< what became of the last wish
};

} // namespace unmoor
