// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "ui/settings/facttable.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace unmoor {

class SettingsDesk;

/// The folders that were asked about: whose checkouts may run the code that they bring along.
class TrustPage : public QWidget
{
    Q_OBJECT
public:
    explicit TrustPage(SettingsDesk &desk, QWidget *parent = nullptr);

    FactTable *table() const { return m_table; }
    QPushButton *changeButton() const { return m_change; }
    QPushButton *forgetButton() const { return m_forget; }

Q_SIGNALS:
    void ended(const unmoor::Result<void> &result, const QString &what); ///< \a what: how a failure is called

private:
    void show();
    void showButtons();
    void change();
    void forget();

    SettingsDesk &m_desk;
    FactModel *m_model;
    FactTable *m_table;
    QLabel *m_empty;
    QPushButton *m_change;
    QPushButton *m_forget;
};

} // namespace unmoor
