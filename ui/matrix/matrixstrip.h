// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/matrix/matrixrows.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace unmoor {

/// Says which targets of the matrix are to be seen: a part of their names, and how they stand.
class MatrixStrip : public QWidget
{
    Q_OBJECT
public:
    explicit MatrixStrip(QWidget *parent = nullptr);

    void setFilter(const MatrixFilter &filter); ///< does not tell filterChanged()
    void setCounts(int shown, int all);
    void find(); ///< lets a name be typed

Q_SIGNALS:
    void filterChanged(const unmoor::MatrixFilter &filter);
    void closed(); ///< by Escape

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeStates();
    void choose(const MatrixFilter &filter);
    void mark();

    MatrixFilter m_filter;
    QLineEdit *m_name;
    QToolButton *m_states;
    QLabel *m_counts;
    QPushButton *m_all;
};

} // namespace unmoor
