// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/buildmonitor.h"
#include "app/release/engine.h"
#include "app/release/targets.h"

#include <QTimer>
#include <functional>

namespace unmoor {

/// Writes into the rows how their builds go: how far they are, and at which step they may be stuck.
class BuildWatch : public QObject
{
    Q_OBJECT
public:
    using MonitorOf = std::function<const BuildMonitor *(const QString &triple)>;

    /// \a engine and \a targets outlive this. \a monitorOf: null where nothing is known.
    BuildWatch(Engine &engine, Targets &targets, MonitorOf monitorOf, QObject *parent = nullptr);

    void start() { m_timer.start(); } ///< looking for steps that are stuck, every 2 s
    void stop() { m_timer.stop(); }
    void showProgress(const QString &triple);

private:
    const BuildMonitor *runOf(const TargetState &target) const;
    void lookForStalls();

    Engine &m_engine;
    Targets &m_targets;
    MonitorOf m_monitorOf;
    QTimer m_timer;
};

} // namespace unmoor
