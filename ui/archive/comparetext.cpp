// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/comparetext.h"

#include "archive/filekind.h"
#include "core/format.h"
#include "nix/ansitext.h"

#include <QCoreApplication>
#include <cmath>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CompareView)
};

using Kind = EntryChange::Kind;

QString signOf(qint64 difference)
{
    return difference < 0 ? u"−"_s : difference > 0 ? u"+"_s : u"±"_s;
}

} // namespace

QString sectionName(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return Text::tr("Added");
    case Kind::Removed:
        return Text::tr("Removed");
    case Kind::Renamed:
        return Text::tr("Renamed");
    case Kind::Changed:
        return Text::tr("Changed");
    case Kind::Same:
        return Text::tr("Same");
    }
    Q_UNREACHABLE_RETURN({});
}

theme::State stateOf(const EntryChange &change)
{
    if (!change.warnings.isEmpty())
        return theme::State::Warning;
    const bool isOnOneSide = change.kind == Kind::Added || change.kind == Kind::Removed;
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
    const QString number =
        percent < 0.05 ? Text::tr("less than 0.1") : QString::number(percent, 'f', percent < 100 ? 1 : 0);
    return u"%1%2 %"_s.arg(signOf(after - before), number);
}

QString changeText(const EntryChange &change)
{
    QStringList parts = change.notes;
    if (change.kind == Kind::Added && (parts.isEmpty() || change.notes == change.warnings))
        parts.prepend(Text::tr("new"));
    else if (change.kind == Kind::Removed && parts.isEmpty())
        parts.prepend(Text::tr("gone"));
    if (change.kind == Kind::Changed) {
        if (const QString percent = percentText(change.oldSize, change.newSize); !percent.isEmpty())
            parts.prepend(percent);
        else if (parts.isEmpty())
            parts.append(change.oldSize == change.newSize ? Text::tr("other content, same size")
                                                          : Text::tr("other content"));
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
    const auto add = [&](Kind kind, const QString &text) {
        if (const int count = diff.count(kind); count > 0)
            parts.append(text.arg(count));
    };
    add(Kind::Added, Text::tr("%L1 added"));
    add(Kind::Removed, Text::tr("%L1 removed"));
    add(Kind::Renamed, Text::tr("%L1 renamed"));
    add(Kind::Changed, Text::tr("%L1 changed"));
    add(Kind::Same, Text::tr("%L1 same"));
    return parts.isEmpty() ? Text::tr("Both are empty") : parts.join(u", "_s);
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
