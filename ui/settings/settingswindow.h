// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace unmoor {

class AccountBox;
class Banner;
class BuildingPage;
class LookPage;
class MachinesPage;
class SettingsDesk;
class StoragePage;
class TrustPage;

/// What a person sets up on this machine. Stands beside the main window, which goes on; changes apply at once.
class SettingsWindow : public QDialog
{
    Q_OBJECT
public:
    enum Page { Machines, Building, Look, Trust, Storage };

    /// \a desk outlives this.
    explicit SettingsWindow(SettingsDesk &desk, QWidget *parent = nullptr);

    static QStringList pageNames(); ///< in the order of Page
    void setPage(Page page);
    MachinesPage *machines() const { return m_machines; }
    AccountBox *accounts() const { return m_accounts; }
    BuildingPage *building() const { return m_building; }
    LookPage *look() const { return m_look; }
    TrustPage *trust() const { return m_trust; }
    StoragePage *storage() const { return m_storage; }
    QString problem() const; ///< as its banner says; empty: none

public Q_SLOTS:
    void showMachine(const QString &name);
    void addMachine(const QString &system);

Q_SIGNALS:
    void signInRequested();
    void appearanceChosen(unmoor::theme::Appearance appearance);

private:
    QWidget *makeMachines();
    QWidget *makeFoot();
    void say(const Result<void> &result, const QString &what);
    void showDeskProblem();

    SettingsDesk &m_desk;
    QListWidget *m_list;
    QStackedWidget *m_pages;
    Banner *m_notice;
    MachinesPage *m_machines;
    AccountBox *m_accounts;
    BuildingPage *m_building;
    LookPage *m_look;
    TrustPage *m_trust;
    StoragePage *m_storage;
};

} // namespace unmoor
