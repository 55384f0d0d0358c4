// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/textmerge.h"

#include "app/core/linediff.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

MergePart::Change changeOf(const MergePart &part)
{
    using enum MergePart::Change;
    if (part.ours == part.base)
        return part.theirs == part.base ? None : Theirs;
    if (part.theirs == part.base)
        return Ours;
    return part.ours == part.theirs ? Alike : Both;
}

void append(QList<MergePart> &parts, MergePart part)
{
    if (part.base.isEmpty() && part.ours.isEmpty() && part.theirs.isEmpty())
        return;
    part.change = changeOf(part);
    if (part.change == MergePart::Change::None && !parts.isEmpty() && parts.last().change == MergePart::Change::None) {
        MergePart &last = parts.last();
        last.base += part.base;
        last.ours += part.ours;
        last.theirs += part.theirs;
    } else {
        parts.append(part);
    }
}

} // namespace

QList<MergePart> mergeParts(const QString &base, const QString &ours, const QString &theirs)
{
    const QStringList lines = base.split(u'\n');
    const QStringList mine = ours.split(u'\n');
    const QStringList other = theirs.split(u'\n');
    QList<MergePart> parts;
    const QList<qsizetype> inMine = keptLines(lines, mine);
    const QList<qsizetype> inOther = keptLines(lines, other);
    qsizetype from = 0, fromMine = 0, fromOther = 0; // behind the last line that all three have
    for (qsizetype i = 0; i <= lines.size(); ++i) {
        const bool isEnd = i == lines.size();
        if (!isEnd && (inMine.at(i) < 0 || inOther.at(i) < 0))
            continue;
        const qsizetype toMine = isEnd ? mine.size() : inMine.at(i);
        const qsizetype toOther = isEnd ? other.size() : inOther.at(i);
        append(parts,
               {.base = lines.sliced(from, i - from),
                .ours = mine.sliced(fromMine, toMine - fromMine),
                .theirs = other.sliced(fromOther, toOther - fromOther)});
        if (!isEnd)
            append(parts, {.base = {lines[i]}, .ours = {lines[i]}, .theirs = {lines[i]}});
        from = i + 1;
        fromMine = toMine + 1;
        fromOther = toOther + 1;
    }
    return parts;
}

QList<MergePart> differingParts(const QString &ours, const QString &theirs)
{
    QList<MergePart> parts = mergeParts(ours, ours, theirs);
    for (MergePart &part : parts) {
        if (part.change == MergePart::Change::Theirs)
            part.change = MergePart::Change::Both;
    }
    return parts;
}

std::optional<QString> mergeTexts(const QString &base, const QString &ours, const QString &theirs)
{
    QStringList merged;
    for (const MergePart &part : mergeParts(base, ours, theirs)) {
        if (part.change == MergePart::Change::Both)
            return std::nullopt;
        merged += part.change == MergePart::Change::Theirs ? part.theirs : part.ours;
    }
    return merged.join(u'\n');
}

} // namespace unmoor
