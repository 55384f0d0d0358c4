// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/checklistdelegate.h"

#include "ui/publish/checklistmodel.h"
#include "ui/theme/flatpaint.h"

#include <QPainter>

namespace unmoor {

namespace {

void paintSection(QPainter &painter, const QRect &rect, const QPalette &palette, const QModelIndex &index)
{
    if (index.column() == ChecklistModel::Proof)
        return;
    painter.setFont(
        theme::font(index.column() == ChecklistModel::Step ? theme::Type::BodyStrong : theme::Type::Secondary));
    painter.setPen(theme::color(theme::Role::SecondaryText, palette));
    painter.drawText(rect, int(Qt::AlignVCenter), index.data().toString());
}

void paintProgress(QPainter &painter, const QRect &rect, const QPalette &palette, theme::State state, double progress)
{
    QRectF line(rect.left(), rect.bottom() - 4, rect.width(), 3);
    painter.fillRect(line, theme::grooveColor(palette));
    line.setWidth(line.width() * progress);
    painter.fillRect(line, theme::stateColor(state, palette));
}

/// A step that takes something away is marked as long as it has not begun.
theme::State shownState(const QModelIndex &index)
{
    const auto state = theme::State(index.data(ChecklistModel::StateRole).toInt());
    const bool isDanger = index.data(ChecklistModel::IsDangerRole).toBool();
    return isDanger && state == theme::State::Planned ? theme::State::Warning : state;
}

void paintCell(QPainter &painter, QRect rect, const QPalette &palette, const QModelIndex &index)
{
    const theme::State state = shownState(index);
    const bool active = state == theme::State::Running || state == theme::State::Waiting || state == theme::State::Error
        || state == theme::State::Warning;
    const double progress = index.data(ChecklistModel::ProgressRole).toDouble();
    QFont font = theme::font(theme::Type::Body);
    QColor color = theme::color(theme::Role::SecondaryText, palette);
    if (index.column() == ChecklistModel::Step) {
        const QRectF icon(rect.left(), rect.center().y() - 7.5, theme::size::icon, theme::size::icon);
        theme::paintState(painter, icon, state, palette, progress < 0 ? 0.6 : progress);
        rect.setLeft(rect.left() + theme::size::icon + theme::space::s);
        font = theme::font(active ? theme::Type::BodyStrong : theme::Type::Body);
        color = palette.color(QPalette::Text);
    } else if (active) {
        color = theme::stateTextColor(state, palette);
    }
    if (index.column() == ChecklistModel::Proof && state == theme::State::Verified)
        font = theme::font(theme::Type::Mono);
    painter.setFont(font);
    painter.setPen(color);
    const auto mode = index.column() == ChecklistModel::Why ? Qt::ElideRight : Qt::ElideMiddle;
    painter.drawText(rect, int(Qt::AlignVCenter),
                     QFontMetrics(font).elidedText(index.data().toString(), mode, rect.width()));
    if (index.column() == ChecklistModel::Proof && progress >= 0)
        paintProgress(painter, rect, palette, state, progress);
}

} // namespace

QSize ChecklistDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), theme::rowHeight(theme::size::step)};
}

void ChecklistDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QPalette &palette = option.palette;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme::color(theme::Role::Selection, palette));
    else if (theme::State(index.data(ChecklistModel::StateRole).toInt()) == theme::State::Waiting
             && !index.data(ChecklistModel::IsSectionRole).toBool())
        painter->fillRect(option.rect, theme::color(theme::Role::NoteTint, palette));
    painter->setPen(theme::color(theme::Role::Line, palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QRect rect = option.rect.adjusted(theme::space::s, 0, -theme::space::s, 0);
    if (index.data(ChecklistModel::IsSectionRole).toBool())
        paintSection(*painter, rect, palette, index);
    else
        paintCell(*painter, rect, palette, index);
    painter->restore();
}

} // namespace unmoor
