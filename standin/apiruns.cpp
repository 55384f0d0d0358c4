// SPDX-License-Identifier: GPL-3.0-or-later
// The part of GitHub Actions that can be asked for: runs, jobs, logs, artifacts, and what starts and stops them.
#include "standin/api.h"

#include <QCryptographicHash>
#include <QFile>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace unmoor::rehearsal {

namespace {

WorkflowRun *runOf(Repository &repository, const QString &id)
{
    const auto found = std::ranges::find(repository.actions.runs, id.toLongLong(), &WorkflowRun::id);
    return found == repository.actions.runs.end() ? nullptr : &*found;
}

/// The path of a workflow by its file name or number; empty: there is none.
QString workflowPath(const Actions &actions, const QString &name)
{
    for (const QString &path : actions.workflows.keys())
        if (path.section(u'/', -1) == name || QString::number(actions.workflowIds.value(path)) == name)
            return path;
    return {};
}

RunJob *jobOf(Repository &repository, const QString &id, WorkflowRun **owner)
{
    for (WorkflowRun &run : repository.actions.runs)
        for (RunJob &job : run.jobs)
            if (job.id == id.toLongLong()) {
                *owner = &run;
                return &job;
            }
    return nullptr;
}

/// Jobs of a new attempt.
void startJobs(Store &store, Actions &actions, WorkflowRun &run, const QList<int> &plans)
{
    const WorkflowPlan workflow = planOf(actions, run.path, run.commit);
    run.startedAt = actions.clock;
    for (const int index : plans) {
        const JobPlan &plan = workflow.jobs.at(index);
        const bool waits = !plan.environment.isEmpty();
        const qint64 begin = actions.clock + plan.after;
        run.jobs.append({.id = store.nextId(),
                         .plan = index,
                         .attempt = run.attempt,
                         .startsAt = waits ? -1 : begin,
                         .endsAt = begin + plan.seconds,
                         .conclusion = plan.conclusions.value(run.attempt - 1, plan.conclusions.constLast()),
                         .environment = plan.environment});
    }
}

} // namespace

void Store::keepFiles(Repository &repository, WorkflowRun &run)
{
    const WorkflowPlan plan = planOf(repository.actions, run.path, run.commit);
    for (const RunJob &job : std::as_const(run.jobs)) {
        if (statusOf(job, repository.actions.clock) != "completed"_L1 || job.conclusion != "success"_L1)
            continue;
        for (const RunFile &planned : plan.jobs.value(job.plan).files) {
            const bool isThere = std::ranges::any_of(run.files, [&](const RunFile &file) {
                return file.name == planned.name && file.attempt == job.attempt;
            });
            if (isThere)
                continue;
            RunFile file = planned;
            file.id = nextId();
            file.size = planned.bytes.size();
            file.sha256 = QCryptographicHash::hash(planned.bytes, QCryptographicHash::Sha256).toHex();
            file.attempt = job.attempt;
            file.madeAt = job.endsAt;
            QFile stored(assetPath(file.id));
            if (stored.open(QIODevice::WriteOnly))
                stored.write(planned.bytes);
            file.bytes.clear();
            run.files.append(file);
        }
    }
}

void Api::lookAtRuns(Repository &repository)
{
    Actions &actions = repository.actions;
    const bool isOver = std::ranges::all_of(
        actions.runs, [&](const WorkflowRun &run) { return statusOf(run, actions.clock) == "completed"_L1; });
    if (!isOver)
        actions.clock += actions.secondsPerLook;
    for (WorkflowRun &run : actions.runs)
        m_store.keepFiles(repository, run);
}

Result<qint64> Store::startRun(const QString &name, const QString &path, const QString &event, const QString &branch,
                               const QString &commit)
{
    Repository *known = repository(name);
    if (!known || !known->actions.workflows.contains(path))
        return failure(Error::Kind::NotFound, u"%1 has no workflow %2."_s.arg(name, path));
    Actions &actions = known->actions;
    WorkflowRun run;
    run.id = nextId();
    run.number = int(actions.runs.size()) + 1;
    run.path = path;
    run.event = event;
    run.branch = branch;
    run.commit = commit;
    run.createdAt = actions.clock;
    QList<int> all;
    for (int i = 0; i < planOf(actions, path, commit).jobs.size(); ++i)
        all.append(i);
    startJobs(*this, actions, run, all);
    actions.runs.append(run);
    return save().transform([&run] { return run.id; });
}

Result<qint64> Store::addEndedRun(const QString &name, const QString &path, const QString &event, const QString &branch,
                                  const QString &commit)
{
    Repository *known = repository(name);
    if (!known)
        return failure(Error::Kind::NotFound, u"There is no repository %1."_s.arg(name));
    Actions &actions = known->actions;
    qint64 length = 0; // seconds
    for (const JobPlan &job : planOf(actions, path, commit).jobs)
        length = std::max<qint64>(length, job.after + job.seconds);
    // A repository is older than what ran in it.
    const QDateTime now = QDateTime::currentDateTimeUtc();
    known->createdAt = std::min(known->createdAt, now.addSecs(-length));
    actions.clock = std::max(actions.clock, known->createdAt.secsTo(now) - length);
    return startRun(name, path, event, branch, commit).and_then([&](qint64 id) {
        actions.clock += length;
        keepFiles(*known, actions.runs.last());
        return save().transform([id] { return id; });
    });
}

Answer<Reply> Api::workflows(Call &call)
{
    QJsonArray list;
    for (const QString &path : call.repository->actions.workflows.keys())
        list.append(m_documents.workflow(*call.repository, path));
    return page(call, list, u"workflows"_s);
}

Answer<Reply> Api::workflow(Call &call)
{
    const QString path = workflowPath(call.repository->actions, call.args.constFirst());
    if (path.isEmpty())
        return notFound();
    return Reply::of(m_documents.workflow(*call.repository, path));
}

Answer<Reply> Api::runs(Call &call)
{
    lookAtRuns(*call.repository);
    const Actions &actions = call.repository->actions;
    QString path;
    if (!call.args.isEmpty()) {
        path = workflowPath(actions, call.args.constFirst());
        if (path.isEmpty())
            return notFound();
    }
    QList<const WorkflowRun *> list;
    for (const WorkflowRun &run : actions.runs) {
        const auto fits = [&call](const QString &key, const QString &value) {
            return !call.query.hasQueryItem(key) || call.argument(key) == value;
        };
        const QString status = statusOf(run, actions.clock);
        const bool fitsStatus = fits(u"status"_s, status) || fits(u"status"_s, conclusionOf(run, actions.clock));
        if ((path.isEmpty() || run.path == path) && fits(u"head_sha"_s, run.commit) && fits(u"branch"_s, run.branch)
            && fits(u"event"_s, run.event) && fitsStatus)
            list.prepend(&run);
    }
    // With any filter GitHub counts all and lists the newest thousand.
    constexpr qsizetype mostFiltered = 1000;
    const bool isFiltered =
        std::ranges::any_of(std::array{u"head_sha"_s, u"branch"_s, u"event"_s, u"status"_s},
                            [&call](const QString &filter) { return call.query.hasQueryItem(filter); });
    const qsizetype total = list.size();
    if (isFiltered)
        list.resize(std::min(list.size(), mostFiltered));
    return page(
        call, list.size(), [&](qsizetype i) { return m_documents.run(*call.repository, *list.at(i)); },
        u"workflow_runs"_s, total);
}

Answer<Reply> Api::run(Call &call)
{
    lookAtRuns(*call.repository);
    const WorkflowRun *run = runOf(*call.repository, call.args.constFirst());
    if (!run)
        return notFound();
    return Reply::of(m_documents.run(*call.repository, *run));
}

Answer<Reply> Api::runJobs(Call &call)
{
    lookAtRuns(*call.repository);
    const WorkflowRun *run = runOf(*call.repository, call.args.constFirst());
    const int attempt = call.args.value(1).toInt(); // 0: the newest
    if (!run || attempt > run->attempt)
        return notFound();
    QJsonArray list;
    const bool isAll = call.argument(u"filter"_s) == "all"_L1;
    for (const RunJob &job : isAll || attempt > 0 ? run->jobs : latestJobs(*run))
        if (attempt == 0 || job.attempt == attempt)
            list.append(m_documents.job(*call.repository, *run, job));
    return page(call, list, u"jobs"_s);
}

Answer<Reply> Api::runJob(Call &call)
{
    WorkflowRun *run = nullptr;
    const RunJob *job = jobOf(*call.repository, call.args.constFirst(), &run);
    if (!job)
        return notFound();
    return Reply::of(m_documents.job(*call.repository, *run, *job));
}

/// There is a log once the job has ended; one that was canceled never has one.
Answer<Reply> Api::jobLog(Call &call)
{
    WorkflowRun *run = nullptr;
    const RunJob *job = jobOf(*call.repository, call.args.constFirst(), &run);
    if (!job || statusOf(*job, call.repository->actions.clock) != "completed"_L1 || job->conclusion == "cancelled"_L1)
        return notFound();
    if (!call.authorized)
        return refuse(403, u"Must have admin rights to Repository."_s);
    QFile stored(m_store.assetPath(job->id));
    if (stored.open(QIODevice::WriteOnly))
        stored.write(planOf(call.repository->actions, run->path, run->commit).jobs.value(job->plan).log);
    return redirectTo(job->id);
}

Answer<Reply> Api::runArtifacts(Call &call)
{
    lookAtRuns(*call.repository);
    const WorkflowRun *run = runOf(*call.repository, call.args.constFirst());
    if (!run)
        return notFound();
    QJsonArray list;
    for (const RunFile &file : run->files)
        if (!call.query.hasQueryItem(u"name"_s) || call.argument(u"name"_s) == file.name)
            list.append(m_documents.artifact(*call.repository, *run, file));
    return page(call, list, u"artifacts"_s);
}

Answer<Reply> Api::artifactZip(Call &call)
{
    if (!call.authorized)
        return refuse(401, u"Requires authentication"_s);
    for (const WorkflowRun &run : std::as_const(call.repository->actions.runs)) {
        const auto file = std::ranges::find(run.files, call.args.constFirst().toLongLong(), &RunFile::id);
        if (file == run.files.end())
            continue;
        if (file->isExpired)
            return refuse(410, u"Artifact has expired"_s);
        return redirectTo(file->id);
    }
    return notFound();
}

Answer<Reply> Api::rerun(Call &call)
{
    WorkflowRun *run = runOf(*call.repository, call.args.constFirst());
    Actions &actions = call.repository->actions;
    if (!run)
        return notFound();
    if (statusOf(*run, actions.clock) != "completed"_L1)
        return refuse(403, u"The workflow run is already running"_s);
    const bool isFailedOnly = call.path.endsWith("rerun-failed-jobs"_L1);
    QList<int> plans;
    for (const RunJob &job : latestJobs(*run))
        if (!isFailedOnly || job.conclusion != "success"_L1)
            plans.append(job.plan);
    if (plans.isEmpty())
        return refuse(403, u"This workflow run cannot be retried"_s);
    ++run->attempt;
    startJobs(m_store, actions, *run, plans);
    return Reply::of(QJsonObject(), 201);
}

Answer<Reply> Api::rerunJob(Call &call)
{
    WorkflowRun *run = nullptr;
    const RunJob *job = jobOf(*call.repository, call.args.constFirst(), &run);
    if (!job)
        return notFound();
    if (statusOf(*run, call.repository->actions.clock) != "completed"_L1)
        return refuse(403, u"The workflow run is already running"_s);
    const int plan = job->plan;
    ++run->attempt;
    startJobs(m_store, call.repository->actions, *run, {plan});
    return Reply::of(QJsonObject(), 201);
}

Answer<Reply> Api::cancelRun(Call &call)
{
    WorkflowRun *run = runOf(*call.repository, call.args.constFirst());
    const qint64 clock = call.repository->actions.clock;
    if (!run)
        return notFound();
    if (statusOf(*run, clock) == "completed"_L1)
        return refuse(409, u"Cannot cancel a workflow run that is completed."_s);
    for (RunJob &job : run->jobs)
        if (statusOf(job, clock) != "completed"_L1) {
            job.startsAt = job.startsAt < 0 ? clock : std::min(job.startsAt, clock);
            job.endsAt = clock;
            job.conclusion = u"cancelled"_s;
        }
    return Reply::of(QJsonObject(), 202);
}

Answer<Reply> Api::dispatch(Call &call)
{
    Actions &actions = call.repository->actions;
    const QString path = workflowPath(actions, call.args.constFirst());
    const QJsonObject fields = call.json();
    const QString ref = fields[u"ref"].toString();
    if (path.isEmpty())
        return notFound();
    if (fields.contains(u"return_run_details"_s) && !actions.givesRunDetails)
        return refuse(400, u"\"return_run_details\" is not a permitted key."_s);
    if (!actions.workflows[path].isDispatched)
        return refuse(422, u"Workflow does not have 'workflow_dispatch' trigger"_s);
    const QJsonObject inputs = fields[u"inputs"].toObject();
    for (const QString &input : inputs.keys())
        if (!actions.workflows[path].inputs.contains(input))
            return refuse(422, u"Unexpected inputs provided: [\"%1\"]"_s.arg(input));
    for (const QString &input : std::as_const(actions.workflows[path].inputs))
        if (!inputs.contains(input))
            return refuse(422, u"Required input '%1' not provided"_s.arg(input));
    const QString name = ref.section(u'/', -1);
    const QString commit = resolveCommit(*call.repository, ref.startsWith("refs/"_L1) ? name : ref);
    if (commit.isEmpty())
        return refuse(422, u"No ref found for: %1"_s.arg(ref));
    const auto id = m_store.startRun(call.repository->fullName, path, u"workflow_dispatch"_s, name, commit);
    if (!id)
        return refuse(500, id.error().message);
    for (const QString &input : inputs.keys())
        runOf(*call.repository, QString::number(*id))->inputs.insert(input, inputs[input].toString());
    if (!fields[u"return_run_details"].toBool())
        return Reply::empty();
    const QJsonObject run = m_documents.run(*call.repository, *runOf(*call.repository, QString::number(*id)));
    return Reply::of(
        QJsonObject{{u"workflow_run_id"_s, *id}, {u"run_url"_s, run[u"url"]}, {u"html_url"_s, run[u"html_url"]}});
}

Answer<Reply> Api::pendingDeployments(Call &call)
{
    lookAtRuns(*call.repository);
    const WorkflowRun *run = runOf(*call.repository, call.args.constFirst());
    if (!run)
        return notFound();
    QJsonArray list;
    for (const RunJob &job : latestJobs(*run))
        if (job.startsAt < 0)
            list.append(m_documents.pendingDeployment(*call.repository, job, call.authorized));
    return Reply::of(list);
}

Answer<Reply> Api::reviewDeployments(Call &call)
{
    WorkflowRun *run = runOf(*call.repository, call.args.constFirst());
    const QJsonObject fields = call.json();
    const QString state = fields[u"state"].toString();
    Actions &actions = call.repository->actions;
    if (!run)
        return notFound();
    QJsonArray deployed;
    for (RunJob &job : run->jobs) {
        if (job.startsAt >= 0 || !fields[u"environment_ids"].toArray().contains(job.id))
            continue;
        const int seconds = planOf(actions, run->path, run->commit).jobs.value(job.plan).seconds;
        job.startsAt = actions.clock;
        job.endsAt = actions.clock + (state == "approved"_L1 ? seconds : 0);
        if (state != "approved"_L1)
            job.conclusion = u"failure"_s;
        deployed.append(m_documents.deployment(*call.repository, *run, job));
    }
    if (deployed.isEmpty() || (state != "approved"_L1 && state != "rejected"_L1))
        return refuse(422, u"Unprocessable Entity"_s);
    return Reply::of(deployed);
}

Answer<Reply> Api::annotations(Call &call)
{
    WorkflowRun *run = nullptr;
    const RunJob *job = jobOf(*call.repository, call.args.constFirst(), &run);
    if (!job)
        return notFound();
    QJsonArray list;
    if (statusOf(*job, call.repository->actions.clock) == "completed"_L1 && job->conclusion == "failure"_L1)
        list.append(m_documents.annotation(*call.repository, *run));
    return Reply::of(list);
}

} // namespace unmoor::rehearsal
