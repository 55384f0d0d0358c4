// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/parse.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor::github {

namespace {

/// "sha256:<64 hex>" to its hex digits; empty for null and for other algorithms.
QByteArray sha256Digest(const QString &digest)
{
    if (!digest.startsWith(u"sha256:"_s))
        return {};
    const QByteArray hex = digest.sliced(7).toLatin1().toLower();
    const bool isHex =
        std::ranges::all_of(hex, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    return hex.size() == 64 && isHex ? hex : QByteArray();
}

QDateTime time(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate);
}

QString withoutTemplate(const QString &url)
{
    return url.left(url.indexOf(u'{'));
}

} // namespace

std::optional<Release> parseRelease(const QJsonObject &json)
{
    Release release;
    release.id = json[u"id"].toInteger();
    release.tagName = json[u"tag_name"].toString();
    release.targetCommitish = json[u"target_commitish"].toString();
    release.name = json[u"name"].toString();
    release.body = json[u"body"].toString();
    release.draft = json[u"draft"].toBool();
    release.prerelease = json[u"prerelease"].toBool();
    release.immutable = json[u"immutable"].toBool();
    release.htmlUrl = QUrl(json[u"html_url"].toString());
    release.uploadUrl = withoutTemplate(json[u"upload_url"].toString());
    release.createdAt = time(json[u"created_at"]);
    release.publishedAt = time(json[u"published_at"]);
    if (release.id <= 0 || release.tagName.isEmpty() || !json[u"draft"].isBool())
        return {};
    return release;
}

std::optional<Asset> parseAsset(const QJsonObject &json)
{
    Asset asset;
    asset.id = json[u"id"].toInteger();
    asset.name = json[u"name"].toString();
    asset.state = json[u"state"].toString();
    asset.size = json[u"size"].toInteger();
    asset.digest = sha256Digest(json[u"digest"].toString());
    asset.downloadUrl = QUrl(json[u"browser_download_url"].toString());
    if (asset.id <= 0 || asset.name.isEmpty())
        return {};
    return asset;
}

std::optional<WorkflowRun> parseRun(const QJsonObject &json)
{
    WorkflowRun run;
    run.id = json[u"id"].toInteger();
    run.name = json[u"name"].toString();
    run.title = json[u"display_title"].toString();
    run.path = json[u"path"].toString().section(u'@', 0, 0);
    run.number = json[u"run_number"].toInt();
    run.attempt = json[u"run_attempt"].toInt(1);
    run.event = json[u"event"].toString();
    run.status = json[u"status"].toString();
    run.conclusion = json[u"conclusion"].toString();
    run.headSha = json[u"head_sha"].toString();
    run.headBranch = json[u"head_branch"].toString();
    run.createdAt = time(json[u"created_at"]);
    run.startedAt = time(json[u"run_started_at"]);
    run.updatedAt = time(json[u"updated_at"]);
    run.htmlUrl = QUrl(json[u"html_url"].toString());
    if (run.id <= 0 || run.headSha.isEmpty() || run.status.isEmpty())
        return {};
    return run;
}

std::optional<RunJob> parseJob(const QJsonObject &json)
{
    RunJob job;
    job.id = json[u"id"].toInteger();
    job.runId = json[u"run_id"].toInteger();
    job.attempt = json[u"run_attempt"].toInt(1);
    job.checkRunId = json[u"check_run_url"].toString().section(u'/', -1).toLongLong();
    job.name = json[u"name"].toString();
    job.status = json[u"status"].toString();
    job.conclusion = json[u"conclusion"].toString();
    job.headSha = json[u"head_sha"].toString();
    job.labels = json[u"labels"].toVariant().toStringList();
    job.createdAt = time(json[u"created_at"]);
    job.startedAt = time(json[u"started_at"]);
    job.completedAt = time(json[u"completed_at"]);
    job.htmlUrl = QUrl(json[u"html_url"].toString());
    for (const QJsonValue step : json[u"steps"].toArray())
        job.steps.append({step[u"number"].toInt(), step[u"name"].toString(), step[u"status"].toString(),
                          step[u"conclusion"].toString(), time(step[u"started_at"]), time(step[u"completed_at"])});
    if (job.id <= 0 || job.name.isEmpty() || job.status.isEmpty())
        return {};
    return job;
}

std::optional<RunArtifact> parseArtifact(const QJsonObject &json)
{
    RunArtifact artifact;
    artifact.id = json[u"id"].toInteger();
    artifact.name = json[u"name"].toString();
    artifact.size = json[u"size_in_bytes"].toInteger();
    artifact.isExpired = json[u"expired"].toBool();
    artifact.digest = sha256Digest(json[u"digest"].toString());
    artifact.createdAt = time(json[u"created_at"]);
    artifact.expiresAt = time(json[u"expires_at"]);
    artifact.headSha = json[u"workflow_run"][u"head_sha"].toString();
    if (artifact.id <= 0 || artifact.name.isEmpty() || !json[u"expired"].isBool())
        return {};
    return artifact;
}

PendingDeployment parsePendingDeployment(const QJsonObject &json)
{
    PendingDeployment pending;
    pending.environmentId = json[u"environment"][u"id"].toInteger();
    pending.environment = json[u"environment"][u"name"].toString();
    pending.waitMinutes = json[u"wait_timer"].toInt();
    pending.canApprove = json[u"current_user_can_approve"].toBool();
    for (const QJsonValue reviewer : json[u"reviewers"].toArray()) {
        const QJsonValue who = reviewer[u"reviewer"];
        pending.reviewers += who[u"login"].toString(who[u"slug"].toString());
    }
    return pending;
}

JobAnnotation parseAnnotation(const QJsonObject &json)
{
    return {.level = json[u"annotation_level"].toString(),
            .path = json[u"path"].toString(),
            .line = json[u"start_line"].toInt(),
            .title = json[u"title"].toString(),
            .message = json[u"message"].toString()};
}

std::optional<Repository> parseRepository(const QJsonObject &json)
{
    Repository repository;
    repository.fullName = json[u"full_name"].toString();
    repository.defaultBranch = json[u"default_branch"].toString();
    repository.canPush = json[u"permissions"][u"push"].toBool();
    repository.htmlUrl = QUrl(json[u"html_url"].toString());
    if (repository.fullName.isEmpty())
        return {};
    return repository;
}

std::optional<PullRequest> parsePullRequest(const QJsonObject &json)
{
    PullRequest request;
    request.number = json[u"number"].toInteger();
    request.state = json[u"state"].toString();
    // Lists tell of a merge by its time alone.
    request.merged = json[u"merged"].toBool() || json[u"merged_at"].isString();
    request.head = json[u"head"][u"sha"].toString();
    request.mergeCommit = json[u"merge_commit_sha"].toString();
    request.htmlUrl = QUrl(json[u"html_url"].toString());
    if (request.number <= 0 || request.state.isEmpty())
        return {};
    return request;
}

Result<QJsonObject> parseObject(const Request &request, const Answer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (!document.isObject())
        return std::unexpected(errorOf(request, answer));
    return document.object();
}

Result<QList<QJsonObject>> parseList(const Request &request, const Answer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (!document.isArray())
        return std::unexpected(errorOf(request, answer));
    QList<QJsonObject> objects;
    for (const QJsonValue value : document.array()) {
        if (!value.isObject())
            return std::unexpected(errorOf(request, answer));
        objects += value.toObject();
    }
    return objects;
}

QByteArray toJson(const ReleaseFields &fields)
{
    QJsonObject json{{u"tag_name"_s, fields.tagName}};
    const auto set = [&json](const QString &key, const auto &value) {
        if (value)
            json[key] = *value;
    };
    set(u"target_commitish"_s, fields.targetCommitish);
    set(u"name"_s, fields.name);
    set(u"body"_s, fields.body);
    set(u"draft"_s, fields.draft);
    set(u"prerelease"_s, fields.prerelease);
    if (fields.makeLatest)
        json[u"make_latest"_s] = *fields.makeLatest ? u"true"_s : u"false"_s;
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace unmoor::github
