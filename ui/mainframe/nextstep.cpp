// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/nextstep.h"

#include "app/core/words.h"
#include "ui/mainframe/stepstates.h"
#include "ui/widgets/pageheader.h"

#include <QPushButton>
#include <algorithm>

namespace unmoor {

namespace {

bool isBuilt(const Session &session)
{
    const auto &rows = session.targets().rows();
    return std::ranges::any_of(rows, &TargetState::isIn)
        && std::ranges::all_of(rows, [](const TargetState &target) { return !target.isIn() || target.counts(); });
}

/// Every archive was read, and nothing in them is an error. Warnings are for a person to weigh.
bool isInspected(const Session &session)
{
    return isBuilt(session) && std::ranges::all_of(session.targets().rows(), [](const TargetState &target) {
               return !target.isIn()
                   || (target.archive == TargetState::Archive::Read && target.inspection
                       && target.inspection->report.passes());
           });
}

bool isDone(StepRail::Step step, const Session &session, bool notesEdited)
{
    const ReleaseNotes &notes = session.notes().notes();
    switch (step) {
    case StepRail::Plan:
        return session.planner().isReady() && !session.planner().isOld() && isBuilt(session);
    case StepRail::Build:
        return isBuilt(session) && !session.builds().isRunning();
    case StepRail::Archives:
        return isInspected(session);
    case StepRail::Notes:
        return !notesEdited && !notes.body.isEmpty() && countOf(notes.findings, Severity::Error) == 0;
    case StepRail::Publish:
        return session.publishing().view().isComplete && !session.isPublishing();
    default:
        return false;
    }
}

/// What is built already needs no page of its own on the way.
NextStep following(StepRail::Step step)
{
    switch (step) {
    case StepRail::Plan:
    case StepRail::Build:
        return {StepRail::Archives, Words::tr("Look at the &archives")};
    case StepRail::Archives:
        return {StepRail::Notes, Words::tr("Go on to the &notes")};
    case StepRail::Notes:
        return {StepRail::Publish, Words::tr("Go on to &publish")};
    default:
        return {StepRail::History, Words::tr("Show it in the &history")};
    }
}

} // namespace

std::optional<NextStep> nextStepAfter(StepRail::Step from, const Session &session, bool notesEdited)
{
    if (!session.isOpen() || !isDone(from, session, notesEdited))
        return std::nullopt;
    return following(from);
}

void NextStepButtons::add(StepRail::Step step, QWidget *page)
{
    QPushButton *button = page->findChild<PageHeader *>()->addButton({}, true);
    button->hide();
    m_buttons.insert(step, button);
    connect(button, &QPushButton::clicked, this, [this, step] { Q_EMIT chosen(step); });
}

void NextStepButtons::show(const Session &session, bool notesEdited)
{
    for (const auto &[step, button] : m_buttons.asKeyValueRange()) {
        const auto onward = nextStepAfter(step, session, notesEdited);
        button->setVisible(onward.has_value());
        if (onward)
            button->setText(onward->text);
    }
}

} // namespace unmoor
