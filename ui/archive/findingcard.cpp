// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/findingcard.h"

#include "app/archive/checksettings.h"
#include "ui/archive/entrytext.h"
#include "ui/card/selectabletext.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/stateicon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

void copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace

FindingCard::FindingCard(const Finding &finding, bool isFirst, QWidget *parent)
    : Card(theme::stateOf(finding.severity), Fill::Tint, parent)
    , m_finding(finding)
    , m_actions(new QBoxLayout(QBoxLayout::LeftToRight))
{
    const theme::State state = theme::stateOf(finding.severity);
    auto *copyButton = symbolButton(u"copy"_s, tr("Copy as Markdown"));
    connect(copyButton, &QPushButton::clicked, this, [finding] { copy(findingAsMarkdown(finding)); });
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::space::s);
    head->addWidget(new StateIcon(state), 0, Qt::AlignTop);
    head->addWidget(new SelectableText(headlineOf(finding), theme::Type::BodyStrong), 1, Qt::AlignTop);
    head->addWidget(copyButton, 0, Qt::AlignTop);
    auto *code = textLabel(finding.code, theme::Type::Mono, true);
    code->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space::l, 10, theme::space::m, 11);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(code);
    if (finding.accepted) {
        column->addWidget(new SelectableText(acceptanceText(*finding.accepted), theme::Type::Body));
        column->addWidget(
            textLabel(tr("Otherwise: %1").arg(severityName(finding.accepted->severity)), theme::Type::Secondary, true));
    }
    if (!finding.message.isEmpty())
        column->addWidget(new SelectableText(finding.message, theme::Type::Secondary));
    if (const QString explanation = explanationOf(finding); !explanation.isEmpty()) {
        auto *text = new SelectableText(explanation, theme::Type::Secondary);
        text->setMuted();
        column->addWidget(text);
    }
    if (!finding.hint.isEmpty())
        column->addWidget(new SelectableText(tr("Fix: %1").arg(finding.hint), theme::Type::Secondary));
    m_actions->setSpacing(theme::space::s);
    column->addLayout(m_actions);
    addActions(isFirst);
    setAccessibleName(u"%1: %2"_s.arg(theme::stateWord(state), headlineOf(finding)));
    setAccessibleDescription(u"%1 %2"_s.arg(finding.message, finding.hint));
}

void FindingCard::addActions(bool isFirst)
{
    if (!m_finding.hint.isEmpty())
        connect(addAction(tr("Copy the &fix"), isFirst && m_finding.severity == Severity::Error), &QPushButton::clicked,
                this, [this] { copy(m_finding.hint); });
    if (m_finding.accepted) {
        if (m_finding.accepted->source != "unmoor.toml"_L1)
            connect(addAction(tr("&Take back")), &QPushButton::clicked, this,
                    [this] { Q_EMIT withdrawRequested(m_finding); });
    } else if (m_finding.severity != Severity::Info && !isFirm(m_finding.code)) {
        connect(addAction(tr("&Accept with a reason…")), &QPushButton::clicked, this,
                [this] { Q_EMIT acceptRequested(m_finding); });
    }
    m_actions->addStretch();
}

QPushButton *FindingCard::addAction(const QString &text, bool accent)
{
    auto *button = accent ? accentButton(text) : new QPushButton(text);
    m_actions->addWidget(button);
    return button;
}

/// Buttons stand below each other where they do not fit beside each other.
void FindingCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    const QMargins margins = layout()->contentsMargins();
    int needed = margins.left() + margins.right();
    for (int i = 0; i < m_actions->count(); ++i)
        if (const QWidget *button = m_actions->itemAt(i)->widget())
            needed += button->sizeHint().width() + m_actions->spacing();
    m_actions->setDirection(needed <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace unmoor
