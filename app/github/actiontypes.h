// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace unmoor::github {

/// A run of a workflow of GitHub Actions, as of its newest attempt.
struct WorkflowRun
{
    qint64 id = 0;
    QString name; ///< of the workflow
    QString title; ///< of the commit, or as the workflow names its runs
    QString path; ///< ".github/workflows/release.yml", without the ref that may follow "@"
    int number = 0;
    int attempt = 1;
    QString event; ///< "push", "workflow_dispatch"
    QString status; ///< "queued", "in_progress", "completed", "waiting", "requested", "pending"; others are kept
    QString conclusion; ///< "success", "failure", "cancelled", …; empty while it runs
    QString headSha;
    QString headBranch; ///< for the push of a tag the tag; may be empty
    QDateTime createdAt;
    QDateTime startedAt; ///< of this attempt
    QDateTime updatedAt;
    QUrl htmlUrl;

    bool hasEnded() const { return status == QLatin1StringView("completed"); }
    bool hasSucceeded() const { return hasEnded() && conclusion == QLatin1StringView("success"); }
    bool operator==(const WorkflowRun &) const = default;
};

struct RunStep
{
    int number = 0;
    QString name;
    QString status;
    QString conclusion; ///< empty while it runs
    QDateTime startedAt; ///< whole seconds; invalid: not yet
    QDateTime completedAt;

    bool operator==(const RunStep &) const = default;
};

struct RunJob
{
    qint64 id = 0;
    qint64 runId = 0;
    qint64 checkRunId = 0; ///< by which it has annotations; 0: the host does not say
    int attempt = 1; ///< of the run, in which it ran last
    QString name; ///< with the values of its matrix: "build (x86_64-unknown-linux-gnu)"
    QString status;
    QString conclusion; ///< empty while it runs
    QString headSha;
    QStringList labels; ///< of the runner that it asks for
    QDateTime createdAt;
    QDateTime startedAt;
    QDateTime completedAt; ///< invalid while it runs
    QUrl htmlUrl;
    QList<RunStep> steps;

    bool hasEnded() const { return status == QLatin1StringView("completed"); }
    bool hasSucceeded() const { return hasEnded() && conclusion == QLatin1StringView("success"); }
    bool operator==(const RunJob &) const = default;
};

/// What is noted on a job that has run, mostly on a line of a file.
struct JobAnnotation
{
    QString level; ///< "failure", "warning", "notice"; others are kept
    QString path; ///< ".github" for the job as a whole
    int line = 0; ///< 0: of no line
    QString title; ///< may be empty
    QString message;

    bool operator==(const JobAnnotation &) const = default;
};

/// Files that a job kept. The host does not say by which attempt: of two with one name the newer one counts.
struct RunArtifact
{
    qint64 id = 0;
    QString name;
    qint64 size = 0; ///< bytes, as it is downloaded
    bool isExpired = false;
    QByteArray digest; ///< SHA-256 of what is downloaded, 64 hex digits; empty where the host gives none
    QDateTime createdAt;
    QDateTime expiresAt;
    QString headSha; ///< empty where the host does not say

    bool operator==(const RunArtifact &) const = default;
};

/// Which runs are asked for; empty: any.
struct RunQuery
{
    QString headSha;
    QString branch; ///< or tag
    QString event;
    QString workflow; ///< file name: "release.yml"
};

struct RunList
{
    QList<WorkflowRun> runs; ///< newest first
    qint64 total = 0; ///< that fit; the host lists the first 1,000 alone
};

/// An environment that a run waits for.
struct PendingDeployment
{
    qint64 environmentId = 0;
    QString environment;
    int waitMinutes = 0;
    bool canApprove = false; ///< whether the token's user may
    QStringList reviewers;

    bool operator==(const PendingDeployment &) const = default;
};

/// A file that was downloaded.
struct DownloadedFile
{
    qint64 bytes = 0;
    QByteArray sha256; ///< 64 hex digits
};

} // namespace unmoor::github
