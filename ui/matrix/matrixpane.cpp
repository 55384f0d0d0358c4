// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrixpane.h"

#include "ui/matrix/matrixmodel.h"
#include "ui/matrix/matrixstrip.h"
#include "ui/matrix/matrixview.h"
#include "ui/widgets/buttons.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int manyTargets = 8; ///< from more of them on the strip is always there
constexpr int rowsAtOnce = 3; ///< by which the menu makes it taller or lower

} // namespace

MatrixPane::MatrixPane(QWidget *parent)
    : QWidget(parent)
    , m_strip(new MatrixStrip)
    , m_view(new MatrixView)
    , m_more(moreButton(tr("How the targets are shown")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_view, 1);
    m_more->setParent(this);
    m_more->setToolTip(tr("Filter, order, columns and height of the targets"));
    connect(m_more->menu(), &QMenu::aboutToShow, this, &MatrixPane::fillMenu);
    connect(m_strip, &MatrixStrip::filterChanged, m_view, &MatrixView::setFilter);
    connect(m_strip, &MatrixStrip::closed, this, [this] {
        m_isWanted = false;
        showStrip();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_view, &MatrixView::rowsShownChanged, this, &MatrixPane::showStrip);
    setTabOrder(m_strip, m_view);
    setTabOrder(m_view, m_more);
    showStrip();
}

void MatrixPane::setMatrixModel(MatrixModel *model)
{
    m_view->setMatrixModel(model);
    showStrip();
}

void MatrixPane::find()
{
    m_isWanted = true;
    showStrip();
    m_strip->find();
}

void MatrixPane::showStrip()
{
    m_strip->setFilter(m_view->filter());
    m_strip->setCounts(m_view->shownRows(), m_view->allRows());
    m_strip->setVisible(m_isWanted || m_view->filter().isActive() || m_view->allRows() > manyTargets);
    updateGeometry();
}

int MatrixPane::stripHeight() const
{
    return m_strip->isVisibleTo(this) ? m_strip->height() : 0;
}

QSize MatrixPane::sizeHint() const
{
    return m_view->sizeHint() + QSize(0, stripHeight());
}

QSize MatrixPane::minimumSizeHint() const
{
    return m_view->minimumSizeHint() + QSize(0, stripHeight());
}

/// At the end of the header, over its last column's free end.
void MatrixPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int side = m_view->horizontalHeader()->height();
    m_more->setGeometry(width() - side - theme::space::s, stripHeight(), side + theme::space::xs, side);
    m_more->raise();
}

// --- Menu ------------------------------------------------------------------------------------------------------------

void MatrixPane::fillMenu()
{
    QMenu &menu = *m_more->menu();
    qDeleteAll(menu.findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    menu.clear();
    // The window has the key; here it is only told.
    const QString key = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F).toString(QKeySequence::NativeText);
    menu.addAction(tr("&Filter targets") + u'\t' + key, this, &MatrixPane::find);
    addOrders(*menu.addMenu(tr("&Sort by")));
    menu.addSeparator();
    menu.addAction(tr("&Taller"), this, [this] { Q_EMIT heightRequested(rowsAtOnce); });
    menu.addAction(tr("&Lower"), this, [this] { Q_EMIT heightRequested(-rowsAtOnce); });
    menu.addAction(tr("As &high as the targets"), this, &MatrixPane::fitRequested);
    menu.addAction(tr("Usual &columns"), m_view, &MatrixView::resetColumns)->setEnabled(m_view->hasOwnColumns());
}

void MatrixPane::addOrders(QMenu &menu)
{
    auto *group = new QActionGroup(&menu);
    const int shown = m_view->horizontalHeader()->sortIndicatorSection();
    const auto add = [&](const QString &name, int column) {
        QAction *action = menu.addAction(name, m_view, [this, column] { m_view->sortBy(column); });
        action->setCheckable(true);
        action->setChecked(column == shown || (column < 0 && shown < 0));
        group->addAction(action);
    };
    add(tr("&Order of unmoor.toml"), -1);
    for (int column = 0; column < MatrixModel::ColumnCount; ++column)
        add(m_view->model()->headerData(column, Qt::Horizontal).toString(), column);
    menu.addSeparator();
    const Qt::SortOrder order = m_view->horizontalHeader()->sortIndicatorOrder();
    QAction *turned = menu.addAction(tr("&Turn the order around"), m_view, [this, shown, order] {
        m_view->sortBy(shown, order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    turned->setEnabled(shown >= 0);
}

} // namespace unmoor
