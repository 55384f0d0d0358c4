// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <optional>

namespace unmoor {

/// A cell of a table of facts: a shape, a line, a muted line below.
struct FactCell
{
    std::optional<theme::State> state; ///< colors the line as words beside that shape
    QString text;
    QString detail;
    theme::Type type = theme::Type::Body;
    bool isMuted = false;

    bool operator==(const FactCell &) const = default;
};

using FactRow = QList<FactCell>;

/// Rows of facts below named columns.
class FactModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit FactModel(QStringList columns, QObject *parent = nullptr);

    /// Tells of the rows that changed where there are as many as before; else resets.
    void setRows(const QList<FactRow> &rows);
    const QList<FactRow> &rows() const { return m_rows; }
    const FactCell &cell(const QModelIndex &index) const { return m_rows.at(index.row()).at(index.column()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString wholeText(const FactCell &cell);

    QStringList m_columns;
    QList<FactRow> m_rows;
};

class FactDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// A table of facts in a frame, as tall as its rows.
class FactTable : public QTableView
{
    Q_OBJECT
public:
    /// \a shares: of the width, by column.
    FactTable(FactModel *model, QList<int> shares, int rowHeight, QWidget *parent = nullptr);

    int currentRow() const; ///< -1: none
    void setCurrentRow(int row);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentRowChanged(int row);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QList<int> m_shares;
};

} // namespace unmoor
