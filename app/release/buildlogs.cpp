// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/buildlogs.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace unmoor {

BuildLogs::BuildLogs(Targets &targets, QObject *parent)
    : QObject(parent)
    , m_targets(targets)
{
}

const BuildMonitor *BuildLogs::monitor(const TargetState &target, qint64 indexBytes)
{
    const QString triple = target.target.triple;
    if (const auto kept = m_kept.find(triple); kept != m_kept.end())
        return &kept->second;
    if (const auto follower = m_followers.find(triple); follower != m_followers.end())
        return &follower->second->monitor();
    const BuildRecord &record = target.record;
    if (record.logFile.isEmpty() || !QFileInfo(record.logFile).isReadable())
        return nullptr;
    const bool succeeded = record.outcome == u"built" || record.outcome == u"cached";
    auto *log = new LogFollower(record.logFile, indexBytes, {.hasSucceeded = succeeded, .host = record.host});
    m_followers[triple].reset(log);
    connect(log, &LogFollower::progressed, this, [this, triple] { Q_EMIT progressed(triple); });
    if (!log->open())
        return &log->monitor();
    // What another process builds goes on; OtherProcesses sees its end.
    if (target.other.isEmpty())
        log->finish().then(this, [this, triple] { Q_EMIT progressed(triple); });
    else
        log->start();
    return &log->monitor();
}

void BuildLogs::keep(const QString &triple, const BuildMonitor &monitor)
{
    m_kept.insert_or_assign(triple, monitor);
}

void BuildLogs::forget(const QString &triple)
{
    m_kept.erase(triple);
    m_followers.erase(triple);
}

void BuildLogs::clear()
{
    m_kept.clear();
    m_followers.clear();
}

bool BuildLogs::isReading() const
{
    return std::ranges::any_of(m_followers, [this](const auto &follower) {
        const TargetState *target = m_targets.find(follower.first);
        return target && target->other.isEmpty() && !follower.second->isFinished();
    });
}

} // namespace unmoor
