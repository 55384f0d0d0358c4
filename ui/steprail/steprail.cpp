// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/steprail/steprail.h"

#include <QPainter>
#include <QVBoxLayout>

namespace unmoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int ruleInset = 12, ruleSpace = 13;

} // namespace

StepRail::StepRail(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Steps of the release"));
    setFixedWidth(theme::rowHeight(theme::size::railWidth) + 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::space::s, 1, theme::space::s);
    column->setSpacing(0);
    for (int step = 0; step < StepCount; ++step) {
        if (step == History)
            column->addSpacing(ruleSpace - 4);
        auto *button = new StepButton(nameOf(Step(step)), u"F%1"_s.arg(step + 1));
        m_buttons << button;
        column->addWidget(button);
        connect(button, &StepButton::toggled, this, [this, step](bool on) {
            if (on)
                Q_EMIT currentChanged(Step(step));
        });
    }
    m_buttons.at(History)->setSymbol(theme::symbol(u"history"_s));
    column->addStretch();
    setCurrent(Plan);
}

QString StepRail::nameOf(Step step)
{
    const QStringList names{tr("Plan"), tr("Build"), tr("Archives"), tr("Notes"), tr("Publish"), tr("History")};
    return names.value(step);
}

void StepRail::setState(Step step, const StepState &state)
{
    m_buttons.at(step)->setState(state);
}

const StepState &StepRail::state(Step step) const
{
    return m_buttons.at(step)->state();
}

StepRail::Step StepRail::current() const
{
    for (int step = 0; step < StepCount; ++step) {
        if (m_buttons.at(step)->isChecked())
            return Step(step);
    }
    return Plan;
}

void StepRail::setCurrent(Step step)
{
    m_buttons.at(step)->setChecked(true);
}

void StepRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Role::Rail, palette()));
    const QColor line = theme::color(theme::Role::Line, palette());
    painter.fillRect(width() - 1, 0, 1, height(), line);
    const int y = m_buttons.at(History)->y() - ruleSpace / 2 - 1;
    painter.fillRect(ruleInset, y, width() - 2 * ruleInset, 1, line);
}

} // namespace unmoor
