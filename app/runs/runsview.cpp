// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/runsview.h"

#include "app/core/chain.h"
#include "app/core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostDetailed = 20; // runs whose jobs are read

/// What of \a run is not read yet. \a known: what was read of it before, if anything.
QFuture<Result<RunDetails>> completed(github::Client &client, const QString &repository, const github::WorkflowRun &run,
                                      std::stop_token stop, const std::optional<RunDetails> &known = {})
{
    const auto details = std::make_shared<RunDetails>();
    details->run = run;
    auto jobs = andThen(client.jobs(repository, run.id, stop), [details](const QList<github::RunJob> &list) {
        details->jobs = list;
        return finished<void>({});
    });
    auto artifacts = andThen(jobs, [&client, repository, id = run.id, stop, details, known] {
        // Another artifact is there when a step has ended.
        if (known && known->run == details->run && known->jobs == details->jobs) {
            details->artifacts = known->artifacts;
            return finished<void>({});
        }
        return andThen(client.artifacts(repository, id, stop), [details](const QList<github::RunArtifact> &list) {
            details->artifacts = list;
            return finished<void>({});
        });
    });
    return andThen(artifacts, [&client, repository, stop, details] {
        if (details->run.status != "waiting"_L1)
            return finished<RunDetails>(*details);
        return client.pendingDeployments(repository, details->run.id, stop)
            .then([details](const Result<QList<github::PendingDeployment>> &waiting) -> Result<RunDetails> {
                // Who may not see it still sees the run.
                details->waitsFor = waiting.value_or(QList<github::PendingDeployment>());
                return *details;
            });
    });
}

/// What \a known has of the run of \a id.
std::optional<RunDetails> knownOf(const RunsView &known, qint64 id)
{
    const auto found = std::ranges::find(known.runs, id, [](const RunDetails &details) { return details.run.id; });
    return found == known.runs.end() ? std::nullopt : std::optional(*found);
}

/// What \a known has of \a run, where nothing of it can have changed since; null where it can.
const RunDetails *settled(const RunsView &known, const github::WorkflowRun &run)
{
    const auto found = std::ranges::find(known.runs, run, &RunDetails::run);
    const bool isSettled =
        found != known.runs.end() && run.hasEnded() && std::ranges::all_of(found->jobs, &github::RunJob::hasEnded);
    return isSettled ? &*found : nullptr;
}

QFuture<Result<RunsView>> withDetails(github::Client &client, const std::shared_ptr<RunsView> &view,
                                      const std::shared_ptr<const RunsView> &known, qsizetype next,
                                      std::stop_token stop)
{
    while (next < view->runs.size()) {
        const RunDetails *details = settled(*known, view->runs.at(next).run);
        if (!details)
            break;
        view->runs[next++] = *details;
    }
    if (next == view->runs.size())
        return finished<RunsView>(*view);
    const github::WorkflowRun run = view->runs.at(next).run;
    return inEitherCase(completed(client, view->repository, run, stop, knownOf(*known, run.id)),
                        [&client, view, known, next, stop](const Result<RunDetails> &details) {
                            if (details) {
                                view->runs[next] = *details;
                                return withDetails(client, view, known, next + 1, stop);
                            }
                            if (details.error().kind != Error::Kind::NotFound)
                                return finished<RunsView>(std::unexpected(details.error()));
                            view->runs.removeAt(next); // it was deleted since it was listed
                            --view->total;
                            return withDetails(client, view, known, next, stop);
                        });
}

} // namespace

bool RunsView::haveEnded() const
{
    return std::ranges::all_of(runs, [](const RunDetails &details) { return details.run.hasEnded(); });
}

bool RunsView::haveSucceeded() const
{
    return !runs.isEmpty()
        && std::ranges::all_of(runs, [](const RunDetails &details) { return details.run.hasSucceeded(); });
}

QFuture<Result<RunsView>> readRuns(github::Client &client, const QString &repository, const QString &commit,
                                   std::stop_token stop, const RunsView &known)
{
    github::RunQuery query;
    query.headSha = commit;
    return andThen(client.runs(repository, query, stop), &client,
                   [&client, repository, commit, stop,
                    known = std::make_shared<const RunsView>(known)](const github::RunList &list) {
                       const auto view = std::make_shared<RunsView>();
                       view->repository = repository;
                       view->commit = commit;
                       view->total = list.total;
                       for (const github::WorkflowRun &run : list.runs.first(std::min(list.runs.size(), mostDetailed)))
                           view->runs.append({.run = run, .jobs = {}, .artifacts = {}, .waitsFor = {}});
                       return withDetails(client, view, known, 0, stop);
                   });
}

QFuture<Result<RunDetails>> readRun(github::Client &client, const QString &repository, qint64 id, std::stop_token stop)
{
    return andThen(client.run(repository, id, stop), &client,
                   [&client, repository, stop](const github::WorkflowRun &run) {
                       return completed(client, repository, run, stop);
                   });
}

std::optional<std::chrono::seconds> pollDelay(const QList<github::WorkflowRun> &runs, const github::RateLimit &limit,
                                              const QDateTime &now)
{
    using namespace std::chrono_literals;
    std::optional<std::chrono::seconds> delay;
    for (const github::WorkflowRun &run : runs) {
        if (run.hasEnded())
            continue;
        const std::chrono::seconds own = run.status == "in_progress"_L1 ? 5s : run.status == "waiting"_L1 ? 60s : 15s;
        delay = std::min(delay.value_or(own), own);
    }
    // What is left of the hour's requests is spread over what is left of the hour.
    constexpr int requestsALook = 4;
    const qint64 seconds = limit.reset.isValid() ? now.secsTo(limit.reset) : 0;
    if (delay && limit.remaining >= 0 && seconds > 0)
        delay = std::max(*delay, std::chrono::seconds(requestsALook * seconds / (limit.remaining + 1)));
    return delay;
}

QString stateText(const RunDetails &details)
{
    const github::WorkflowRun &run = details.run;
    if (run.hasEnded())
        return run.conclusion;
    if (!details.waitsFor.isEmpty()) {
        QStringList names;
        for (const github::PendingDeployment &pending : details.waitsFor)
            names += pending.environment;
        return Words::tr("waits for approval of %1").arg(names.join(u", "_s));
    }
    const auto done = std::ranges::count_if(details.jobs, &github::RunJob::hasEnded);
    return Words::tr("%1, %2 of %3 jobs done")
        .arg(QString(run.status).replace(u'_', u' '))
        .arg(done)
        .arg(details.jobs.size());
}

} // namespace unmoor
