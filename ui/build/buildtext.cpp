// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/buildtext.h"

#include "app/core/format.h"
#include "app/core/when.h"
#include "app/core/words.h"
#include "ui/build/derivationsmodel.h"

using namespace Qt::StringLiterals;

namespace unmoor {

using Build = TargetState::Build;

std::optional<theme::State> stateOf(Build build)
{
    switch (build) {
    case Build::Unknown:
        return std::nullopt;
    case Build::Planned:
        return theme::State::Planned;
    case Build::Waiting:
        return theme::State::Waiting;
    case Build::Running:
        return theme::State::Running;
    case Build::Built:
    case Build::Adopted:
        return theme::State::Done;
    case Build::Cached:
        return theme::State::Cached;
    case Build::Failed:
        return theme::State::Error;
    case Build::Canceled:
        return theme::State::Canceled;
    case Build::Unbuildable:
        return theme::State::Warning;
    case Build::LeftOut:
        return theme::State::LeftOut;
    }
    Q_UNREACHABLE_RETURN(std::nullopt);
}

namespace {

QString standing(const TargetState &target, qint64 elapsed)
{
    const QString took = formatSeconds(target.record.seconds);
    switch (target.build) {
    case Build::Unknown:
    case Build::Unbuildable:
        return target.build == Build::Unknown ? QString() : Words::tr("cannot be built");
    case Build::Planned:
        return target.estimateSeconds.value_or(0) > 0
            ? Words::tr("to be built, %1").arg(aboutText(*target.estimateSeconds))
            : Words::tr("to be built");
    case Build::Waiting:
        return Words::tr("waits for its turn");
    case Build::Running: {
        if (target.stage)
            return stageText(*target.stage);
        const QString soFar = Words::tr("%1 so far").arg(runningTime(elapsed));
        if (target.remainingSeconds.value_or(0) >= 1)
            return Words::tr("%1, %2 left").arg(soFar, aboutText(*target.remainingSeconds));
        return target.isOverdue ? Words::tr("%1, longer than usual").arg(soFar) : soFar;
    }
    case Build::Built:
        return Words::tr("built in %1").arg(took);
    case Build::Cached:
        return Words::tr("was there already, nothing had to be built");
    case Build::Adopted:
        if (const auto origin = target.isFromActions() ? originIn(target.record.origin) : std::nullopt)
            return target.record.seconds > 0
                ? Words::tr("out of %1, whose job took %2").arg(runText(origin->run, origin->attempt), took)
                : Words::tr("out of %1").arg(runText(origin->run, origin->attempt));
        return Words::tr("a finished archive from elsewhere");
    case Build::Failed:
        return target.record.seconds > 0 ? Words::tr("build failed after %1").arg(took) : Words::tr("build failed");
    case Build::Canceled:
        return target.record.seconds > 0 ? Words::tr("canceled after %1").arg(took) : Words::tr("canceled");
    case Build::LeftOut:
        return target.leftOutReason.isEmpty() ? Words::tr("left out")
                                              : Words::tr("left out: %1").arg(target.leftOutReason);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString buildSummary(const TargetState &target, qint64 elapsed)
{
    QStringList parts;
    if (target.isIn() && target.build != Build::Unbuildable && !target.where.isEmpty())
        parts << Words::tr("on %1").arg(target.where);
    parts << standing(target, elapsed);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString actionsNote(const TargetState &target)
{
    if (target.build == Build::Canceled)
        return Words::tr("It is not followed any more. What was started at GitHub goes on there.");
    if (const auto origin = target.isFromActions() ? originIn(target.record.origin) : std::nullopt) {
        const QString run = runText(origin->run, origin->attempt);
        return origin->job.isEmpty()
            ? Words::tr("It came out of %1, artifact %2.").arg(run, origin->artifact)
            : Words::tr("It came out of %1, job %2, artifact %3.").arg(run, origin->job, origin->artifact);
    }
    if (!target.stage)
        return {};
    switch (target.stage->phase) {
    case ActionsStage::Phase::Looking:
        return Words::tr("GitHub is asked for a run of this commit.");
    case ActionsStage::Phase::Started:
        return Words::tr("The workflow was started. Its run appears within a minute.");
    case ActionsStage::Phase::Queued:
        return Words::tr("The job waits for a machine of GitHub's.");
    case ActionsStage::Phase::Approval:
        return Words::tr("Somebody has to approve it at GitHub: %1.").arg(target.stage->waitsFor);
    case ActionsStage::Phase::Working:
        return Words::tr("GitHub gives the log of a job when the job has ended. Until then there are its steps.");
    case ActionsStage::Phase::Fetching:
        return Words::tr("The job is done, and its archive is fetched: %1.").arg(target.stage->waitsFor);
    }
    Q_UNREACHABLE_RETURN({});
}

QString buildButtonText(int toBuild, int failed, int canceled)
{
    const bool one = toBuild == 1;
    if (failed > 0 && failed == toBuild)
        return one ? Words::tr("&Build 1 failed target again")
                   : Words::tr("&Build %1 failed targets again").arg(toBuild);
    if (canceled > 0 && canceled == toBuild)
        return one ? Words::tr("&Build 1 canceled target again")
                   : Words::tr("&Build %1 canceled targets again").arg(toBuild);
    if (toBuild > 0 && failed + canceled == toBuild)
        return Words::tr("&Build %1 targets again").arg(toBuild);
    return one ? Words::tr("&Build 1 target") : Words::tr("&Build %1 targets").arg(toBuild);
}

} // namespace unmoor
