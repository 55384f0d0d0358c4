// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/sizebreakdown.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace unmoor {

/// The largest files of an archive.
class LargestModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        PathRole = Qt::UserRole, ///< QString
        SizeRole, ///< QString
        DetailRole, ///< QString: "copy", "4.2 MiB of symbols"; may be empty
        FileKindRole, ///< QString: see SizePart::kind
        DuplicateRole, ///< bool
    };

    using QAbstractListModel::QAbstractListModel;
    void setBreakdown(const SizeBreakdown &breakdown);
    int rowOf(const QString &path) const; ///< -1: not among the largest

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<SizePart> m_parts;
    QString m_top; ///< with its slash: the folder that everything lies in
    qint64 m_whole = 0;
};

class LargestDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace unmoor
