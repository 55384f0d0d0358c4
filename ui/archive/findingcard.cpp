// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/findingcard.h"

#include "archive/entrytext.h"
#include "card/selectabletext.h"
#include "widgets/buttons.h"
#include "widgets/stateicon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace unmoor {

FindingCard::FindingCard(const Finding &finding, QWidget *parent)
    : Card(stateOf(finding.severity), Fill::Tint, parent)
    , m_actions(new QHBoxLayout)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::space::s);
    head->addWidget(new StateIcon(stateOf(finding.severity)), 0, Qt::AlignTop);
    head->addWidget(new SelectableText(finding.message, theme::Type::BodyStrong), 1);

    auto *code = textLabel(finding.code, theme::Type::Mono, true);
    code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_actions->setSpacing(theme::space::s);
    m_actions->addStretch();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space::l, 10, theme::space::m, 11);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(code);
    if (!finding.hint.isEmpty())
        column->addWidget(new SelectableText(tr("Fix: %1").arg(finding.hint), theme::Type::Secondary));
    column->addLayout(m_actions);

    connect(addAction(tr("Copy as &Markdown")), &QPushButton::clicked, this,
            [finding] { QGuiApplication::clipboard()->setText(findingAsMarkdown(finding)); });
    setAccessibleName(u"%1: %2"_s.arg(theme::stateWord(stateOf(finding.severity)), finding.message));
    setAccessibleDescription(finding.hint);
}

QPushButton *FindingCard::addAction(const QString &text, bool accent)
{
    auto *button = accent ? accentButton(text) : new QPushButton(text);
    m_actions->insertWidget(m_actions->count() - 1, button);
    return button;
}

} // namespace unmoor
