// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/steprail/stepbutton.h"

#include <QList>

namespace unmoor {

/// The way of a release at the window's left, and how far it is. Arrow keys go from step to step.
class StepRail : public QWidget
{
    Q_OBJECT
public:
    enum Step { Plan, Build, Archives, Notes, Publish, History, StepCount };

    explicit StepRail(QWidget *parent = nullptr);

    static QString nameOf(Step step); ///< "Plan"

    void setState(Step step, const StepState &state);
    const StepState &state(Step step) const;
    Step current() const;
    void setCurrent(Step step);
    StepButton *button(Step step) const { return m_buttons.at(step); }

Q_SIGNALS:
    void currentChanged(unmoor::StepRail::Step step);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<StepButton *> m_buttons;
};

} // namespace unmoor
