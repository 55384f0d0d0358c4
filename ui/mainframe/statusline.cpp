// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/statusline.h"

#include "app/core/format.h"
#include "app/core/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/stateicon.h"

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace unmoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 gib = 1LL << 30;

QString freeText(qint64 bytes)
{
    const QString amount = bytes >= 10 * gib ? Words::tr("%1 GiB").arg(bytes / gib) : formatBytes(bytes);
    return Words::tr("%1 free").arg(amount);
}

QString problemsText(int errors, int warnings)
{
    const int all = errors + warnings;
    if (all == 0)
        return Words::tr("no problems");
    if (errors == 0)
        return all == 1 ? Words::tr("1 warning  F8") : Words::tr("%n warnings  F8", nullptr, all);
    return all == 1 ? Words::tr("1 problem  F8") : Words::tr("%n problems  F8", nullptr, all);
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_icon(new StateIcon)
    , m_message(new ElidedLabel({}, theme::Type::Secondary, true))
    , m_problems(linkButton({}))
    , m_firstDot(textLabel(u"·"_s, theme::Type::Secondary, true))
    , m_free(textLabel({}, theme::Type::Secondary, true))
    , m_secondDot(textLabel(u"·"_s, theme::Type::Secondary, true))
    , m_calls(textLabel({}, theme::Type::Secondary, true))
    , m_own(textLabel({}, theme::Type::Secondary, true))
{
    setFixedHeight(theme::rowHeight(theme::size::statusBar));
    m_problems->setFont(theme::font(theme::Type::Secondary));
    m_problems->setFixedHeight(height() - 5);
    m_problems->setToolTip(tr("Go to the next problem"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::space::m, 1, theme::space::m, 0);
    row->setSpacing(theme::space::s);
    row->addWidget(m_icon);
    row->addWidget(m_message, 1);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_problems, m_firstDot, m_free, m_secondDot, m_calls, m_own}) {
        row->addWidget(widget);
        widget->hide();
    }
    connect(m_problems, &QPushButton::clicked, this, &StatusLine::problemsActivated);
}

void StatusLine::setMessage(std::optional<theme::State> state, const QString &text, double progress)
{
    const bool isNews = m_icon->state() != state;
    m_icon->setState(state, progress);
    m_message->setText(text);
    if (isNews && !text.isEmpty()) {
        QAccessibleAnnouncementEvent event(this, text);
        QAccessible::updateAccessibility(&event);
    }
}

QString StatusLine::message() const
{
    return m_message->text();
}

void StatusLine::setProblems(int errors, int warnings)
{
    m_problems->setText(problemsText(errors, warnings));
    m_problems->setEnabled(errors + warnings > 0);
    m_problems->show();
    updateDots();
}

void StatusLine::hideProblems()
{
    m_problems->hide();
    updateDots();
}

void StatusLine::setFreeBytes(qint64 bytes)
{
    showRight(m_free, bytes < 0 ? QString() : freeText(bytes));
}

void StatusLine::setCallsLeft(int calls)
{
    showRight(m_calls, calls < 0 ? QString() : tr("GitHub %1 calls left").arg(QLocale().toString(calls)));
}

void StatusLine::setRightText(const QString &text)
{
    showRight(m_own, text);
}

void StatusLine::showRight(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
    updateDots();
}

void StatusLine::updateDots()
{
    m_firstDot->setVisible(!m_problems->isHidden() && !(m_free->isHidden() && m_calls->isHidden()));
    m_secondDot->setVisible(!m_free->isHidden() && !m_calls->isHidden());
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(0, 0, width(), 1, theme::color(theme::Role::Line, palette()));
}

} // namespace unmoor
