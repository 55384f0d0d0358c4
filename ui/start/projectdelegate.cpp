// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/projectdelegate.h"

#include "ui/start/projectmodel.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int height = 52, padding = 8, whenWidth = 96;

void drawText(QPainter &painter, const QRect &rect, const QString &text, theme::Type type, const QColor &color,
              Qt::TextElideMode mode = Qt::ElideRight, Qt::Alignment alignment = Qt::AlignLeft)
{
    painter.setFont(theme::font(type));
    painter.setPen(color);
    painter.drawText(rect, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine),
                     painter.fontMetrics().elidedText(text, mode, rect.width()));
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    const QColor accent = theme::color(theme::Role::Accent, option.palette);
    const QRect rect = option.rect;
    if (option.state & QStyle::State_Selected) {
        painter.fillRect(rect, option.palette.color(QPalette::Highlight));
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), accent);
    }
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                     theme::color(theme::Role::Line, option.palette));
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter.setPen(QPen(accent, 2));
        painter.drawRect(rect.adjusted(1, 1, -1, -1));
    }
}

} // namespace

void ProjectDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintGround(*painter, option);
    const QPalette &palette = option.palette;
    const QColor secondary = theme::color(theme::Role::SecondaryText, palette);
    const QRect rect = option.rect.adjusted(padding, 0, -padding - 2, -1);
    const int half = rect.height() / 2;
    const int left = int(rect.width() * 0.46);

    const int pin = index.data(ProjectModel::PinnedRole).toBool() ? theme::rowHeight(theme::size::icon - 2) : 0;
    const QRect name(rect.left(), rect.top() + 5, left - padding, half - 3);
    if (pin > 0)
        theme::symbol(u"pin"_s).paint(painter, QRect(name.left(), name.top(), pin, name.height()));
    const QRect title = name.adjusted(pin > 0 ? pin + theme::space::xs : 0, 0, 0, 0);
    drawText(*painter, title, index.data().toString(), theme::Type::BodyStrong, palette.color(QPalette::Text));
    drawText(*painter, name.translated(0, half - 8), index.data(ProjectModel::PathRole).toString(),
             theme::Type::Secondary, secondary, Qt::ElideMiddle);

    const auto state = theme::State(index.data(ProjectModel::StateRole).toInt());
    const int side = theme::rowHeight(theme::size::icon);
    const int when = theme::rowHeight(whenWidth);
    const QRect icon(rect.left() + left, rect.center().y() - side / 2, side, side);
    theme::paintState(*painter, icon, state, palette);
    const QRect summary(icon.right() + 7, rect.top(), rect.right() - when - icon.right() - 10, rect.height());
    drawText(*painter, summary, index.data(ProjectModel::SummaryRole).toString(), theme::Type::Body,
             theme::stateTextColor(state, palette));
    drawText(*painter, QRect(rect.right() - when, rect.top(), when, rect.height()),
             index.data(ProjectModel::WhenRole).toString(), theme::Type::Body, secondary, Qt::ElideRight,
             Qt::AlignRight);
    painter->restore();
}

QSize ProjectDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {300, theme::rowHeight(height)};
}

} // namespace unmoor
