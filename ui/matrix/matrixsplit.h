// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace unmoor {

class MatrixPane;

/// The matrix above the pages. As long as nobody moved the handle the matrix is as high as its rows; afterwards it
/// keeps the height that it was given, which is remembered under the name "matrix". A double click on the handle lets
/// it follow its rows again.
class MatrixSplit : public QSplitter
{
    Q_OBJECT
public:
    /// Takes \a matrix and \a below over.
    MatrixSplit(MatrixPane *matrix, QWidget *below, QWidget *parent = nullptr);

    bool fitsItself() const; ///< nobody moved the handle
    void fit(); ///< follows the rows from now on
    void change(int rows); ///< that many rows more or fewer

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void keep(bool fitsItself);
    void follow();
    void setHeight(int pixels); ///< of the matrix

    MatrixPane *m_matrix;
};

} // namespace unmoor
