// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startcard.h"

#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace unmoor {

namespace {

constexpr int numberSide = 26, leastCardWords = 180;

} // namespace

StartCard::StartCard(int number, const QString &title, const QString &text, const QString &action, QWidget *parent)
    : QWidget(parent)
    , m_number(number)
    , m_button(new QPushButton(action))
{
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    for (QLabel *label : {textLabel(title, theme::Type::BodyStrong), textLabel(text, theme::Type::Secondary, true)}) {
        label->setWordWrap(true);
        label->setMinimumWidth(theme::rowHeight(leastCardWords));
        words->addWidget(label);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::space::m + numberSide + 10, 9, 11, 9);
    row->setSpacing(theme::space::m);
    row->addLayout(words, 1);
    row->addWidget(m_button);
    m_button->setAccessibleDescription(title);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void StartCard::paintEvent(QPaintEvent *)
{
    paintCard(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::color(theme::Role::Selection, palette()));
    const QRectF disc(theme::space::m - 1, 9, numberSide, numberSide);
    painter.drawEllipse(disc);
    painter.setFont(theme::font(theme::Type::BodyStrong));
    painter.setPen(theme::color(theme::Role::Accent, palette()));
    painter.drawText(disc, Qt::AlignCenter, QString::number(m_number));
}

void paintCard(QWidget &widget)
{
    QPainter painter(&widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::color(theme::Role::Line, widget.palette()));
    painter.setBrush(widget.palette().color(QPalette::Base));
    const double radius = theme::size::cardRadius;
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace unmoor
