// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"
#include "ui/steprail/steprail.h"

#include <QMap>

class QPushButton;

namespace unmoor {

/// Where a page leads once its own step is done.
struct NextStep
{
    StepRail::Step step = StepRail::Build;
    QString text; ///< of the button that goes there

    bool operator==(const NextStep &) const = default;
};

/// nullopt while something of the step \a from is still to do, or runs. \a notesEdited: there are unsaved edits.
std::optional<NextStep> nextStepAfter(StepRail::Step from, const Session &session, bool notesEdited);

/// The buttons in the pages' headers that lead on. A page that still has something to do keeps its own main button.
class NextStepButtons : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void add(StepRail::Step step, QWidget *page); ///< \a page has a PageHeader
    void show(const Session &session, bool notesEdited);

Q_SIGNALS:
    void chosen(StepRail::Step from); ///< the button of this page

private:
    QMap<StepRail::Step, QPushButton *> m_buttons;
};

} // namespace unmoor
