// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keys.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <algorithm>

namespace unmoor {

namespace {

class SpaceOpens : public QObject
{
public:
    explicit SpaceOpens(QAbstractItemView *view)
        : QObject(view)
        , m_view(view)
    {
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const auto *key = static_cast<QKeyEvent *>(event);
        const QModelIndex current = m_view->currentIndex();
        if (key->key() != Qt::Key_Space || key->modifiers() != Qt::NoModifier || !current.isValid())
            return false;
        Q_EMIT m_view->activated(current);
        return true;
    }

private:
    QAbstractItemView *m_view;
};

class ShiftF10Asks : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() != QEvent::KeyPress || !widget || widget != QApplication::focusWidget())
            return false;
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() != Qt::Key_F10 || key->modifiers() != Qt::ShiftModifier)
            return false;
        const QPoint place = widget->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, place, widget->mapToGlobal(place), Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &asked);
        return true;
    }
};

} // namespace

void openMenusOnShiftF10(QApplication &app)
{
    app.installEventFilter(new ShiftF10Asks(&app));
}

void openOnSpace(QAbstractItemView *view)
{
    view->installEventFilter(new SpaceOpens(view));
}

QPushButton *accentButtonOf(const QWidget &page)
{
    const auto buttons = page.findChildren<QPushButton *>();
    const auto found = std::ranges::find_if(buttons, [](const QPushButton *button) {
        return button->property("accent").toBool() && button->isVisible() && button->isEnabled();
    });
    return found == buttons.end() ? nullptr : *found;
}

void clickAccentButton(const QWidget &page)
{
    if (QPushButton *button = accentButtonOf(page))
        button->click();
}

void addPageShortcut(QWidget *page, const QKeySequence &keys, std::function<void()> run)
{
    // Shortcuts of hidden pages are not heard.
    auto *shortcut = new QShortcut(keys, page);
    QObject::connect(shortcut, &QShortcut::activated, page, std::move(run));
}

} // namespace unmoor
