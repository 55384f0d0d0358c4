// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/sizebars.h"

#include "app/core/format.h"
#include "ui/archive/comparetext.h"
#include "ui/archive/tints.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/plaintext.h"

#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int legendPixels = 22, gap = 16;

int advance(theme::Type type, const QString &text)
{
    return QFontMetrics(theme::font(type)).horizontalAdvance(text);
}

} // namespace

SizeBars::SizeBars(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Archive sizes"));
    setAccessibleRole(this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void SizeBars::setSizes(const QList<PackedSizes> &sizes, const QString &before, const QString &after)
{
    m_sizes = sizes;
    m_before = before;
    m_after = after;
    m_largest = 1;
    for (const PackedSizes &size : m_sizes)
        m_largest = std::max({m_largest, size.before, size.after});
    setAccessibleDescription(describe());
    setToolTip(toolTipText(describe()));
    updateGeometry();
    update();
}

QString SizeBars::describe() const
{
    QStringList lines;
    for (const PackedSizes &size : m_sizes) {
        if (size.before < 0 || size.after < 0)
            lines.append(size.after < 0 ? tr("%1: %2 before, none now").arg(size.triple, formatBytes(size.before))
                                        : tr("%1: %2, none before").arg(size.triple, formatBytes(size.after)));
        else
            lines.append(u"%1: %2 → %3 (%4)"_s.arg(size.triple, formatBytes(size.before), formatBytes(size.after),
                                                   sizeChangeText(size.before, size.after)));
    }
    return lines.join(u'\n');
}

int SizeBars::rowHeight() const
{
    return theme::rowHeight(30);
}

int SizeBars::shownRows() const
{
    const int room = (height() - theme::rowHeight(legendPixels)) / rowHeight();
    return std::clamp(room, 1, std::max(1, int(m_sizes.size())));
}

QSize SizeBars::sizeHint() const
{
    const int rows = std::clamp(int(m_sizes.size()), 1, 5);
    return {theme::rowHeight(560), rows * rowHeight() + theme::rowHeight(legendPixels)};
}

QSize SizeBars::minimumSizeHint() const
{
    return {theme::rowHeight(260), std::min(sizeHint().height(), 3 * rowHeight() + theme::rowHeight(legendPixels))};
}

/// Between the triple and the numbers, which keep their room.
QRectF SizeBars::barsRect(int row) const
{
    int names = 0;
    for (const PackedSizes &size : m_sizes)
        names = std::max(names, advance(theme::Type::Mono, size.triple));
    names = std::min(names, int(width() * 0.38));
    const bool hasPercent = width() >= theme::rowHeight(520);
    const int numbers = advance(theme::Type::Secondary,
                                hasPercent ? u"1000.0 MiB  +1000.0 MiB  +100.0 %"_s : u"1000.0 MiB  +1000.0 MiB"_s);
    const double left = names + gap;
    return {left, double(row * rowHeight()) + 6, std::max(40.0, double(width() - numbers - gap) - left),
            double(rowHeight()) - 11};
}

void SizeBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int row = 0; row < std::min(shownRows(), int(m_sizes.size())); ++row)
        paintRow(painter, row);
    paintLegend(painter);
}

void SizeBars::paintRow(QPainter &painter, int row) const
{
    const SizeTints tints(palette());
    const PackedSizes &size = m_sizes[row];
    const QRectF bars = barsRect(row);
    const double half = (bars.height() - 3) / 2;
    const auto end = [&](qint64 bytes) {
        return double(std::max<qint64>(bytes, 0)) / double(m_largest) * bars.width();
    };
    const double before = end(size.before);
    const double after = end(size.after);
    const auto part = [&](double from, double to) {
        return QRectF(bars.left() + from, bars.top() + half + 3, to - from, half);
    };
    painter.fillRect(QRectF(bars.left(), bars.top(), before, half), tints.before);
    painter.fillRect(part(0, std::min(before, after)), tints.after);
    if (after > before && size.before >= 0)
        painter.fillRect(part(std::min(before, bars.width() - 2), std::max(after, before + 2)), tints.grown);
    else if (size.before < 0)
        painter.fillRect(part(0, after), tints.after);
    if (before > after && size.after >= 0) {
        painter.setPen(QPen(tints.shrunk, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(part(after, std::max(before, after + 4)).adjusted(0.6, 0.6, -0.6, -0.6));
    }
    painter.setFont(theme::font(theme::Type::Mono));
    painter.setPen(palette().color(QPalette::Text));
    const QRectF name(0, row * rowHeight(), bars.left() - gap, rowHeight());
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(size.triple, Qt::ElideMiddle, int(name.width())));
    paintNumbers(painter, row);
}

void SizeBars::paintNumbers(QPainter &painter, int row) const
{
    const PackedSizes &size = m_sizes[row];
    const bool isBoth = size.before >= 0 && size.after >= 0;
    QStringList numbers{size.after < 0 ? tr("none now") : formatBytes(size.after)};
    numbers.append(isBoth ? sizeChangeText(size.before, size.after) : size.before < 0 ? tr("new") : QString());
    if (width() >= theme::rowHeight(520))
        numbers.append(isBoth ? percentText(size.before, size.after) : QString());
    painter.setFont(theme::font(theme::Type::Secondary));
    painter.setPen(theme::color(theme::Role::SecondaryText, palette()));
    // Right-aligned columns from the right end, so that the rows stand under each other.
    const QFontMetrics metrics = painter.fontMetrics();
    const QStringList widest{u"1000.0 MiB"_s, u"+1000.0 MiB"_s, u"+100.0 %"_s};
    double right = width();
    for (qsizetype i = numbers.size() - 1; i >= 0; --i) {
        const int column = metrics.horizontalAdvance(widest[i]);
        painter.drawText(QRectF(right - column, row * rowHeight(), column, rowHeight()),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, numbers[i]);
        right -= column + metrics.horizontalAdvance(u"  "_s);
    }
}

void SizeBars::paintLegend(QPainter &painter) const
{
    const SizeTints tints(palette());
    const int top = shownRows() * rowHeight();
    const int line = theme::rowHeight(legendPixels);
    double left = barsRect(0).left();
    painter.setFont(theme::font(theme::Type::Header));
    const auto add = [&](const QColor &color, const QString &text, bool isOutline) {
        const QRectF box(left, top + (line - 7) / 2.0, 12, 7);
        if (isOutline) {
            painter.setPen(QPen(color, 1.2));
            painter.drawRect(box.adjusted(0.6, 0.6, -0.6, -0.6));
        } else {
            painter.fillRect(box, color);
        }
        painter.setPen(theme::color(theme::Role::SecondaryText, palette()));
        const int width = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QRectF(box.right() + 6, top, width + 4, line), Qt::AlignLeft | Qt::AlignVCenter, text);
        left = box.right() + 6 + width + 18;
    };
    add(tints.before, m_before, false);
    add(tints.after, m_after, false);
    add(tints.grown, tr("grown"), false);
    add(tints.shrunk, tr("shrunk"), true);
    if (const int hidden = int(m_sizes.size()) - shownRows(); hidden > 0)
        painter.drawText(QRectF(left, top, width() - left, line), Qt::AlignLeft | Qt::AlignVCenter,
                         counted(hidden, tr("1 target more"), tr("%1 targets more")));
}

} // namespace unmoor
