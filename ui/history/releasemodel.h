// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ledger/ledger.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>

namespace unmoor {

/// Releases as the ledger has them, newest first.
class ReleaseModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Release, When, Commit, State, Files, Size, Build, Note, ColumnCount };
    enum Role { StateRole = Qt::UserRole, TypeRole, MutedRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setReleases(const QList<ReleaseRecord> &releases);
    const ReleaseRecord &release(int row) const { return m_releases.at(row); }
    int rowOf(const QString &version) const; ///< -1: none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const ReleaseRecord &release, int column) const;

    QList<ReleaseRecord> m_releases;
};

theme::State stateOf(const ReleaseRecord &release);

} // namespace unmoor
