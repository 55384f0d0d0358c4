// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/proposaldraft.h"

#include <QAbstractTableModel>

namespace unmoor {

/// The targets of a first unmoor.toml, to tick; the names of their archives can be edited. It changes nothing itself:
/// it says what a person wants, and shows what it is given then.
class DraftTargets : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Triple, Output, Archive, Layout, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setTargets(const QList<DraftTarget> &targets);
    const QList<DraftTarget> &targets() const { return m_targets; }
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void tickRequested(const unmoor::DraftTarget &target, bool in);
    void archiveEdited(const QString &triple, const QString &archive);

private:
    QString textOf(const DraftTarget &target, int column) const;

    QList<DraftTarget> m_targets;
    bool m_readOnly = false;
};

} // namespace unmoor
