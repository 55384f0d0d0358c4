// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/comparison.h"

#include "app/archive/archivediff.h"
#include "app/archive/entrypath.h"
#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/release/previousarchive.h"
#include "app/release/project.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Other = std::optional<OtherArchive>;

QFuture<Result<Other>> readFile(const QString &path, const ScanLimits &limits, Session &session, const Console &console,
                                const OtherArchive &about = {})
{
    return andThen(inspectApart(session.engine().inspector(), path, {.limits = limits}, console.stop()), &session,
                   [about](const Inspection &read) {
                       OtherArchive other = about;
                       other.inspection = read;
                       return finished<Other>(other);
                   });
}

/// "previous" is before the version being released; a tag needs no version.
QFuture<Result<QString>> versionFor(const Invocation &invocation, const ReleaseManifest &manifest, Trust trust,
                                    const std::stop_token &stop)
{
    return invocation.againstRelease == "previous"_L1
        ? resolveVersion(manifest, flakeInFolder(QDir(invocation.project).absolutePath(), flakePlaceOf(manifest)),
                         trust, stop)
        : finished<QString>(QString());
}

QFuture<Result<QString>> repositoryFor(const Invocation &invocation, const ReleaseManifest &manifest,
                                       const std::stop_token &stop)
{
    if (!manifest.repository.isEmpty())
        return finished<QString>(manifest.repository);
    const QString host = hostOfApi(invocation.apiUrl);
    return readCheckout(invocation.project, Trust::Withheld, stop)
        .then([host, manifest](const Result<Checkout> &checkout) -> Result<QString> {
            if (!checkout)
                return std::unexpected(checkout.error());
            const auto repository = repositoryAt(host, manifest, *checkout);
            if (!repository)
                return failure(Error::Kind::InvalidInput, u"--against-release: "_s + repository.error().message);
            return repository;
        });
}

/// \a query with what git and the version's source have to say.
QFuture<Result<PreviousArchiveQuery>> completed(const PreviousArchiveQuery &query, const Invocation &invocation,
                                                const ReleaseManifest &manifest, Session &session,
                                                const std::stop_token &stop)
{
    return andThen(
        versionFor(invocation, manifest, session.trustIn(invocation.project), stop), &session,
        [=, &session](const QString &version) {
            return repositoryFor(invocation, manifest, stop).then(&session, [=](const Result<QString> &repository) {
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
                                       Words::tr("--against-release: no target of unmoor.toml has an archive of this "
                                                 "name. Say which it is with --target TRIPLE.")));
    PreviousArchiveQuery query = previousArchiveQuery(*manifest, *target, {});
    query.stateDir = invocation.stateDir;
    if (invocation.againstRelease != "previous"_L1)
        query.tag = invocation.againstRelease;
    const auto signedIn = session.signIn().then(&session, [](const Result<StoredToken> &) { return Result<void>(); });
    return andThen(
        andThen(andThen(signedIn, &session,
                        [=, &session] { return completed(query, invocation, *manifest, session, console.stop()); }),
                &session,
                [&session, stop = console.stop()](const PreviousArchiveQuery &full) {
                    return fetchPreviousArchive(session.client(), full, {}, stop);
                }),
        &session, [limits, console, &session](const PreviousArchive &previous) {
            if (!previous.isVerified)
                console.log(
                    Words::tr("%1: the host has no digest of it, so only its size was checked.").arg(previous.path));
            return readFile(
                previous.path, limits, session, console,
                {.release = previous.tag, .publishedAt = previous.publishedAt, .isVerified = previous.isVerified});
        });
}

QString signedBytes(qint64 bytes)
{
    return (bytes < 0 ? u"−"_s : u"+"_s) + formatBytes(qAbs(bytes));
}

QString kindWord(EntryChange::Kind kind)
{
    switch (kind) {
    case EntryChange::Kind::Added:
        return Words::tr("added");
    case EntryChange::Kind::Removed:
        return Words::tr("removed");
    case EntryChange::Kind::Renamed:
        return Words::tr("renamed");
    case EntryChange::Kind::Changed:
        return Words::tr("changed");
    case EntryChange::Kind::Same:
        return Words::tr("same");
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
        return Words::tr("against %1").arg(diff.oldName);
    const QString date = other.publishedAt.date().toString(Qt::ISODate);
    return other.isVerified ? Words::tr("against %1, published %2, digest verified").arg(other.release, date)
                            : Words::tr("against %1, published %2, digest not known").arg(other.release, date);
}

} // namespace

QFuture<Result<Other>> readOther(const Invocation &invocation, Session &session, const QString &triple,
                                 const ScanLimits &limits, const Console &console)
{
    if (!invocation.against.isEmpty())
        return readFile(invocation.against, limits, session, console);
    if (!invocation.againstRelease.isEmpty())
        return readRelease(invocation, session, triple, limits, console);
    return finished<Other>(Other());
}

QJsonObject reportComparison(const OtherArchive &other, const Inspection &after, const Console &console)
{
    const ArchiveDiff diff = diffArchives(other.inspection, after);
    console.print(u"\n%1: %2 %3, %4 %5, %6 %7, %8 %9"_s.arg(heading(other, diff))
                      .arg(diff.count(EntryChange::Kind::Added))
                      .arg(kindWord(EntryChange::Kind::Added))
                      .arg(diff.count(EntryChange::Kind::Removed))
                      .arg(kindWord(EntryChange::Kind::Removed))
                      .arg(diff.count(EntryChange::Kind::Renamed))
                      .arg(kindWord(EntryChange::Kind::Renamed))
                      .arg(diff.count(EntryChange::Kind::Changed))
                      .arg(kindWord(EntryChange::Kind::Changed))
                  + u", %1 %2; %3\n"_s.arg(diff.count(EntryChange::Kind::Same))
                        .arg(kindWord(EntryChange::Kind::Same), signedBytes(diff.newBytes - diff.oldBytes)));
    for (const QString &note : diff.notes)
        console.print(u"  %1%2\n"_s.arg(diff.warnings.contains(note) ? Words::tr("look: ") : QString(), note));
    for (const EntryChange &change : diff.changes)
        if (change.kind != EntryChange::Kind::Same)
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
