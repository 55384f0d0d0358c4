// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/releasedetails.h"

#include "app/core/format.h"
#include "app/core/words.h"

#include <QFileInfo>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using EventKind = ReleaseEvent::Kind;

ReleaseEvent eventOf(const BuildRecord &build)
{
    const auto event = [&](EventKind kind, const QString &what, const QString &detail) {
        return ReleaseEvent{build.startedAt, kind, what.arg(build.triple), detail};
    };
    const QString took = build.seconds > 0 ? Words::tr("took %1").arg(formatSeconds(build.seconds)) : QString();
    if (build.outcome == "built"_L1)
        return event(EventKind::Good, Words::tr("%1 built"), took);
    if (build.outcome == "cached"_L1)
        return event(EventKind::Good, Words::tr("%1 was there already"), took);
    if (build.outcome == "adopted"_L1)
        return event(EventKind::Note, Words::tr("Finished archive adopted for %1"),
                     QFileInfo(build.archivePath).fileName());
    if (build.outcome == "let-go"_L1)
        return event(EventKind::Note, Words::tr("Adopted archive of %1 let go of"),
                     QFileInfo(build.failureMessage).fileName());
    if (build.outcome == "failed"_L1)
        return event(EventKind::Bad, Words::tr("Build of %1 failed"), build.failureMessage);
    if (build.outcome == "canceled"_L1)
        return event(EventKind::Note, Words::tr("Build of %1 canceled"), took);
    if (build.outcome == "left-out"_L1)
        return event(EventKind::Note, Words::tr("%1 left out of the release"), build.failureMessage);
    if (build.outcome == "taken-in"_L1)
        return event(EventKind::Note, Words::tr("%1 taken back in"), {});
    return event(EventKind::Note, Words::tr("Build of %1 begun"), {});
}

ReleaseEvent eventOf(const AttemptRecord &attempt)
{
    const QString steps = Words::tr("%1 of %2 steps done").arg(attempt.stepsDone).arg(attempt.steps);
    if (attempt.outcome == "complete"_L1)
        return {attempt.endedAt, EventKind::Good, Words::tr("Published and verified"), steps};
    if (attempt.outcome == "draft"_L1)
        return {attempt.endedAt, EventKind::Note, Words::tr("Left as a draft"), steps};
    if (attempt.outcome == "canceled"_L1)
        return {attempt.endedAt, EventKind::Note, Words::tr("Publishing canceled"), steps};
    if (attempt.outcome == "demote"_L1)
        return {attempt.endedAt, EventKind::Bad, Words::tr("Taken back: marked as a pre-release, with a notice"),
                attempt.message};
    if (attempt.outcome == "restore"_L1)
        return {attempt.endedAt, EventKind::Good, Words::tr("Put back"), steps};
    if (attempt.outcome == "tidy"_L1)
        return {attempt.endedAt, EventKind::Note, Words::tr("Second drafts and broken uploads deleted"), steps};
    return {attempt.endedAt, EventKind::Bad, Words::tr("Publishing stopped"),
            Words::tr("%1. %2").arg(steps, attempt.message)};
}

ReleaseEvent eventOf(const AcceptanceRecord &accepted)
{
    return {accepted.acceptedAt, EventKind::Note,
            Words::tr("Accepted %1 in %2 of %3").arg(accepted.code, accepted.path, accepted.triple), accepted.reason};
}

ReleaseEvent eventOf(const UploadRecord &upload)
{
    return {upload.uploadedAt, EventKind::Good, Words::tr("%1 is on the host, verified").arg(upload.fileName),
            formatBytes(upload.bytes)};
}

/// The name of a file without what every release has another of.
QString nameInAnyRelease(const UploadRecord &file, const ReleaseRecord &release)
{
    QString name = file.fileName;
    if (!release.version.isEmpty())
        name.replace(release.version, u"*"_s);
    return name;
}

int rankOf(FileChange::Kind kind)
{
    switch (kind) {
    case FileChange::Kind::Changed:
        return 0;
    case FileChange::Kind::Added:
        return 1;
    case FileChange::Kind::Removed:
        return 2;
    case FileChange::Kind::Same:
        return 3;
    }
    Q_UNREACHABLE_RETURN(3);
}

QString nameOf(const FileChange &change)
{
    return change.after ? change.after->fileName : change.before->fileName;
}

FileChange changeOf(const std::optional<UploadRecord> &before, const std::optional<UploadRecord> &after)
{
    if (!before || !after)
        return {before ? FileChange::Kind::Removed : FileChange::Kind::Added, before, after};
    const bool isSame = before->sha256 == after->sha256 && before->bytes == after->bytes;
    return {isSame ? FileChange::Kind::Same : FileChange::Kind::Changed, before, after};
}

QList<FileChange> fileChanges(const ReleaseDetails &before, const ReleaseDetails &after)
{
    QMap<QString, std::pair<std::optional<UploadRecord>, std::optional<UploadRecord>>> byName;
    for (const UploadRecord &file : before.files)
        byName[nameInAnyRelease(file, before.release)].first = file;
    for (const UploadRecord &file : after.files)
        byName[nameInAnyRelease(file, after.release)].second = file;
    QList<FileChange> changes;
    for (const auto &[was, is] : std::as_const(byName))
        changes.append(changeOf(was, is));
    std::ranges::stable_sort(changes, [](const FileChange &a, const FileChange &b) {
        return std::pair(rankOf(a.kind), nameOf(a)) < std::pair(rankOf(b.kind), nameOf(b));
    });
    return changes;
}

/// The newest builds of each target whose archives are still here.
QMap<QString, BuildRecord> archivesOf(const ReleaseDetails &details)
{
    QMap<QString, BuildRecord> archives;
    for (const BuildRecord &build : details.builds)
        if (!archives.contains(build.triple) && details.archivesHere.contains(build.archivePath))
            archives.insert(build.triple, build);
    return archives;
}

} // namespace

QList<ReleaseEvent> eventsOf(const ReleaseDetails &details)
{
    QList<ReleaseEvent> events;
    const auto add = [&events](const auto &records) {
        for (const auto &record : records)
            events.append(eventOf(record));
    };
    add(details.attempts);
    add(details.files);
    add(details.accepted);
    add(details.builds);
    std::ranges::stable_sort(events, std::ranges::greater(), &ReleaseEvent::at);
    return events;
}

ReleaseChange compareReleases(const ReleaseDetails &before, const ReleaseDetails &after)
{
    ReleaseChange change{.files = fileChanges(before, after),
                         .notes = lineDiff(before.notes.toUtf8(), after.notes.toUtf8()),
                         .archives = {}};
    const QMap<QString, BuildRecord> is = archivesOf(after);
    for (const auto &[triple, was] : archivesOf(before).asKeyValueRange())
        if (is.contains(triple))
            change.archives.append({triple, was, is.value(triple)});
    return change;
}

} // namespace unmoor
