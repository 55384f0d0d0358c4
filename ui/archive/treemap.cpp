// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/treemap.h"

#include "app/core/format.h"
#include "app/core/visibletext.h"
#include "ui/archive/tints.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/plaintext.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int mostDepth = 32, titlePixels = 17;
constexpr double leastSide = 3; ///< smaller tiles are not drawn
constexpr qsizetype mostTiles = 5000;

/// The worst ratio of sides in a row of \a sum along \a side.
double worstRatio(double largest, double smallest, double sum, double side)
{
    const double square = side * side / (sum * sum);
    return std::max(square * largest, 1 / (square * smallest));
}

} // namespace

QList<QRectF> squarified(const QList<qint64> &sizes, const QRectF &area)
{
    QList<QRectF> rects;
    rects.reserve(sizes.size());
    double left = 0; // bytes
    for (const qint64 size : sizes)
        left += double(size);
    QRectF free = area;
    for (qsizetype first = 0; first < sizes.size();) {
        const double scale = left > 0 ? free.width() * free.height() / left : 0; // pixels per byte
        const double side = std::min(free.width(), free.height());
        if (scale <= 0 || side <= 0) {
            rects.append(QRectF(free.topLeft(), QSizeF(0, 0)));
            ++first;
            continue;
        }
        const double largest = double(sizes[first]) * scale;
        qsizetype end = first + 1;
        double bytes = double(sizes[first]);
        double ratio = worstRatio(largest, largest, largest, side);
        for (; end < sizes.size(); ++end) {
            const double more = bytes + double(sizes[end]);
            const double next = worstRatio(largest, double(sizes[end]) * scale, more * scale, side);
            if (next > ratio)
                break;
            ratio = next;
            bytes = more;
        }
        const double thickness = bytes * scale / side;
        const bool isColumn = free.width() >= free.height();
        double at = 0;
        for (; first < end; ++first) {
            const double length = double(sizes[first]) * scale / thickness;
            rects.append(isColumn ? QRectF(free.left(), free.top() + at, thickness, length)
                                  : QRectF(free.left() + at, free.top(), length, thickness));
            at += length;
        }
        if (isColumn)
            free.setLeft(std::min(free.left() + thickness, free.right()));
        else
            free.setTop(std::min(free.top() + thickness, free.bottom()));
        left -= bytes;
    }
    return rects;
}

Treemap::Treemap(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setAccessibleName(tr("What fills the archive"));
    setAccessibleRole(this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void Treemap::setBreakdown(const SizeBreakdown &breakdown)
{
    m_breakdown = breakdown;
    m_chosen.clear();
    layOut();
    QStringList parts;
    for (const SizePart &part : m_breakdown.largest.first(std::min<qsizetype>(m_breakdown.largest.size(), 5)))
        parts.append(describe(part, m_breakdown.whole.bytes));
    setAccessibleDescription(parts.join(u'\n'));
}

void Treemap::setChosen(const QString &path)
{
    m_chosen = path;
    update();
}

QColor Treemap::color(const QString &kind, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor accent = theme::color(theme::Role::Accent, palette);
    const QColor gray = theme::color(theme::Role::SecondaryText, palette);
    const double more = theme::isDark(palette) ? 0.06 : 0;
    if (kind == "program"_L1)
        return tinted(base, accent, 0.36 + more);
    if (kind == "library"_L1)
        return tinted(base, accent, 0.17 + more);
    if (kind == "document"_L1)
        return tinted(base, gray, 0.44 + more);
    return tinted(base, gray, 0.24 + more);
}

void Treemap::paintCopyHatch(QPainter &painter, const QRectF &rect, const QPalette &palette)
{
    QColor ink = theme::color(theme::Role::SecondaryText, palette);
    ink.setAlphaF(0.45F);
    painter.fillRect(rect, QBrush(ink, Qt::BDiagPattern));
}

QString Treemap::describe(const SizePart &part, qint64 whole)
{
    QStringList words{withVisibleSigns(part.path.isEmpty() ? part.name : part.path), formatBytes(part.bytes)};
    if (whole > 0)
        words.append(
            tr("%1 % of the archive").arg(QLocale().toString(100 * double(part.bytes) / double(whole), 'f', 1)));
    if (part.isDuplicate)
        words.append(tr("its content is in the archive more than once"));
    if (part.symbolBytes > 0)
        words.append(tr("stripping saves %1").arg(formatBytes(part.symbolBytes)));
    return words.join(u", "_s);
}

void Treemap::layOut()
{
    m_tiles.clear();
    m_hovered = -1;
    // Folders that hold everything say nothing: their frames would only take room.
    const SizePart *top = &m_breakdown.whole;
    for (int depth = 0; depth < mostDepth && top->parts.size() == 1 && !top->parts.first().parts.isEmpty(); ++depth)
        top = &top->parts.first();
    addTiles(*top, QRectF(rect()), 0);
    update();
}

void Treemap::addTiles(const SizePart &folder, const QRectF &area, int depth)
{
    QList<qint64> sizes;
    for (const SizePart &part : folder.parts)
        if (part.bytes > 0)
            sizes.append(part.bytes);
    const QList<QRectF> rects = squarified(sizes, area);
    for (qsizetype i = 0; i < rects.size() && m_tiles.size() < mostTiles; ++i) {
        const QRectF &rect = rects[i];
        const SizePart &part = folder.parts[i]; // largest first: those of no size come last
        if (rect.width() < leastSide || rect.height() < leastSide)
            continue;
        const int title = theme::rowHeight(titlePixels, theme::Type::Header);
        const bool isFolder = !part.parts.isEmpty();
        m_tiles.append({rect, &part, isFolder});
        if (!isFolder || depth >= mostDepth)
            continue;
        const bool hasTitle = rect.height() > 2.5 * title && rect.width() > 40;
        addTiles(part, rect.adjusted(2, hasTitle ? title : 2, -2, -2), depth + 1);
    }
}

int Treemap::tileAt(const QPointF &position) const
{
    for (qsizetype i = m_tiles.size() - 1; i >= 0; --i)
        if (m_tiles[i].rect.contains(position))
            return int(i);
    return -1;
}

bool Treemap::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int tile = tileAt(help->pos());
        if (tile >= 0)
            showToolTip(help->globalPos(), describe(*m_tiles[tile].part, m_breakdown.whole.bytes), this,
                        m_tiles[tile].rect.toAlignedRect());
        else
            showToolTip({}, {}, this);
        return true;
    }
    return QWidget::event(event);
}

void Treemap::resizeEvent(QResizeEvent *)
{
    layOut();
}

void Treemap::mousePressEvent(QMouseEvent *event)
{
    const int tile = event->button() == Qt::LeftButton ? tileAt(event->position()) : -1;
    if (tile < 0 || m_tiles[tile].part->path.isEmpty())
        return;
    setChosen(m_tiles[tile].part->path);
    Q_EMIT pathChosen(m_chosen);
}

void Treemap::mouseMoveEvent(QMouseEvent *event)
{
    if (const int tile = tileAt(event->position()); std::exchange(m_hovered, tile) != tile)
        update();
}

void Treemap::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void Treemap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    for (const Tile &tile : m_tiles)
        paintTile(painter, tile);
    const auto outline = [&](const Tile &tile, const QColor &color, double width) {
        painter.setPen(QPen(color, width));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(tile.rect.adjusted(width / 2, width / 2, -width / 2 - 1, -width / 2 - 1));
    };
    if (m_hovered >= 0)
        outline(m_tiles[m_hovered], palette().color(QPalette::Text), 1);
    for (const Tile &tile : m_tiles)
        if (!m_chosen.isEmpty() && tile.part->path == m_chosen)
            outline(tile, theme::color(theme::Role::Accent, palette()), 2);
}

void Treemap::paintTile(QPainter &painter, const Tile &tile) const
{
    // One pixel of the ground between neighbors.
    const QRectF rect = tile.rect.adjusted(0, 0, -1, -1);
    if (tile.isFolder) {
        painter.fillRect(rect,
                         tinted(palette().color(QPalette::Base), theme::color(theme::Role::Line, palette()), 0.3));
    } else {
        painter.fillRect(rect, color(tile.part->kind, palette()));
        if (tile.part->isDuplicate)
            paintCopyHatch(painter, rect, palette());
        if (tile.part->symbolBytes > 0 && tile.part->bytes > 0) {
            const double share = std::min(1.0, double(tile.part->symbolBytes) / double(tile.part->bytes));
            QColor ink = theme::color(theme::Role::Accent, palette());
            ink.setAlphaF(0.35F);
            painter.fillRect(
                QRectF(rect.left(), rect.bottom() - rect.height() * share, rect.width(), rect.height() * share), ink);
        }
    }
    paintLabel(painter, tile);
}

void Treemap::paintLabel(QPainter &painter, const Tile &tile) const
{
    painter.setFont(theme::font(theme::Type::Header));
    const QFontMetrics metrics = painter.fontMetrics();
    const QRectF room = tile.rect.adjusted(5, 2, -5, -2);
    if (room.width() < 28 || room.height() < metrics.height())
        return;
    const bool hasTitle = tile.rect.height() > 2.5 * theme::rowHeight(titlePixels, theme::Type::Header);
    if (tile.isFolder && !hasTitle)
        return;
    const auto write = [&](double top, const QString &text, const QColor &color, Qt::TextElideMode mode) {
        painter.setPen(color);
        painter.drawText(QRectF(room.left(), top, room.width(), metrics.height()), Qt::AlignLeft | Qt::TextSingleLine,
                         metrics.elidedText(text, mode, int(room.width())));
    };
    const QString name = withVisibleSigns(tile.part->name);
    const QString size = formatBytes(tile.part->bytes);
    const QColor text = palette().color(QPalette::Text);
    const QColor muted = theme::color(theme::Role::SecondaryText, palette());
    if (tile.isFolder) {
        write(room.top(), u"%1/  %2"_s.arg(name, size), muted, Qt::ElideRight);
        return;
    }
    write(room.top(), name, text, Qt::ElideMiddle);
    if (room.height() >= 2 * metrics.height())
        write(room.top() + metrics.height(), size, text, Qt::ElideRight);
}

} // namespace unmoor
