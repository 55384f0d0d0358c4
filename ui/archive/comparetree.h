// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTreeView>

namespace unmoor {

/// Gives the cells of a CompareModel their type, color, shapes and bars.
class CompareDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// What changed, section by section. Where it gets narrow, the bars drop out: both sizes are written.
class CompareTree : public QTreeView
{
    Q_OBJECT
public:
    explicit CompareTree(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override { }
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void drawSection(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void layOutColumns();
};

} // namespace unmoor
