// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;
class QToolButton;

namespace unmoor {

class MatrixModel;
class MatrixStrip;
class MatrixView;

/// The matrix with what changes how it is looked at: a strip to filter it, shown when it is asked for and wherever
/// there are many targets, and a menu at the end of its header, so that the keyboard can do what the header can.
class MatrixPane : public QWidget
{
    Q_OBJECT
public:
    explicit MatrixPane(QWidget *parent = nullptr);

    void setMatrixModel(MatrixModel *model);
    MatrixView *view() const { return m_view; }
    MatrixStrip *strip() const { return m_strip; }
    void find(); ///< lets a name be typed, by which the targets are filtered

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void fitRequested(); ///< to be as high as its rows again
    void heightRequested(int rows); ///< so many rows more, or fewer below 0

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillMenu();
    void addOrders(QMenu &menu);
    void showStrip();
    int stripHeight() const;

    MatrixStrip *m_strip;
    MatrixView *m_view;
    QToolButton *m_more;
    bool m_isWanted = false; ///< the strip, by a person
};

} // namespace unmoor
