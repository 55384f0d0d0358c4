// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stateicon.h"

#include <QEvent>
#include <QPainter>

namespace unmoor {

StateIcon::StateIcon(std::optional<theme::State> state, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setState(state);
}

void StateIcon::setState(std::optional<theme::State> state, double progress)
{
    m_state = state;
    m_progress = progress;
    setAccessibleName(state ? theme::stateWord(*state) : QString());
    if (parentWidget()) // Alone it would become a window.
        setVisible(state.has_value());
    update();
}

bool StateIcon::event(QEvent *event)
{
    if (event->type() == QEvent::ParentChange && parentWidget())
        setVisible(m_state.has_value());
    return QWidget::event(event);
}

QSize StateIcon::sizeHint() const
{
    const int extent = theme::rowHeight(theme::size::icon);
    return {extent, extent};
}

void StateIcon::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_state)
        theme::paintState(painter, rect(), *m_state, palette(), m_progress);
}

} // namespace unmoor
