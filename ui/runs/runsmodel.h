// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/runs.h"

#include <QStandardItemModel>

namespace unmoor {

/// Runs, their jobs and their steps as a tree; above them the commits, where there are two. What stays keeps its index,
/// so that what was chosen and opened stays so while the runs go on.
class RunsModel : public QStandardItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Standing };
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< by which a row is known again
        RunRole, ///< id of the run; 0, of a commit
        JobRole, ///< id of the job; 0, of a run or commit
        StateRole, ///< theme::State; invalid, of a commit
        LiveRole, ///< it goes on, or failed: what is below is of interest
    };

    explicit RunsModel(QObject *parent = nullptr);

    void setCommits(const QList<CommitRuns> &commits, const QDateTime &now);
    QModelIndex indexOf(qint64 run, qint64 job = 0) const; ///< invalid: it is not there
};

} // namespace unmoor
