// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/matrix/matrixrows.h"

#include <QTableView>

namespace unmoor {

class MatrixModel;

/// The target matrix. Rows are named by their number in the model, whatever order is shown and whatever a filter hides.
/// A target that the filter hides stays the current one: the pages go on showing it.
class MatrixView : public QTableView
{
    Q_OBJECT
public:
    explicit MatrixView(QWidget *parent = nullptr);

    void setMatrixModel(MatrixModel *model);
    int currentRow() const; ///< -1: none
    void setCurrentRow(int row); ///< gives the filter up where it hides the row
    void moveCurrentRow(int by); ///< among the rows that are shown; stays inside the table
    QList<int> selectedRows() const; ///< of those that are shown, in the model's order

    void setFilter(const MatrixFilter &filter);
    const MatrixFilter &filter() const { return m_rows->filter(); }
    int shownRows() const { return m_rows->rowCount(); }
    int allRows() const { return m_rows->sourceModel() ? m_rows->sourceModel()->rowCount() : 0; }

    void sortBy(int column, Qt::SortOrder order = Qt::AscendingOrder); ///< -1: as in unmoor.toml
    bool isSorted() const;
    bool hasOwnColumns() const; ///< a person gave them their widths, which are remembered under the name "matrix"
    void resetColumns(); ///< to widths that follow from the view's
    int heightOfRows(int rows) const; ///< with the header

    QSize sizeHint() const override; ///< of all rows, up to a limit
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentRowChanged(int row);
    void rowsShownChanged(); ///< other rows are shown, or the filter is another
    void placeMenuRequested(int row, const QPoint &at); ///< where it is built; \a at: on the screen
    void targetMenuRequested(int row, const QPoint &at);
    void targetsMenuRequested(const QList<int> &rows, const QPoint &at); ///< of several that are selected

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;

private:
    void setUpHeader();
    void connectRows();
    void askForPlace(int row); ///< by the Where cell
    QPoint below(int row, int column) const; ///< that cell, on the screen
    QModelIndex shownIndex(int row, int column = 0) const; ///< invalid where a filter hides it
    int rowOfShown(int shown) const;
    void takeCurrent(const QModelIndex &shown);
    void showChosen(); ///< as the current row, where it is shown
    void fitColumns();
    void fitRows(); ///< spans
    void fitAnew();
    void noteSectionResized(int section);
    void showSideways();

    MatrixModel *m_model = nullptr;
    MatrixRows *m_rows;
    QString m_chosen; ///< triple of the current row
    bool m_isHiding = false; ///< rows go because of the filter, not because somebody moved
    bool m_isFitting = false;
};

} // namespace unmoor
