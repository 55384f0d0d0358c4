// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTreeView>

namespace unmoor {

/// Gives the cells of an ArchiveModel their type, color and shapes.
class ArchiveDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

/// The tree of an archive. Where it gets narrow, Mode and What it is drop out: the inspector has them.
class ArchiveTree : public QTreeView
{
    Q_OBJECT
public:
    explicit ArchiveTree(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;
    bool isNarrow() const { return m_narrow; }

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOutColumns();
    bool m_narrow = false;
};

} // namespace unmoor
