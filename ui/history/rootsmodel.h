// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/gcroots.h"

#include <QAbstractTableModel>
#include <QSet>

namespace unmoor {

/// The results that a project keeps, each with a box to let go of it. Those of published releases are ticked at first.
class RootsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Version, Target, Commit, State, Size, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setOverview(const RootsOverview &overview);
    const RootsOverview &overview() const { return m_overview; }
    QStringList chosenLinks() const;
    bool isChosen(GcRoot::State state) const; ///< a ticked one is in this state

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const GcRoot &root, int column) const;

    RootsOverview m_overview;
    QSet<QString> m_chosen; ///< links
};

} // namespace unmoor
