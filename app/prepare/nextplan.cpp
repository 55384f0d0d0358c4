// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/nextplan.h"

#include "app/changelog/sectionedit.h"
#include "app/core/words.h"
#include "app/prepare/versionbump.h"
#include "app/project/tagtemplate.h"
#include "app/release/notesbody.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Comes to an empty text where the version stays.
Result<QString> wantedVersion(const PrepareFacts &facts, const QString &wanted)
{
    const VersionScheme scheme = facts.project->manifest.scheme;
    QStringList names;
    for (const NextVersion &choice : developmentVersions(facts)) {
        names += u"%1 (%2)"_s.arg(nextVersionName(choice.kind), choice.version);
        if (wanted.isEmpty() ? choice.isProposed : wanted == nextVersionName(choice.kind))
            return choice.version;
    }
    if (wanted.isEmpty())
        return QString();
    if (!isVersion(wanted, scheme))
        return failure(Error::Kind::InvalidInput,
                       Words::tr("\"%1\" is neither a version of the scheme %2 nor one of: %3.")
                           .arg(wanted, versionSchemeName(scheme), names.join(u", "_s)));
    if (compareVersions(wanted, facts.last(), scheme) <= 0)
        return failure(Error::Kind::InvalidInput,
                       Words::tr("%1 is not newer than %2, which was released. Choose one of: %3.")
                           .arg(wanted, facts.last(), names.join(u", "_s)));
    return wanted;
}

/// The changelog with a section for what is not released. Errors: Conflict (it has one), others see withUnreleased().
Result<FileEdit> sectionEdit(const PrepareFacts &facts)
{
    if (!facts.changelog)
        return std::unexpected(facts.changelog.error());
    const QString file = QDir(facts.project->checkout.root).relativeFilePath(facts.project->changelogPath());
    return withUnreleased(*facts.changelog).transform([&](const QByteArray &after) {
        return FileEdit{file, facts.changelog->bytes(), after};
    });
}

QString messageFor(const PrepareFacts &facts, const QString &version)
{
    return QString(facts.next.message)
        .replace(u"{name}"_s, facts.project->manifest.name)
        .replace(u"{version}"_s, version.isEmpty() ? u"the next version"_s : version);
}

} // namespace

QList<NextVersion> developmentVersions(const PrepareFacts &facts)
{
    using Kind = NextVersion::Kind;
    const ReleaseManifest &manifest = facts.project->manifest;
    const bool isAhead = compareVersions(facts.project->versionText(), facts.last(), manifest.scheme) > 0;
    bool proposes = !facts.next.devSuffix.isEmpty() && !isAhead && !isEarlyVersion(facts.last(), manifest.scheme);
    QList<NextVersion> versions;
    for (const NextVersion &next : nextVersions(facts.last(), manifest.scheme, ChangeWeight::Nothing, facts.today)) {
        const QString version = next.version + facts.next.devSuffix;
        if (next.kind == Kind::PreRelease || !isVersion(version, manifest.scheme)
            || compareVersions(version, facts.last(), manifest.scheme) <= 0)
            continue;
        versions += {.kind = next.kind,
                     .version = version,
                     .isPreRelease = isEarlyVersion(version, manifest.scheme),
                     .isProposed = std::exchange(proposes, false)};
    }
    return versions;
}

Result<PreparePlan> planNext(const PrepareFacts &facts, const QString &wanted)
{
    const auto version = wantedVersion(facts, wanted);
    if (!version)
        return std::unexpected(version.error());
    PreparePlan plan{.project = facts.project,
                     .version = *version == facts.project->versionText() ? QString() : *version,
                     .branch = facts.git.branch,
                     .remote = facts.git.remote};
    plan.message = messageFor(facts, plan.version);
    plan.obstacles = checkoutObstacles(facts);
    if (facts.since.since.isEmpty())
        plan.obstacles += Words::tr("No tag of a release, such as %1, is behind this commit. Release first: unmoor "
                                    "prepare. Where it was tagged elsewhere, fetch the tag: git fetch --tags")
                              .arg(TagTemplate(facts.project->manifest).tagOf(facts.project->versionText()));
    if (!plan.version.isEmpty()) {
        if (const auto bumped = bumpEdits(*plan.project, plan.version))
            plan.edits = *bumped;
        else
            plan.obstacles += bumped.error().message;
    }
    const auto section = sectionEdit(facts);
    if (section)
        plan.edits += *section;
    else if (section.error().kind != Error::Kind::Conflict)
        plan.obstacles += section.error().message;
    return plan;
}

bool isNextWanted(const Project &project)
{
    const auto next = readNextSettings(project.directory);
    if (next && !next->devSuffix.isEmpty() && !isEarlyVersion(project.versionText(), project.manifest.scheme))
        return true;
    const auto changelog = readChangelog(project.changelogPath(), readingOf(project.manifest));
    return changelog && !changelog->unreleased();
}

} // namespace unmoor
