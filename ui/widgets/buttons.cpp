// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttons.h"

#include "app/core/words.h"
#include "ui/widgets/plaintext.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

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
    button->setToolTip(toolTipText(name));
    button->setAccessibleName(name);
    const int side = theme::rowHeight(theme::size::icon + 2 * 2);
    button->setFixedSize(side, side);
    return button;
}

QToolButton *moreButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(theme::symbol(u"more"_s));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAccessibleName(name);
    button->setMenu(new QMenu(button));
    return button;
}

void setAccent(QPushButton &button, bool accent)
{
    button.setProperty("accent", accent);
    QFont font = theme::font(accent ? theme::Type::BodyStrong : theme::Type::Body);
    button.setFont(font);
    button.update();
}

int leastButtonWidth(const QPushButton &button)
{
    return std::min(button.sizeHint().width(), button.fontMetrics().averageCharWidth() * 6 + 4 * theme::space::s);
}

void addClearButton(QLineEdit *line)
{
    line->setClearButtonEnabled(true);
    const QList<QAction *> actions = line->findChildren<QAction *>(Qt::FindDirectChildrenOnly);
    for (QAction *action : actions)
        if (action->text().isEmpty())
            action->setText(Words::tr("Clear"));
}

void addSearchButtons(QLineEdit *line)
{
    addClearButton(line);
    line->addAction(theme::symbol(u"search"_s), QLineEdit::LeadingPosition)->setText(Words::tr("Find"));
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
