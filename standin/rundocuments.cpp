// SPDX-License-Identifier: GPL-3.0-or-later
// The documents of GitHub Actions.
#include "standin/documents.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace unmoor::rehearsal {

namespace {

/// When the clock of the runs stood at \a seconds.
QString timeOf(const Repository &repository, qint64 seconds)
{
    return isoDate(repository.createdAt.addSecs(seconds));
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonArray stepsOf(const Repository &repository, const JobPlan &plan, const RunJob &job)
{
    const qint64 clock = repository.actions.clock;
    const qint64 count = std::max<qsizetype>(plan.steps.size(), 1);
    QJsonArray steps;
    if (job.startsAt < 0 || clock < job.startsAt)
        return steps;
    for (qint64 i = 0; i < plan.steps.size(); ++i) {
        const qint64 begin = job.startsAt + (job.endsAt - job.startsAt) * i / count;
        const qint64 end = job.startsAt + (job.endsAt - job.startsAt) * (i + 1) / count;
        const bool hasEnded = clock >= end;
        // The step before the last one is what a job fails in.
        const bool isCause = i + 2 == count || count == 1;
        const QString conclusion = job.conclusion == "success"_L1 || !isCause ? u"success"_s : job.conclusion;
        steps.append(
            QJsonObject{{u"name"_s, plan.steps.at(i)},
                        {u"number"_s, i + 1},
                        {u"status"_s,
                         hasEnded             ? u"completed"_s
                             : clock >= begin ? u"in_progress"_s
                                              : u"queued"_s},
                        {u"conclusion"_s, hasEnded ? QJsonValue(conclusion) : QJsonValue()},
                        {u"started_at"_s, clock >= begin ? QJsonValue(timeOf(repository, begin)) : QJsonValue()},
                        {u"completed_at"_s, hasEnded ? QJsonValue(timeOf(repository, end)) : QJsonValue()}});
    }
    return steps;
}

} // namespace

QJsonObject Documents::workflow(const Repository &repository, const QString &path) const
{
    const qint64 id = repository.actions.workflowIds.value(path);
    return {{u"id"_s, id},
            {u"node_id"_s, u"W_%1"_s.arg(id)},
            {u"name"_s, repository.actions.workflows.value(path).name},
            {u"path"_s, path},
            {u"state"_s, u"active"_s},
            {u"created_at"_s, timeOf(repository, 0)},
            {u"updated_at"_s, timeOf(repository, 0)},
            {u"url"_s, u"%1/actions/workflows/%2"_s.arg(repoUrl(repository)).arg(id)},
            {u"html_url"_s, u"%1/blob/main/%2"_s.arg(htmlUrl(repository), path)},
            {u"badge_url"_s, u"%1/actions/workflows/%2/badge.svg"_s.arg(htmlUrl(repository), path.section(u'/', -1))}};
}

QJsonObject Documents::run(const Repository &repository, const WorkflowRun &run) const
{
    const Actions &actions = repository.actions;
    const QString url = u"%1/actions/runs/%2"_s.arg(repoUrl(repository)).arg(run.id);
    const QJsonObject person{{u"name"_s, u"maintainer"_s}, {u"email"_s, u"maintainer@example.invalid"_s}};
    const QJsonObject headCommit{{u"id"_s, run.commit},
                                 {u"tree_id"_s, run.commit},
                                 {u"message"_s, u"A commit of the rehearsal"_s},
                                 {u"timestamp"_s, timeOf(repository, 0)},
                                 {u"author"_s, person},
                                 {u"committer"_s, person}};
    const QJsonObject owner = this->repository(repository, false);
    const qint64 workflow = actions.workflowIds.value(run.path);
    QJsonObject json{{u"id"_s, run.id},
                     {u"name"_s, planOf(actions, run.path, run.commit).name},
                     {u"node_id"_s, u"WFR_%1"_s.arg(run.id)},
                     {u"head_branch"_s, textOrNull(run.branch)},
                     {u"head_sha"_s, run.commit},
                     {u"path"_s, run.path + u"@"_s + run.branch},
                     {u"display_title"_s, u"A commit of the rehearsal"_s},
                     {u"run_number"_s, run.number},
                     {u"run_attempt"_s, run.attempt},
                     {u"event"_s, run.event},
                     {u"status"_s, statusOf(run, actions.clock)},
                     {u"conclusion"_s, textOrNull(conclusionOf(run, actions.clock))},
                     {u"workflow_id"_s, workflow},
                     {u"check_suite_id"_s, run.id},
                     {u"check_suite_node_id"_s, u"CS_%1"_s.arg(run.id)},
                     {u"url"_s, url},
                     {u"html_url"_s, u"%1/actions/runs/%2"_s.arg(htmlUrl(repository)).arg(run.id)},
                     {u"pull_requests"_s, QJsonArray()},
                     {u"created_at"_s, timeOf(repository, run.createdAt)},
                     {u"updated_at"_s, timeOf(repository, changedAt(run, actions.clock))},
                     {u"run_started_at"_s, timeOf(repository, run.startedAt)},
                     {u"actor"_s, account(u"maintainer"_s, 1)},
                     {u"triggering_actor"_s, account(u"maintainer"_s, 1)},
                     {u"jobs_url"_s, url + u"/jobs"_s},
                     {u"logs_url"_s, url + u"/logs"_s},
                     {u"check_suite_url"_s, u"%1/check-suites/%2"_s.arg(repoUrl(repository)).arg(run.id)},
                     {u"artifacts_url"_s, url + u"/artifacts"_s},
                     {u"cancel_url"_s, url + u"/cancel"_s},
                     {u"rerun_url"_s, url + u"/rerun"_s},
                     {u"workflow_url"_s, u"%1/actions/workflows/%2"_s.arg(repoUrl(repository)).arg(workflow)},
                     {u"head_commit"_s, headCommit},
                     {u"repository"_s, owner},
                     {u"head_repository"_s, owner}};
    json.insert(u"previous_attempt_url"_s,
                run.attempt > 1 ? QJsonValue(u"%1/attempts/%2"_s.arg(url).arg(run.attempt - 1)) : QJsonValue());
    return json;
}

QJsonObject Documents::job(const Repository &repository, const WorkflowRun &run, const RunJob &job) const
{
    const Actions &actions = repository.actions;
    const WorkflowPlan workflow = planOf(actions, run.path, run.commit);
    const JobPlan plan = workflow.jobs.value(job.plan);
    const QString status = statusOf(job, actions.clock);
    const bool hasEnded = status == "completed"_L1;
    const bool hasBegun = hasEnded || status == "in_progress"_L1;
    return {{u"id"_s, job.id},
            {u"run_id"_s, run.id},
            {u"run_url"_s, u"%1/actions/runs/%2"_s.arg(repoUrl(repository)).arg(run.id)},
            {u"run_attempt"_s, job.attempt},
            {u"node_id"_s, u"CR_%1"_s.arg(job.id)},
            {u"head_sha"_s, run.commit},
            {u"head_branch"_s, textOrNull(run.branch)},
            {u"workflow_name"_s, workflow.name},
            {u"url"_s, u"%1/actions/jobs/%2"_s.arg(repoUrl(repository)).arg(job.id)},
            {u"html_url"_s, u"%1/actions/runs/%2/job/%3"_s.arg(htmlUrl(repository)).arg(run.id).arg(job.id)},
            {u"status"_s, status},
            {u"conclusion"_s, hasEnded ? QJsonValue(job.conclusion) : QJsonValue()},
            {u"created_at"_s, timeOf(repository, run.startedAt)},
            {u"started_at"_s, timeOf(repository, hasBegun ? job.startsAt : run.startedAt)},
            {u"completed_at"_s, hasEnded ? QJsonValue(timeOf(repository, job.endsAt)) : QJsonValue()},
            {u"name"_s, plan.name},
            {u"steps"_s, stepsOf(repository, plan, job)},
            {u"check_run_url"_s, u"%1/check-runs/%2"_s.arg(repoUrl(repository)).arg(job.id)},
            {u"labels"_s, QJsonArray{u"ubuntu-24.04"_s}},
            {u"runner_id"_s, hasBegun ? QJsonValue(1) : QJsonValue()},
            {u"runner_name"_s, hasBegun ? QJsonValue(u"Rehearsal 1"_s) : QJsonValue()},
            {u"runner_group_id"_s, hasBegun ? QJsonValue(1) : QJsonValue()},
            {u"runner_group_name"_s, hasBegun ? QJsonValue(u"Rehearsal"_s) : QJsonValue()}};
}

QJsonObject Documents::artifact(const Repository &repository, const WorkflowRun &run, const RunFile &file) const
{
    constexpr qint64 kept = 90 * 24 * 3600;
    const QString url = u"%1/actions/artifacts/%2"_s.arg(repoUrl(repository)).arg(file.id);
    const QJsonObject owner{{u"id"_s, run.id},
                            {u"repository_id"_s, repository.id},
                            {u"head_repository_id"_s, repository.id},
                            {u"head_branch"_s, run.branch},
                            {u"head_sha"_s, run.commit}};
    return {{u"id"_s, file.id},
            {u"node_id"_s, u"A_%1"_s.arg(file.id)},
            {u"name"_s, file.name},
            {u"size_in_bytes"_s, file.size},
            {u"url"_s, url},
            {u"archive_download_url"_s, url + u"/zip"_s},
            {u"expired"_s, file.isExpired},
            {u"digest"_s,
             file.sha256.isEmpty() ? QJsonValue() : QJsonValue(u"sha256:"_s + QString::fromLatin1(file.sha256))},
            {u"created_at"_s, timeOf(repository, file.madeAt)},
            {u"updated_at"_s, timeOf(repository, file.madeAt)},
            {u"expires_at"_s, timeOf(repository, file.madeAt + kept)},
            {u"workflow_run"_s, owner}};
}

QJsonObject Documents::pendingDeployment(const Repository &repository, const RunJob &job, bool mayApprove) const
{
    return {{u"environment"_s,
             QJsonObject{{u"id"_s, job.id},
                         {u"node_id"_s, u"EN_%1"_s.arg(job.id)},
                         {u"name"_s, job.environment},
                         {u"url"_s, u"%1/environments/%2"_s.arg(repoUrl(repository), job.environment)},
                         {u"html_url"_s, u"%1/deployments/%2"_s.arg(htmlUrl(repository), job.environment)}}},
            {u"wait_timer"_s, 0},
            {u"wait_timer_started_at"_s, QJsonValue()},
            {u"current_user_can_approve"_s, mayApprove},
            {u"reviewers"_s,
             QJsonArray{QJsonObject{{u"type"_s, u"User"_s}, {u"reviewer"_s, account(u"maintainer"_s, 1)}}}}};
}

QJsonObject Documents::deployment(const Repository &repository, const WorkflowRun &run, const RunJob &job) const
{
    const QString url = u"%1/deployments/%2"_s.arg(repoUrl(repository)).arg(job.id);
    return {{u"url"_s, url},
            {u"id"_s, job.id},
            {u"node_id"_s, u"DE_%1"_s.arg(job.id)},
            {u"sha"_s, run.commit},
            {u"ref"_s, run.branch},
            {u"task"_s, u"deploy"_s},
            {u"payload"_s, QJsonObject()},
            {u"environment"_s, job.environment},
            {u"description"_s, QJsonValue()},
            {u"creator"_s, account(u"maintainer"_s, 1)},
            {u"created_at"_s, timeOf(repository, run.startedAt)},
            {u"updated_at"_s, timeOf(repository, run.startedAt)},
            {u"statuses_url"_s, url + u"/statuses"_s},
            {u"repository_url"_s, repoUrl(repository)}};
}

QJsonObject Documents::annotation(const Repository &repository, const WorkflowRun &run) const
{
    return {{u"path"_s, u".github"_s},
            {u"start_line"_s, 1},
            {u"end_line"_s, 1},
            {u"start_column"_s, QJsonValue()},
            {u"end_column"_s, QJsonValue()},
            {u"annotation_level"_s, u"failure"_s},
            {u"title"_s, QString()},
            {u"message"_s, u"Process completed with exit code 1."_s},
            {u"raw_details"_s, QString()},
            {u"blob_href"_s, u"%1/blob/%2/.github"_s.arg(htmlUrl(repository), run.commit)}};
}

} // namespace unmoor::rehearsal
