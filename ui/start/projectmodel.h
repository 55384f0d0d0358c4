// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractListModel>
#include <QDateTime>

namespace unmoor {

/// A project that was open before.
struct RecentProject
{
    QString path; ///< absolute
    QString name;
    theme::State state = theme::State::Planned;
    QString summary; ///< "v1.0.5: draft to finish"
    QDateTime when; ///< last used
    bool exists = true;
    bool isRehearsal = false; ///< opened against the stand-in, as it was
    bool isPinned = false; ///< stays at the top, and in the list

    QString title() const; ///< its name, and whether it is a rehearsal

    bool operator==(const RecentProject &) const = default;
};

/// Recent projects, in the order given.
class ProjectModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { PathRole = Qt::UserRole, StateRole, SummaryRole, WhenRole, PinnedRole };

    using QAbstractListModel::QAbstractListModel;

    void setProjects(const QList<RecentProject> &projects);
    const RecentProject &project(int row) const { return m_projects.at(row); }
    int rowOf(const RecentProject &project) const; ///< by path and kind; -1: it is not there

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<RecentProject> m_projects;
};

/// \a path with the home folder as "~".
QString shownPath(const QString &path);

} // namespace unmoor
