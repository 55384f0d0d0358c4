// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/comparetree.h"

#include "app/archive/archivediff.h"
#include "app/core/format.h"
#include "ui/archive/comparemodel.h"
#include "ui/archive/tints.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int rowPixels = 26, narrowWidth = 860; ///< at normal text size
constexpr int padding = theme::space::s, iconGap = 6;

double scale()
{
    return double(theme::rowHeight(100)) / 100;
}

theme::Type typeOf(const QModelIndex &index)
{
    return index.column() == CompareModel::Path ? theme::Type::Mono : theme::Type::Body;
}

QColor textColor(const QModelIndex &index, const QPalette &palette)
{
    const auto state = theme::State(index.data(CompareModel::StateRole).toInt());
    switch (index.column()) {
    case CompareModel::Before:
        return theme::color(theme::Role::SecondaryText, palette);
    case CompareModel::Change:
        return state == theme::State::Warning ? theme::stateColor(state, palette)
                                              : theme::color(theme::Role::SecondaryText, palette);
    default:
        return palette.color(QPalette::Text);
    }
}

/// What was and is, filled; what came, in the accent; what went, an outline.
void paintBar(QPainter &painter, const QRectF &rect, const QList<double> &sizes, const QPalette &palette)
{
    const SizeTints tints(palette);
    const double before = std::max(sizes.value(0), 0.0) * rect.width();
    const double after = std::max(sizes.value(1), 0.0) * rect.width();
    const auto part = [&rect](double from, double to) {
        return QRectF(rect.left() + from, rect.top(), to - from, rect.height());
    };
    constexpr double least = 2; // so that a small change of a large file shows
    painter.fillRect(rect, tints.track);
    painter.fillRect(part(0, std::min(before, after)), tints.kept);
    if (after > before)
        painter.fillRect(part(std::min(before, rect.width() - least), std::max(after, before + least)), tints.grown);
    if (before > after) {
        const double from = std::min(after, rect.width() - 2 * least);
        painter.setPen(QPen(tints.shrunk, 1.2));
        painter.setBrush(palette.color(QPalette::Base));
        painter.drawRect(part(from, std::max(before, from + 2 * least)).adjusted(0.6, 0.6, -0.6, -0.6));
    }
}

} // namespace

void CompareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QRect rect = option.rect.adjusted(padding, 0, -padding, 0);
    if (index.column() == CompareModel::Size) {
        const int height = int(9 * scale());
        rect.setRight(std::min(rect.right(), rect.left() + int(230 * scale())));
        paintBar(*painter, QRect(rect.left(), rect.center().y() - height / 2 + 1, rect.width(), height),
                 index.data(CompareModel::SizesRole).value<QList<double>>(), option.palette);
        painter->restore();
        return;
    }
    if (index.column() == CompareModel::Path) {
        const int side = theme::rowHeight(theme::size::icon);
        const QRect icon(rect.left(), rect.center().y() - side / 2 + 1, side, side);
        theme::paintState(*painter, icon, theme::State(index.data(CompareModel::StateRole).toInt()), option.palette);
        rect.setLeft(icon.right() + 1 + iconGap);
    }
    QFont font = theme::font(typeOf(index));
    const bool isGone = index.data(CompareModel::KindRole).toInt() == int(EntryChange::Kind::Removed);
    font.setStrikeOut(isGone && index.column() == CompareModel::Path);
    painter->setFont(font);
    painter->setPen(textColor(index, option.palette));
    const auto elide = index.column() == CompareModel::Path ? Qt::ElideMiddle : Qt::ElideRight;
    painter->drawText(rect, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data().toString(), elide, rect.width()));
    painter->restore();
}

QSize CompareDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {40, theme::rowHeight(rowPixels, typeOf(index))};
}

CompareTree::CompareTree(QWidget *parent)
    : QTreeView(parent)
{
    setItemDelegate(new CompareDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setExpandsOnDoubleClick(false); // one click is enough
    setAccessibleName(tr("Changes between the archives"));
}

void CompareTree::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(40);
    for (int column = 0; column < CompareModel::ColumnCount; ++column)
        header()->setSectionResizeMode(column,
                                       column == CompareModel::Path ? QHeaderView::Stretch : QHeaderView::Interactive);
    layOutColumns();
}

void CompareTree::layOutColumns()
{
    if (!model())
        return;
    const double width = viewport()->width() / scale();
    const bool isNarrow = width < narrowWidth;
    setColumnHidden(CompareModel::Size, isNarrow);
    const std::array widths{0, 88, 88, isNarrow ? 300 : 310, std::clamp(int(width * 0.25), 120, 279)};
    for (int column = CompareModel::Before; column < CompareModel::ColumnCount; ++column)
        setColumnWidth(column, int(widths[size_t(column)] * scale()));
}

void CompareTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        layOutColumns();
}

void CompareTree::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    QTreeView::mousePressEvent(event);
    if (CompareModel::isSection(index) && event->button() == Qt::LeftButton)
        setExpanded(index.siblingAtColumn(0), !isExpanded(index.siblingAtColumn(0)));
}

void CompareTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect row(0, option.rect.y(), viewport()->width(), option.rect.height());
    const bool isSelected = selectionModel() && selectionModel()->isRowSelected(index.row(), index.parent());
    painter->fillRect(row,
                      isSelected ? theme::color(theme::Role::Selection, palette()) : palette().color(QPalette::Base));
    if (CompareModel::isSection(index))
        drawSection(*painter, option, index);
    else
        QTreeView::drawRow(painter, option, index);
    painter->fillRect(QRect(0, row.bottom(), row.width(), 1), theme::color(theme::Role::Line, palette()));
    if (isSelected)
        painter->fillRect(QRect(0, row.top(), 3, row.height()), theme::color(theme::Role::Accent, palette()));
}

void CompareTree::drawSection(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isOpen = isExpanded(index);
    const int all = index.data(CompareModel::CountRole).toInt();
    const int shown = model()->rowCount(index);
    QString count = shown == all ? QString::number(all) : tr("%1 of %2").arg(shown).arg(all);
    if (!isOpen)
        count = shown == all ? counted(all, tr("1 file, folded"), tr("%1 files, folded")) : tr("%1, folded").arg(count);
    painter.save();
    QRect rect = option.rect.adjusted(padding, 0, -padding, 0);
    const int side = theme::rowHeight(12);
    theme::symbol(isOpen ? u"chevron-down"_s : u"chevron-right"_s)
        .paint(&painter, QRect(rect.left() + 2, rect.center().y() - side / 2 + 1, side, side));
    rect.setLeft(rect.left() + theme::rowHeight(theme::size::icon) + iconGap);
    QFont font = theme::font(theme::Type::Header);
    font.setWeight(QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.4);
    painter.setFont(font);
    painter.setPen(theme::color(theme::Role::SecondaryText, palette()));
    const QString name = index.data().toString().toUpper();
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(name) + 8);
    painter.setFont(theme::font(theme::Type::Secondary));
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, count);
    painter.restore();
}

} // namespace unmoor
