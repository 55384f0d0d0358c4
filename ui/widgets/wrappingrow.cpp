// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrappingrow.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QStyle>
#include <algorithm>
#include <utility>

namespace unmoor {

namespace {

constexpr int gap = theme::space::s;

} // namespace

WrappingRow::WrappingRow(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void WrappingRow::addWidget(QWidget *widget)
{
    const bool isHiddenOnPurpose = widget->isHidden() && widget->testAttribute(Qt::WA_WState_ExplicitShowHide);
    widget->setParent(this);
    widget->setVisible(!isHiddenOnPurpose); // a new parent hides it, and the row may be in sight already
    m_parts += widget;
    arrange();
    updateGeometry();
}

void WrappingRow::clear()
{
    for (QWidget *part : std::exchange(m_parts, {})) {
        part->hide();
        part->deleteLater(); // It may be the button that is being clicked.
    }
    arrange();
    updateGeometry();
}

QSize WrappingRow::sizeHint() const
{
    int width = -gap;
    for (const QWidget *part : m_parts)
        if (!part->isHidden())
            width += gap + part->sizeHint().width();
    return {std::max(0, width), height()};
}

QSize WrappingRow::minimumSizeHint() const
{
    int width = 0;
    for (const QWidget *part : m_parts)
        if (!part->isHidden())
            width = std::max(width, part->minimumSizeHint().width());
    return {width, height()};
}

bool WrappingRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        arrange();
        updateGeometry();
    }
    return QWidget::event(event);
}

void WrappingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// The order is that of reading.
void WrappingRow::arrange()
{
    int x = 0;
    int y = 0;
    int lineHeight = 0;
    for (QWidget *part : std::as_const(m_parts)) {
        if (part->isHidden())
            continue;
        const QSize size(std::min(part->sizeHint().width(), std::max(width(), part->minimumSizeHint().width())),
                         part->sizeHint().height());
        if (x > 0 && x + size.width() > width()) {
            x = 0;
            y += lineHeight + gap;
            lineHeight = 0;
        }
        part->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(QPoint(x, y), size)));
        x += size.width() + gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    setFixedHeight(y + lineHeight);
}

} // namespace unmoor
