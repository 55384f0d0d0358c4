// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/activity.h"
#include "app/release/project.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace unmoor {

/// What a person would say became of a project between \a before and \a now: a sentence each, the gravest first. Empty:
/// nothing.
QStringList changesBetween(const ProjectState &before, const ProjectState &now);

/// Notices when a project is another on disk than it was read as: another commit, branch, tag or remote, edited files,
/// another unmoor.toml, changelog or lock file. It changes nothing itself.
class ProjectWatch : public QObject
{
    Q_OBJECT
public:
    explicit ProjectWatch(QObject *parent = nullptr);
    ~ProjectWatch() override;

    void setProject(const ProjectPtr &project); ///< as it was read last; what was noticed before is forgotten
    /// Looks now. Files deep in the checkout tell nothing of their own: whoever comes back from an editor looks.
    void look();
    const QStringList &changes() const { return m_changes; } ///< see changesBetween()
    bool isManifestBroken() const { return m_isManifestBroken; } ///< unmoor.toml cannot be read any more

Q_SIGNALS:
    void changed(); ///< changes()

private:
    void follow();
    void take(const Result<ProjectState> &now);
    void setChanges(const QStringList &changes);

    ProjectPtr m_project;
    QFileSystemWatcher m_watcher;
    QTimer m_pause; ///< one command changes many files
    Activity m_looking;
    bool m_looksAgain = false;
    QStringList m_changes;
    bool m_isManifestBroken = false;
};

} // namespace unmoor
