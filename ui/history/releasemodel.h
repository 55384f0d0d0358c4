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

    /// \a hasMore: older ones can be had, which moreWanted() asks for once they are to be seen.
    void setReleases(const QList<ReleaseRecord> &releases, bool hasMore = false);
    void appendReleases(const QList<ReleaseRecord> &older, bool hasMore);
    bool hasMore() const { return m_hasMore; }
    const QList<ReleaseRecord> &releases() const { return m_releases; }
    const ReleaseRecord &release(int row) const { return m_releases.at(row); }
    int rowOf(const QString &version) const; ///< -1: none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted(); ///< once until they come

private:
    QString textOf(const ReleaseRecord &release, int column) const;

    QList<ReleaseRecord> m_releases;
    bool m_hasMore = false;
    bool m_isFetching = false;
};

theme::State stateOf(const ReleaseRecord &release);

} // namespace unmoor
