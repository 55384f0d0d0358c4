// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/card/selectabletext.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QWheelEvent>
#include <cmath>
#include <memory>

namespace unmoor {

SelectableText::SelectableText(const QString &text, theme::Type type, QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setFont(theme::font(type));
    document()->setDocumentMargin(0);
    setViewportMargins(0, 0, 0, 0);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setPlainText(text);
}

void SelectableText::setState(theme::State state)
{
    m_state = state;
    updateColor();
}

void SelectableText::setMuted()
{
    m_isMuted = true;
    updateColor();
}

void SelectableText::updateColor()
{
    if (!m_state && !m_isMuted)
        return;
    QPalette own = palette();
    own.setColor(QPalette::Text,
                 m_state ? theme::stateTextColor(*m_state, own) : theme::color(theme::Role::SecondaryText, own));
    if (own != palette())
        setPalette(own);
}

/// A color of its own does not follow the application's light and dark by itself.
void SelectableText::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColor();
}

int SelectableText::heightForWidth(int width) const
{
    const std::unique_ptr<QTextDocument> copy(document()->clone());
    copy->setDefaultFont(font());
    copy->setTextWidth(std::max(1, width));
    return int(std::ceil(copy->size().height()));
}

QSize SelectableText::sizeHint() const
{
    const int width = this->width() > 0 ? this->width() : 200;
    return {200, heightForWidth(width)};
}

QSize SelectableText::minimumSizeHint() const
{
    return {60, QFontMetrics(font()).height()};
}

void SelectableText::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        setFixedHeight(heightForWidth(event->size().width()));
}

/// The page scrolls, not the text.
void SelectableText::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace unmoor
