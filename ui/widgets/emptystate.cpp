// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/buttons.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace unmoor {

EmptyState::EmptyState(const QString &sentence, const QString &action, QWidget *parent)
    : QWidget(parent)
    , m_sentence(textLabel(sentence, theme::Type::Body, true))
    , m_button(new QPushButton)
{
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(theme::space::m);
    column->addStretch(2);
    column->addWidget(m_sentence);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionRequested);
    setAction(action);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void EmptyState::setAction(const QString &action)
{
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
}

} // namespace unmoor
