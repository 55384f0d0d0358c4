// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/actionsstage.h"

#include "app/core/words.h"
#include "app/runs/artifactchoice.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Phase = ActionsStage::Phase;

ActionsStep stepOf(const github::RunStep &step)
{
    const bool hasEnded = step.startedAt.isValid() && step.completedAt.isValid();
    return {.name = step.name,
            .state = step.conclusion.isEmpty() ? step.status : step.conclusion,
            .seconds = hasEnded ? double(step.startedAt.secsTo(step.completedAt)) : -1};
}

/// The step that runs; -1: none does.
qsizetype currentStep(const ActionsStage &stage)
{
    const auto runs =
        std::ranges::find_if(stage.steps, [](const ActionsStep &step) { return step.state == "in_progress"_L1; });
    return runs == stage.steps.end() ? -1 : runs - stage.steps.begin();
}

} // namespace

ActionsStage stageOf(const RunDetails &details, const ArtifactWish &wish)
{
    const github::WorkflowRun &run = details.run;
    ActionsStage stage{.phase = run.status == "in_progress"_L1 ? Phase::Working : Phase::Queued,
                       .workflow = wish.workflow,
                       .run = run.id,
                       .attempt = run.attempt,
                       .url = run.htmlUrl,
                       .job = {},
                       .steps = {},
                       .waitsFor = {}};
    const auto job = jobOf(details, wish);
    if (job) {
        stage.job = job->name;
        for (const github::RunStep &step : job->steps)
            stage.steps.append(stepOf(step));
        stage.phase = job->status == "in_progress"_L1 || job->hasEnded() ? Phase::Working : Phase::Queued;
    }
    const bool mayWait = !job || job->status == "waiting"_L1;
    if (mayWait && !details.waitsFor.isEmpty()) {
        stage.phase = Phase::Approval;
        QStringList environments;
        for (const github::PendingDeployment &pending : details.waitsFor)
            environments += pending.environment;
        stage.waitsFor = environments.join(u", "_s);
    }
    return stage;
}

QString runText(qint64 run, int attempt)
{
    return attempt > 1 ? Words::tr("run %1, attempt %2").arg(run).arg(attempt) : Words::tr("run %1").arg(run);
}

QString stageWord(const ActionsStage &stage)
{
    switch (stage.phase) {
    case Phase::Looking:
        return Words::tr("looking for a run");
    case Phase::Started:
        return Words::tr("started");
    case Phase::Queued:
        return Words::tr("queued at GitHub");
    case Phase::Approval:
        return Words::tr("needs approval");
    case Phase::Working:
        break;
    case Phase::Fetching:
        return Words::tr("fetching");
    }
    const qsizetype current = currentStep(stage);
    return current < 0 ? Words::tr("runs at GitHub")
                       : Words::tr("step %1 of %2").arg(current + 1).arg(stage.steps.size());
}

QString stageDetail(const ActionsStage &stage)
{
    QStringList parts;
    if (stage.phase == Phase::Started)
        parts += Words::tr("its run is not there yet");
    else if (stage.phase == Phase::Working)
        parts += stage.steps.value(currentStep(stage)).name;
    else
        parts += stage.waitsFor;
    parts += stage.run > 0 ? runText(stage.run, stage.attempt) : stage.workflow;
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString stageText(const ActionsStage &stage)
{
    const QString detail = stageDetail(stage);
    return detail.isEmpty() ? stageWord(stage) : Words::tr("%1: %2").arg(stageWord(stage), detail);
}

std::optional<ActionsOrigin> originIn(const QString &json)
{
    const QJsonObject origin = QJsonDocument::fromJson(json.toUtf8()).object();
    if (origin.isEmpty())
        return {};
    return ActionsOrigin{.run = origin[u"run"].toInteger(),
                         .attempt = origin[u"attempt"].toInt(1),
                         .job = origin[u"job_name"].toString(),
                         .artifact = origin[u"artifact_name"].toString(),
                         .url = QUrl(origin[u"url"].toString())};
}

} // namespace unmoor
