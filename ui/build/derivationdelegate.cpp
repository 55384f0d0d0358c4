// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/derivationdelegate.h"

#include "ui/build/derivationsmodel.h"
#include "ui/theme/flatpaint.h"

#include <QPainter>

namespace unmoor {

namespace {

constexpr int headingHeight = 26;
constexpr int rowHeight = 26;
constexpr int tallHeight = 50;
constexpr int textLeft = theme::space::s + theme::size::icon + 6;

bool isHeading(const QModelIndex &index)
{
    return index.data(DerivationsModel::HeadingRole).toBool();
}

int lineHeight(theme::Type type)
{
    return QFontMetrics(theme::font(type)).height();
}

/// Draws \a text elided into \a rect; returns the width it took.
int drawElided(QPainter &painter, const QRect &rect, const QString &text, theme::Type type, const QColor &color)
{
    const QFont font = theme::font(type);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, shown);
    return metrics.horizontalAdvance(shown);
}

void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    painter.setPen(theme::color(theme::Role::Line, option.palette));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QRect rect = option.rect.adjusted(theme::space::s, 0, -theme::space::s, 0);
    const QColor color = theme::color(theme::Role::SecondaryText, option.palette);
    const int used = drawElided(painter, rect, index.data().toString().toUpper(), theme::Type::Header, color);
    drawElided(painter, rect.adjusted(used + theme::space::s, 0, 0, 0),
               index.data(DerivationsModel::DetailRole).toString(), theme::Type::Secondary, color);
}

void paintBackground(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(option.rect, theme::color(theme::Role::Selection, option.palette));
        painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                         theme::color(theme::Role::Accent, option.palette));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(theme::color(theme::Role::Accent, option.palette), 2));
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
}

void paintProgress(QPainter &painter, const QRect &rect, double progress, const QPalette &palette)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::grooveColor(palette));
    painter.drawRoundedRect(rect, 1.5, 1.5);
    painter.setBrush(theme::color(theme::Role::Accent, palette));
    painter.drawRoundedRect(QRectF(rect.x(), rect.y(), rect.width() * progress, rect.height()), 1.5, 1.5);
}

} // namespace

QSize DerivationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (isHeading(index))
        return {0, theme::rowHeight(headingHeight, theme::Type::Header)};
    if (!index.data(DerivationsModel::TallRole).toBool())
        return {0, theme::rowHeight(rowHeight)};
    const int lines = lineHeight(theme::Type::Mono) + lineHeight(theme::Type::Secondary);
    return {0, std::max(tallHeight, lines + theme::space::l)};
}

void DerivationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isHeading(index)) {
        paintHeading(*painter, option, index);
        painter->restore();
        return;
    }
    paintBackground(*painter, option);
    const bool isTall = index.data(DerivationsModel::TallRole).toBool();
    const QVariant progress = index.data(DerivationsModel::ProgressRole);
    const QVariant state = index.data(DerivationsModel::StateRole);
    const QColor secondary = theme::color(theme::Role::SecondaryText, option.palette);
    const QString detail = index.data(DerivationsModel::DetailRole).toString();
    QRect first = option.rect.adjusted(textLeft, 0, -theme::space::s, 0);
    QRect second;
    if (isTall) {
        const int top = (option.rect.height() - lineHeight(theme::Type::Mono) - lineHeight(theme::Type::Secondary)) / 2;
        first.setTop(option.rect.top() + top - (progress.isValid() ? 2 : 0));
        first.setHeight(lineHeight(theme::Type::Mono));
        second = first.translated(0, first.height());
        second.setHeight(lineHeight(theme::Type::Secondary));
    }
    const int iconTop = first.center().y() - theme::size::icon / 2 + 1;
    const QRect icon(option.rect.x() + theme::space::s, iconTop, theme::size::icon, theme::size::icon);
    if (state.isValid())
        theme::paintState(*painter, icon, theme::State(state.toInt()), option.palette);
    else
        theme::symbol(QStringLiteral("file")).paint(painter, icon);

    const theme::Type type = state.isValid() ? theme::Type::Mono : theme::Type::Body;
    const int used = drawElided(*painter, first, index.data().toString(), type, option.palette.color(QPalette::Text));
    if (isTall)
        drawElided(*painter, second, detail, theme::Type::Secondary, secondary);
    else if (used + 3 * theme::space::l < first.width())
        drawElided(*painter, first.adjusted(used + theme::space::s, 0, 0, 0), detail, theme::Type::Secondary,
                   theme::State(state.toInt()) == theme::State::Error && state.isValid()
                       ? theme::stateTextColor(theme::State::Error, option.palette)
                       : secondary);
    if (progress.isValid())
        paintProgress(*painter, QRect(first.x(), option.rect.bottom() - 4, first.width(), 3), progress.toDouble(),
                      option.palette);
    painter->restore();
}

} // namespace unmoor
