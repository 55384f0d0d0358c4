// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/gates.h"

#include "app/core/format.h"
#include "app/core/shellquote.h"
#include "app/core/visibletext.h"
#include "app/core/words.h"
#include "app/project/git.h"
#include "app/project/tagtemplate.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostNames = 3; ///< of files, in one gate

Gate passed(const QString &name, const QString &message)
{
    return {.name = name, .outcome = Gate::Outcome::Passed, .message = message};
}

Gate failed(const QString &name, const QString &message, const QString &hint)
{
    return {.name = name, .outcome = Gate::Outcome::Failed, .message = message, .hint = hint};
}

Gate skipped(const QString &name, const QString &message, const QString &hint)
{
    return {.name = name, .outcome = Gate::Outcome::Skipped, .message = message, .hint = hint};
}

/// A fact of this machine that could not be had: without it the release cannot go on.
Gate notHad(const QString &name, const Error &error, const QString &hint)
{
    if (error.kind == Error::Kind::Canceled)
        return skipped(name, error.message, Words::tr("Check again to know."));
    if (error.kind == Error::Kind::Untrusted)
        return skipped(name, error.message, Words::tr("Trust the checkout to know."));
    return failed(name, error.message, hint);
}

/// A fact of the host that could not be had. Being offline or signed out does not say that the release is wrong.
Gate notAsked(const QString &name, const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Network:
    case Error::Kind::Unauthorized:
    case Error::Kind::NotFound:
        return skipped(name, error.message, Words::tr("Publishing checks it again."));
    default:
        return notHad(name, error, Words::tr("Mend what the message names, then check again."));
    }
}

Gate noCommit(const QString &name)
{
    return failed(name, Words::tr("the repository has no commit yet"),
                  Words::tr("A release is a commit. Add the project's files with \"git add\" and commit them."));
}

std::optional<QString> newestRelease(const ReleaseManifest &manifest, const QStringList &tags)
{
    const TagTemplate form(manifest);
    std::optional<QString> newest;
    for (const QString &tag : tags) {
        const auto version = form.versionIn(tag);
        if (version && isVersion(*version, manifest.scheme)
            && (!newest || compareVersions(*version, *newest, manifest.scheme) > 0))
            newest = version;
    }
    return newest;
}

Gate compareWithNewest(const QString &name, const QString &version, const QString &newest, VersionScheme scheme)
{
    const auto order = compareVersions(version, newest, scheme);
    if (order > 0)
        return passed(name, Words::tr("%1 follows %2").arg(version, newest));
    if (order == 0)
        return passed(name, Words::tr("%1 is the newest of all tags and releases").arg(version));
    return failed(
        name, Words::tr("%1 is older than %2, the newest release").arg(version, newest),
        Words::tr("Raise the version above %1, or delete the tag of %1 if it was never released.").arg(newest));
}

/// What is wrong with a version that is none of the manifest's scheme.
Gate notAVersion(const QString &name, const QString &version, VersionScheme scheme)
{
    switch (scheme) {
    case VersionScheme::SemVer: {
        const QString hint = Words::tr("Write MAJOR.MINOR.PATCH without a leading \"v\" and without leading zeros "
                                       "(semver.org) where \"version\" of unmoor.toml points.");
        const QString other = likelyScheme(version).transform(versionSchemeName).value_or(QString());
        return failed(name, Words::tr("\"%1\" is not a version such as 1.2.3 or 1.2.3-rc.1").arg(version),
                      other.isEmpty() ? hint
                                      : hint + u' '
                              + Words::tr("Where your versions are meant to look so, write into [project] of "
                                          "unmoor.toml: version-scheme = \"%1\"")
                                    .arg(other));
    }
    case VersionScheme::CalVer:
        return failed(name, Words::tr("\"%1\" is not a version of a calendar such as 2026.11 or 26.11.1").arg(version),
                      Words::tr("Begin with the year where \"version\" of unmoor.toml points (calver.org), or change "
                                "\"version-scheme\"."));
    case VersionScheme::Pep440:
        return failed(name, Words::tr("\"%1\" is not a version such as 1.2.3, 1.2rc1 or 1.2.post1").arg(version),
                      Words::tr("Write it after PEP 440 where \"version\" of unmoor.toml points, or change "
                                "\"version-scheme\"."));
    case VersionScheme::Dotted:
        return failed(name, Words::tr("\"%1\" is not a version such as 1.2, 1.2.3.4 or 1.2rc1").arg(version),
                      Words::tr("Write two numbers or more with dots between where \"version\" of unmoor.toml points, "
                                "without a leading \"v\"."));
    }
    Q_UNREACHABLE_RETURN({});
}

QString hostName(const Checkout &checkout, const QString &asked)
{
    const QString host = asked.isEmpty() ? hostOfRemote(checkout.remoteUrl) : asked;
    return host.isEmpty() || host == u"github.com" ? u"GitHub"_s : host;
}

QString howToPush(const Checkout &checkout, const QString &asked)
{
    if (!asked.isEmpty() && !isAtHost(hostOfRemote(checkout.remoteUrl), asked))
        return Words::tr("Push it to the repository at %1, too.").arg(asked);
    if (checkout.branch.isEmpty())
        return Words::tr("No branch is checked out. Put the commit on one and push it: git push origin HEAD:BRANCH");
    return Words::tr("Push it: git push origin %1").arg(shellQuoted(checkout.branch));
}

/// In a clone without its history a newer release may hide: what speaks for \a found is no proof.
Gate unlessShallow(const Gate &found, const QString &version, bool hasTags)
{
    if (found.outcome != Gate::Outcome::Passed)
        return found;
    return skipped(found.name,
                   hasTags ? Words::tr("%1 among the tags that are here, but this clone is shallow and may lack others")
                                 .arg(found.message)
                           : Words::tr("this clone is shallow: it has no tag of a release, so what %1 follows is not "
                                       "known")
                                 .arg(version),
                   Words::tr("Fetch the history and the tags, then check again: %1").arg(fetchHistoryCommand()));
}

Gate tagElsewhere(const QString &name, const QString &message, const QString &tag, const QString &removal)
{
    return failed(name, message,
                  Words::tr("If %1 was never released, delete that tag: %2. Otherwise raise the version, or check out "
                            "the commit that %1 names.")
                      .arg(tag, removal));
}

} // namespace

QString outcomeName(Gate::Outcome outcome)
{
    switch (outcome) {
    case Gate::Outcome::Passed:
        return u"passed"_s;
    case Gate::Outcome::Failed:
        return u"failed"_s;
    case Gate::Outcome::Skipped:
        return u"skipped"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonObject toJson(const Gate &gate)
{
    return {{u"name"_s, gate.name},
            {u"outcome"_s, outcomeName(gate.outcome)},
            {u"message"_s, gate.message},
            {u"hint"_s, gate.hint}};
}

Gate cleanCheckoutGate(const Checkout &checkout)
{
    const QString name = u"Clean checkout"_s;
    if (checkout.commit.isEmpty())
        return noCommit(name);
    if (checkout.isClean())
        return passed(name, Words::tr("nothing uncommitted, nothing untracked"));
    if (!checkout.isTreeKnown)
        return skipped(name,
                       Words::tr("the files were not compared with the commit: that may run filters which the "
                                 "repository names"),
                       Words::tr("Trust the checkout to know."));
    QStringList found;
    QStringList hints;
    if (!checkout.changedFiles.isEmpty()) {
        found += Words::tr("uncommitted: %1").arg(withVisibleSigns(someOf(checkout.changedFiles, mostNames)));
        hints += Words::tr("Commit the changes, or put them aside with \"git stash\".");
    }
    if (!checkout.untrackedFiles.isEmpty()) {
        found += Words::tr("untracked: %1").arg(withVisibleSigns(someOf(checkout.untrackedFiles, mostNames)));
        hints += Words::tr("Add untracked files, list them in .gitignore, or remove them.");
    }
    return failed(name, found.join(u"; "_s), hints.join(u' '));
}

Gate commitOnRemoteGate(const Checkout &checkout, const Result<bool> &onRemote, const QString &host)
{
    const QString name = u"Commit is on GitHub"_s;
    if (checkout.commit.isEmpty())
        return noCommit(name);
    if (!onRemote)
        return notAsked(name, onRemote.error());
    const QString commit = shortCommit(checkout.commit);
    if (*onRemote)
        return passed(name, Words::tr("%1 is on %2").arg(commit, hostName(checkout, host)));
    return failed(name, Words::tr("%1 is not on %2").arg(commit, hostName(checkout, host)), howToPush(checkout, host));
}

Gate lockFileGate(const Result<void> &lockFile)
{
    const QString name = u"Lock file"_s;
    if (lockFile)
        return passed(name, Words::tr("complete; nothing would be updated"));
    return notHad(name, lockFile.error(),
                  Words::tr("Where the lock file is not complete, run \"nix flake lock\" and commit flake.lock."));
}

Gate versionGate(const ReleaseManifest &manifest, const Result<QString> &version, const QStringList &tags,
                 bool isShallow, const Result<QStringList> &atHost)
{
    const QString name = u"Version"_s;
    if (!version)
        return notHad(name, version.error(), Words::tr("Correct what \"version\" of unmoor.toml points at."));
    if (!isVersion(*version, manifest.scheme))
        return notAVersion(name, *version, manifest.scheme);
    const auto newest = newestRelease(manifest, tags + atHost.value_or(QStringList()));
    if (!newest && !atHost && !isShallow)
        return skipped(name,
                       Words::tr("no release is known here, and what %1 follows could not be asked: %2")
                           .arg(*version, atHost.error().message),
                       Words::tr("Publishing checks it again."));
    const Gate found = newest ? compareWithNewest(name, *version, *newest, manifest.scheme)
                              : passed(name, Words::tr("%1 is the first release").arg(*version));
    return isShallow ? unlessShallow(found, *version, newest.has_value()) : found;
}

Gate tagGate(const QString &tag, const Checkout &checkout, const Result<std::optional<QString>> &remoteTag,
             const QString &host)
{
    const QString name = u"Tag is free"_s;
    if (checkout.commit.isEmpty())
        return noCommit(name);
    const QString commit = shortCommit(checkout.commit);
    const QString local = checkout.tags.value(tag);
    if (!local.isEmpty() && local != checkout.commit)
        return tagElsewhere(name, Words::tr("%1 points at %2 here, not at %3").arg(tag, shortCommit(local), commit),
                            tag, u"git tag -d "_s + tag);
    if (!remoteTag)
        return notAsked(name, remoteTag.error());
    const std::optional<QString> &remote = *remoteTag;
    const QString hostWords = hostName(checkout, host);
    if (remote && *remote != checkout.commit)
        return tagElsewhere(
            name, Words::tr("%1 points at %2 on %3, not at %4").arg(tag, shortCommit(*remote), hostWords, commit), tag,
            u"git push --delete origin "_s + tag);
    if (local.isEmpty() && !remote)
        return passed(name, Words::tr("no tag is named %1").arg(tag));
    const QString where = !remote ? Words::tr("here")
        : local.isEmpty()         ? Words::tr("on %1").arg(hostWords)
                                  : Words::tr("here and on %1").arg(hostWords);
    return passed(name, Words::tr("%1 points at %2 %3").arg(tag, commit, where));
}

Gate noTargetsGate(const Result<void> &outputs)
{
    const QString none = Words::tr("unmoor.toml names no file to release");
    return skipped(
        u"Targets"_s, outputs ? none : none + u": "_s + outputs.error().message,
        Words::tr("Add a [[target]] or an [[asset]]; \"unmoor init\" proposes them. A release of notes alone "
                  "needs none."));
}

Gate imageGate(const ManifestImage &image)
{
    return skipped(u"Container image"_s,
                   Words::tr("%1 is not built, and %2 gets no image: this Unmoor does not handle [image] yet")
                       .arg(image.output, image.repository),
                   Words::tr("Build and push the image as before, or take [image] out of unmoor.toml."));
}

Gate changelogGate(const QString &version, const QString &heading, const Result<void> &section)
{
    const QString name = u"Changelog"_s;
    if (version.isEmpty())
        return skipped(name, Words::tr("the version is not known, and so is its section"),
                       Words::tr("See the gate \"Version\" first."));
    if (section)
        return passed(name, Words::tr("\"%1\" has text").arg(heading));
    return notHad(name, section.error(),
                  Words::tr("Write what changed in %1 below a heading of its own in the changelog.").arg(version));
}

Gate fileNamesGate(const Checkout &checkout, const QList<ReleaseFileName> &files, const QString &host)
{
    const QString name = u"File names"_s;
    QStringList found;
    QSet<QString> seen;
    for (const ReleaseFileName &file : files) {
        if (file.name != file.stored)
            found += Words::tr("%1 would store \"%2\" as \"%3\"").arg(hostName(checkout, host), file.name, file.stored);
        else if (seen.contains(file.name))
            found += Words::tr("two files of the release are named %1").arg(file.name);
        seen += file.name;
    }
    if (files.isEmpty())
        return {
            .name = name, .outcome = Gate::Outcome::Skipped, .message = Words::tr("there are no files"), .hint = {}};
    if (found.isEmpty())
        return passed(name, Words::tr("every file keeps its name on %1").arg(hostName(checkout, host)));
    return failed(
        name, found.join(u"; "_s),
        Words::tr("Checksums and links would name a file that is not there. Change the name in unmoor.toml and "
                  "in the flake: letters, digits, \".\", \"-\", \"_\" and \"+\" stay as they are, but not a "
                  "\".\" at either end."));
}

Gate checkoutFilesGate(const QList<std::pair<QString, Result<void>>> &files)
{
    const QString name = u"Files of the checkout"_s;
    QStringList good;
    for (const auto &[file, known] : files) {
        if (!known)
            return notHad(name, known.error(), Words::tr("Correct its [[asset]] in unmoor.toml, or commit the file."));
        good += file;
    }
    return passed(name, Words::tr("%1 can be shipped").arg(withVisibleSigns(someOf(good, mostNames))));
}

} // namespace unmoor
