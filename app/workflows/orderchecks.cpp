// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for what in a workflow that makes a release.
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/workflows/findings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Jobs whose files \a release takes.
QStringList buildsFor(const CheckedWorkflow &checked, const JobFacts &release)
{
    QStringList builds;
    for (const JobFacts &other : checked.jobs) {
        const bool isTaken = std::ranges::any_of(other.uploads, [&release](const ArtifactUpload &upload) {
            return std::ranges::any_of(release.downloads,
                                       [&upload](const ArtifactDownload &download) { return takes(download, upload); });
        });
        if (isTaken && other.job != release.job)
            builds.append(other.job->id);
    }
    return builds;
}

void checkBuildsAreNeeded(CheckedWorkflow &checked, const JobFacts &release)
{
    const QStringList before = checked.workflow.before(*release.job);
    QStringList missing = buildsFor(checked, release);
    missing.removeIf([&](const QString &job) {
        // One that itself waits for the release comes after it on purpose.
        return before.contains(job) || checked.workflow.before(*checked.workflow.job(job)).contains(release.job->id);
    });
    if (!missing.isEmpty())
        checked.add(Severity::Error, u"release-skips-build"_s, release.job->needsLine,
                    Words::tr("The job \"%1\" makes the release and takes the files of %2, but does not wait for it: "
                              "the release may lack them.")
                        .arg(release.job->id, someOf(missing)),
                    Words::tr("Add %1 to `needs` of \"%2\".").arg(missing.join(u", "_s), release.job->id));
}

/// `if: always()` without a word on how the jobs before it ended.
void checkFailureStops(CheckedWorkflow &checked, const JobFacts &release)
{
    const QString &condition = release.job->condition;
    const bool runsAnyway = condition.contains("always()"_L1) || condition.contains("!cancelled()"_L1)
        || condition.contains("! cancelled()"_L1);
    if (runsAnyway && !release.job->needs.isEmpty() && !condition.contains(".result"_L1)
        && !condition.contains("success()"_L1))
        checked.add(
            Severity::Error, u"release-despite-failure"_s, release.job->line,
            Words::tr("The job \"%1\" makes the release even where a job before it failed.").arg(release.job->id),
            Words::tr("Leave always() out of its `if`, or ask for `needs.<job>.result == 'success'`."));
}

/// An image of a workflow that also makes archives: it is published whether or not they come to be.
void checkImage(CheckedWorkflow &checked, const JobFacts &image, const QStringList &archives,
                const QStringList &releases)
{
    const QStringList before = checked.workflow.before(*image.job);
    const bool waits = std::ranges::any_of(releases, [&](const QString &job) { return before.contains(job); })
        || std::ranges::all_of(archives,
                               [&](const QString &job) { return before.contains(job) || job == image.job->id; });
    if (waits || image.releases())
        return;
    if (image.latestLine > 0)
        checked.add(
            Severity::Error, u"latest-before-archives"_s, image.latestLine,
            Words::tr("\"latest\" of the image moves before the archives of %1 are built: where one fails, users "
                      "already get the new image.")
                .arg(someOf(archives)),
            Words::tr("Let the job \"%1\" need the release, or %2.").arg(image.job->id, archives.join(u", "_s)));
    checked.add(Severity::Warning, u"image-apart"_s, image.job->needsLine,
                Words::tr("The job \"%1\" publishes an image without waiting for %2: an image may be out without its "
                          "release.")
                    .arg(image.job->id, someOf(archives)),
                Words::tr("Let it need the release, or build the image first and push it after the archives."));
}

void checkLatest(CheckedWorkflow &checked, const JobFacts &facts)
{
    const WorkflowTrigger *release = checked.workflow.trigger("release"_L1);
    const bool isForPreReleases =
        (!checked.context.preReleaseTag.isEmpty() && checked.workflow.runsForTag(checked.context.preReleaseTag))
        || (release && (release->types.isEmpty() || release->types.contains(u"published"_s)));
    const int line = facts.latestLine > 0 ? facts.latestLine : facts.latestReleaseLine;
    if (line == 0 || facts.isLatestGuarded || !isForPreReleases)
        return;
    checked.add(Severity::Warning, u"latest-for-prerelease"_s, line,
                Words::tr("\"latest\" moves for pre-releases, too: a tag such as %1 starts this workflow.")
                    .arg(checked.context.preReleaseTag.isEmpty() ? u"v1.2.3-rc.1"_s : checked.context.preReleaseTag),
                Words::tr("Ask for it in the step's `if`, for example !contains(github.ref_name, '-')."));
}

} // namespace

void checkOrder(CheckedWorkflow &checked)
{
    QStringList archives;
    QStringList releases;
    for (const JobFacts &facts : checked.jobs) {
        if (!facts.releases())
            continue;
        releases.append(facts.job->id);
        archives += buildsFor(checked, facts);
        checkBuildsAreNeeded(checked, facts);
        checkFailureStops(checked, facts);
    }
    archives.removeDuplicates();
    for (const JobFacts &facts : checked.jobs) {
        if (!checked.isForTags())
            break;
        if (facts.pushesImage() && !archives.isEmpty())
            checkImage(checked, facts, archives, releases);
        if (facts.pushesImage() || facts.releases())
            checkLatest(checked, facts);
    }
}

} // namespace unmoor
