// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/logfollower.h"
#include "app/release/targets.h"

#include <QScopedPointer>
#include <map>

namespace unmoor {

/// The logs of builds that do not run in this process now: of those that ended, of earlier sessions, and of builds
/// that another process does.
class BuildLogs : public QObject
{
    Q_OBJECT
public:
    explicit BuildLogs(Targets &targets, QObject *parent = nullptr);

    /// How the build of \a target went, or goes in another process; null where no log was kept. One of an earlier
    /// session is read meanwhile: progressed() says when there is more of it. \a indexBytes: see LogStore.
    const BuildMonitor *monitor(const TargetState &target, qint64 indexBytes);
    void keep(const QString &triple, const BuildMonitor &monitor); ///< of a build that ended
    void forget(const QString &triple); ///< another build of it begins, or another record takes its place
    void clear();
    bool isReading() const; ///< of earlier sessions, to their ends

Q_SIGNALS:
    void progressed(const QString &triple);

private:
    Targets &m_targets;
    std::map<QString, BuildMonitor> m_kept;
    std::map<QString, std::unique_ptr<LogFollower, QScopedPointerDeleteLater>> m_followers;
};

} // namespace unmoor
