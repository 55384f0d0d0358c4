// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/comparetext.h"

#include "app/binary/filenames.h"
#include "app/core/format.h"
#include "app/core/visibletext.h"
#include "app/core/words.h"

#include <QLocale>
#include <cmath>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString signOf(qint64 difference)
{
    return difference < 0 ? u"−"_s : difference > 0 ? u"+"_s : u"±"_s;
}

} // namespace

QString sectionName(EntryChange::Kind kind)
{
    switch (kind) {
    case EntryChange::Kind::Added:
        return Words::tr("Added");
    case EntryChange::Kind::Removed:
        return Words::tr("Removed");
    case EntryChange::Kind::Renamed:
        return Words::tr("Renamed");
    case EntryChange::Kind::Changed:
        return Words::tr("Changed");
    case EntryChange::Kind::Same:
        return Words::tr("Same");
    }
    Q_UNREACHABLE_RETURN({});
}

theme::State stateOf(const EntryChange &change)
{
    if (!change.warnings.isEmpty())
        return theme::State::Warning;
    const bool isOnOneSide = change.kind == EntryChange::Kind::Added || change.kind == EntryChange::Kind::Removed;
    return isOnOneSide ? theme::State::Note : theme::State::Done;
}

QString sizeChangeText(qint64 before, qint64 after)
{
    return signOf(after - before) + formatBytes(qAbs(after - before));
}

QString percentText(qint64 before, qint64 after)
{
    if (before <= 0 || before == after)
        return {};
    const double percent = std::abs(double(after - before)) / double(before) * 100;
    const QString number = percent < 0.05 ? Words::tr("less than %1").arg(QLocale().toString(0.1))
                                          : QLocale().toString(percent, 'f', percent < 100 ? 1 : 0);
    return u"%1%2 %"_s.arg(signOf(after - before), number);
}

QString changeText(const EntryChange &change)
{
    QStringList parts = change.notes;
    if (change.kind == EntryChange::Kind::Added && (parts.isEmpty() || change.notes == change.warnings))
        parts.prepend(Words::tr("new"));
    else if (change.kind == EntryChange::Kind::Removed && parts.isEmpty())
        parts.prepend(Words::tr("gone"));
    if (change.kind == EntryChange::Kind::Changed) {
        if (const QString percent = percentText(change.oldSize, change.newSize); !percent.isEmpty())
            parts.prepend(percent);
        else if (parts.isEmpty())
            parts.append(change.oldSize == change.newSize ? Words::tr("other content, same size")
                                                          : Words::tr("other content"));
    }
    return withVisibleSigns(parts.join(u", "_s));
}

QString sideText(const EntryChange &change, bool isNew)
{
    if ((isNew ? change.newEntry : change.oldEntry) < 0)
        return u"–"_s;
    if (change.modeChanged() && change.oldSize == change.newSize)
        return modeText(isNew ? change.newMode : change.oldMode);
    return formatBytes(isNew ? change.newSize : change.oldSize);
}

QString countsText(const ArchiveDiff &diff)
{
    QStringList parts;
    const auto add = [&](EntryChange::Kind kind, const QString &text) {
        if (const int count = diff.count(kind); count > 0)
            parts.append(text.arg(count));
    };
    add(EntryChange::Kind::Added, Words::tr("%L1 added"));
    add(EntryChange::Kind::Removed, Words::tr("%L1 removed"));
    add(EntryChange::Kind::Renamed, Words::tr("%L1 renamed"));
    add(EntryChange::Kind::Changed, Words::tr("%L1 changed"));
    add(EntryChange::Kind::Same, Words::tr("%L1 same"));
    return parts.isEmpty() ? Words::tr("Both are empty") : parts.join(u", "_s);
}

bool isLibraryPath(const QString &path)
{
    // The expressions behind libraryStem() are for those that can be one: there may be a million paths.
    const QString name = path.sliced(path.lastIndexOf(u'/') + 1);
    const bool mayBe =
        name.contains(".so"_L1) || name.endsWith(".dylib"_L1) || name.endsWith(".dll"_L1, Qt::CaseInsensitive);
    return mayBe && !libraryStem(name).isEmpty();
}

} // namespace unmoor
