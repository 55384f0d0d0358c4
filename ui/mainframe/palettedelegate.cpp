// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/palettedelegate.h"

#include "ui/mainframe/palettemodel.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace unmoor {

namespace {

constexpr int rowPixels = 30, kindPixels = 72, keysPixels = 96, gap = theme::space::m;

/// Draws as much of \a text as fits and returns how wide that is.
int drawPart(QPainter &painter, const QRect &rect, Qt::Alignment side, const QString &text)
{
    if (rect.width() <= 0)
        return 0;
    const QString fitting = painter.fontMetrics().elidedText(text, Qt::ElideMiddle, rect.width());
    painter.drawText(rect, int(side | Qt::AlignVCenter) | Qt::TextSingleLine, fitting);
    return painter.fontMetrics().horizontalAdvance(fitting);
}

} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, theme::rowHeight(rowPixels)};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isPossible = option.state & QStyle::State_Enabled;
    const QColor muted = theme::color(theme::Role::SecondaryText, option.palette);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme::color(theme::Role::Selection, option.palette));
    QRect rect = option.rect.adjusted(theme::space::s, 0, -theme::space::s, 0);
    painter->setFont(theme::font(theme::Type::Secondary));
    painter->setPen(muted);
    const int kind = theme::rowHeight(kindPixels, theme::Type::Secondary);
    const int keys = theme::rowHeight(keysPixels, theme::Type::Secondary);
    drawPart(*painter, QRect(rect.left(), rect.top(), kind, rect.height()), Qt::AlignLeft,
             index.data(PaletteModel::KindRole).toString());
    const QString shortcut = index.data(PaletteModel::KeysRole).toString();
    drawPart(*painter, QRect(rect.right() - keys, rect.top(), keys, rect.height()), Qt::AlignRight, shortcut);
    rect.adjust(kind + gap, 0, shortcut.isEmpty() ? 0 : -keys - gap, 0);

    painter->setFont(theme::font(theme::Type::Body));
    painter->setPen(isPossible ? option.palette.color(QPalette::Text) : muted);
    const int used = drawPart(*painter, rect, Qt::AlignLeft, index.data().toString());
    rect.setLeft(rect.left() + used + gap);
    painter->setFont(theme::font(theme::Type::Secondary));
    painter->setPen(muted);
    drawPart(*painter, rect, Qt::AlignRight, index.data(PaletteModel::DetailRole).toString());
    painter->restore();
}

} // namespace unmoor
