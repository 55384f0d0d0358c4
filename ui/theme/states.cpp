// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/words.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace unmoor::theme {

using namespace Qt::StringLiterals;

namespace {

/// Shapes are drawn on a grid of 16 by 16.
struct Pen
{
    QPainter &painter;
    QColor color;
    QColor inner; ///< of marks inside filled shapes
};

constexpr QPointF center(8, 8);

QPen strokeOf(const QColor &color, double width)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void stroke(const Pen &pen, const QPainterPath &path, const QColor &color, double width)
{
    pen.painter.strokePath(path, strokeOf(color, width));
}

QPainterPath lines(std::initializer_list<QPointF> points)
{
    QPainterPath path(*points.begin());
    for (const QPointF &point : points)
        path.lineTo(point);
    return path;
}

QPainterPath circle(double radius)
{
    QPainterPath path;
    path.addEllipse(center, radius, radius);
    return path;
}

QPainterPath octagon(double radius)
{
    QPolygonF corners;
    for (int i = 0; i < 8; ++i) {
        const double angle = (i + 0.5) * std::numbers::pi / 4;
        corners << center + QPointF(std::cos(angle), std::sin(angle)) * radius;
    }
    QPainterPath path;
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

void paintRunning(const Pen &pen, double progress)
{
    const double sweep = -360 * std::clamp(progress, 0.0, 1.0);
    const QRectF ring(2, 2, 12, 12);
    QColor pale = pen.color;
    pale.setAlphaF(0.38F);
    stroke(pen, circle(6), pale, 1.5);
    QPainterPath arc;
    arc.arcMoveTo(ring, 90);
    arc.arcTo(ring, 90, sweep);
    stroke(pen, arc, pen.color, 1.5);
    QPainterPath pie(center);
    pie.arcTo(QRectF(4.4, 4.4, 7.2, 7.2), 90, sweep);
    pie.closeSubpath();
    pen.painter.fillPath(pie, pen.color);
}

void paintVerified(const Pen &pen)
{
    pen.painter.fillPath(circle(6.9), pen.color);
    stroke(pen, lines({{5, 8.3}, {7.2, 10.4}, {11, 5.9}}), pen.inner, 1.7);
}

void paintCached(const Pen &pen)
{
    QPainterPath box;
    box.addRoundedRect(QRectF(2.2, 2.2, 11.6, 11.6), 2.4, 2.4);
    stroke(pen, box, pen.color, 1.4);
    stroke(pen, lines({{5.1, 8.3}, {7.2, 10.3}, {10.9, 6}}), pen.color, 1.6);
}

void paintWarning(const Pen &pen)
{
    QPainterPath triangle = lines({{8, 2.3}, {14.3, 13.3}, {1.7, 13.3}});
    triangle.closeSubpath();
    pen.painter.fillPath(triangle, pen.color);
    stroke(pen, triangle, pen.color, 1.5);
    stroke(pen, lines({{8, 6.1}, {8, 9.5}}), pen.inner, 1.6);
    pen.painter.setPen(Qt::NoPen);
    pen.painter.setBrush(pen.inner);
    pen.painter.drawEllipse(QPointF(8, 11.9), 0.95, 0.95);
}

void paintError(const Pen &pen)
{
    const QPainterPath shape = octagon(6.9);
    pen.painter.fillPath(shape, pen.color);
    stroke(pen, shape, pen.color, 0.8);
    stroke(pen, lines({{5.7, 5.7}, {10.3, 10.3}}), pen.inner, 1.8);
    stroke(pen, lines({{10.3, 5.7}, {5.7, 10.3}}), pen.inner, 1.8);
}

void paintLeftOut(const Pen &pen)
{
    // Ten dashes around the ring: the pattern is in units of the pen's width.
    constexpr double width = 1.4;
    constexpr double part = 2 * std::numbers::pi * 6 / 10 / width;
    QPen dashed(pen.color, width, Qt::CustomDashLine, Qt::FlatCap);
    dashed.setDashPattern({part * 0.64, part * 0.36});
    pen.painter.strokePath(circle(6), dashed);
    stroke(pen, lines({{5.6, 8}, {10.4, 8}}), pen.color, 1.5);
}

void paintWaiting(const Pen &pen)
{
    stroke(pen, circle(6), pen.color, 1.5);
    stroke(pen, lines({{8, 4.6}, {8, 8.2}, {10.4, 9.5}}), pen.color, 1.4);
}

void paintCanceled(const Pen &pen)
{
    stroke(pen, circle(6), pen.color, 1.5);
    QPainterPath square;
    square.addRoundedRect(QRectF(5.5, 5.5, 5, 5), 0.8, 0.8);
    pen.painter.fillPath(square, pen.color);
}

void paintNote(const Pen &pen)
{
    stroke(pen, circle(6), pen.color, 1.4);
    stroke(pen, lines({{8, 7.6}, {8, 11}}), pen.color, 1.5);
    pen.painter.setPen(Qt::NoPen);
    pen.painter.setBrush(pen.color);
    pen.painter.drawEllipse(QPointF(8, 5.2), 0.95, 0.95);
}

void paintShape(const Pen &pen, State state, double progress)
{
    switch (state) {
    case State::Planned:
        return stroke(pen, circle(5.9), pen.color, 1.5);
    case State::Running:
        return paintRunning(pen, progress);
    case State::Done:
        return stroke(pen, lines({{2.9, 8.6}, {6.3, 12}, {13.1, 4.4}}), pen.color, 2);
    case State::Verified:
        return paintVerified(pen);
    case State::Cached:
        return paintCached(pen);
    case State::Warning:
        return paintWarning(pen);
    case State::Error:
        return paintError(pen);
    case State::LeftOut:
        return paintLeftOut(pen);
    case State::Waiting:
        return paintWaiting(pen);
    case State::Canceled:
        return paintCanceled(pen);
    case State::Note:
        return paintNote(pen);
    case State::Skipped:
        return stroke(pen, lines({{4, 8}, {12, 8}}), pen.color, 1.6);
    }
}

class StateIconEngine : public QIconEngine
{
public:
    explicit StateIconEngine(State state)
        : m_state(state)
    {
    }
    QIconEngine *clone() const override { return new StateIconEngine(m_state); }
    QString key() const override { return u"unmoor-state"_s; }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.45);
        paintState(*painter, rect, m_state, QGuiApplication::palette());
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect({}, size), mode, state);
        return picture;
    }

private:
    State m_state;
};

} // namespace

void paintState(QPainter &painter, const QRectF &rect, State state, const QPalette &palette, double progress)
{
    const double side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side, side) / 2);
    painter.scale(side / 16, side / 16);
    paintShape({painter, stateColor(state, palette), isDark(palette) ? QColor(0x17191D) : QColor(Qt::white)}, state,
               progress);
    painter.restore();
}

QIcon stateIcon(State state)
{
    return QIcon(new StateIconEngine(state));
}

State stateOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return State::Error;
    case Severity::Warning:
        return State::Warning;
    case Severity::Info:
        break;
    }
    return State::Note;
}

QString stateWord(State state)
{
    const auto word = [](const char *text) { return Words::tr(text); };
    switch (state) {
    case State::Planned:
        return word(QT_TRANSLATE_NOOP("Unmoor", "planned"));
    case State::Running:
        return word(QT_TRANSLATE_NOOP("Unmoor", "running"));
    case State::Done:
        return word(QT_TRANSLATE_NOOP("Unmoor", "done"));
    case State::Verified:
        return word(QT_TRANSLATE_NOOP("Unmoor", "verified"));
    case State::Cached:
        return word(QT_TRANSLATE_NOOP("Unmoor", "cached"));
    case State::Warning:
        return word(QT_TRANSLATE_NOOP("Unmoor", "warning"));
    case State::Error:
        return word(QT_TRANSLATE_NOOP("Unmoor", "error"));
    case State::LeftOut:
        return word(QT_TRANSLATE_NOOP("Unmoor", "left out"));
    case State::Waiting:
        return word(QT_TRANSLATE_NOOP("Unmoor", "waiting"));
    case State::Canceled:
        return word(QT_TRANSLATE_NOOP("Unmoor", "canceled"));
    case State::Note:
        return word(QT_TRANSLATE_NOOP("Unmoor", "note"));
    case State::Skipped:
        return word(QT_TRANSLATE_NOOP("Unmoor", "skipped"));
    }
    return {};
}

} // namespace unmoor::theme
