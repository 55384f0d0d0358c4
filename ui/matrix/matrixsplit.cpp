// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrixsplit.h"

#include "ui/matrix/matrixpane.h"
#include "ui/matrix/matrixview.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int handleHeight = 5; ///< to be caught with the mouse; one line of it is painted

} // namespace

MatrixSplit::MatrixSplit(MatrixPane *matrix, QWidget *below, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_matrix(matrix)
{
    setObjectName(u"matrix"_s); // by which its place is remembered
    setHandleWidth(handleHeight);
    setChildrenCollapsible(false);
    addWidget(matrix);
    addWidget(below);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    keep(true);
    handle(1)->installEventFilter(this);
    handle(1)->setToolTip(tr("Drag to give the targets more or less room; a double click fits them"));
    connect(this, &QSplitter::splitterMoved, this, [this] { keep(false); });
    connect(matrix, &MatrixPane::fitRequested, this, &MatrixSplit::fit);
    connect(matrix, &MatrixPane::heightRequested, this, &MatrixSplit::change);
}

bool MatrixSplit::fitsItself() const
{
    return property("fitsItself").toBool();
}

/// A property, so that what keeps splitters' places need not know this class.
void MatrixSplit::keep(bool fitsItself)
{
    setProperty("fitsItself", fitsItself);
}

void MatrixSplit::fit()
{
    keep(true);
    follow();
}

void MatrixSplit::change(int rows)
{
    keep(false);
    setHeight(m_matrix->height() + m_matrix->view()->heightOfRows(rows) - m_matrix->view()->heightOfRows(0));
}

void MatrixSplit::follow()
{
    if (fitsItself())
        setHeight(m_matrix->sizeHint().height());
}

void MatrixSplit::setHeight(int pixels)
{
    if (m_matrix->height() != pixels)
        setSizes({pixels, std::max(0, height() - handleWidth() - pixels)});
}

bool MatrixSplit::event(QEvent *event)
{
    const bool handled = QSplitter::event(event);
    if (event->type() == QEvent::LayoutRequest)
        follow();
    return handled;
}

void MatrixSplit::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    follow();
}

bool MatrixSplit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonDblClick)
        return QSplitter::eventFilter(watched, event);
    fit();
    return true;
}

} // namespace unmoor
