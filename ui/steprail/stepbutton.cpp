// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/steprail/stepbutton.h"

#include "ui/widgets/plaintext.h"

#include <QPainter>

namespace unmoor {

namespace {

constexpr int inset = 6, gap = 4, iconLeft = 16, textLeft = 40, rightMargin = 14;

} // namespace

StepButton::StepButton(const QString &name, const QString &key, QWidget *parent)
    : QAbstractButton(parent)
    , m_key(key)
{
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepButton::setState(const StepState &state)
{
    if (m_state == state)
        return;
    m_state = state;
    setAccessibleDescription(m_symbol.isNull() ? tr("%1: %2").arg(theme::stateWord(state.state), state.summary)
                                               : state.summary);
    setToolTip(toolTipText(state.summary));
    update();
}

void StepButton::setSymbol(const QIcon &symbol)
{
    m_symbol = symbol;
    update();
}

QSize StepButton::sizeHint() const
{
    return {theme::size::railWidth, theme::rowHeight(theme::size::railRow)};
}

QColor StepButton::summaryColor() const
{
    switch (m_state.state) {
    case theme::State::Error:
    case theme::State::Warning:
    case theme::State::Running:
    case theme::State::Waiting:
        return theme::stateColor(m_state.state, palette());
    default:
        return theme::color(theme::Role::SecondaryText, palette());
    }
}

void StepButton::paintGround(QPainter &painter) const
{
    const QRectF card = QRectF(rect()).adjusted(inset, 0, -inset, -gap);
    painter.setPen(Qt::NoPen);
    if (isChecked() || underMouse()) {
        QColor fill = theme::color(theme::Role::Selection, palette());
        if (!isChecked())
            fill.setAlphaF(0.5F);
        painter.setBrush(fill);
        painter.drawRoundedRect(card, theme::size::cardRadius, theme::size::cardRadius);
    }
    if (isChecked()) {
        painter.setBrush(theme::color(theme::Role::Accent, palette()));
        painter.drawRoundedRect(QRectF(card.left(), card.top() + 7, 3, card.height() - 14), 1.5, 1.5);
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen(theme::color(theme::Role::Accent, palette()), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), theme::size::cardRadius, theme::size::cardRadius);
    }
}

void StepButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);

    const int half = (height() - gap) / 2;
    const QRect nameRow(textLeft, half - theme::rowHeight(18), width() - textLeft - rightMargin, theme::rowHeight(18));
    const QRect summaryRow(textLeft, half, width() - textLeft - 7, theme::rowHeight(17));
    const int side = theme::rowHeight(theme::size::icon);
    const QRect icon(iconLeft, nameRow.center().y() - side / 2, side, side);
    if (m_symbol.isNull())
        theme::paintState(painter, icon, m_state.state, palette(), m_state.progress);
    else
        m_symbol.paint(&painter, icon);

    const QColor secondary = theme::color(theme::Role::SecondaryText, palette());
    painter.setFont(theme::font(theme::Type::Header));
    painter.setPen(secondary);
    painter.drawText(nameRow, Qt::AlignRight | Qt::AlignVCenter, m_key);
    painter.setFont(theme::font(theme::Type::BodyStrong));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(nameRow, Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(theme::font(theme::Type::Secondary));
    painter.setPen(summaryColor());
    painter.drawText(summaryRow, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_state.summary, Qt::ElideRight, summaryRow.width()));
}

} // namespace unmoor
