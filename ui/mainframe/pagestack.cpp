// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/pagestack.h"

#include "ui/widgets/keys.h"
#include "ui/widgets/pageheader.h"

#include <QApplication>
#include <QScrollArea>

namespace unmoor {

PageStack::PageStack(QWidget *parent)
    : QStackedWidget(parent)
{
    connect(qApp, &QApplication::focusChanged, this, &PageStack::keepFocus);
    connect(qApp, &QApplication::focusChanged, this, &PageStack::showFocused);
}

/// The focus goes on moving while the pages go, one by one.
PageStack::~PageStack()
{
    disconnect(qApp, nullptr, this, nullptr);
}

void PageStack::addPage(QWidget *page)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    addWidget(scroll);
}

/// A page that is wider than the window can be moved sideways; what can be done on it is in sight before.
void PageStack::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    for (PageHeader *header : findChildren<PageHeader *>())
        header->setVisibleWidth(width());
}

void PageStack::focusPage()
{
    QWidget *page = currentWidget();
    const auto takesFocus = [](const QWidget *widget) {
        return widget && (widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled();
    };
    if (const QWidget *now = QApplication::focusWidget(); takesFocus(now) && page->isAncestorOf(now))
        return;
    QWidget *next = page->focusWidget();
    if (!takesFocus(next) || next == page)
        next = page->nextInFocusChain();
    while (next != page && !(page->isAncestorOf(next) && takesFocus(next)))
        next = next->nextInFocusChain();
    if (next != page)
        next->setFocus(Qt::ShortcutFocusReason);
}

/// A button that was pressed and is gone, since what it began runs now, would leave the focus to the first thing in the
/// window, which is its menu.
void PageStack::keepFocus(const QWidget *old, const QWidget *now)
{
    if (!old || !now || !isAncestorOf(old) || isAncestorOf(now) || now->window() != window())
        return;
    if (!old->isVisible() || !old->isEnabled())
        QMetaObject::invokeMethod(this, &PageStack::focusPage, Qt::QueuedConnection);
}

/// Qt does so only within the area that the focus was in before. Who goes by mouse sees where it is.
void PageStack::showFocused(const QWidget *, QWidget *now)
{
    if (!now || !isAncestorOf(now) || !window()->testAttribute(Qt::WA_KeyboardFocusChange))
        return;
    for (QWidget *around = now->parentWidget(); around && around != this; around = around->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(around); area && area->widget()->isAncestorOf(now))
            area->ensureWidgetVisible(now, theme::space::s, theme::space::s);
}

QPushButton *PageStack::accentButton() const
{
    return accentButtonOf(*currentWidget());
}

void PageStack::clickAccentButton()
{
    unmoor::clickAccentButton(*currentWidget());
}

} // namespace unmoor
