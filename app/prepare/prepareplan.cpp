// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/prepareplan.h"

#include "app/changelog/releasenotes.h"
#include "app/changelog/sectionedit.h"
#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/prepare/versionbump.h"
#include "app/project/tagtemplate.h"
#include "app/release/notesbody.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

Result<QString> chosenVersion(const PrepareFacts &facts, const QString &wanted)
{
    const QList<NextVersion> choices = facts.choices();
    QStringList names;
    for (const NextVersion &choice : choices) {
        names += u"%1 (%2)"_s.arg(nextVersionName(choice.kind), choice.version);
        if (wanted.isEmpty() ? choice.isProposed : wanted == nextVersionName(choice.kind))
            return choice.version;
    }
    const VersionScheme scheme = facts.project->manifest.scheme;
    if (!isVersion(wanted, scheme))
        return failure(Error::Kind::InvalidInput,
                       Words::tr("\"%1\" is neither a version of the scheme %2 nor one of: %3.")
                           .arg(wanted, versionSchemeName(scheme), names.join(u", "_s)));
    const auto order = compareVersions(wanted, facts.last(), scheme);
    const bool isFirst = facts.since.since.isEmpty() && order == 0; // it is written already, and was never tagged
    if (order <= 0 && !isFirst)
        return failure(Error::Kind::InvalidInput,
                       Words::tr("%1 is not newer than %2, which was released. Choose one of: %3.")
                           .arg(wanted, facts.last(), names.join(u", "_s)));
    return wanted;
}

/// The changelog with a section for the version; an edit that changes nothing where it has one.
Result<FileEdit> changelogEdit(const PrepareFacts &facts, const QString &version)
{
    if (!facts.changelog)
        return std::unexpected(facts.changelog.error());
    const Project &project = *facts.project;
    const QString file = QDir(project.checkout.root).relativeFilePath(project.changelogPath());
    const QByteArray before = facts.changelog->bytes();
    const auto promoted = promoteUnreleased(*facts.changelog, {version, facts.today, {}});
    if (promoted)
        return FileEdit{file, before, *promoted};
    if (promoted.error().kind == Error::Kind::Conflict)
        return FileEdit{file, before, before};
    return std::unexpected(promoted.error());
}

TagKind kindOf(const PrepareFacts &facts)
{
    return facts.project->manifest.tagKind.value_or(facts.git.signsTags ? TagKind::Signed : TagKind::Annotated);
}

QString expanded(QString text, const PreparePlan &plan)
{
    return text.replace(u"{name}"_s, plan.project->manifest.name)
        .replace(u"{version}"_s, plan.version)
        .replace(u"{tag}"_s, plan.tag);
}

/// The title, and what the section says.
QString tagMessageOf(const PreparePlan &plan, const Changelog &changelog)
{
    const ReleaseNotes notes = releaseNotes(changelog, plan.version, plan.project->manifest.changelog);
    return u"%1 %2\n\n%3"_s.arg(plan.project->manifest.name, plan.tag, notes.body).trimmed() + u'\n';
}

QString tagObstacle(const PreparePlan &plan)
{
    const QString there = plan.project->checkout.tags.value(plan.tag);
    if (there.isEmpty())
        return {};
    return Words::tr("The tag %1 is there already, at %2; HEAD is at %3. Choose another version, or delete the tag "
                     "where it was never pushed: git tag -d %1")
        .arg(plan.tag, shortCommit(there), shortCommit(plan.project->checkout.commit));
}

} // namespace

QStringList PreparePlan::command() const
{
    return version.isEmpty() ? QStringList() : project->manifest.postBump;
}

QStringList checkoutObstacles(const PrepareFacts &facts)
{
    const Checkout &checkout = facts.project->checkout;
    QStringList obstacles;
    if (!facts.git.underway.isEmpty())
        obstacles += Words::tr("The repository is in the middle of %1. End it first.").arg(facts.git.underway);
    if (checkout.isDirty())
        obstacles += Words::tr("There are other changes in the checkout, which a release must not take along: %1. "
                               "Commit or stash them first.")
                         .arg(someOf(checkout.changedFiles + checkout.untrackedFiles));
    if (!facts.git.hasIdentity)
        obstacles += Words::tr("git does not know who commits. Set git config user.name and user.email.");
    return obstacles;
}

QString PrepareFacts::last() const
{
    const auto tagged = TagTemplate(project->manifest).versionIn(since.since);
    return tagged.value_or(project->versionText());
}

QList<NextVersion> PrepareFacts::choices() const
{
    ChangeWeight weight = weightOf(since.commits);
    if (changelog)
        for (const ChangelogSection &section : changelog->sections())
            if (section.unreleased && !section.isOthers)
                weight = std::max(weight, weightOfNotes(section.body));
    return nextVersions(last(), project->manifest.scheme, weight, today);
}

bool PrepareFacts::takesLatest(const QString &version) const
{
    const ReleaseManifest &manifest = project->manifest;
    if (isPreRelease(manifest, version))
        return false;
    return manifest.latest == Choice::Auto ? isNewestStable(manifest, version, project->checkout.tags.keys())
                                           : manifest.latest == Choice::Yes;
}

QFuture<Result<PrepareFacts>> gatherPrepareFacts(const QString &directory, Trust trust, std::stop_token stop)
{
    auto facts = std::make_shared<PrepareFacts>();
    facts->today = QDate::currentDate();
    auto git = andThen(readProject(directory, trust, {}, stop), [=](const ProjectPtr &project) {
        facts->project = project;
        if (const auto trusted = requireTrust(*project); !trusted)
            return finished<GitStanding>(std::unexpected(trusted.error()));
        const auto next = readNextSettings(directory);
        if (!next)
            return finished<GitStanding>(std::unexpected(next.error()));
        facts->next = *next;
        facts->changelog = readChangelog(project->changelogPath(), readingOf(project->manifest));
        return readGitStanding(project->checkout.root, stop);
    });
    auto commits = andThen(git, [=](const GitStanding &standing) {
        facts->git = standing;
        return readCommits(facts->project->directory, TagTemplate(facts->project->manifest).tagOf(u"*"_s), {}, stop);
    });
    return andThen(commits, [=](const CommitRange &range) {
        facts->since = range;
        return finished<PrepareFacts>(*facts);
    });
}

Result<PreparePlan> planPrepare(const PrepareFacts &facts, const QString &wanted)
{
    const auto version = chosenVersion(facts, wanted);
    if (!version)
        return std::unexpected(version.error());
    PreparePlan plan{.project = facts.project,
                     .version = *version,
                     .tag = TagTemplate(facts.project->manifest).tagOf(*version),
                     .isPreRelease = isPreRelease(facts.project->manifest, *version),
                     .takesLatest = facts.takesLatest(*version),
                     .tagKind = kindOf(facts),
                     .branch = facts.git.branch,
                     .remote = facts.git.remote};
    if (const auto checked = checkTag(facts.project->manifest, *version); !checked)
        return std::unexpected(checked.error());
    plan.message = expanded(facts.project->manifest.commitMessage, plan);
    plan.obstacles = checkoutObstacles(facts);
    if (const QString obstacle = tagObstacle(plan); !obstacle.isEmpty())
        plan.obstacles += obstacle;
    if (const auto bumped = plan.project->versionText() == plan.version ? Result<QList<FileEdit>>()
                                                                        : bumpEdits(*plan.project, plan.version))
        plan.edits = *bumped;
    else
        plan.obstacles += bumped.error().message;
    const auto changelog = changelogEdit(facts, plan.version);
    if (!changelog) {
        plan.obstacles += changelog.error().message;
        return plan;
    }
    if (changelog->before != changelog->after)
        plan.edits += *changelog;
    if (plan.tagKind != TagKind::Lightweight)
        plan.tagMessage = tagMessageOf(plan, facts.changelog->with(changelog->after));
    return plan;
}

} // namespace unmoor
