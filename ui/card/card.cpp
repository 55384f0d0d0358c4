// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/card/card.h"

#include <QPainter>
#include <QPainterPath>

namespace unmoor {

namespace {

constexpr int cardBarWidth = 4;

QColor tintOf(theme::State state, const QPalette &palette)
{
    using theme::Role;
    if (state == theme::State::Error)
        return theme::color(Role::ErrorTint, palette);
    return theme::color(state == theme::State::Warning ? Role::WarningTint : Role::NoteTint, palette);
}

} // namespace

Card::Card(theme::State state, Fill fill, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_fill(fill)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::size::cardRadius,
                           theme::size::cardRadius);
    const QColor color = theme::stateColor(m_state, palette());
    painter.fillPath(outline, m_fill == Fill::Base ? palette().color(QPalette::Base) : tintOf(m_state, palette()));
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(QRect(0, 0, cardBarWidth, height()), color);
    painter.restore();
    painter.strokePath(outline, QPen(theme::stateLine(m_state, palette()), 1));
}

} // namespace unmoor
