// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivetree.h"

#include "archive/archivemodel.h"
#include "theme/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <array>

namespace unmoor {

namespace {

constexpr int narrowWidth = 600; ///< at normal text size

theme::Type typeOf(int column)
{
    const bool isMono = column == ArchiveModel::Name || column == ArchiveModel::Mode;
    return isMono ? theme::Type::Mono : theme::Type::Body;
}

void styleVerdict(QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QVariant value = index.data(ArchiveModel::StateRole);
    if (!value.isValid())
        return;
    const auto state = theme::State(value.toInt());
    option.features |= QStyleOptionViewItem::HasDecoration;
    option.icon = theme::stateIcon(state);
    option.palette.setColor(QPalette::Text, theme::stateTextColor(state, option.palette));
    option.palette.setColor(QPalette::HighlightedText, theme::stateTextColor(state, option.palette));
}

} // namespace

void ArchiveDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int column = index.column();
    option->font = theme::font(typeOf(column));
    option->decorationSize = QSize(theme::size::icon, theme::size::icon);
    option->textElideMode = column == ArchiveModel::Name ? Qt::ElideMiddle : Qt::ElideRight;
    const bool isMissing = index.data(ArchiveModel::MissingRole).toBool();
    const bool isMuted = isMissing || column == ArchiveModel::Mode || column == ArchiveModel::What;
    if (isMuted && column != ArchiveModel::Verdict) {
        const QColor muted = theme::color(theme::Role::SecondaryText, option->palette);
        option->palette.setColor(QPalette::Text, muted);
        option->palette.setColor(QPalette::HighlightedText, muted);
    }
    if (column == ArchiveModel::Name) {
        option->font.setItalic(isMissing);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = theme::symbol(index.data(ArchiveModel::SymbolRole).toString());
    } else if (column == ArchiveModel::Verdict) {
        styleVerdict(*option, index);
    }
    option->fontMetrics = QFontMetrics(option->font);
}

/// Under the labels of the header, which stand 8 pixels in.
void ArchiveDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem inset = option;
    const int margin = theme::space::s - 3;
    if (index.column() != ArchiveModel::Name)
        inset.rect.adjust(margin, 0, -margin, 0);
    QStyledItemDelegate::paint(painter, inset, index);
}

QSize ArchiveDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize hint = QStyledItemDelegate::sizeHint(option, index);
    return {hint.width(), theme::rowHeight(theme::size::tree, typeOf(index.column()))};
}

ArchiveTree::ArchiveTree(QWidget *parent)
    : QTreeView(parent)
{
    setItemDelegate(new ArchiveDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setIndentation(18);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Entries of the archive"));
}

void ArchiveTree::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(40);
    for (int column = 0; column < ArchiveModel::ColumnCount; ++column)
        header()->setSectionResizeMode(column,
                                       column == ArchiveModel::Name ? QHeaderView::Stretch : QHeaderView::Interactive);
    layOutColumns();
}

void ArchiveTree::layOutColumns()
{
    if (!model())
        return;
    const double scale = double(theme::rowHeight(100)) / 100;
    m_narrow = viewport()->width() < narrowWidth * scale;
    setColumnHidden(ArchiveModel::Mode, m_narrow);
    setColumnHidden(ArchiveModel::What, m_narrow);
    static constexpr std::array widths{0, 86, 80, 152, 132};
    for (int column = ArchiveModel::Mode; column < ArchiveModel::ColumnCount; ++column)
        setColumnWidth(column, int(widths[size_t(column)] * scale));
}

void ArchiveTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    const int old = event->oldSize().width();
    const int now = event->size().width();
    const double limit = narrowWidth * double(theme::rowHeight(100)) / 100;
    if (old <= 0 || (old < limit) != (now < limit))
        layOutColumns();
}

void ArchiveTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isSelected = selectionModel() && selectionModel()->isRowSelected(index.row(), index.parent());
    if (isSelected)
        painter->fillRect(QRect(0, option.rect.y(), viewport()->width(), option.rect.height()),
                          theme::color(theme::Role::Selection, palette()));
    QTreeView::drawRow(painter, option, index);
    if (isSelected)
        painter->fillRect(QRect(0, option.rect.y(), 3, option.rect.height()),
                          theme::color(theme::Role::Accent, palette()));
}

} // namespace unmoor
