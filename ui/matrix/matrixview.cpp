// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrixview.h"

#include "ui/matrix/matrixdelegate.h"
#include "ui/matrix/matrixmodel.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <array>

namespace unmoor {

namespace {

constexpr int mostRows = 8;

// Widths of the columns but the last in a window of 1024 and of 1280 pixels; in between and beyond, in proportion.
constexpr double narrowWidth = 847, wideWidth = 1103;
constexpr std::array narrow{212.0, 100.0, 259.0, 126.0};
constexpr std::array wide{252.0, 124.0, 325.0, 190.0};

int columnWidthOf(size_t column, double viewWidth)
{
    const double at = std::clamp((viewWidth - narrowWidth) / (wideWidth - narrowWidth), 0.0, 2.5);
    const double share = std::min(1.0, viewWidth / narrowWidth); // of large text in a small window
    return int((narrow.at(column) + (wide.at(column) - narrow.at(column)) * at) * share);
}

} // namespace

MatrixView::MatrixView(QWidget *parent)
    : QTableView(parent)
{
    setItemDelegate(new MatrixDelegate(this));
    setAccessibleName(tr("Targets"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(theme::rowHeight(theme::size::matrixRow));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setFixedHeight(theme::rowHeight(theme::size::columnHeader, theme::Type::Header));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true); // the Where cell under it shows that it opens
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == MatrixModel::Where && m_model->target(index.row()).isIn())
            askForPlace(index.row());
    });
}

void MatrixView::setMatrixModel(MatrixModel *model)
{
    m_model = model;
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        clearSpans();
        fitRows();
    });
    connect(model, &QAbstractItemModel::dataChanged, this, &MatrixView::fitRows);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { Q_EMIT currentRowChanged(current.row()); });
    fitRows();
    fitColumns();
}

int MatrixView::currentRow() const
{
    return currentIndex().row();
}

void MatrixView::setCurrentRow(int row)
{
    if (m_model && row >= 0 && row < m_model->rowCount())
        setCurrentIndex(m_model->index(row, 0));
}

void MatrixView::moveCurrentRow(int by)
{
    if (m_model && m_model->rowCount() > 0)
        setCurrentRow(std::clamp(currentRow() + by, 0, m_model->rowCount() - 1));
}

QSize MatrixView::sizeHint() const
{
    const int rows = m_model ? std::min(m_model->rowCount(), mostRows) : 0;
    return {int(wideWidth), horizontalHeader()->height() + rows * verticalHeader()->defaultSectionSize()};
}

QSize MatrixView::minimumSizeHint() const
{
    return {400, sizeHint().height()};
}

void MatrixView::fitColumns()
{
    if (!m_model)
        return;
    const double scale = double(verticalHeader()->defaultSectionSize()) / theme::size::matrixRow;
    for (size_t column = 0; column < narrow.size(); ++column)
        setColumnWidth(int(column), int(columnWidthOf(column, viewport()->width() / scale) * scale));
}

void MatrixView::fitRows()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const int span = m_model->target(row).isIn() ? 1 : MatrixModel::ColumnCount - MatrixModel::Where;
        if (columnSpan(row, MatrixModel::Where) != span)
            setSpan(row, MatrixModel::Where, 1, span);
    }
    if (height() != sizeHint().height())
        updateGeometry();
}

void MatrixView::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTableView::resizeEvent(event);
}

void MatrixView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || !window()->testAttribute(Qt::WA_KeyboardFocusChange) || currentRow() < 0)
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(theme::color(theme::Role::Accent, palette()), 2));
    const QRect row(0, rowViewportPosition(currentRow()), viewport()->width(), rowHeight(currentRow()));
    painter.drawRect(row.adjusted(1, 1, -1, -1));
}

void MatrixView::keyPressEvent(QKeyEvent *event)
{
    // A row is one thing here: Home and End mean the first and the last target.
    if (event->key() == Qt::Key_Home)
        return setCurrentRow(0);
    if (event->key() == Qt::Key_End && m_model)
        return setCurrentRow(m_model->rowCount() - 1);
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier)
        return askForPlace(currentRow());
    QTableView::keyPressEvent(event);
}

void MatrixView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int row = byKey ? currentRow() : rowAt(event->pos().y());
    if (row < 0)
        return;
    setCurrentRow(row);
    Q_EMIT targetMenuRequested(row, byKey ? below(row, MatrixModel::Target) : event->globalPos());
}

void MatrixView::askForPlace(int row)
{
    if (row >= 0)
        Q_EMIT placeMenuRequested(row, below(row, MatrixModel::Where));
}

QPoint MatrixView::below(int row, int column) const
{
    return viewport()->mapToGlobal(visualRect(m_model->index(row, column)).bottomLeft());
}

} // namespace unmoor
