// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/engine.h"

#include "app/nix/nixcommand.h"
#include "app/settings/storage.h"

namespace unmoor {

Engine::Engine(const QString &stateDir, InspectionProcess inspector, QObject *parent)
    : QObject(parent)
    , m_stateDir(stateDir)
    , m_inspector(std::move(inspector))
    , m_settings(stateDir)
    , m_machines(m_settings)
    , m_accounts(stateDir, m_tokens)
{
    connect(&m_machines, &Machines::warned, this, &Engine::warned);
    connect(&m_settings, &SettingsStore::changed, this, [this] { setNixFeatures(settings().nixFeatures); });
}

Engine::~Engine() = default;

Result<void> Engine::open()
{
    if (!m_ledger) {
        keepPrivate(m_stateDir);
        auto ledger = Ledger::open(m_stateDir);
        if (!ledger)
            return std::unexpected(ledger.error());
        m_ledger = std::move(*ledger);
    }
    return m_settings.read().transform([this] { setNixFeatures(settings().nixFeatures); });
}

void Engine::warnUnless(const Result<void> &done)
{
    if (!done)
        Q_EMIT warned(done.error().message);
}

} // namespace unmoor
