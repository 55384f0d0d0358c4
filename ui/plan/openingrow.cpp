// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/openingrow.h"

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

OpeningRow::OpeningRow(const Content &words, QWidget *parent)
    : QAbstractButton(parent)
    , m_words(words)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("%1: %2, %3").arg(words.title, theme::stateWord(words.state), words.message));
    setAccessibleDescription(words.hint);
    setToolTip(toolTipText(words.message));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 1);
    column->setSpacing(0);
    column->addWidget(makeLine());
    m_details = makeDetails();
    column->addWidget(m_details);
    m_details->hide();
    connect(this, &QAbstractButton::toggled, this, [this](bool open) {
        m_details->setVisible(open);
        m_message->setText(open ? QString() : m_words.message);
    });
    setChecked(words.state == theme::State::Error);
}

QWidget *OpeningRow::makeLine()
{
    const bool failed = m_words.state == theme::State::Error;
    const bool skipped = m_words.state == theme::State::Skipped;
    auto *line = new QWidget;
    line->setAttribute(Qt::WA_TransparentForMouseEvents);
    line->setFixedHeight(theme::rowHeight(27));
    auto *name = new ElidedLabel(m_words.title, failed ? theme::Type::BodyStrong : theme::Type::Body, skipped);
    m_message = new ElidedLabel(m_words.message, theme::Type::Body, true);
    auto *seconds = textLabel(m_words.took, theme::Type::Body, true);
    seconds->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    seconds->setFixedWidth(theme::rowHeight(secondsWidth));
    auto *first = new QHBoxLayout;
    first->setSpacing(6);
    first->addWidget(new StateIcon(m_words.state));
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

QWidget *OpeningRow::makeDetails()
{
    auto *details = new QWidget;
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(textLeft, 2, theme::space::m, theme::space::s);
    column->setSpacing(6);
    column->addWidget(wrapped(m_words.message, false));
    if (!m_words.hint.isEmpty())
        column->addWidget(wrapped(m_words.hint, true));
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(0, 0, 0, 0);
    actions->setSpacing(theme::space::m);
    for (const SourcePlace &place : std::as_const(m_words.places)) {
        auto *open = linkButton(tr("Open %1:%2").arg(place.file).arg(place.line));
        connect(open, &QPushButton::clicked, this, [this, place] { Q_EMIT placeActivated(place.file, place.line); });
        actions->addWidget(open);
    }
    if (!m_words.action.isEmpty()) {
        auto *action = linkButton(m_words.action);
        connect(action, &QPushButton::clicked, this, &OpeningRow::actionTriggered);
        actions->addWidget(action);
    }
    actions->addStretch();
    column->addLayout(actions);
    return details;
}

QSize OpeningRow::sizeHint() const
{
    return layout()->totalSizeHint();
}

void OpeningRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_words.state == theme::State::Error)
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
