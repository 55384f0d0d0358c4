// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrixdelegate.h"

#include "ui/matrix/matrixmodel.h"
#include "ui/theme/flatpaint.h"

#include <QPainter>

namespace unmoor {

namespace {

constexpr int padding = theme::space::s, iconGap = 6, detailGap = 9, leastDetail = 30;

/// The matrix shows much finished and planned work: only what needs somebody is colored.
QColor wordColor(const QVariant &state, const QPalette &palette)
{
    if (!state.isValid())
        return palette.color(QPalette::Text);
    switch (theme::State(state.toInt())) {
    case theme::State::Error:
    case theme::State::Warning:
        return theme::stateColor(theme::State(state.toInt()), palette);
    case theme::State::Waiting:
    case theme::State::Canceled:
    case theme::State::LeftOut:
    case theme::State::Skipped:
        return theme::color(theme::Role::SecondaryText, palette);
    default:
        return palette.color(QPalette::Text);
    }
}

/// Draws as much of \a text as fits and returns the x after it.
int drawText(QPainter &painter, const QRect &rect, const QString &text, Qt::TextElideMode mode = Qt::ElideRight)
{
    const QString fitting = painter.fontMetrics().elidedText(text, mode, rect.width());
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fitting);
    return rect.left() + painter.fontMetrics().horizontalAdvance(fitting);
}

/// That the cell opens a menu: where the mouse or the keyboard is.
void paintChevron(QPainter &painter, QRect &rect, const QPalette &palette)
{
    constexpr int width = 14;
    if (rect.width() < 4 * width)
        return;
    const QPointF middle(rect.right() - width / 2, rect.center().y() + 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(theme::color(theme::Role::SecondaryText, palette), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(
        QPolygonF{middle + QPointF(-3.5, -1.75), middle + QPointF(0, 1.75), middle + QPointF(3.5, -1.75)});
    painter.restore();
    rect.setRight(rect.right() - width - padding);
}

void paintProgress(QPainter &painter, const QRect &rect, double progress, const QColor &color, const QPalette &palette)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::grooveColor(palette));
    painter.drawRoundedRect(rect, 1.5, 1.5);
    painter.setBrush(color);
    QRectF done = rect;
    done.setWidth(done.width() * std::clamp(progress, 0.0, 1.0));
    painter.drawRoundedRect(done, 1.5, 1.5);
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QPalette &palette = option.palette;
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter.fillRect(option.rect, palette.color(QPalette::Highlight));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     theme::color(theme::Role::Line, palette));
    if (selected && index.column() == MatrixModel::Target)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                         theme::color(theme::Role::Accent, palette));
}

} // namespace

void MatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintGround(*painter, option, index);
    if (index.column() == MatrixModel::Target)
        paintTarget(*painter, option, index);
    else
        paintCell(*painter, option, index);
    painter->restore();
}

void MatrixDelegate::paintTarget(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool leftOut = index.data(MatrixModel::LeftOutRole).toBool();
    painter.setFont(theme::font(theme::Type::Mono));
    painter.setPen(leftOut ? theme::color(theme::Role::SecondaryText, option.palette)
                           : option.palette.color(QPalette::Text));
    drawText(painter, option.rect.adjusted(padding, 0, -padding, 0), index.data(MatrixModel::WordRole).toString(),
             Qt::ElideMiddle);
}

void MatrixDelegate::paintCell(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const QVariant state = index.data(MatrixModel::StateRole);
    const double progress = index.data(MatrixModel::ProgressRole).toDouble();
    QRect rect = option.rect.adjusted(padding, 0, -padding, 0);
    const bool opens = index.column() == MatrixModel::Where && !index.data(MatrixModel::LeftOutRole).toBool();
    if (opens && (option.state & (QStyle::State_MouseOver | QStyle::State_Selected)))
        paintChevron(painter, rect, palette);
    if (state.isValid()) {
        const int side = theme::rowHeight(theme::size::icon);
        const QRect icon(rect.left(), rect.center().y() - side / 2, side, side);
        theme::paintState(painter, icon, theme::State(state.toInt()), palette, progress < 0 ? 0.5 : progress);
        rect.setLeft(icon.right() + 1 + iconGap);
    }
    painter.setFont(theme::font(theme::Type::Body));
    painter.setPen(wordColor(state, palette));
    const QRect line = progress < 0 ? rect : rect.adjusted(0, 0, 0, -2);
    const int end = drawText(painter, line, index.data(MatrixModel::WordRole).toString());

    QRect detail = line;
    detail.setLeft(end + detailGap);
    if (detail.width() >= leastDetail) {
        painter.setFont(theme::font(theme::Type::Secondary));
        painter.setPen(theme::color(theme::Role::SecondaryText, palette));
        drawText(painter, detail, index.data(MatrixModel::DetailRole).toString());
    }
    if (progress >= 0) {
        const QRect bar(rect.left(), option.rect.bottom() - 5, rect.width() - padding, 3);
        paintProgress(painter, bar, progress, theme::stateColor(theme::State(state.toInt()), palette), palette);
    }
}

QSize MatrixDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics metrics(theme::font(theme::Type::Body));
    const QString word = index.data(MatrixModel::WordRole).toString();
    return {metrics.horizontalAdvance(word) + theme::size::icon + iconGap + 2 * padding,
            theme::rowHeight(theme::size::matrixRow)};
}

} // namespace unmoor
