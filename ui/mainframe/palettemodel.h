// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainframe/paletteitem.h"

#include <QAbstractListModel>

namespace unmoor {

/// The lines that the palette shows for what is typed.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { KindRole = Qt::UserRole, DetailRole, KeysRole };
    static constexpr int mostRows = 100;

    explicit PaletteModel(QList<PaletteItem> items, QObject *parent = nullptr);

    void find(const QString &typed);
    const PaletteItem &item(const QModelIndex &index) const { return m_items.at(m_rows.at(index.row())); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override; ///< what cannot be done now is not enabled

private:
    QList<PaletteItem> m_items;
    QList<int> m_rows; ///< of m_items
};

} // namespace unmoor
