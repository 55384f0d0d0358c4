// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/gaterow.h"

#include "app/core/format.h"
#include "app/project/gatetitle.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stateicon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>

namespace unmoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int textLeft = 30;

QLabel *wrapped(const QString &text, bool secondary)
{
    auto *label = textLabel(text, theme::Type::Body, secondary);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

theme::State stateOf(Gate::Outcome outcome)
{
    switch (outcome) {
    case Gate::Outcome::Passed:
        return theme::State::Done;
    case Gate::Outcome::Failed:
        return theme::State::Error;
    case Gate::Outcome::Skipped:
        break;
    }
    return theme::State::Skipped;
}

QList<SourcePlace> placesIn(const QString &text)
{
    static const QRegularExpression place(uR"(([\w][\w./-]*\.\w+):(\d+))"_s);
    QList<SourcePlace> places;
    for (const auto &match : place.globalMatch(text)) {
        const SourcePlace found{match.captured(1), match.captured(2).toInt()};
        if (!places.contains(found))
            places << found;
    }
    return places;
}

GateRow::GateRow(const Gate &gate, QWidget *parent)
    : QAbstractButton(parent)
    , m_gate(gate)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(
        tr("%1: %2, %3").arg(gateTitle(gate.name), theme::stateWord(stateOf(gate.outcome)), gate.message));
    setAccessibleDescription(gate.hint);
    setToolTip(toolTipText(gate.message));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 1);
    column->setSpacing(0);
    column->addWidget(makeLine());
    m_details = makeDetails();
    column->addWidget(m_details);
    m_details->hide();
    connect(this, &QAbstractButton::toggled, this, [this](bool open) {
        m_details->setVisible(open);
        m_message->setText(open ? QString() : m_gate.message);
    });
    setChecked(gate.outcome == Gate::Outcome::Failed);
}

QWidget *GateRow::makeLine()
{
    const bool failed = m_gate.outcome == Gate::Outcome::Failed;
    const bool skipped = m_gate.outcome == Gate::Outcome::Skipped;
    auto *line = new QWidget;
    line->setAttribute(Qt::WA_TransparentForMouseEvents);
    line->setFixedHeight(theme::rowHeight(27));
    auto *name = new ElidedLabel(gateTitle(m_gate.name), failed ? theme::Type::BodyStrong : theme::Type::Body, skipped);
    m_message = new ElidedLabel(m_gate.message, theme::Type::Body, true);
    const QString took = m_gate.seconds > 0 ? formatSeconds(m_gate.seconds) : QString();
    auto *seconds = textLabel(took, theme::Type::Body, true);
    seconds->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    seconds->setFixedWidth(theme::rowHeight(secondsWidth));
    auto *first = new QHBoxLayout;
    first->setSpacing(6);
    first->addWidget(new StateIcon(stateOf(m_gate.outcome)));
    first->addWidget(name, 1);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(theme::space::s, 0, theme::space::s, 0);
    row->setSpacing(0);
    auto *left = new QWidget;
    left->setFixedWidth(theme::rowHeight(nameWidth));
    left->setLayout(first);
    first->setContentsMargins(0, 0, theme::space::s, 0);
    row->addWidget(left);
    row->addWidget(m_message, 1);
    row->addWidget(seconds);
    return line;
}

QWidget *GateRow::makeDetails()
{
    auto *details = new QWidget;
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(textLeft, 2, theme::space::m, theme::space::s);
    column->setSpacing(6);
    column->addWidget(wrapped(m_gate.message, false));
    if (!m_gate.hint.isEmpty())
        column->addWidget(wrapped(m_gate.hint, true));
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(0, 0, 0, 0);
    actions->setSpacing(theme::space::m);
    for (const SourcePlace &place : placesIn(m_gate.message + u' ' + m_gate.hint)) {
        auto *open = linkButton(tr("Open %1:%2").arg(place.file).arg(place.line));
        connect(open, &QPushButton::clicked, this, [this, place] { Q_EMIT placeActivated(place.file, place.line); });
        actions->addWidget(open);
    }
    auto *check = linkButton(tr("Check again"));
    connect(check, &QPushButton::clicked, this, &GateRow::checkRequested);
    actions->addWidget(check);
    actions->addStretch();
    column->addLayout(actions);
    return details;
}

QSize GateRow::sizeHint() const
{
    return layout()->totalSizeHint();
}

void GateRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_gate.outcome == Gate::Outcome::Failed)
        painter.fillRect(rect(), theme::color(theme::Role::ErrorTint, palette()));
    else if (underMouse())
        painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.fillRect(0, height() - 1, width(), 1, theme::color(theme::Role::Line, palette()));
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen(theme::color(theme::Role::Accent, palette()), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -2));
    }
}

} // namespace unmoor
