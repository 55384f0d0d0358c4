// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/manifestproposal.h"

#include "app/archive/layoutproposal.h"
#include "app/core/visibletext.h"
#include "app/core/words.h"
#include "app/project/manifestedit.h"
#include "app/project/nametarget.h"
#include "app/project/outputtarget.h"
#include "app/project/tagtemplate.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString archiveOf(const ProposalFacts &facts, const QString &triple, bool &guessed)
{
    const QString version = proposedVersion(facts);
    for (QString asset : facts.assets) {
        if (!asset.contains(triple) || !isArchiveName(asset))
            continue;
        asset.replace(triple, u"{triple}"_s);
        return version.isEmpty() ? asset : asset.replace(version, u"{version}"_s);
    }
    // Names such as "demo_linux_amd64.tar.gz" tell the target in other words.
    for (QString asset : facts.assets) {
        if (!targetInName(asset) || tripleOfOutput(u"x86_64-linux"_s, asset) != triple)
            continue;
        if (isArchiveName(asset))
            return version.isEmpty() ? asset : asset.replace(version, u"{version}"_s);
    }
    guessed = true;
    return u"%1-{triple}.%2"_s.arg(facts.name, triple.contains(u"windows"_s) ? u"zip"_s : u"tar.xz"_s);
}

QMap<QString, QString> namesOfLayouts(const QMap<QString, ExpectedLayout> &layouts)
{
    QMap<QString, ExpectedLayout> named;
    QMap<QString, QString> names;
    for (auto it = layouts.begin(); it != layouts.end(); ++it) {
        const bool isWindows = it.key().contains("windows"_L1);
        const QString system = isWindows ? u"windows"_s : it.key().contains("darwin"_L1) ? u"macos"_s : u"linux"_s;
        for (const QString &name : {isWindows ? u"windows"_s : u"unix"_s, system, it.key()}) {
            if (named.contains(name) && named[name] != *it)
                continue;
            named.insert(name, *it);
            names.insert(it.key(), name);
            break;
        }
    }
    return names;
}

QString layoutsText(const ProposalFacts &facts)
{
    const QMap<QString, QString> names = namesOfLayouts(facts.layouts);
    QMap<QString, QString> texts;
    for (auto it = names.begin(); it != names.end(); ++it)
        texts.insert(*it, layoutToToml(facts.layouts[it.key()], *it));
    return u"# What an archive must hold, as the ones at hand do. Prune it: what may come and go belongs in \"allow\".\n"_s
        + QStringList(texts.values()).join(u'\n');
}

/// How surely an attribute tells the project's version, and not that of something it bundles: 4 is named after the
/// project, 2 after an output (the folder of a checkout may be called otherwise), 0 is anything.
int certainty(const QString &attribute, const ProposalFacts &facts)
{
    static const QRegularExpression noLetter(u"[^a-z0-9]"_s);
    static const QStringList usual{u"appversion"_s,     u"projectversion"_s, u"packageversion"_s, u"pkgversion"_s,
                                   u"releaseversion"_s, u"currentversion"_s, u"semver"_s};
    const QString word = attribute.section(u'.', -1).toLower().remove(noLetter);
    const QString wanted = facts.name.toLower().remove(noLetter);
    if (!wanted.isEmpty() && word.contains(wanted))
        return 4;
    if (word == "version"_L1)
        return 3;
    const bool isOfOutput = std::ranges::any_of(facts.outputs, [&word](const FlakeOutput &output) {
        return word == output.output.section(u'-', 0, 0).toLower().remove(noLetter) + u"version"_s;
    });
    return isOfOutput ? 2 : usual.contains(word) ? 1 : 0;
}

/// The attribute that tells the project's version; empty where there is none but of what it bundles.
QString versionAttribute(const ProposalFacts &facts)
{
    QString best;
    for (const QString &attribute : facts.versions.keys())
        if (const int sure = certainty(attribute, facts); sure > (best.isEmpty() ? 0 : certainty(best, facts)))
            best = attribute;
    return best;
}

/// A tag's version and the template that makes the tag of it.
struct TaggedVersion
{
    QString version;
    QString form;
};

/// The version that is kept somewhere; empty where tags alone tell one.
QString keptVersion(const ProposalFacts &facts)
{
    if (const QString attribute = versionAttribute(facts); !attribute.isEmpty())
        return facts.versions.value(attribute);
    return facts.fileVersions.isEmpty() ? QString() : facts.fileVersions.first().version;
}

VersionScheme schemeOf(const ProposalFacts &facts)
{
    return likelyScheme(keptVersion(facts)).value_or(VersionScheme::SemVer);
}

/// The newest version among the tags that are this project's.
std::optional<TaggedVersion> newestTag(const ProposalFacts &facts)
{
    static const QStringList forms{u"v{version}"_s,       u"{version}"_s,         u"{name}-v{version}"_s,
                                   u"{name}-{version}"_s, u"{name}/v{version}"_s, u"{name}/{version}"_s,
                                   u"{name}@{version}"_s, u"{name}@v{version}"_s, u"release-{version}"_s};
    const VersionScheme scheme = schemeOf(facts);
    std::optional<TaggedVersion> newest;
    for (const QString &form : forms)
        for (const QString &tag : facts.tags)
            if (const auto version = TagTemplate(form, facts.name).versionIn(tag); version
                && isVersion(*version, scheme) && (!newest || compareVersions(*version, newest->version, scheme) > 0))
                newest = TaggedVersion{*version, form};
    return newest;
}

QString versionText(const ProposalFacts &facts)
{
    if (const QString attribute = versionAttribute(facts); !attribute.isEmpty())
        return u"version = { eval = %1 }   # now %2\n"_s.arg(tomlString(attribute), facts.versions.value(attribute));
    if (!facts.fileVersions.isEmpty()) {
        const FoundVersion &found = facts.fileVersions.first();
        return u"version = %1   # now %2\n"_s.arg(
            tomlOf({.kind = VersionSource::Kind::File, .eval = {}, .match = found.match, .literal = {}}),
            found.version);
    }
    if (const auto tagged = newestTag(facts))
        return u"version = { literal = %1 }   # of the newest tag: raise it for the next release, or name where it is "
               "kept: { file = \"…\", regex = '…' }\n"_s.arg(tomlString(tagged->version));
    // A made-up version would be released one day; a file that is not there fails a gate until it is.
    return u"version = { file = \"VERSION\", regex = '(.+)' }   # nothing tells it: write that file, or use { eval = "
           "\"lib.version\" }\n"_s;
}

QString tagText(const ProposalFacts &facts)
{
    const auto tagged = newestTag(facts);
    return u"tag = %1\n"_s.arg(tomlString(tagged ? tagged->form : u"v{version}"_s));
}

QString repositoryText(const ProposalFacts &facts)
{
    if (!facts.repository.isEmpty())
        return u"repository = %1\n"_s.arg(tomlString(facts.repository));
    return facts.remoteHost.isEmpty()
        ? u"# repository = \"owner/name\"              # the git remote's, unless said\n"_s
        : u"# repository = \"owner/name\"              # at GitHub; the git remote is at %1\n"_s.arg(
              withVisibleSigns(facts.remoteHost));
}

/// What is not proposed, and why: a line each.
QString leftOutText(const QList<ProposedOutput> &leftOut)
{
    constexpr qsizetype mostLines = 40;
    if (leftOut.isEmpty())
        return {};
    QString text = u"# Left out:\n"_s;
    for (const ProposedOutput &output : leftOut.first(std::min(leftOut.size(), mostLines)))
        text += u"#   packages.%1.%2%3: %4\n"_s.arg(
            withVisibleSigns(output.output.system), withVisibleSigns(output.output.output),
            output.triple.isEmpty() ? QString() : u" (%1)"_s.arg(output.triple), withVisibleSigns(output.why));
    if (leftOut.size() > mostLines)
        text += u"#   and %1 more\n"_s.arg(leftOut.size() - mostLines);
    return text + u'\n';
}

} // namespace

OutputChoice choiceOf(const ProposalFacts &facts)
{
    return chooseOutputs(facts.outputs, facts.name);
}

QMap<QString, QString> layoutNames(const ProposalFacts &facts)
{
    return namesOfLayouts(facts.layouts);
}

QString targetText(const ProposalFacts &facts, const ProposedOutput &proposed)
{
    const auto &[output, triple, why] = proposed;
    bool guessed = false;
    const QString archive = archiveOf(facts, triple, guessed);
    const QString layout = layoutNames(facts).value(triple);
    const auto artifacts = proposedArtifacts(facts);
    const auto actions = artifacts.constFind(triple);
    const QString actionsLine = actions == artifacts.constEnd()
        ? QString()
        : u"actions = { workflow = %1, job = %2, artifact = %3 }\n"_s.arg(
              tomlString(actions->workflow), tomlString(actions->job), tomlString(actions->artifact));
    return u"[[target]]\ntriple = %1\nsystem = %2\noutput = %3\narchive = %4%5\n%6%7\n"_s.arg(
        tomlString(triple), tomlString(output.system), tomlString(output.output), tomlString(archive),
        guessed ? u"                # a guess: the file that the output holds"_s : QString(),
        layout.isEmpty() ? QString() : u"layout = %1\n"_s.arg(tomlString(layout)), actionsLine);
}

QMap<QString, ArtifactProposal> proposedArtifacts(const ProposalFacts &facts)
{
    if (facts.workflows.isEmpty())
        return {};
    QList<ArtifactTarget> targets;
    for (const ProposedOutput &output : choiceOf(facts).targets) {
        bool isGuessed = false;
        const QString archive = archiveOf(facts, output.triple, isGuessed);
        targets.append({output.triple, output.output.system, isGuessed ? QString() : archive});
    }
    return proposeArtifacts(facts.workflows, targets);
}

QString proposedVersionPlace(const ProposalFacts &facts)
{
    if (const QString attribute = versionAttribute(facts); !attribute.isEmpty())
        return attribute;
    if (!facts.fileVersions.isEmpty())
        return facts.fileVersions.first().match.file;
    return newestTag(facts) ? Words::tr("the newest tag") : QString();
}

QStringList triplesOf(const ProposalFacts &facts)
{
    QStringList triples;
    for (const ProposedOutput &output : choiceOf(facts).targets)
        triples.append(output.triple);
    return triples;
}

QString proposedVersion(const ProposalFacts &facts)
{
    if (const QString kept = keptVersion(facts); !kept.isEmpty())
        return kept;
    const auto tagged = newestTag(facts);
    return tagged ? tagged->version : QString();
}

bool isArchiveName(const QString &fileName)
{
    static const QRegularExpression archive(uR"(\.(tar(\.\w+)?|tgz|zip)$)"_s);
    return archive.match(fileName).hasMatch();
}

QString proposeManifest(const ProposalFacts &facts)
{
    QString text =
        u"# How Unmoor releases this project. Every key is explained in Unmoor's manual, docs/manifest.md.\nschema = 1\n\n[project]\n"_s;
    text += u"name = %1\n"_s.arg(tomlString(facts.name));
    text += repositoryText(facts);
    if (!facts.flakeFolder.isEmpty())
        text +=
            u"flake = %1                            # the folder of flake.nix\n"_s.arg(tomlString(facts.flakeFolder));
    text += u"changelog = %1%2\n"_s.arg(tomlString(facts.changelog.isEmpty() ? u"CHANGELOG.md"_s : facts.changelog),
                                        facts.changelog.isEmpty() ? u"               # not there yet: write one"_s
                                                                  : QString());
    text += versionText(facts) + tagText(facts);
    if (const VersionScheme scheme = schemeOf(facts); scheme != VersionScheme::SemVer)
        text += u"version-scheme = %1             # how the version is written\n"_s.arg(
            tomlString(versionSchemeName(scheme)));
    text += u"title = \"{name} {tag}\"\nprerelease = \"auto\"                      # semver pre-release parts; or "
            u"true, false\n"
            "latest = \"auto\"                          # the newest stable version; or true, false\n\n"_s;
    text += u"# What must hold before a release.\n[[gate]]\nname = \"Flake checks\"\nflake-check = true\n\n"_s;
    const OutputChoice choice = choiceOf(facts);
    const QList<ProposedOutput> &outputs = choice.targets;
    if (!facts.outputsSource.isEmpty() && !outputs.isEmpty())
        text += u"# The flake could not be evaluated: what follows is what %1 says. Compare it with the flake.\n"_s.arg(
            withVisibleSigns(facts.outputsSource));
    text += outputs.isEmpty()
        ? u"# No flake output looked like a release archive. For each:\n# [[target]]\n# triple = "
          "\"x86_64-unknown-linux-gnu\"\n# system = \"x86_64-linux\"\n# output = \"release\"\n# archive = "
          "\"%1-{triple}.tar.xz\"\n\n"_s.arg(facts.name)
        : u"# What is built and shipped: flake output packages.<system>.<output>, exactly one archive each.\n"_s;
    for (const ProposedOutput &output : outputs)
        text += targetText(facts, output);
    text += leftOutText(choice.leftOut);
    if (!facts.layouts.isEmpty())
        return text + layoutsText(facts);
    text +=
        u"# What an archive must hold; name it in a target with layout = \"unix\".\n# [layout.unix]\n# root = "
        u"\"%1-{triple}\"  "
        "                # the single top folder; \"\" for none\n# file = [\n#   { path = \"%1\", mode = "
        "\"executable\" },\n#   { "
        "path = \"README.md\" },\n# ]\n# allow = [\"lib/*.so*\"]                  # anything else is reported as unexpected\n"_s
            .arg(facts.name);
    return text;
}

} // namespace unmoor
