// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/preparemessage.h"

#include "app/prepare/preparer.h"
#include "app/prepare/preparewords.h"
#include "ui/plan/preparedialog.h"

namespace unmoor {

using theme::State;

PrepareMessage prepareMessage(const Preparer &preparer, bool mayPush)
{
    using Work = Preparer::Work;
    const auto &standing = preparer.standing();
    const auto &plan = preparer.plan();
    const auto &problem = preparer.problem();
    if (preparer.work() == Work::Reading && !problem)
        return {State::Running, PrepareDialog::tr("Reading the project…")};
    if (preparer.work() == Work::Preparing)
        return {State::Running, PrepareDialog::tr("Preparing…")};
    if (preparer.work() == Work::Pushing)
        return {State::Running, PrepareDialog::tr("Pushing…")};
    if (preparer.work() == Work::TakingBack)
        return {State::Running, PrepareDialog::tr("Taking it back…")};
    if (problem)
        return {problem->kind == Error::Kind::Canceled ? State::Canceled : State::Error, problem->message};
    if (const auto &pushed = preparer.pushed())
        return {State::Done,
                pushed->makesTag() ? PrepareDialog::tr("%1 is pushed. Build and publish it.").arg(pushed->tag)
                                   : PrepareDialog::tr("The next version is begun, here and at the remote.")};
    if (standing && !standing->journal.pullUrl.isEmpty())
        return {State::Waiting,
                (standing->journal.makesTag()
                     ? PrepareDialog::tr("%1 Go on once it is: what was merged is tagged, and the tag is pushed.")
                     : PrepareDialog::tr("%1 Go on once it is."))
                    .arg(standingWords(standing->journal))};
    if (standing && standing->journal.isMade() && !mayPush)
        return {State::Note,
                PrepareDialog::tr("%1 This is a rehearsal, whose host is on this machine: nothing is pushed.")
                    .arg(standingWords(standing->journal))};
    if (standing && standing->journal.isMade() && !preparer.preview())
        return {State::Warning,
                PrepareDialog::tr("%1 %2").arg(standingWords(standing->journal), preparer.preview().error().message)};
    if (standing && standing->journal.isMade())
        return {
            State::Done,
            (standing->journal.makesTag()
                 ? PrepareDialog::tr("%1 Push it, or take it back. What listens to tags there starts with the push.")
                 : PrepareDialog::tr("%1 Push it, or take it back."))
                .arg(standingWords(standing->journal))};
    if (standing)
        return {State::Warning,
                PrepareDialog::tr("%1 Go on with it, or take it back.").arg(standingWords(standing->journal))};
    if (!plan)
        return {State::Error, plan.error().message};
    if (!plan->obstacles.isEmpty())
        return {State::Warning, plan->obstacles.join(u'\n')};
    if (plan->isDone())
        return {State::Done,
                PrepareDialog::tr(
                    "The next version is begun already: the changelog has a section for it, and the files say %1.")
                    .arg(plan->project->versionText())};
    if (!plan->makesTag())
        return {State::Note,
                PrepareDialog::tr(
                    "What follows %1 is one commit, without a tag. Nothing is written before you press Begin, and "
                    "nothing is pushed before you press Push.")
                    .arg(preparer.facts() ? preparer.facts()->last() : QString())};
    return {
        State::Note,
        PrepareDialog::tr(
            "%1 follows %2. Nothing is written before you press Prepare, and nothing is pushed before you press Push.")
            .arg(plan->version, preparer.facts() ? preparer.facts()->last() : QString())};
}

} // namespace unmoor
