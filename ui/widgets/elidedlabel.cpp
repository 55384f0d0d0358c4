// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elidedlabel.h"

#include "ui/widgets/plaintext.h"

#include <QHelpEvent>
#include <QPainter>

namespace unmoor {

ElidedLabel::ElidedLabel(QWidget *parent)
    : ElidedLabel({}, theme::Type::Body, false, parent)
{
}

ElidedLabel::ElidedLabel(const QString &text, theme::Type type, bool secondary, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setFont(theme::font(type));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    if (secondary)
        setForegroundRole(QPalette::PlaceholderText);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setState(std::optional<theme::State> state)
{
    m_state = state;
    update();
}

bool ElidedLabel::isElided() const
{
    return fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins margins = contentsMargins();
    return {fontMetrics().horizontalAdvance(text()) + margins.left() + margins.right() + 1,
            fontMetrics().height() + margins.top() + margins.bottom()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), fontMetrics().horizontalAdvance(u'…') + theme::space::l), sizeHint().height()};
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->globalPos(), isElided() ? text() : QString(), this);
        return true;
    }
    return QLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor own = palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole());
    painter.setPen(m_state && isEnabled() ? theme::stateTextColor(*m_state, palette()) : own);
    const QRect rect = contentsRect();
    painter.drawText(rect, int(alignment() | Qt::TextSingleLine),
                     fontMetrics().elidedText(text(), m_mode, rect.width()));
}

} // namespace unmoor
