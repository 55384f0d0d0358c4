// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/artifactchoice.h"

#include "app/core/format.h"
#include "app/core/glob.h"
#include "app/core/words.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

ArtifactChoice missing(Error::Kind kind, const QString &message)
{
    return {.state = ArtifactState::Missing, .source = {}, .why = {kind, message}};
}

QString runName(const github::WorkflowRun &run)
{
    return Words::tr("Run %1 (%2)").arg(run.id).arg(run.path.section(u'/', -1));
}

QStringList namesOf(const QList<github::RunJob> &jobs)
{
    QStringList names;
    for (const github::RunJob &job : jobs)
        names += job.name;
    return names;
}

QList<github::RunJob> fitting(const QList<github::RunJob> &jobs, const QString &pattern)
{
    QList<github::RunJob> found;
    for (const github::RunJob &job : jobs)
        if (Glob(pattern).matches(job.name))
            found.append(job);
    return found;
}

bool isNewer(const github::RunArtifact &a, const github::RunArtifact &b)
{
    return std::pair(a.createdAt, a.id) > std::pair(b.createdAt, b.id);
}

ArtifactChoice chosen(const RunDetails &details, const ArtifactWish &wish, const std::optional<github::RunJob> &job)
{
    QList<github::RunArtifact> found;
    QStringList names;
    for (const github::RunArtifact &artifact : details.artifacts) {
        names += artifact.name;
        if (Glob(wish.artifact).matches(artifact.name))
            found.append(artifact);
    }
    if (found.isEmpty())
        return details.run.hasEnded() || (job && job->hasEnded())
            ? missing(
                  Error::Kind::NotFound,
                  Words::tr("%1 kept no artifact \"%2\". It kept: %3. Mend `artifact` in [target.actions].")
                      .arg(runName(details.run), wish.artifact, names.isEmpty() ? Words::tr("nothing") : someOf(names)))
            : ArtifactChoice{.state = ArtifactState::Coming, .source = {}};
    std::ranges::sort(found, isNewer);
    const github::RunArtifact &newest = found.constFirst();
    const auto other = std::ranges::find_if(
        found, [&newest](const github::RunArtifact &artifact) { return artifact.name != newest.name; });
    if (other != found.end())
        return missing(
            Error::Kind::InvalidInput,
            Words::tr("\"%1\" names two artifacts of run %2: %3 and %4. Mend `artifact` in [target.actions].")
                .arg(wish.artifact)
                .arg(details.run.id)
                .arg(newest.name, other->name));
    if (!newest.headSha.isEmpty() && newest.headSha != wish.commit)
        return missing(Error::Kind::Conflict,
                       Words::tr("The artifact %1 is of the commit %2, and this release is of %3.")
                           .arg(newest.name, shortCommit(newest.headSha), shortCommit(wish.commit)));
    if (newest.isExpired)
        return missing(Error::Kind::NotFound,
                       Words::tr("The artifact %1 of run %2 expired on %3: GitHub does not have it any more. Run the "
                                 "workflow again, or build the target elsewhere.")
                           .arg(newest.name)
                           .arg(details.run.id)
                           .arg(newest.expiresAt.date().toString(Qt::ISODate)));
    ArtifactSource source{.run = details.run,
                          .job = job,
                          .artifact = newest,
                          .isOfEarlierAttempt = job && job->startedAt.isValid() && newest.createdAt < job->startedAt,
                          .olderOnes = int(found.size()) - 1};
    return {.state = ArtifactState::Ready, .source = source};
}

} // namespace

std::optional<github::RunJob> jobOf(const RunDetails &details, const ArtifactWish &wish)
{
    const QList<github::RunJob> jobs = wish.job.isEmpty() ? QList<github::RunJob>() : fitting(details.jobs, wish.job);
    return jobs.size() == 1 ? std::optional(jobs.constFirst()) : std::nullopt;
}

ArtifactChoice chooseArtifact(const RunDetails &details, const ArtifactWish &wish)
{
    const github::WorkflowRun &run = details.run;
    if (run.headSha != wish.commit)
        return missing(Error::Kind::Conflict,
                       Words::tr("%1 built the commit %2, and this release is of %3: nothing is taken from it.")
                           .arg(runName(run), shortCommit(run.headSha), shortCommit(wish.commit)));
    if (run.path.section(u'/', -1) != wish.workflow)
        return missing(Error::Kind::Conflict,
                       Words::tr("%1 is no run of %2, which [target.actions] names.").arg(runName(run), wish.workflow));
    if (wish.job.isEmpty())
        return chosen(details, wish, {});
    const QList<github::RunJob> jobs = fitting(details.jobs, wish.job);
    if (jobs.isEmpty())
        return run.hasEnded() || !details.jobs.isEmpty()
            ? missing(Error::Kind::NotFound,
                      Words::tr("%1 has no job \"%2\". It has: %3. Mend `job` in [target.actions].")
                          .arg(runName(run), wish.job, someOf(namesOf(details.jobs))))
            : ArtifactChoice{.state = ArtifactState::Coming, .source = {}};
    if (jobs.size() > 1)
        return missing(Error::Kind::InvalidInput,
                       Words::tr("\"%1\" names several jobs of run %2: %3. Mend `job` in [target.actions].")
                           .arg(wish.job)
                           .arg(run.id)
                           .arg(someOf(namesOf(jobs))));
    const github::RunJob &job = jobs.constFirst();
    if (!job.hasEnded())
        return {.state = ArtifactState::Coming, .source = {}};
    if (!job.hasSucceeded())
        return missing(
            Error::Kind::Failed,
            Words::tr("The job \"%1\" of run %2 ended as %3. Run it again, or build the target elsewhere: %4")
                .arg(job.name)
                .arg(run.id)
                .arg(job.conclusion, job.htmlUrl.toString()));
    return chosen(details, wish, job);
}

QString originText(const QString &repository, const ArtifactSource &source)
{
    QJsonObject origin{{u"kind"_s, u"github-actions"_s},
                       {u"repository"_s, repository},
                       {u"workflow"_s, source.run.path},
                       {u"run"_s, source.run.id},
                       {u"attempt"_s, source.job ? source.job->attempt : source.run.attempt},
                       {u"event"_s, source.run.event},
                       {u"head_sha"_s, source.run.headSha},
                       {u"artifact"_s, source.artifact.id},
                       {u"artifact_name"_s, source.artifact.name},
                       {u"artifact_sha256"_s, QString::fromLatin1(source.artifact.digest)},
                       {u"url"_s, source.run.htmlUrl.toString()}};
    if (source.job) {
        origin.insert(u"job"_s, source.job->id);
        origin.insert(u"job_name"_s, source.job->name);
    }
    return QString::fromUtf8(QJsonDocument(origin).toJson(QJsonDocument::Compact));
}

} // namespace unmoor
