// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/projectmodel.h"

#include "app/core/when.h"
#include "ui/widgets/plaintext.h"

#include <QDir>

namespace unmoor {

QString RecentProject::title() const
{
    return isRehearsal ? ProjectModel::tr("%1 (rehearsal)").arg(name) : name;
}

void ProjectModel::setProjects(const QList<RecentProject> &projects)
{
    if (projects == m_projects)
        return;
    beginResetModel();
    m_projects = projects;
    endResetModel();
}

int ProjectModel::rowOf(const RecentProject &project) const
{
    for (int row = 0; row < m_projects.size(); ++row)
        if (m_projects.at(row).path == project.path && m_projects.at(row).isRehearsal == project.isRehearsal)
            return row;
    return -1;
}

int ProjectModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_projects.size());
}

QVariant ProjectModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecentProject &project = m_projects.at(index.row());
    const theme::State state = project.exists ? project.state : theme::State::Error;
    const QString summary = project.exists ? project.summary : tr("folder is gone");
    const QString when = whenText(project.when, QDateTime::currentDateTime());
    switch (role) {
    case Qt::DisplayRole:
        return project.title();
    case Qt::ToolTipRole:
        return toolTipText(project.path);
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3, %4, %5").arg(project.title(), project.path, theme::stateWord(state), summary, when)
            + (project.isPinned ? tr(", pinned") : QString());
    case PathRole:
        return shownPath(project.path);
    case StateRole:
        return int(state);
    case SummaryRole:
        return summary;
    case WhenRole:
        return when;
    case PinnedRole:
        return project.isPinned;
    default:
        return {};
    }
}

QString shownPath(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? u'~' + path.sliced(home.size()) : path;
}

} // namespace unmoor
