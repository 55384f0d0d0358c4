// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/releasedelegate.h"

#include "ui/history/releasemodel.h"

#include <QPainter>

namespace unmoor {

namespace {

constexpr int padding = theme::space::s, iconGap = 6;

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, bool first)
{
    const QRect &rect = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter.fillRect(rect, option.palette.color(QPalette::Highlight));
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                     theme::color(theme::Role::Line, option.palette));
    if (selected && first)
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()),
                         theme::color(theme::Role::Accent, option.palette));
}

} // namespace

void ReleaseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintGround(*painter, option, index.column() == ReleaseModel::Release);
    QRect rect = option.rect.adjusted(padding, 0, -padding, -1);
    QColor pen = index.data(ReleaseModel::MutedRole).toBool() ? theme::color(theme::Role::SecondaryText, option.palette)
                                                              : option.palette.color(QPalette::Text);
    if (const QVariant state = index.data(ReleaseModel::StateRole); state.isValid()) {
        const int side = theme::rowHeight(theme::size::icon);
        const QRect icon(rect.left(), rect.center().y() - side / 2, side, side);
        theme::paintState(*painter, icon, theme::State(state.toInt()), option.palette);
        rect.setLeft(icon.right() + 1 + iconGap);
        pen = theme::stateTextColor(theme::State(state.toInt()), option.palette);
    }
    painter->setFont(theme::font(theme::Type(index.data(ReleaseModel::TypeRole).toInt())));
    painter->setPen(pen);
    const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width());
    painter->drawText(rect, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine, text);
    painter->restore();
}

} // namespace unmoor
