// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrixview.h"

#include "ui/matrix/matrixdelegate.h"
#include "ui/matrix/matrixmodel.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int mostRows = 8;
constexpr int leastRows = 2;

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
    , m_rows(new MatrixRows(this))
{
    setItemDelegate(new MatrixDelegate(this));
    setAccessibleName(tr("Targets"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(theme::rowHeight(theme::size::matrixRow));
    setUpHeader();
    setMouseTracking(true); // the Where cell under it shows that it opens
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        const int row = rowOfShown(index.row());
        if (index.column() == MatrixModel::Where && selectedRows().size() <= 1 && m_model->target(row).isIn())
            askForPlace(row);
    });
}

void MatrixView::setUpHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setObjectName(u"matrix"_s); // by which its columns are remembered
    header->setProperty("fitsItself", true);
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(theme::rowHeight(40));
    header->setFixedHeight(theme::rowHeight(theme::size::columnHeader, theme::Type::Header));
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setSortIndicatorClearable(true); // the third click gives the order up
    setSortingEnabled(true);
    connect(header, &QHeaderView::sectionResized, this, &MatrixView::noteSectionResized);
    header->setToolTip(tr("Click to sort; a third click brings the order of unmoor.toml back"));
}

void MatrixView::setMatrixModel(MatrixModel *model)
{
    m_model = model;
    m_rows->setSourceModel(model);
    setModel(m_rows);
    connectRows();
    fitAnew();
    fitColumns();
}

void MatrixView::connectRows()
{
    const auto showRows = [this] {
        fitAnew();
        showChosen();
        Q_EMIT rowsShownChanged();
    };
    connect(m_rows, &QAbstractItemModel::modelReset, this, showRows);
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, showRows);
    connect(m_rows, &QAbstractItemModel::rowsRemoved, this, showRows);
    connect(m_rows, &QAbstractItemModel::layoutChanged, this, &MatrixView::fitAnew);
    connect(m_rows, &QAbstractItemModel::dataChanged, this, &MatrixView::fitRows);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MatrixView::takeCurrent);
}

void MatrixView::takeCurrent(const QModelIndex &shown)
{
    if (m_isHiding || !shown.isValid())
        return;
    const QString before = std::exchange(m_chosen, m_model->target(rowOfShown(shown.row())).target.triple);
    if (before != m_chosen)
        Q_EMIT currentRowChanged(currentRow());
}

int MatrixView::currentRow() const
{
    return m_model ? m_model->rowOf(m_chosen) : -1;
}

void MatrixView::setCurrentRow(int row)
{
    if (!m_model || row < 0 || row >= m_model->rowCount())
        return;
    if (!shownIndex(row).isValid())
        setFilter({});
    setCurrentIndex(shownIndex(row));
}

void MatrixView::moveCurrentRow(int by)
{
    if (m_rows->rowCount() > 0)
        setCurrentIndex(m_rows->index(std::clamp(currentIndex().row() + by, 0, m_rows->rowCount() - 1), 0));
}

QList<int> MatrixView::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel() ? selectionModel()->selectedRows() : QModelIndexList())
        rows.append(rowOfShown(index.row()));
    std::ranges::sort(rows);
    return rows;
}

QModelIndex MatrixView::shownIndex(int row, int column) const
{
    return row < 0 ? QModelIndex() : m_rows->mapFromSource(m_model->index(row, column));
}

int MatrixView::rowOfShown(int shown) const
{
    return m_rows->mapToSource(m_rows->index(shown, 0)).row();
}

// --- Filter and order ------------------------------------------------------------------------------------------------

void MatrixView::setFilter(const MatrixFilter &filter)
{
    if (filter == m_rows->filter())
        return;
    m_rows->setFilter(filter);
    viewport()->update();
    Q_EMIT rowsShownChanged();
}

/// What the filter hides is no longer the current row of the table, but nobody chose another one.
void MatrixView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const QScopedValueRollback hiding(m_isHiding, true);
    if (currentIndex().row() >= start && currentIndex().row() <= end)
        selectionModel()->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
    QTableView::rowsAboutToBeRemoved(parent, start, end);
}

void MatrixView::showChosen()
{
    const QScopedValueRollback hiding(m_isHiding, true);
    const QModelIndex chosen = shownIndex(currentRow());
    if (chosen.isValid() && chosen.row() != currentIndex().row())
        setCurrentIndex(chosen);
}

void MatrixView::sortBy(int column, Qt::SortOrder order)
{
    horizontalHeader()->setSortIndicator(column, order);
}

bool MatrixView::isSorted() const
{
    return horizontalHeader()->sortIndicatorSection() >= 0;
}

// --- Sizes -----------------------------------------------------------------------------------------------------------

int MatrixView::heightOfRows(int rows) const
{
    return horizontalHeader()->height() + rows * verticalHeader()->defaultSectionSize();
}

/// Does not follow the filter: the pages below would jump with every letter.
QSize MatrixView::sizeHint() const
{
    return {int(wideWidth), heightOfRows(m_model ? std::min(m_model->rowCount(), mostRows) : 0)};
}

QSize MatrixView::minimumSizeHint() const
{
    return {400, heightOfRows(m_model ? std::min(m_model->rowCount(), leastRows) : 0)};
}

void MatrixView::noteSectionResized(int section)
{
    if (m_isFitting || section == MatrixModel::ColumnCount - 1)
        return;
    horizontalHeader()->setProperty("fitsItself", false);
    showSideways();
}

/// Columns that follow the width of the view need no bar to move them. With one, they and the bars would follow each
/// other for ever: it takes the height of a row, the other bar comes, the columns become narrower, and it goes again.
void MatrixView::showSideways()
{
    const Qt::ScrollBarPolicy wanted = hasOwnColumns() ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff;
    if (horizontalScrollBarPolicy() != wanted)
        setHorizontalScrollBarPolicy(wanted);
}

/// A property, so that what keeps the widths need not know this class.
bool MatrixView::hasOwnColumns() const
{
    return !horizontalHeader()->property("fitsItself").toBool();
}

void MatrixView::resetColumns()
{
    horizontalHeader()->setProperty("fitsItself", true);
    fitColumns();
}

void MatrixView::fitColumns()
{
    showSideways();
    if (!m_model || hasOwnColumns())
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    const double scale = double(verticalHeader()->defaultSectionSize()) / theme::size::matrixRow;
    for (size_t column = 0; column < narrow.size(); ++column)
        setColumnWidth(int(column), int(columnWidthOf(column, viewport()->width() / scale) * scale));
}

void MatrixView::fitRows()
{
    for (int shown = 0; shown < m_rows->rowCount(); ++shown) {
        const int span = m_model->target(rowOfShown(shown)).isIn() ? 1 : MatrixModel::ColumnCount - MatrixModel::Where;
        if (columnSpan(shown, MatrixModel::Where) != span)
            setSpan(shown, MatrixModel::Where, 1, span);
    }
}

/// Spans belong to places in the table, not to what stands there.
void MatrixView::fitAnew()
{
    clearSpans();
    fitRows();
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
    QPainter painter(viewport());
    if (m_rows->rowCount() == 0 && filter().isActive()) {
        painter.setFont(theme::font(theme::Type::Body));
        painter.setPen(theme::color(theme::Role::SecondaryText, palette()));
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("No target is like that."));
    }
    const QModelIndex current = currentIndex();
    if (!hasFocus() || !window()->testAttribute(Qt::WA_KeyboardFocusChange) || !current.isValid())
        return;
    painter.setPen(QPen(theme::color(theme::Role::Accent, palette()), 2));
    const QRect row(0, rowViewportPosition(current.row()), viewport()->width(), rowHeight(current.row()));
    painter.drawRect(row.adjusted(1, 1, -1, -1));
}

// --- Keys and menus --------------------------------------------------------------------------------------------------

void MatrixView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    // A row is one thing here: Home and End mean the first and the last target.
    if (isPlain && event->key() == Qt::Key_Home)
        return moveCurrentRow(-m_rows->rowCount());
    if (isPlain && event->key() == Qt::Key_End)
        return moveCurrentRow(m_rows->rowCount());
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return askForPlace(currentIndex().isValid() ? currentRow() : -1);
    QTableView::keyPressEvent(event);
}

void MatrixView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int shown = byKey ? currentIndex().row() : rowAt(event->pos().y());
    if (shown < 0)
        return;
    const int row = rowOfShown(shown);
    const QPoint at = byKey ? below(row, MatrixModel::Target) : event->globalPos();
    const QList<int> selected = selectedRows();
    if (selected.size() > 1 && selected.contains(row)) {
        Q_EMIT targetsMenuRequested(selected, at);
        return;
    }
    setCurrentRow(row);
    Q_EMIT targetMenuRequested(row, at);
}

void MatrixView::askForPlace(int row)
{
    if (row >= 0)
        Q_EMIT placeMenuRequested(row, below(row, MatrixModel::Where));
}

QPoint MatrixView::below(int row, int column) const
{
    return viewport()->mapToGlobal(visualRect(shownIndex(row, column)).bottomLeft());
}

} // namespace unmoor
