// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/buildwatch.h"

namespace unmoor {

BuildWatch::BuildWatch(Engine &engine, Targets &targets, MonitorOf monitorOf, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_targets(targets)
    , m_monitorOf(std::move(monitorOf))
{
    m_timer.setInterval(std::chrono::seconds(2));
    connect(&m_timer, &QTimer::timeout, this, &BuildWatch::lookForStalls);
}

const BuildMonitor *BuildWatch::runOf(const TargetState &target) const
{
    return target.build == TargetState::Build::Running ? m_monitorOf(target.target.triple) : nullptr;
}

void BuildWatch::showProgress(const QString &triple)
{
    TargetState *target = m_targets.edit(triple);
    const BuildMonitor *run = target ? runOf(*target) : nullptr;
    if (!run)
        return;
    target->progress = run->progress();
    target->current = run->currentName();
    m_targets.tick(triple);
}

/// What a step is usually quiet for is asked of the ledger only where it matters.
void BuildWatch::lookForStalls()
{
    for (const QString &triple : m_targets.triples()) {
        TargetState &target = *m_targets.edit(triple);
        const BuildMonitor *run = runOf(target);
        if (!run)
            continue;
        const QString place = target.record.host;
        const auto usual = [&](const DerivationState &step) {
            return m_engine.ledger()
                ->usualSilence(durationKey(step.name), step.host.isEmpty() ? place : step.host)
                .value_or(std::nullopt);
        };
        const auto stall = findStall(run->derivations(), target.startedAt.msecsTo(QDateTime::currentDateTimeUtc()),
                                     m_engine.settings().stallMinutes, usual);
        if (std::exchange(target.stall, stall) != stall)
            m_targets.touch(triple);
    }
}

} // namespace unmoor
