// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/matrix/matrixcell.h"

#include <QAbstractTableModel>
#include <array>

namespace unmoor {

/// The targets of a release as rows, what happens to each as columns.
class MatrixModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Target, Where, Build, Archive, Release, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, ///< int of theme::State; absent without a shape
        WordRole,
        DetailRole,
        ProgressRole, ///< double; below 0: none
        LeftOutRole, ///< bool: the cell of column Where spans the rest of the row
    };

    explicit MatrixModel(QObject *parent = nullptr);

    /// Tells of changes cell by cell where the same targets come in the same order; else resets.
    void setTargets(const QList<TargetState> &targets);
    void updateTarget(int row, const TargetState &target);
    /// The archive of \a row waits to be sent on for \a seconds; 0 or below: nothing waits.
    void setWaiting(int row, int seconds);
    const TargetState &target(int row) const { return m_targets.at(row); }
    const QList<TargetState> &targets() const { return m_targets; }
    int rowOf(const QString &triple) const; ///< -1: no such target

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    using Row = std::array<MatrixCell, ColumnCount>;
    struct Pause
    {
        int row = -1;
        int seconds = 0;
        int longest = 0; ///< that it has shown
    };
    Row cellsOf(int row, const TargetState &target) const;
    bool hasSameTriples(const QList<TargetState> &targets) const;

    QList<TargetState> m_targets;
    QList<Row> m_rows;
    Pause m_pause;
};

} // namespace unmoor
