// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "ui/settings/facttable.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace unmoor {

class ProbeCard;
class SettingsDesk;

/// The machines that targets are built on: this one, and those that are reached over SSH.
class MachinesPage : public QWidget
{
    Q_OBJECT
public:
    explicit MachinesPage(SettingsDesk &desk, QWidget *parent = nullptr);

    void choose(const QString &name);
    /// Asks for a machine; \a system: what it shall build, where that is known.
    void addMachine(const QString &system = {});

    FactTable *table() const { return m_table; }
    ProbeCard *card() const { return m_card; } ///< null where this machine is chosen and well
    QPushButton *addButton() const { return m_add; }
    QPushButton *editButton() const { return m_edit; }
    QPushButton *removeButton() const { return m_remove; }

Q_SIGNALS:
    void ended(const unmoor::Result<void> &result, const QString &what); ///< \a what: how a failure is called

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLayout *makeHead();
    void updateRows();
    void updateCard();
    QString chosen() const; ///< empty: this machine
    void edit();
    void remove();
    void takeOffer();
    void probe(const QString &name);

    SettingsDesk &m_desk;
    FactModel *m_model;
    FactTable *m_table;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QVBoxLayout *m_column;
    ProbeCard *m_card = nullptr;
    QTimer m_clock; ///< "1 min ago" goes on
};

} // namespace unmoor
