// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/failurebox.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace unmoor {

FailureBox::FailureBox(QWidget *parent)
    : QScrollArea(parent)
    , m_content(new QWidget)
{
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(theme::space::l, theme::space::m, theme::space::l, theme::space::m);
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
    return {m_content->layout()->minimumSize().width(), 120};
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
