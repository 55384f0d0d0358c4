// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of GitHub Actions: reading, starting, repeating and stopping them, their logs and files.
#include "app/core/words.h"
#include "app/github/client_p.h"
#include "app/github/incomingfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace unmoor::github {

namespace {

QByteArray runPath(qint64 id)
{
    return "/actions/runs/" + QByteArray::number(id);
}

template <typename T>
Result<QList<T>> parsedAll(const Result<QList<QJsonObject>> &objects, std::optional<T> (*parse)(const QJsonObject &),
                           const QString &failed)
{
    return objects.and_then([&](const QList<QJsonObject> &list) { return valuesOf(list, parse, failed); });
}

Result<Request> withQuery(Result<Request> request, const QUrlQuery &query)
{
    if (request)
        request->url.setQuery(query);
    return request;
}

Result<Request> withJson(Result<Request> request, const QJsonObject &body)
{
    if (request)
        request->body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace

QFuture<Result<void>> Client::Private::done(const Result<Request> &request, std::stop_token stop)
{
    if (!request)
        return finished<void>(std::unexpected(request.error()));
    return transport.send(*request, std::move(stop)).then(this, [](const Result<Answer> &answer) {
        return answer.transform([](const Answer &) { });
    });
}

QFuture<Result<RunList>> Client::runs(const QString &repository, const RunQuery &query, std::stop_token stop)
{
    const QString failed = tr("Could not read the runs of %1").arg(repository);
    QUrlQuery words;
    for (const auto &[key, value] : {std::pair(u"head_sha"_s, query.headSha), std::pair(u"branch"_s, query.branch),
                                     std::pair(u"event"_s, query.event)})
        if (!value.isEmpty())
            words.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    const QByteArray path = query.workflow.isEmpty()
        ? "/actions/runs"_ba
        : "/actions/workflows/" + QUrl::toPercentEncoding(query.workflow) + "/runs";
    const auto total = std::make_shared<qint64>(0);
    return d
        ->pages(withQuery(d->request("GET", repository, path, failed), words), std::move(stop), u"workflow_runs"_s,
                total)
        .then(d.get(), [failed, total](const Result<QList<QJsonObject>> &objects) {
            return parsedAll<WorkflowRun>(objects, &parseRun, failed)
                .transform([&total](const QList<WorkflowRun> &runs) {
                    return RunList{runs, std::max(*total, qint64(runs.size()))};
                });
        });
}

QFuture<Result<WorkflowRun>> Client::run(const QString &repository, qint64 id, std::stop_token stop)
{
    return d->object<WorkflowRun>(d->request("GET", repository, runPath(id), tr("Could not read the run %1").arg(id)),
                                  std::move(stop),
                                  [](const Answer &, const QJsonObject &json) { return parseRun(json); });
}

QFuture<Result<QList<RunJob>>> Client::jobs(const QString &repository, qint64 runId, std::stop_token stop)
{
    const QString failed = tr("Could not read the jobs of the run %1").arg(runId);
    return d->pages(d->request("GET", repository, runPath(runId) + "/jobs", failed), std::move(stop), u"jobs"_s)
        .then(d.get(), [failed](const Result<QList<QJsonObject>> &objects) {
            return parsedAll<RunJob>(objects, &parseJob, failed);
        });
}

QFuture<Result<QList<RunArtifact>>> Client::artifacts(const QString &repository, qint64 runId, std::stop_token stop)
{
    const QString failed = tr("Could not read the artifacts of the run %1").arg(runId);
    const auto total = std::make_shared<qint64>(0);
    return d
        ->pages(d->request("GET", repository, runPath(runId) + "/artifacts", failed), std::move(stop), u"artifacts"_s,
                total)
        .then(d.get(), [failed, total](const Result<QList<QJsonObject>> &objects) -> Result<QList<RunArtifact>> {
            auto artifacts = parsedAll<RunArtifact>(objects, &parseArtifact, failed);
            // One that is missing here would be a target that is missing in the release.
            if (artifacts && artifacts->size() < *total)
                return failure(
                    Error::Kind::Server,
                    Words::tr("%1: %2 of %3 came. Try again.").arg(failed).arg(artifacts->size()).arg(*total));
            return artifacts;
        });
}

QFuture<Result<DownloadedFile>> Client::download(const Result<Request> &request, const QString &path,
                                                 std::function<void(qint64)> progress, std::stop_token stop)
{
    if (!request)
        return finished<DownloadedFile>(std::unexpected(request.error()));
    const auto file = std::make_shared<IncomingFile>(path, std::move(stop), std::move(progress));
    if (!file->isWritable())
        return finished<DownloadedFile>(file->problem());
    Request download = *request;
    download.received = [file](QByteArrayView bytes) { file->take(bytes); };
    return d->transport.send(download, file->stopToken()).then(d.get(), [file](const Result<Answer> &answer) {
        return file->ended(answer).transform([&file](qint64 bytes) { return DownloadedFile{bytes, file->sha256()}; });
    });
}

QFuture<Result<DownloadedFile>> Client::downloadArtifact(const QString &repository, qint64 artifactId,
                                                         const QString &path, std::function<void(qint64)> progress,
                                                         std::stop_token stop)
{
    return download(d->request("GET", repository, "/actions/artifacts/" + QByteArray::number(artifactId) + "/zip",
                               tr("Could not download the artifact %1").arg(artifactId)),
                    path, std::move(progress), std::move(stop));
}

QFuture<Result<DownloadedFile>> Client::downloadJobLog(const QString &repository, qint64 jobId, const QString &path,
                                                       std::stop_token stop)
{
    return download(d->request("GET", repository, "/actions/jobs/" + QByteArray::number(jobId) + "/logs",
                               tr("Could not download the log of the job %1").arg(jobId)),
                    path, {}, std::move(stop));
}

QFuture<Result<QList<JobAnnotation>>> Client::annotations(const QString &repository, qint64 checkRunId,
                                                          std::stop_token stop)
{
    const QString failed = tr("Could not read the annotations of the job %1").arg(checkRunId);
    const QByteArray path = "/check-runs/" + QByteArray::number(checkRunId) + "/annotations";
    return d->pages(d->request("GET", repository, path, failed), std::move(stop))
        .then(d.get(), [](const Result<QList<QJsonObject>> &objects) -> Result<QList<JobAnnotation>> {
            if (!objects)
                return std::unexpected(objects.error());
            QList<JobAnnotation> annotations;
            for (const QJsonObject &object : *objects)
                annotations.append(parseAnnotation(object));
            return annotations;
        });
}

QFuture<Result<void>> Client::rerun(const QString &repository, qint64 runId, Rerun which, std::stop_token stop)
{
    const QByteArray path = runPath(runId) + (which == Rerun::Failed ? "/rerun-failed-jobs" : "/rerun");
    return d->done(withJson(d->request("POST", repository, path, tr("Could not repeat the run %1").arg(runId)), {}),
                   std::move(stop));
}

QFuture<Result<void>> Client::rerunJob(const QString &repository, qint64 jobId, std::stop_token stop)
{
    const QByteArray path = "/actions/jobs/" + QByteArray::number(jobId) + "/rerun";
    return d->done(withJson(d->request("POST", repository, path, tr("Could not repeat the job %1").arg(jobId)), {}),
                   std::move(stop));
}

QFuture<Result<void>> Client::cancelRun(const QString &repository, qint64 runId, std::stop_token stop)
{
    return d->done(
        d->request("POST", repository, runPath(runId) + "/cancel", tr("Could not cancel the run %1").arg(runId)),
        std::move(stop));
}

QFuture<Result<std::optional<qint64>>> Client::dispatch(const QString &repository, const QString &workflow,
                                                        const QString &ref, const QMap<QString, QString> &inputs,
                                                        std::stop_token stop)
{
    QJsonObject body{{u"ref"_s, ref}, {u"return_run_details"_s, true}};
    QJsonObject given;
    for (const auto &[name, value] : inputs.asKeyValueRange())
        given.insert(name, value);
    if (!given.isEmpty())
        body.insert(u"inputs"_s, given);
    const auto request =
        d->request("POST", repository, "/actions/workflows/" + QUrl::toPercentEncoding(workflow) + "/dispatches",
                   tr("Could not start %1").arg(workflow));
    if (!request)
        return finished<std::optional<qint64>>(std::unexpected(request.error()));
    const auto idOf = [](const Answer &answer) -> std::optional<qint64> {
        const qint64 id = QJsonDocument::fromJson(answer.body).object()[u"workflow_run_id"].toInteger();
        return id > 0 ? std::optional(id) : std::nullopt;
    };
    return inEitherCase(d->transport.send(*withJson(request, body), stop), d.get(),
                        [this, request, body, idOf, stop](const Result<Answer> &answer) {
                            if (answer)
                                return finished<std::optional<qint64>>(idOf(*answer));
                            // Older servers do not know the field, and say so before they start anything.
                            if (answer.error().kind != Error::Kind::Failed)
                                return finished<std::optional<qint64>>(std::unexpected(answer.error()));
                            QJsonObject plain = body;
                            plain.remove(u"return_run_details"_s);
                            return d->transport.send(*withJson(request, plain), stop)
                                .then(d.get(), [idOf](const Result<Answer> &again) { return again.transform(idOf); });
                        });
}

QFuture<Result<QList<PendingDeployment>>> Client::pendingDeployments(const QString &repository, qint64 runId,
                                                                     std::stop_token stop)
{
    const QString failed = tr("Could not read what the run %1 waits for").arg(runId);
    return d->pages(d->request("GET", repository, runPath(runId) + "/pending_deployments", failed), std::move(stop))
        .then(d.get(), [failed](const Result<QList<QJsonObject>> &objects) -> Result<QList<PendingDeployment>> {
            if (!objects)
                return std::unexpected(objects.error());
            QList<PendingDeployment> waiting;
            for (const QJsonObject &object : *objects)
                waiting.append(parsePendingDeployment(object));
            return waiting;
        });
}

QFuture<Result<void>> Client::reviewDeployments(const QString &repository, qint64 runId,
                                                const QList<qint64> &environments, bool approve, const QString &comment,
                                                std::stop_token stop)
{
    QJsonArray ids;
    for (const qint64 id : environments)
        ids.append(id);
    const QJsonObject body{
        {u"environment_ids"_s, ids}, {u"state"_s, approve ? u"approved"_s : u"rejected"_s}, {u"comment"_s, comment}};
    const QString failed = approve ? tr("Could not approve the run %1") : tr("Could not reject the run %1");
    return d->done(
        withJson(d->request("POST", repository, runPath(runId) + "/pending_deployments", failed.arg(runId)), body),
        std::move(stop));
}

} // namespace unmoor::github
