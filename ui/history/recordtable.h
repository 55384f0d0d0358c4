// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace unmoor {

class TextRows;

/// The look of a table of the history: rows are one thing, painted by a ReleaseDelegate.
void setUpTable(QTableView &table);

/// A table of TextRows, whose rows can be copied: Ctrl+C, or the menu of the row.
class RecordTable : public QTableView
{
    Q_OBJECT
public:
    /// \a rows: the table's from now on. \a name: what screen readers say.
    RecordTable(TextRows *rows, const QString &name, QWidget *parent = nullptr);

    TextRows *rows() const { return m_rows; }
    int currentRow() const { return currentIndex().row(); } ///< -1: none
    void copyRows() const; ///< those that are selected, their cells parted by tabs

private:
    TextRows *m_rows;
};

} // namespace unmoor
