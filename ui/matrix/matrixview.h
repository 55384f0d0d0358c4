// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace unmoor {

class MatrixModel;

/// The target matrix. Its height is that of its rows, up to a limit.
class MatrixView : public QTableView
{
    Q_OBJECT
public:
    explicit MatrixView(QWidget *parent = nullptr);

    void setMatrixModel(MatrixModel *model);
    int currentRow() const; ///< -1: none
    void setCurrentRow(int row);
    void moveCurrentRow(int by); ///< stays inside the table

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentRowChanged(int row);
    void placeMenuRequested(int row, const QPoint &at); ///< where it is built; \a at: on the screen
    void targetMenuRequested(int row, const QPoint &at);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void askForPlace(int row); ///< by the Where cell
    QPoint below(int row, int column) const; ///< that cell, on the screen
    void fitColumns();
    void fitRows(); ///< heights and spans, and the view's own height

    MatrixModel *m_model = nullptr;
};

} // namespace unmoor
