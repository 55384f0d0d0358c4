// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/facttable.h"

#include "ui/widgets/plaintext.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <numeric>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int padding = theme::space::s, iconGap = 6;

void drawLine(QPainter &painter, const QRect &rect, const QString &text)
{
    painter.drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QPalette &palette = option.palette;
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter.fillRect(option.rect, palette.color(QPalette::Highlight));
    if (index.row() + 1 < index.model()->rowCount())
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                         theme::color(theme::Role::Line, palette));
    if (selected && index.column() == 0)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                         theme::color(theme::Role::Accent, palette));
}

} // namespace

// --- The model -------------------------------------------------------------------------------------------------------

FactModel::FactModel(QStringList columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

void FactModel::setRows(const QList<FactRow> &rows)
{
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (int row = 0; row < rows.size(); ++row) {
        if (m_rows.at(row) == rows.at(row))
            continue;
        m_rows[row] = rows.at(row);
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

int FactModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FactModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

/// For a tooltip and screen readers.
QString FactModel::wholeText(const FactCell &cell)
{
    return cell.detail.isEmpty() ? cell.text : tr("%1, %2").arg(cell.text, cell.detail);
}

QVariant FactModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FactCell &shown = cell(index);
    switch (role) {
    case Qt::DisplayRole:
        return shown.text;
    case Qt::AccessibleTextRole:
        return wholeText(shown);
    case Qt::ToolTipRole:
        return toolTipText(wholeText(shown));
    default:
        return {};
    }
}

QVariant FactModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(m_columns.value(section)) : QVariant();
}

// --- The delegate ----------------------------------------------------------------------------------------------------

void FactDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = static_cast<const FactModel *>(index.model());
    const FactCell &cell = model->cell(index);
    const QPalette &palette = option.palette;
    const QColor secondary = theme::color(theme::Role::SecondaryText, palette);
    painter->save();
    paintGround(*painter, option, index);
    QRect rect = option.rect.adjusted(padding, 0, -padding, -1);
    if (cell.state) {
        const int side = theme::rowHeight(theme::size::icon);
        const QRect icon(rect.left(), rect.center().y() - side / 2, side, side);
        theme::paintState(*painter, icon, *cell.state, palette);
        rect.setLeft(icon.right() + 1 + iconGap);
    }
    painter->setFont(theme::font(cell.type));
    painter->setPen(cell.state         ? theme::stateTextColor(*cell.state, palette)
                        : cell.isMuted ? secondary
                                       : palette.color(QPalette::Text));
    if (cell.detail.isEmpty()) {
        drawLine(*painter, rect, cell.text);
    } else {
        const int height = QFontMetrics(theme::font(cell.type)).height();
        const int below = QFontMetrics(theme::font(theme::Type::Secondary)).height();
        const int top = rect.top() + (rect.height() - height - below) / 2;
        drawLine(*painter, {rect.left(), top, rect.width(), height}, cell.text);
        painter->setFont(theme::font(theme::Type::Secondary));
        painter->setPen(secondary);
        drawLine(*painter, {rect.left(), top + height, rect.width(), below}, cell.detail);
    }
    painter->restore();
}

QSize FactDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {80, theme::rowHeight(30)};
}

// --- The view --------------------------------------------------------------------------------------------------------

FactTable::FactTable(FactModel *model, QList<int> shares, int rowHeight, QWidget *parent)
    : QTableView(parent)
    , m_shares(std::move(shares))
{
    setModel(model);
    setItemDelegate(new FactDelegate(this));
    setFrameShape(QFrame::StyledPanel);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(theme::rowHeight(rowHeight));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setFixedHeight(theme::rowHeight(theme::size::columnHeader, theme::Type::Header));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { updateGeometry(); });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { Q_EMIT currentRowChanged(current.row()); });
}

int FactTable::currentRow() const
{
    return currentIndex().row();
}

void FactTable::setCurrentRow(int row)
{
    if (row >= 0 && row < model()->rowCount())
        setCurrentIndex(model()->index(row, 0));
}

QSize FactTable::sizeHint() const
{
    const int rows = std::max(1, model()->rowCount());
    return {300, horizontalHeader()->height() + rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth()};
}

QSize FactTable::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void FactTable::resizeEvent(QResizeEvent *event)
{
    const int all = std::accumulate(m_shares.cbegin(), m_shares.cend(), 0);
    for (int column = 0; column + 1 < m_shares.size(); ++column)
        setColumnWidth(column, viewport()->width() * m_shares.at(column) / all);
    QTableView::resizeEvent(event);
}

void FactTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || !window()->testAttribute(Qt::WA_KeyboardFocusChange) || currentRow() < 0)
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(theme::color(theme::Role::Accent, palette()), 2));
    const QRect row(0, rowViewportPosition(currentRow()), viewport()->width(), rowHeight(currentRow()));
    painter.drawRect(row.adjusted(1, 1, -1, -1));
}

void FactTable::keyPressEvent(QKeyEvent *event)
{
    // A row is one thing here: Home and End mean the first and the last.
    if (event->key() == Qt::Key_Home)
        return setCurrentRow(0);
    if (event->key() == Qt::Key_End)
        return setCurrentRow(model()->rowCount() - 1);
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentRow() >= 0)
        return Q_EMIT activated(currentIndex());
    QTableView::keyPressEvent(event);
}

} // namespace unmoor
