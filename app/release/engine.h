// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/accounts.h"
#include "app/archive/inspectionprocess.h"
#include "app/ledger/ledger.h"
#include "app/settings/machines.h"

namespace unmoor {

/// What is there once in a process, whatever projects are opened: state folder, ledger, settings, machines, accounts.
/// It is made in main and outlives every session.
class Engine : public QObject
{
    Q_OBJECT
public:
    /// \a stateDir: ledger, settings, GC roots, logs, adopted files. \a inspector: where archives are read.
    explicit Engine(const QString &stateDir, InspectionProcess inspector = {}, QObject *parent = nullptr);
    ~Engine() override;

    /// Opens the ledger, if it is not open, and reads the settings. Errors: see Ledger::open() and readSettings().
    Result<void> open();

    const QString &stateDir() const { return m_stateDir; }
    const InspectionProcess &inspector() const { return m_inspector; }
    Ledger *ledger() const { return m_ledger.get(); } ///< null before open()
    const Settings &settings() const { return m_settings.settings(); }
    SettingsStore &settingsStore() { return m_settings; }
    Machines &machines() { return m_machines; }
    Accounts &accounts() { return m_accounts; }

    /// Something went wrong that stops nothing, such as a ledger that cannot be written: it is said.
    void warnUnless(const Result<void> &done);

Q_SIGNALS:
    void warned(const QString &message); ///< what, and what to do

private:
    QString m_stateDir;
    InspectionProcess m_inspector;
    std::unique_ptr<Ledger> m_ledger;
    SettingsStore m_settings;
    Machines m_machines;
    TokenStore m_tokens;
    Accounts m_accounts;
};

} // namespace unmoor
