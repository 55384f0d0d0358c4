// SPDX-License-Identifier: GPL-3.0-or-later
#include "changelog/textmerge.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostCells = 16'000'000; // of the table of two texts' lines: 4,000 different lines each

/// For each line of \a base its place in \a text, by the longest run of lines that both have; -1: it is gone. nullopt:
/// the texts are too long.
std::optional<QList<qsizetype>> placesIn(const QStringList &base, const QStringList &text)
{
    const qsizetype least = std::min(base.size(), text.size());
    const qsizetype head = std::ranges::mismatch(base, text).in1 - base.begin();
    qsizetype tail = 0;
    while (tail < least - head && base[base.size() - 1 - tail] == text[text.size() - 1 - tail])
        ++tail;
    const qsizetype rows = base.size() - head - tail;
    const qsizetype columns = text.size() - head - tail;
    if (rows * columns > mostCells)
        return std::nullopt;
    const qsizetype width = columns + 1;
    QList<int> lengths((rows + 1) * width, 0);
    for (qsizetype i = rows - 1; i >= 0; --i) {
        for (qsizetype j = columns - 1; j >= 0; --j)
            lengths[i * width + j] = base[head + i] == text[head + j]
                ? lengths[(i + 1) * width + j + 1] + 1
                : std::max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
    QList<qsizetype> places(base.size(), -1);
    for (qsizetype i = 0; i < head; ++i)
        places[i] = i;
    for (qsizetype i = 0, j = 0; i < rows && j < columns;) {
        if (base[head + i] == text[head + j]) {
            places[head + i] = head + j;
            ++i;
            ++j;
        } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    for (qsizetype i = 1; i <= tail; ++i)
        places[base.size() - i] = text.size() - i;
    return places;
}

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
    const auto inMine = placesIn(lines, mine);
    const auto inOther = placesIn(lines, other);
    if (!inMine || !inOther) {
        append(parts, {.base = lines, .ours = mine, .theirs = other});
        return parts;
    }
    qsizetype from = 0, fromMine = 0, fromOther = 0; // behind the last line that all three have
    for (qsizetype i = 0; i <= lines.size(); ++i) {
        const bool isEnd = i == lines.size();
        if (!isEnd && (inMine->at(i) < 0 || inOther->at(i) < 0))
            continue;
        const qsizetype toMine = isEnd ? mine.size() : inMine->at(i);
        const qsizetype toOther = isEnd ? other.size() : inOther->at(i);
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
