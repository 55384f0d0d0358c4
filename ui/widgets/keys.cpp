// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keys.h"

#include <QAbstractItemView>
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

} // namespace

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
