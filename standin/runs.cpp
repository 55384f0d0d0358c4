// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/runs.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor::rehearsal {

namespace {

QJsonObject fromFile(const RunFile &file)
{
    return {{u"id"_s, file.id},
            {u"name"_s, file.name},
            {u"bytes"_s, QString::fromLatin1(file.bytes.toBase64())},
            {u"size"_s, file.size},
            {u"sha256"_s, QString::fromLatin1(file.sha256)},
            {u"attempt"_s, file.attempt},
            {u"made_at"_s, file.madeAt},
            {u"expired"_s, file.isExpired}};
}

RunFile toFile(const QJsonObject &json)
{
    return {.id = json[u"id"].toInteger(),
            .name = json[u"name"].toString(),
            .bytes = QByteArray::fromBase64(json[u"bytes"].toString().toLatin1()),
            .size = json[u"size"].toInteger(),
            .sha256 = json[u"sha256"].toString().toLatin1(),
            .attempt = json[u"attempt"].toInt(),
            .madeAt = json[u"made_at"].toInteger(),
            .isExpired = json[u"expired"].toBool()};
}

template <typename T, typename F>
QJsonArray arrayOf(const QList<T> &list, F convert)
{
    QJsonArray array;
    for (const T &item : list)
        array.append(convert(item));
    return array;
}

template <typename F>
auto listOf(const QJsonValue &value, F convert)
{
    QList<decltype(convert(QJsonObject()))> list;
    for (const QJsonValue item : value.toArray())
        list.append(convert(item.toObject()));
    return list;
}

QJsonObject fromPlan(const JobPlan &plan)
{
    return {{u"name"_s, plan.name},
            {u"key"_s, plan.key},
            {u"after"_s, plan.after},
            {u"seconds"_s, plan.seconds},
            {u"conclusions"_s, QJsonArray::fromStringList(plan.conclusions)},
            {u"steps"_s, QJsonArray::fromStringList(plan.steps)},
            {u"environment"_s, plan.environment},
            {u"log"_s, QString::fromLatin1(plan.log.toBase64())},
            {u"files"_s, arrayOf(plan.files, fromFile)}};
}

JobPlan toPlan(const QJsonObject &json)
{
    return {.name = json[u"name"].toString(),
            .key = json[u"key"].toString(),
            .after = json[u"after"].toInt(),
            .seconds = json[u"seconds"].toInt(),
            .conclusions = json[u"conclusions"].toVariant().toStringList(),
            .steps = json[u"steps"].toVariant().toStringList(),
            .environment = json[u"environment"].toString(),
            .log = QByteArray::fromBase64(json[u"log"].toString().toLatin1()),
            .files = listOf(json[u"files"], toFile)};
}

QJsonObject fromWorkflow(const WorkflowPlan &plan)
{
    return {{u"path"_s, plan.path},
            {u"name"_s, plan.name},
            {u"dispatched"_s, plan.isDispatched},
            {u"inputs"_s, QJsonArray::fromStringList(plan.inputs)},
            {u"jobs"_s, arrayOf(plan.jobs, fromPlan)}};
}

WorkflowPlan toWorkflow(const QJsonObject &json)
{
    return {.path = json[u"path"].toString(),
            .name = json[u"name"].toString(),
            .isDispatched = json[u"dispatched"].toBool(),
            .inputs = json[u"inputs"].toVariant().toStringList(),
            .jobs = listOf(json[u"jobs"], toPlan)};
}

QJsonObject fromJob(const RunJob &job)
{
    return {{u"id"_s, job.id},
            {u"plan"_s, job.plan},
            {u"attempt"_s, job.attempt},
            {u"starts"_s, job.startsAt},
            {u"ends"_s, job.endsAt},
            {u"conclusion"_s, job.conclusion},
            {u"environment"_s, job.environment}};
}

RunJob toJob(const QJsonObject &json)
{
    return {.id = json[u"id"].toInteger(),
            .plan = json[u"plan"].toInt(),
            .attempt = json[u"attempt"].toInt(),
            .startsAt = json[u"starts"].toInteger(),
            .endsAt = json[u"ends"].toInteger(),
            .conclusion = json[u"conclusion"].toString(),
            .environment = json[u"environment"].toString()};
}

QJsonObject fromRun(const WorkflowRun &run)
{
    QJsonObject inputs;
    for (const auto &[name, value] : run.inputs.asKeyValueRange())
        inputs.insert(name, value);
    return {{u"id"_s, run.id},
            {u"number"_s, run.number},
            {u"attempt"_s, run.attempt},
            {u"path"_s, run.path},
            {u"event"_s, run.event},
            {u"branch"_s, run.branch},
            {u"commit"_s, run.commit},
            {u"inputs"_s, inputs},
            {u"created"_s, run.createdAt},
            {u"started"_s, run.startedAt},
            {u"jobs"_s, arrayOf(run.jobs, fromJob)},
            {u"files"_s, arrayOf(run.files, fromFile)}};
}

WorkflowRun toRun(const QJsonObject &json)
{
    QMap<QString, QString> inputs;
    const QJsonObject given = json[u"inputs"].toObject();
    for (auto input = given.begin(); input != given.end(); ++input)
        inputs.insert(input.key(), input.value().toString());
    return {.id = json[u"id"].toInteger(),
            .number = json[u"number"].toInt(),
            .attempt = json[u"attempt"].toInt(),
            .path = json[u"path"].toString(),
            .event = json[u"event"].toString(),
            .branch = json[u"branch"].toString(),
            .commit = json[u"commit"].toString(),
            .inputs = inputs,
            .createdAt = json[u"created"].toInteger(),
            .startedAt = json[u"started"].toInteger(),
            .jobs = listOf(json[u"jobs"], toJob),
            .files = listOf(json[u"files"], toFile)};
}

} // namespace

WorkflowPlan planOf(const Actions &actions, const QString &path, const QString &commit)
{
    const QMap<QString, WorkflowPlan> ofCommits = actions.ofCommits.value(path);
    return ofCommits.contains(commit) ? ofCommits.value(commit) : actions.workflows.value(path);
}

QJsonObject toJson(const Actions &actions)
{
    QJsonArray ofCommits;
    for (const auto &[path, plans] : actions.ofCommits.asKeyValueRange()) {
        for (const auto &[commit, plan] : plans.asKeyValueRange()) {
            QJsonObject workflow = fromWorkflow(plan);
            workflow.insert(u"commit"_s, commit);
            ofCommits.append(workflow);
        }
    }
    QJsonArray workflows;
    for (const auto &[path, plan] : actions.workflows.asKeyValueRange()) {
        QJsonObject workflow = fromWorkflow(plan);
        workflow.insert(u"id"_s, actions.workflowIds.value(path));
        workflows.append(workflow);
    }
    return {{u"clock"_s, actions.clock},
            {u"seconds_per_look"_s, actions.secondsPerLook},
            {u"run_details"_s, actions.givesRunDetails},
            {u"workflows"_s, workflows},
            {u"workflows_of_commits"_s, ofCommits},
            {u"runs"_s, arrayOf(actions.runs, fromRun)}};
}

Actions actionsFromJson(const QJsonObject &json)
{
    Actions actions;
    actions.clock = json[u"clock"].toInteger();
    actions.secondsPerLook = json[u"seconds_per_look"].toInt();
    actions.givesRunDetails = json[u"run_details"].toBool(true);
    for (const QJsonValue value : json[u"workflows"].toArray()) {
        const WorkflowPlan plan = toWorkflow(value.toObject());
        actions.workflows.insert(plan.path, plan);
        actions.workflowIds.insert(plan.path, value[u"id"].toInteger());
    }
    for (const QJsonValue value : json[u"workflows_of_commits"].toArray()) {
        const WorkflowPlan plan = toWorkflow(value.toObject());
        actions.ofCommits[plan.path].insert(value[u"commit"].toString(), plan);
    }
    actions.runs = listOf(json[u"runs"], toRun);
    return actions;
}

QList<RunJob> latestJobs(const WorkflowRun &run)
{
    QMap<int, RunJob> latest;
    for (const RunJob &job : run.jobs)
        if (!latest.contains(job.plan) || latest.value(job.plan).attempt < job.attempt)
            latest.insert(job.plan, job);
    return latest.values();
}

QString statusOf(const RunJob &job, qint64 clock)
{
    if (job.startsAt < 0)
        return u"waiting"_s;
    if (clock < job.startsAt)
        return u"queued"_s;
    return clock < job.endsAt ? u"in_progress"_s : u"completed"_s;
}

QString statusOf(const WorkflowRun &run, qint64 clock)
{
    QStringList states;
    for (const RunJob &job : latestJobs(run))
        states.append(statusOf(job, clock));
    for (const QString &state : {u"in_progress"_s, u"waiting"_s})
        if (states.contains(state))
            return state;
    if (!states.contains(u"queued"_s))
        return u"completed"_s;
    return states.contains(u"completed"_s) ? u"in_progress"_s : u"queued"_s;
}

qint64 changedAt(const WorkflowRun &run, qint64 clock)
{
    qint64 changed = run.startedAt;
    for (const RunJob &job : run.jobs)
        for (const qint64 moment : {job.startsAt, job.endsAt})
            if (job.startsAt >= 0 && moment <= clock)
                changed = std::max(changed, moment);
    return changed;
}

QString conclusionOf(const WorkflowRun &run, qint64 clock)
{
    if (statusOf(run, clock) != "completed"_L1)
        return {};
    QStringList ends;
    for (const RunJob &job : latestJobs(run))
        ends.append(job.conclusion);
    for (const QString &end : {u"failure"_s, u"cancelled"_s, u"timed_out"_s})
        if (ends.contains(end))
            return end;
    return u"success"_s;
}

} // namespace unmoor::rehearsal
