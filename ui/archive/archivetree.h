// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QIcon>
#include <QSet>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace unmoor {

class ArchiveModel;

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

private:
    const QIcon &symbol(const QString &name) const;
    mutable QHash<QString, QIcon> m_symbols;
};

/// The tree of an archive. Where it gets narrow, Mode and What it is drop out: the inspector has them.
class ArchiveTree : public QTreeView
{
    Q_OBJECT
public:
    explicit ArchiveTree(QWidget *parent = nullptr);
    void setArchiveModel(ArchiveModel *model);
    bool isNarrow() const { return m_narrow; }

    /// Opens folders from the top on, as long as all rows together stay few enough for a person to look through, and
    /// those that a person opened. Folders that a person closed stay closed.
    void openFolders();
    /// What a person opened and closed belongs to an archive that is gone.
    void forgetFolders();
    void choose(const QModelIndex &index);

Q_SIGNALS:
    void menuRequested(const QPoint &at); ///< of the current row; \a at: on the screen

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOutColumns();
    void showFold(const QModelIndex &index);
    void noteFolder(const QModelIndex &index, bool isOpen);

    ArchiveModel *m_archive = nullptr;
    QSet<QString> m_opened;
    QSet<QString> m_closed;
    bool m_isOpening = false; ///< by itself, not by a person
    bool m_narrow = false;
};

} // namespace unmoor
