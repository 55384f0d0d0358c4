// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/failurebox.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QResizeEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace unmoor {

FailureBox::FailureBox(Holds holds, QWidget *parent)
    : QScrollArea(parent)
    , m_content(new QWidget)
    , m_leastHeight(holds == Holds::Card ? 120 : theme::rowHeight(48))
{
    auto *column = new QVBoxLayout(m_content);
    if (holds == Holds::Card)
        column->setContentsMargins(theme::space::l, theme::space::m, theme::space::l, theme::space::m);
    else
        column->setContentsMargins({});
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setWidget(m_content);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    m_content->installEventFilter(this);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void FailureBox::setCard(QWidget *card)
{
    if (m_card) {
        m_card->hide();
        m_card->deleteLater(); // it may be its button that is being clicked
    }
    m_card = card;
    if (!card)
        return;
    m_content->layout()->addWidget(card);
    card->show(); // at once, not with the next event
    updateGeometry();
}

QSize FailureBox::sizeHint() const
{
    const QLayout *layout = m_content->layout();
    const int width = viewport()->width();
    return {layout->minimumSize().width(),
            layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : layout->totalSizeHint().height()};
}

QSize FailureBox::minimumSizeHint() const
{
    const QSize least = m_content->layout()->minimumSize();
    return {least.width(), std::min(least.height(), leastHeight())};
}

/// Of a card that scrolls in itself, all of it that does not; of anything else a few lines.
int FailureBox::leastHeight() const
{
    const FailureBox *inner = m_card ? m_card->findChild<FailureBox *>() : nullptr;
    return inner ? m_content->layout()->minimumSize().height() : m_leastHeight;
}

bool FailureBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_content && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

void FailureBox::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry(); // text wraps elsewhere
}

} // namespace unmoor
