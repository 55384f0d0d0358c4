// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/processlock.h"
#include "app/release/archives.h"
#include "app/release/buildlogs.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace unmoor {

/// Other processes that work on the same project, a second window or a command: what they hold, and what became of
/// what they did.
class OtherProcesses : public QObject
{
    Q_OBJECT
public:
    OtherProcesses(Engine &engine, Targets &targets, BuildLogs &logs, Archives &archives, QObject *parent = nullptr);

    /// Looks at what others do with \a project from now on.
    void watch(const ProjectPtr &project);
    /// Promises that this process alone does \a what with \a project: a triple to build, or "publish". Errors: Conflict
    /// (its message is who does), Io.
    Result<std::unique_ptr<ProcessLock>> take(const Project &project, const QString &what) const;

private:
    QString lockFile(const Project &project, const QString &what) const;
    void lookSoon();
    void look();
    bool isAnyBuiltElsewhere() const;
    void takeNews(const QString &triple);

    Engine &m_engine;
    Targets &m_targets;
    BuildLogs &m_logs;
    Archives &m_archives;
    ProjectPtr m_project;
    QFileSystemWatcher m_ledger; ///< its files
    QTimer m_timer; ///< stands still while nothing happens
    int m_looksLeft = 0;
    bool m_canWatch = false;
};

} // namespace unmoor
