// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractTableModel>
#include <optional>

namespace unmoor {

/// One cell of a table that is only read.
struct TextCell
{
    QString text;
    QString toolTip = {}; ///< empty: the text
    std::optional<theme::State> state = {}; ///< its shape stands before the text

    bool operator==(const TextCell &) const = default;
};

struct TextColumn
{
    QString name;
    int width = 0; ///< pixels at normal text size; 0, of the last one: what is left
    bool isNumber = false;
    bool isMono = false;
    bool isMuted = false;
};

/// Rows of text with shapes, for the tables of the history. It has the roles of a ReleaseModel.
class TextRows : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit TextRows(QList<TextColumn> columns, QObject *parent = nullptr);

    void setRows(const QList<QList<TextCell>> &rows); ///< each as long as there are columns
    const QList<TextColumn> &columns() const { return m_columns; }
    QString wholeText(int row, int column) const; ///< also where the cell shows less

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    int alignmentOf(int column) const;

    QList<TextColumn> m_columns;
    QList<QList<TextCell>> m_rows;
};

} // namespace unmoor
