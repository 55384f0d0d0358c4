// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/widgets/plaintext.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace unmoor {

namespace {

constexpr int side = 9, symbolGap = 7, detailGap = 9;

} // namespace

Chip::Chip(const QString &symbol, QWidget *parent)
    : QAbstractButton(parent)
    , m_symbol(theme::symbol(symbol))
{
    setFont(theme::font(theme::Type::Secondary));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Chip::setTexts(const QString &text, const QString &detail)
{
    const QString whole = detail.isEmpty() ? text : tr("%1, %2").arg(text, detail);
    setText(text);
    m_detail = detail;
    setToolTip(toolTipText(whole));
    setAccessibleName(m_state ? tr("%1, %2").arg(whole, theme::stateWord(*m_state)) : whole);
    updateGeometry();
    update();
}

void Chip::setDetailIsMuted(bool muted)
{
    m_detailIsMuted = muted;
    update();
}

void Chip::setTextIsMuted(bool muted)
{
    m_textIsMuted = muted;
    update();
}

void Chip::setState(std::optional<theme::State> state)
{
    m_state = state;
    setTexts(text(), m_detail);
}

void Chip::setPreferredWidth(int width)
{
    m_preferredWidth = width;
    updateGeometry();
}

int Chip::textWidth(const QString &text) const
{
    return text.isEmpty() ? 0 : fontMetrics().horizontalAdvance(text) + 1;
}

int Chip::fixedWidth() const
{
    return 2 * side + theme::size::icon + symbolGap + (m_state ? symbolGap + theme::size::icon : 0);
}

QSize Chip::sizeHint() const
{
    const int detail = m_detail.isEmpty() ? 0 : detailGap + textWidth(m_detail);
    const int width = fixedWidth() + textWidth(text()) + detail;
    return {std::max(width, m_preferredWidth), theme::rowHeight(24)};
}

QSize Chip::minimumSizeHint() const
{
    return {fixedWidth() + std::min(textWidth(text()), 40), sizeHint().height()};
}

void Chip::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    option.initFrom(this);
    if (isDown())
        option.state |= QStyle::State_Sunken;
    painter.drawPrimitive(QStyle::PE_PanelButtonCommand, option);
    if (hasFocus())
        painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);

    const int icon = theme::size::icon;
    QRect inner = rect().adjusted(side, 0, -side, 0);
    m_symbol.paint(&painter, QRect(inner.left(), (height() - icon) / 2, icon, icon).adjusted(1, 1, -1, -1));
    inner.setLeft(inner.left() + icon + symbolGap);
    if (m_state) {
        theme::paintState(painter, QRect(inner.right() - icon + 1, (height() - icon) / 2, icon, icon), *m_state,
                          palette());
        inner.setRight(inner.right() - icon - symbolGap);
    }
    const QColor plain = palette().color(QPalette::Text);
    const QColor muted = theme::color(theme::Role::SecondaryText, palette());
    const int detail = m_detail.isEmpty() ? 0 : detailGap + textWidth(m_detail);
    const bool fits = textWidth(text()) + detail <= inner.width();
    painter.setPen(m_textIsMuted ? muted : plain);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, inner.width()));
    if (fits && detail > 0) {
        painter.setPen(m_detailIsMuted ? muted : plain);
        painter.drawText(inner.adjusted(textWidth(text()) + detailGap, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_detail);
    }
}

void Chip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        update();
    QAbstractButton::changeEvent(event);
}

} // namespace unmoor
