// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/logscrollbar.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace unmoor {

void LogScrollBar::setTicks(const QList<ScrollTick> &ticks)
{
    if (ticks == m_ticks)
        return;
    m_ticks = ticks;
    update();
}

void LogScrollBar::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    QPainter painter(this);
    constexpr int thickness = 3;
    const int room = height() - thickness;
    for (const ScrollTick &tick : std::as_const(m_ticks)) {
        const auto state = tick.severity == Severity::Error ? theme::State::Error : theme::State::Warning;
        painter.fillRect(QRect(1, qRound(tick.position * room), width() - 2, thickness),
                         theme::stateColor(state, palette()));
    }
}

} // namespace unmoor
