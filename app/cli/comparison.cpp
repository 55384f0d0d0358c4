// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/comparison.h"

#include "archive/archivediff.h"
#include "archive/entrypath.h"
#include "core/format.h"
#include "github/chain.h"
#include "release/previousarchive.h"
#include "release/version.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Other = std::optional<OtherArchive>;
using Kind = EntryChange::Kind;

Result<Other> readFile(const QString &path, const ScanLimits &limits, OtherArchive other = {})
{
    auto inspection = inspectArchive(path, {.limits = limits});
    if (!inspection)
        return std::unexpected(inspection.error());
    other.inspection = std::move(*inspection);
    return other;
}

/// "previous" is before the version being released; a tag needs no version.
QFuture<Result<QString>> versionFor(const Invocation &invocation, const ReleaseManifest &manifest)
{
    return invocation.againstRelease == "previous"_L1
        ? resolveVersion(manifest, QDir(invocation.project).absolutePath())
        : finished<QString>(QString());
}

QFuture<Result<QString>> repositoryFor(const Invocation &invocation, const ReleaseManifest &manifest)
{
    if (!manifest.repository.isEmpty())
        return finished<QString>(manifest.repository);
    return readCheckout(invocation.project).then([](const Result<Checkout> &checkout) -> Result<QString> {
        const QString repository = checkout ? repositoryOfRemote(checkout->remoteUrl) : QString();
        if (repository.isEmpty())
            return failure(
                Error::Kind::InvalidInput,
                Session::tr("--against-release: neither unmoor.toml nor the git remote names the repository. "
                            "Add repository = \"owner/name\" to [project]."));
        return repository;
    });
}

/// \a query with what git and the version's source have to say.
QFuture<Result<PreviousArchiveQuery>> completed(const PreviousArchiveQuery &query, const Invocation &invocation,
                                                const ReleaseManifest &manifest, Session &session)
{
    return andThen(versionFor(invocation, manifest), &session, [=, &session](const QString &version) {
        return repositoryFor(invocation, manifest).then(&session, [=](const Result<QString> &repository) {
            return repository.transform([&](const QString &name) {
                PreviousArchiveQuery full = query;
                full.version = version;
                full.repository = name;
                return full;
            });
        });
    });
}

QFuture<Result<Other>> readRelease(const Invocation &invocation, Session &session, const QString &triple,
                                   const ScanLimits &limits, const Console &console)
{
    const auto manifest = readManifest(invocation.project);
    if (!manifest)
        return finished<Other>(std::unexpected(manifest.error()));
    const auto target = std::ranges::find(manifest->targets, triple, &ManifestTarget::triple);
    if (triple.isEmpty() || target == manifest->targets.end())
        return finished<Other>(failure(Error::Kind::InvalidInput,
                                       Session::tr("--against-release: no target of unmoor.toml has an archive of this "
                                                   "name. Say which it is with --target TRIPLE.")));
    PreviousArchiveQuery query = previousArchiveQuery(*manifest, *target, {});
    query.stateDir = invocation.stateDir;
    if (invocation.againstRelease != "previous"_L1)
        query.tag = invocation.againstRelease;
    const auto signedIn = session.signIn().then(&session, [](const Result<StoredToken> &) { return Result<void>(); });
    return andThen(
        andThen(andThen(signedIn, &session, [=, &session] { return completed(query, invocation, *manifest, session); }),
                &session,
                [&session](const PreviousArchiveQuery &full) { return fetchPreviousArchive(session.client(), full); }),
        &session, [limits, console](const PreviousArchive &previous) {
            if (!previous.isVerified)
                console.log(
                    Session::tr("%1: the host has no digest of it, so only its size was checked.").arg(previous.path));
            return finished<Other>(readFile(
                previous.path, limits,
                {.release = previous.tag, .publishedAt = previous.publishedAt, .isVerified = previous.isVerified}));
        });
}

QString signedBytes(qint64 bytes)
{
    return (bytes < 0 ? u"−"_s : u"+"_s) + formatBytes(qAbs(bytes));
}

QString kindWord(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return Session::tr("added");
    case Kind::Removed:
        return Session::tr("removed");
    case Kind::Renamed:
        return Session::tr("renamed");
    case Kind::Changed:
        return Session::tr("changed");
    case Kind::Same:
        return Session::tr("same");
    }
    Q_UNREACHABLE_RETURN({});
}

QString changeLine(const EntryChange &change)
{
    const QString path = printable(change.path.toUtf8());
    const QString size = change.oldEntry < 0 ? formatBytes(change.newSize)
        : change.newEntry < 0                ? formatBytes(change.oldSize)
        : change.oldSize != change.newSize   ? signedBytes(change.newSize - change.oldSize)
                                             : QString();
    QStringList notes = change.notes;
    if (!size.isEmpty())
        notes.prepend(size);
    return u"  %1 %2%3\n"_s.arg(kindWord(change.kind), -8)
        .arg(path, notes.isEmpty() ? QString() : u"  "_s + printable(notes.join(u", "_s).toUtf8()));
}

QString heading(const OtherArchive &other, const ArchiveDiff &diff)
{
    if (other.release.isEmpty())
        return Session::tr("against %1").arg(diff.oldName);
    const QString date = other.publishedAt.date().toString(Qt::ISODate);
    return other.isVerified ? Session::tr("against %1, published %2, digest verified").arg(other.release, date)
                            : Session::tr("against %1, published %2, digest not known").arg(other.release, date);
}

} // namespace

QFuture<Result<Other>> readOther(const Invocation &invocation, Session &session, const QString &triple,
                                 const ScanLimits &limits, const Console &console)
{
    if (!invocation.against.isEmpty())
        return finished<Other>(readFile(invocation.against, limits));
    if (!invocation.againstRelease.isEmpty())
        return readRelease(invocation, session, triple, limits, console);
    return finished<Other>(Other());
}

QJsonObject reportComparison(const OtherArchive &other, const Inspection &after, const Console &console)
{
    const ArchiveDiff diff = diffArchives(other.inspection, after);
    console.print(u"\n%1: %2 %3, %4 %5, %6 %7, %8 %9"_s.arg(heading(other, diff))
                      .arg(diff.count(Kind::Added))
                      .arg(kindWord(Kind::Added))
                      .arg(diff.count(Kind::Removed))
                      .arg(kindWord(Kind::Removed))
                      .arg(diff.count(Kind::Renamed))
                      .arg(kindWord(Kind::Renamed))
                      .arg(diff.count(Kind::Changed))
                      .arg(kindWord(Kind::Changed))
                  + u", %1 %2; %3\n"_s.arg(diff.count(Kind::Same))
                        .arg(kindWord(Kind::Same), signedBytes(diff.newBytes - diff.oldBytes)));
    for (const QString &note : diff.notes)
        console.print(u"  %1%2\n"_s.arg(diff.warnings.contains(note) ? Session::tr("look: ") : QString(), note));
    for (const EntryChange &change : diff.changes)
        if (change.kind != Kind::Same)
            console.print(changeLine(change));
    QJsonObject document = toJson(diff);
    if (!other.release.isEmpty()) {
        document.insert(u"release"_s, other.release);
        document.insert(u"published_at"_s, other.publishedAt.toString(Qt::ISODate));
        document.insert(u"digest_verified"_s, other.isVerified);
    }
    return document;
}

} // namespace unmoor
