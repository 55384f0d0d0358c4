// SPDX-License-Identifier: GPL-3.0-or-later
// ArchiveDiff as the document that scripts read.
#include "app/archive/archivediff.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString kindName(EntryChange::Kind kind)
{
    switch (kind) {
    case EntryChange::Kind::Added:
        return u"added"_s;
    case EntryChange::Kind::Removed:
        return u"removed"_s;
    case EntryChange::Kind::Renamed:
        return u"renamed"_s;
    case EntryChange::Kind::Changed:
        return u"changed"_s;
    case EntryChange::Kind::Same:
        return u"same"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonValue modeValue(int entry, quint32 mode)
{
    return entry < 0 ? QJsonValue() : QJsonValue(u"%1"_s.arg(mode, 4, 8, QLatin1Char('0')));
}

QJsonObject toJson(const EntryChange &change)
{
    return {{u"kind"_s, kindName(change.kind)},
            {u"path"_s, change.path},
            {u"old_path"_s, change.oldPath},
            {u"old_size"_s, change.oldEntry < 0 ? QJsonValue() : QJsonValue(change.oldSize)},
            {u"new_size"_s, change.newEntry < 0 ? QJsonValue() : QJsonValue(change.newSize)},
            {u"old_mode"_s, modeValue(change.oldEntry, change.oldMode)},
            {u"new_mode"_s, modeValue(change.newEntry, change.newMode)},
            {u"content_changed"_s, change.contentChanged},
            {u"notes"_s, QJsonArray::fromStringList(change.notes)},
            {u"warnings"_s, QJsonArray::fromStringList(change.warnings)}};
}

QJsonObject sideToJson(const QString &name, qint64 bytes, qint64 unpacked, const QString &glibc, const QString &minOs)
{
    return {{u"archive"_s, name},
            {u"bytes"_s, bytes},
            {u"unpacked_bytes"_s, unpacked},
            {u"glibc"_s, glibc},
            {u"min_os"_s, minOs}};
}

} // namespace

QJsonObject toJson(const ArchiveDiff &diff)
{
    QJsonArray changes;
    QJsonObject counts;
    for (const EntryChange::Kind kind :
         {EntryChange::Kind::Added, EntryChange::Kind::Removed, EntryChange::Kind::Renamed, EntryChange::Kind::Changed,
          EntryChange::Kind::Same})
        counts.insert(kindName(kind), diff.count(kind));
    for (const EntryChange &change : diff.changes)
        if (change.kind != EntryChange::Kind::Same)
            changes.append(toJson(change));
    return {{u"old"_s, sideToJson(diff.oldName, diff.oldBytes, diff.oldUnpacked, diff.oldGlibc, diff.oldMinOs)},
            {u"new"_s, sideToJson(diff.newName, diff.newBytes, diff.newUnpacked, diff.newGlibc, diff.newMinOs)},
            {u"identical"_s, diff.isIdentical()},
            {u"counts"_s, counts},
            {u"changes"_s, changes},
            {u"libraries_added"_s, QJsonArray::fromStringList(diff.librariesAdded)},
            {u"libraries_removed"_s, QJsonArray::fromStringList(diff.librariesRemoved)},
            {u"notes"_s, QJsonArray::fromStringList(diff.notes)},
            {u"warnings"_s, QJsonArray::fromStringList(diff.warnings)}};
}

} // namespace unmoor
