// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/flatpaint.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace unmoor::theme {

namespace {

QColor indicatorFill(const QStyleOption &option, bool on)
{
    if (!(option.state & QStyle::State_Enabled))
        return option.palette.color(QPalette::Window);
    return on ? color(Role::AccentButton, option.palette) : touched(option.palette.color(QPalette::Base), option);
}

/// The outline of what can be switched on: seen on the window's color, too.
QColor indicatorLine(const QStyleOption &option, bool on)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    if (on && enabled)
        return isHighContrast(option.palette) ? option.palette.color(QPalette::Text)
                                              : color(Role::AccentButton, option.palette).darker(112);
    return color(enabled ? Role::SecondaryText : Role::Line, option.palette);
}

} // namespace

void paintBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line, double radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.alpha() ? QPen(line, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

void paintRing(QPainter *painter, const QRect &rect, const QColor &color, double radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

QColor touched(const QColor &fill, const QStyleOption &option)
{
    const bool dark = isDark(option.palette);
    if (option.state & (QStyle::State_Sunken | QStyle::State_On))
        return dark ? fill.lighter(118) : fill.darker(107);
    if ((option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled))
        return dark ? fill.lighter(112) : fill.darker(103);
    return fill;
}

QColor controlLine(const QPalette &palette)
{
    const QColor line = color(Role::Line, palette);
    return isDark(palette) ? line.lighter(125) : line.darker(107);
}

QColor grooveColor(const QPalette &palette)
{
    if (!isHighContrast(palette))
        return color(Role::Line, palette);
    return isDark(palette) ? QColor(0x6B6B6B) : QColor(0x8C8C8C); // a line of 4.5:1 would be too close to the fill
}

void paintChevron(QPainter *painter, const QRectF &rect, const QColor &color, double degrees)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.center());
    painter->rotate(degrees);
    painter->setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF{{-3.5, -1.75}, {0, 1.75}, {3.5, -1.75}});
    painter->restore();
}

void paintCheckBox(const QStyleOption &option, QPainter *painter)
{
    const bool on = option.state & QStyle::State_On;
    const bool some = option.state & QStyle::State_NoChange;
    paintBox(painter, option.rect, indicatorFill(option, on || some), indicatorLine(option, on || some), 3);
    if (!on && !some)
        return;
    const bool enabled = option.state & QStyle::State_Enabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(QRectF(option.rect).center());
    painter->setPen(QPen(enabled ? QColor(Qt::white) : color(Role::SecondaryText, option.palette), 1.8, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    if (on)
        painter->drawPolyline(QPolygonF{{-3.5, 0}, {-1, 2.5}, {3.5, -2.75}});
    else
        painter->drawLine(QPointF(-3, 0), QPointF(3, 0));
    painter->restore();
}

void paintRadioButton(const QStyleOption &option, QPainter *painter)
{
    const bool on = option.state & QStyle::State_On;
    const QRectF ring = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(indicatorLine(option, on), 1));
    painter->setBrush(indicatorFill(option, on));
    painter->drawEllipse(ring);
    if (on) {
        const bool enabled = option.state & QStyle::State_Enabled;
        painter->setPen(Qt::NoPen);
        painter->setBrush(enabled ? QColor(Qt::white) : color(Role::SecondaryText, option.palette));
        painter->drawEllipse(ring.center(), ring.width() / 5, ring.width() / 5);
    }
    painter->restore();
}

void paintSpinBox(const QStyleOptionSpinBox &option, const QRect &up, const QRect &down, QPainter *painter)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    paintBox(painter, option.rect, option.palette.color(enabled ? QPalette::Base : QPalette::Window),
             controlLine(option.palette));
    const auto step = [&](const QRect &rect, QAbstractSpinBox::StepEnabledFlag which, double degrees) {
        const bool can = enabled && (option.stepEnabled & which);
        paintChevron(painter, rect, option.palette.color(can ? QPalette::Active : QPalette::Disabled, QPalette::Text),
                     degrees);
    };
    step(up, QAbstractSpinBox::StepUpEnabled, 180);
    step(down, QAbstractSpinBox::StepDownEnabled, 0);
    if (option.state & QStyle::State_HasFocus)
        paintRing(painter, option.rect, color(Role::Accent, option.palette));
}

} // namespace unmoor::theme
