// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/gates.h"

#include "core/format.h"
#include "project/semver.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gate)
};

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
        return skipped(name, error.message, Text::tr("Check again to know."));
    return failed(name, error.message, hint);
}

/// A fact of the host that could not be had. Being offline or signed out does not say that the release is wrong.
Gate notAsked(const QString &name, const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Network:
    case Error::Kind::Unauthorized:
    case Error::Kind::NotFound:
        return skipped(name, error.message, Text::tr("Publishing checks it again."));
    default:
        return notHad(name, error, Text::tr("Mend what the message names, then check again."));
    }
}

Gate noCommit(const QString &name)
{
    return failed(name, Text::tr("the repository has no commit yet"),
                  Text::tr("A release is a commit. Add the project's files with \"git add\" and commit them."));
}

/// "a.txt, b.txt, c.txt and 4 more"
QString someOf(const QStringList &files)
{
    constexpr qsizetype shown = 3;
    const QString some = files.first(std::min(shown, files.size())).join(u", "_s);
    if (files.size() <= shown)
        return some;
    return Text::tr("%1 and %n more", nullptr, int(files.size() - shown)).arg(some);
}

/// The version that \a tag is a release of; nullopt for another kind of tag.
std::optional<SemVer> versionOfTag(const ReleaseManifest &manifest, const QString &tag)
{
    const QString form = expandTemplate(manifest.tag, {.name = manifest.name, .version = u"\n"_s});
    const auto parts = form.split(u'\n');
    if (parts.size() != 2 || tag.size() <= form.size() - 1 || !tag.startsWith(parts[0]) || !tag.endsWith(parts[1]))
        return {};
    return SemVer::parse(QStringView(tag).sliced(parts[0].size()).chopped(parts[1].size()));
}

std::optional<SemVer> newestRelease(const ReleaseManifest &manifest, const QStringList &tags)
{
    std::optional<SemVer> newest;
    for (const QString &tag : tags)
        if (const auto version = versionOfTag(manifest, tag); version && (!newest || *version > *newest))
            newest = version;
    return newest;
}

Gate compareWithNewest(const QString &name, const SemVer &version, const SemVer &newest)
{
    if (version > newest)
        return passed(name, Text::tr("%1 follows %2").arg(version.toString(), newest.toString()));
    if (version == newest)
        return passed(name, Text::tr("%1 is the newest release's").arg(version.toString()));
    return failed(name, Text::tr("%1 is older than %2, the newest release").arg(version.toString(), newest.toString()),
                  Text::tr("Raise the version above %1, or delete the tag of %1 if it was never released.")
                      .arg(newest.toString()));
}

QString hostName(const Checkout &checkout)
{
    const QString host = hostOfRemote(checkout.remoteUrl);
    return host.isEmpty() || host == u"github.com" ? u"GitHub"_s : host;
}

Gate tagElsewhere(const QString &name, const QString &message, const QString &tag, const QString &removal)
{
    return failed(name, message,
                  Text::tr("If %1 was never released, delete that tag: %2. Otherwise raise the version, or check out "
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
        return passed(name, Text::tr("nothing uncommitted, nothing untracked"));
    QStringList found;
    QStringList hints;
    if (!checkout.changedFiles.isEmpty()) {
        found += Text::tr("uncommitted: %1").arg(someOf(checkout.changedFiles));
        hints += Text::tr("Commit the changes, or put them aside with \"git stash\".");
    }
    if (!checkout.untrackedFiles.isEmpty()) {
        found += Text::tr("untracked: %1").arg(someOf(checkout.untrackedFiles));
        hints += Text::tr("Add untracked files, list them in .gitignore, or remove them.");
    }
    return failed(name, found.join(u"; "_s), hints.join(u' '));
}

Gate commitOnRemoteGate(const Checkout &checkout, const Result<bool> &onRemote)
{
    const QString name = u"Commit is on GitHub"_s;
    if (checkout.commit.isEmpty())
        return noCommit(name);
    if (!onRemote)
        return notAsked(name, onRemote.error());
    const QString commit = shortCommit(checkout.commit);
    if (*onRemote)
        return passed(name, Text::tr("%1 is on %2").arg(commit, hostName(checkout)));
    const QString hint = checkout.branch.isEmpty()
        ? Text::tr("No branch is checked out. Put the commit on one and push it: git push origin HEAD:BRANCH")
        : Text::tr("Push it: git push origin %1").arg(checkout.branch);
    return failed(name, Text::tr("%1 is not on %2").arg(commit, hostName(checkout)), hint);
}

Gate lockFileGate(const Result<void> &lockFile)
{
    const QString name = u"Lock file"_s;
    if (lockFile)
        return passed(name, Text::tr("complete; nothing would be updated"));
    return notHad(name, lockFile.error(),
                  Text::tr("Where the lock file is not complete, run \"nix flake lock\" and commit flake.lock."));
}

Gate versionGate(const ReleaseManifest &manifest, const Result<QString> &version, const QStringList &tags)
{
    const QString name = u"Version"_s;
    if (!version)
        return notHad(name, version.error(), Text::tr("Correct what \"version\" of unmoor.toml points at."));
    const auto parsed = SemVer::parse(*version);
    if (!parsed)
        return failed(name, Text::tr("\"%1\" is not a version such as 1.2.3 or 1.2.3-rc.1").arg(*version),
                      Text::tr("Write MAJOR.MINOR.PATCH without a leading \"v\" and without leading zeros "
                               "(semver.org) where \"version\" of unmoor.toml points."));
    const auto newest = newestRelease(manifest, tags);
    if (!newest)
        return passed(name, Text::tr("%1 is the first release").arg(parsed->toString()));
    return compareWithNewest(name, *parsed, *newest);
}

Gate tagGate(const QString &tag, const Checkout &checkout, const Result<std::optional<QString>> &remoteTag)
{
    const QString name = u"Tag is free"_s;
    if (checkout.commit.isEmpty())
        return noCommit(name);
    const QString commit = shortCommit(checkout.commit);
    const QString local = checkout.tags.value(tag);
    if (!local.isEmpty() && local != checkout.commit)
        return tagElsewhere(name, Text::tr("%1 points at %2 here, not at %3").arg(tag, shortCommit(local), commit), tag,
                            u"git tag -d "_s + tag);
    if (!remoteTag)
        return notAsked(name, remoteTag.error());
    const std::optional<QString> &remote = *remoteTag;
    const QString host = hostName(checkout);
    if (remote && *remote != checkout.commit)
        return tagElsewhere(name,
                            Text::tr("%1 points at %2 on %3, not at %4").arg(tag, shortCommit(*remote), host, commit),
                            tag, u"git push --delete origin "_s + tag);
    if (local.isEmpty() && !remote)
        return passed(name, Text::tr("no tag is named %1").arg(tag));
    const QString where = !remote ? Text::tr("here")
        : local.isEmpty()         ? Text::tr("on %1").arg(host)
                                  : Text::tr("here and on %1").arg(host);
    return passed(name, Text::tr("%1 points at %2 %3").arg(tag, commit, where));
}

Gate changelogGate(const QString &version, const QString &heading, const Result<void> &section)
{
    const QString name = u"Changelog"_s;
    if (section)
        return passed(name, Text::tr("\"%1\" has text").arg(heading));
    return notHad(name, section.error(),
                  Text::tr("Write what changed in %1 below a heading of its own in the changelog.").arg(version));
}

} // namespace unmoor
