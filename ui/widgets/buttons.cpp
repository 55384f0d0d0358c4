// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/buttons.h"

#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace unmoor {

QPushButton *accentButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    setAccent(*button, true);
    return button;
}

QPushButton *linkButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("link", true);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

QPushButton *symbolButton(const QString &symbol, const QString &name, QWidget *parent)
{
    QPushButton *button = linkButton({}, parent);
    button->setIcon(theme::symbol(symbol));
    button->setToolTip(name);
    button->setAccessibleName(name);
    const int side = theme::rowHeight(theme::size::icon + 2 * 2);
    button->setFixedSize(side, side);
    return button;
}

void setAccent(QPushButton &button, bool accent)
{
    button.setProperty("accent", accent);
    QFont font = theme::font(accent ? theme::Type::BodyStrong : theme::Type::Body);
    button.setFont(font);
    button.update();
}

QLabel *textLabel(const QString &text, theme::Type type, bool secondary, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme::font(type));
    if (secondary)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace unmoor
