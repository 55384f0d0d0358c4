// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/runsdocument.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

/// Seconds from \a begin to \a end; null while it runs.
QJsonValue secondsOf(const QDateTime &begin, const QDateTime &end)
{
    return begin.isValid() && end.isValid() ? QJsonValue(begin.secsTo(end)) : QJsonValue();
}

QJsonObject fromStep(const github::RunStep &step)
{
    return {{u"number"_s, step.number},
            {u"name"_s, step.name},
            {u"status"_s, step.status},
            {u"conclusion"_s, orNull(step.conclusion)},
            {u"seconds"_s, secondsOf(step.startedAt, step.completedAt)}};
}

QJsonObject fromJob(const github::RunJob &job)
{
    QJsonArray steps;
    for (const github::RunStep &step : job.steps)
        steps.append(fromStep(step));
    return {{u"id"_s, job.id},
            {u"name"_s, job.name},
            {u"attempt"_s, job.attempt},
            {u"status"_s, job.status},
            {u"conclusion"_s, orNull(job.conclusion)},
            {u"started_at"_s, orNull(job.startedAt)},
            {u"completed_at"_s, orNull(job.completedAt)},
            {u"seconds"_s, secondsOf(job.startedAt, job.completedAt)},
            {u"url"_s, orNull(job.htmlUrl.toString())},
            {u"steps"_s, steps}};
}

QJsonObject fromArtifact(const github::RunArtifact &artifact)
{
    return {{u"id"_s, artifact.id},
            {u"name"_s, artifact.name},
            {u"bytes"_s, artifact.size},
            {u"digest"_s, orNull(QString::fromLatin1(artifact.digest))},
            {u"expired"_s, artifact.isExpired},
            {u"created_at"_s, orNull(artifact.createdAt)},
            {u"expires_at"_s, orNull(artifact.expiresAt)}};
}

QJsonObject fromRun(const RunDetails &details)
{
    const github::WorkflowRun &run = details.run;
    QJsonArray jobs;
    for (const github::RunJob &job : details.jobs)
        jobs.append(fromJob(job));
    QJsonArray artifacts;
    for (const github::RunArtifact &artifact : details.artifacts)
        artifacts.append(fromArtifact(artifact));
    QJsonArray waiting;
    for (const github::PendingDeployment &pending : details.waitsFor)
        waiting.append(QJsonObject{{u"environment"_s, pending.environment}, {u"can_approve"_s, pending.canApprove}});
    return {{u"id"_s, run.id},
            {u"number"_s, run.number},
            {u"attempt"_s, run.attempt},
            {u"name"_s, run.name},
            {u"title"_s, run.title},
            {u"workflow"_s, run.path},
            {u"event"_s, run.event},
            {u"branch"_s, orNull(run.headBranch)},
            {u"head_sha"_s, run.headSha},
            {u"status"_s, run.status},
            {u"conclusion"_s, orNull(run.conclusion)},
            {u"created_at"_s, orNull(run.createdAt)},
            {u"started_at"_s, orNull(run.startedAt)},
            {u"url"_s, orNull(run.htmlUrl.toString())},
            {u"jobs"_s, jobs},
            {u"artifacts"_s, artifacts},
            {u"waits_for"_s, waiting}};
}

} // namespace

QJsonObject runsToJson(const RunsView &view, const QString &tag, const github::RateLimit &limit)
{
    QJsonArray runs;
    for (const RunDetails &details : view.runs)
        runs.append(fromRun(details));
    return {{u"schema"_s, 1},
            {u"repository"_s, view.repository},
            {u"commit"_s, view.commit},
            {u"tag"_s, orNull(tag)},
            {u"complete"_s, !view.runs.isEmpty() && view.haveEnded()},
            {u"success"_s, view.haveSucceeded()},
            {u"total"_s, view.total},
            {u"runs"_s, runs},
            {u"rate_limit"_s, QJsonObject{{u"limit"_s, limit.limit}, {u"remaining"_s, limit.remaining}}}};
}

} // namespace unmoor
