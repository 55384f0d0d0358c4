// SPDX-License-Identifier: GPL-3.0-or-later
// Session: other processes that work on the same project, a second window or a command.
#include "release/session.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int waitMsec = 500;

} // namespace

QString Session::lockFile(const QString &what) const
{
    return stateFolder(u"locks"_s) + u'/' + what + u".lock"_s;
}

Result<std::unique_ptr<ProcessLock>> Session::takeLock(const QString &what) const
{
    QDir().mkpath(stateFolder(u"locks"_s));
    return ProcessLock::take(lockFile(what));
}

bool Session::isOurs(int row) const
{
    return m_builds.contains(row) || m_buildStops.contains(row);
}

/// The target keeps its slot and is looked at again, until the other process has built it or given up.
void Session::waitForOther(int row, const QString &other, std::shared_ptr<BuildRun> run)
{
    if (m_targets[row].other != other) {
        m_targets[row].other = other;
        Q_EMIT targetChanged(row);
    }
    QTimer::singleShot(waitMsec, this, [this, row, run] { beginBuild(row, run); });
}

void Session::lookAtOthers()
{
    if (!m_open)
        return;
    const bool changed = m_ledger->changedElsewhere();
    for (int row = 0; row < m_targets.size(); ++row) {
        const bool mayHaveEnded = !m_targets[row].other.isEmpty();
        if (!isOurs(row) && (changed || mayHaveEnded))
            takeNews(row);
    }
}

/// What another process did with a target that this one leaves alone.
void Session::takeNews(int row)
{
    TargetState &target = m_targets[row];
    const TargetState::Build before = target.build;
    const QString beforeOther = target.other;
    const auto builds = m_ledger->builds(m_checkout.root);
    if (!builds || target.target.isDropped())
        return;
    const auto newest = std::ranges::find_if(*builds, [&](const BuildRecord &build) {
        return build.revision == m_checkout.commit && build.triple == target.target.triple;
    });
    const bool isKnown = newest != builds->cend() && newest->id <= target.record.id && target.other.isEmpty();
    if (newest == builds->cend() || isKnown)
        return;
    const QString holder = ProcessLock::holder(lockFile(target.target.triple));
    if (newest->outcome == "running"_L1 && !holder.isEmpty()) {
        target.other = holder;
        target.record = *newest;
        target.startedAt = newest->startedAt;
        target.build = TargetState::Build::Running;
    } else {
        target.other.clear();
        if (newest->outcome == "taken-in"_L1 || newest->outcome == "running"_L1) {
            target.leftOutByChoice = false;
            target.build = TargetState::Build::Planned;
        } else if (newest->outcome == "failed"_L1) {
            target.record = *newest;
            target.build = TargetState::Build::Failed;
            target.failure = BuildFailure{.message = newest->failureMessage};
        } else if (newest->outcome == "canceled"_L1) {
            target.record = *newest;
            target.build = TargetState::Build::Canceled;
        } else {
            restoreFromLedger(target);
        }
    }
    if (target.build == before && target.other == beforeOther)
        return;
    m_keptMonitors.erase(row);
    m_keptLogs.erase(row);
    if (!target.other.isEmpty())
        (void)monitor(row); // follows its log from now on
    Q_EMIT targetChanged(row);
    if (target.hasArchive())
        inspect(row);
}

} // namespace unmoor
