// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/releaserows.h"

#include "app/core/format.h"
#include "app/core/visibletext.h"
#include "app/core/when.h"
#include "app/core/words.h"

#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using theme::State;
using ChangeKind = FileChange::Kind;

TextCell whenCell(const QDateTime &at)
{
    const QDateTime local = at.toLocalTime();
    return {whenText(local, QDateTime::currentDateTime()), QLocale().toString(local, QLocale::LongFormat)};
}

TextCell cellOf(const QString &text)
{
    return {withVisibleSigns(text)};
}

TextCell digestCell(const QByteArray &sha256)
{
    const QString hex = QString::fromLatin1(sha256.size() == 32 ? sha256.toHex() : sha256);
    return hex.isEmpty() ? TextCell{u"–"_s} : TextCell{hex.left(12) + u'…', hex};
}

State stateOfEvent(ReleaseEvent::Kind kind)
{
    switch (kind) {
    case ReleaseEvent::Kind::Good:
        return State::Done;
    case ReleaseEvent::Kind::Bad:
        return State::Error;
    case ReleaseEvent::Kind::Note:
        return State::Note;
    }
    Q_UNREACHABLE_RETURN(State::Note);
}

TextCell outcomeCell(const BuildRecord &build)
{
    static const QHash<QString, std::pair<const char *, State>> words{
        {u"built"_s, {QT_TRANSLATE_NOOP("Unmoor", "built"), State::Done}},
        {u"cached"_s, {QT_TRANSLATE_NOOP("Unmoor", "cached"), State::Cached}},
        {u"adopted"_s, {QT_TRANSLATE_NOOP("Unmoor", "adopted"), State::Done}},
        {u"let-go"_s, {QT_TRANSLATE_NOOP("Unmoor", "let go of"), State::Note}},
        {u"failed"_s, {QT_TRANSLATE_NOOP("Unmoor", "failed"), State::Error}},
        {u"canceled"_s, {QT_TRANSLATE_NOOP("Unmoor", "canceled"), State::Canceled}},
        {u"left-out"_s, {QT_TRANSLATE_NOOP("Unmoor", "left out"), State::LeftOut}},
        {u"taken-in"_s, {QT_TRANSLATE_NOOP("Unmoor", "taken back in"), State::Note}},
        {u"running"_s, {QT_TRANSLATE_NOOP("Unmoor", "begun"), State::Note}}};
    const auto known = words.constFind(build.outcome);
    return known == words.cend() ? cellOf(build.outcome)
                                 : TextCell{QCoreApplication::translate("Unmoor", known->first), {}, known->second};
}

TextCell changeCell(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Same:
        return {Words::tr("same"), {}, State::Done};
    case ChangeKind::Changed:
        return {Words::tr("changed"), {}, State::Note};
    case ChangeKind::Added:
        return {Words::tr("added"), {}, State::Note};
    case ChangeKind::Removed:
        return {Words::tr("gone"), {}, State::Note};
    }
    Q_UNREACHABLE_RETURN({});
}

TextCell sizeCell(const std::optional<UploadRecord> &file)
{
    return {file ? formatBytes(file->bytes) : u"–"_s};
}

/// "+1.2 MiB (+3 %)" of a size that was \a before; empty where it is the same.
QString growthText(qint64 before, qint64 after)
{
    if (before == after)
        return {};
    const QString sign = after > before ? u"+"_s : u"−"_s;
    const QString size = sign + formatBytes(qAbs(after - before));
    return before > 0
        ? Words::tr("%1 (%2%3 %)").arg(size, sign).arg(qRound(100.0 * double(qAbs(after - before)) / double(before)))
        : size;
}

TextCell growthCell(const FileChange &change)
{
    return {change.before && change.after ? growthText(change.before->bytes, change.after->bytes) : QString()};
}

TextCell digestsCell(const FileChange &change)
{
    const TextCell before = change.before ? digestCell(change.before->sha256) : TextCell{u"–"_s};
    const TextCell after = change.after ? digestCell(change.after->sha256) : TextCell{u"–"_s};
    if (change.kind == ChangeKind::Same)
        return after;
    const auto whole = [](const TextCell &cell) { return cell.toolTip.isEmpty() ? cell.text : cell.toolTip; };
    return {u"%1 → %2"_s.arg(before.text, after.text), u"%1 → %2"_s.arg(whole(before), whole(after))};
}

template <typename Record, typename Row>
QList<QList<TextCell>> rowsBy(const QList<Record> &records, Row row)
{
    QList<QList<TextCell>> rows;
    for (const Record &record : records)
        rows.append(row(record));
    return rows;
}

} // namespace

TextRows *eventRows()
{
    return new TextRows({{Words::tr("When"), 130, false, false, true},
                         {Words::tr("What happened"), 380},
                         {Words::tr("How"), 0, false, false, true}});
}

TextRows *fileRows()
{
    return new TextRows({{Words::tr("File"), 360, false, true},
                         {Words::tr("Size"), 82, true},
                         {Words::tr("SHA-256"), 130, false, true, true},
                         {Words::tr("Digest of the host"), 140, false, true, true},
                         {Words::tr("Sent"), 0, false, false, true}});
}

TextRows *buildRows()
{
    return new TextRows({{Words::tr("Target"), 230, false, true},
                         {Words::tr("Outcome"), 110},
                         {Words::tr("When"), 120, false, false, true},
                         {Words::tr("Took"), 72, true, false, true},
                         {Words::tr("Where"), 104, false, false, true},
                         {Words::tr("Archive, or why there is none"), 0, false, false, true}});
}

TextRows *acceptedRows()
{
    return new TextRows({{Words::tr("Finding"), 150, false, true},
                         {Words::tr("Entry"), 230, false, true},
                         {Words::tr("Target"), 200, false, true, true},
                         {Words::tr("When"), 110, false, false, true},
                         {Words::tr("Reason"), 0}});
}

TextRows *changeRows()
{
    return new TextRows({{Words::tr("File"), 330, false, true},
                         {Words::tr("Change"), 96},
                         {Words::tr("Before"), 82, true, false, true},
                         {Words::tr("After"), 82, true},
                         {Words::tr("Difference"), 130, true, false, true},
                         {Words::tr("SHA-256"), 0, false, true, true}});
}

TextRows *archiveRows()
{
    return new TextRows({{Words::tr("Target"), 260, false, true},
                         {Words::tr("Before"), 90, true, false, true},
                         {Words::tr("After"), 90, true},
                         {Words::tr("Difference"), 130, true, false, true},
                         {Words::tr("Archive"), 0, false, true, true}});
}

QList<QList<TextCell>> rowsOf(const QList<ReleaseEvent> &events)
{
    return rowsBy(events, [](const ReleaseEvent &event) {
        const QString what = withVisibleSigns(event.what);
        return QList<TextCell>{whenCell(event.at), {what, {}, stateOfEvent(event.kind)}, cellOf(event.detail)};
    });
}

QList<QList<TextCell>> rowsOf(const QList<UploadRecord> &files)
{
    return rowsBy(files, [](const UploadRecord &file) {
        return QList<TextCell>{cellOf(file.fileName),
                               {formatBytes(file.bytes)},
                               digestCell(file.sha256),
                               digestCell(file.digest),
                               whenCell(file.uploadedAt)};
    });
}

QList<QList<TextCell>> rowsOf(const QList<BuildRecord> &builds)
{
    return rowsBy(builds, [](const BuildRecord &build) {
        const QString what = build.failureMessage.isEmpty() ? build.archivePath : build.failureMessage;
        return QList<TextCell>{cellOf(build.triple),
                               outcomeCell(build),
                               whenCell(build.startedAt),
                               {build.seconds > 0 ? formatSeconds(build.seconds) : u"–"_s},
                               cellOf(build.host.isEmpty() ? Words::tr("this machine") : build.host),
                               cellOf(what)};
    });
}

QList<QList<TextCell>> rowsOf(const QList<AcceptanceRecord> &accepted)
{
    return rowsBy(accepted, [](const AcceptanceRecord &record) {
        return QList<TextCell>{cellOf(record.code), cellOf(record.path), cellOf(record.triple),
                               whenCell(record.acceptedAt), cellOf(record.reason)};
    });
}

QList<QList<TextCell>> rowsOf(const QList<FileChange> &changes)
{
    return rowsBy(changes, [](const FileChange &change) {
        const UploadRecord &named = change.after ? *change.after : *change.before;
        return QList<TextCell>{cellOf(named.fileName), changeCell(change.kind), sizeCell(change.before),
                               sizeCell(change.after), growthCell(change),      digestsCell(change)};
    });
}

QList<QList<TextCell>> rowsOf(const QList<ArchivePair> &archives)
{
    return rowsBy(archives, [](const ArchivePair &pair) {
        return QList<TextCell>{cellOf(pair.triple),
                               {formatBytes(pair.before.bytes)},
                               {formatBytes(pair.after.bytes)},
                               {growthText(pair.before.bytes, pair.after.bytes)},
                               cellOf(pair.after.archivePath)};
    });
}

} // namespace unmoor
