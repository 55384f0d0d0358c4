// SPDX-License-Identifier: GPL-3.0-or-later
#include "changelog/textmerge.h"

#include <QList>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostCells = 16'000'000; // of the table of two texts' lines: 4,000 lines each

/// For each line of \a base its place in \a text, by the longest run of lines that both have; -1: it is gone.
QList<qsizetype> placesIn(const QStringList &base, const QStringList &text)
{
    const qsizetype width = text.size() + 1;
    QList<int> lengths((base.size() + 1) * width, 0);
    for (qsizetype i = base.size() - 1; i >= 0; --i) {
        for (qsizetype j = text.size() - 1; j >= 0; --j)
            lengths[i * width + j] = base[i] == text[j]
                ? lengths[(i + 1) * width + j + 1] + 1
                : std::max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
    QList<qsizetype> places(base.size(), -1);
    for (qsizetype i = 0, j = 0; i < base.size() && j < text.size();) {
        if (base[i] == text[j])
            places[i++] = j++;
        else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
            ++i;
        else
            ++j;
    }
    return places;
}

} // namespace

std::optional<QString> mergeTexts(const QString &base, const QString &ours, const QString &theirs)
{
    const QStringList lines = base.split(u'\n');
    const QStringList mine = ours.split(u'\n');
    const QStringList other = theirs.split(u'\n');
    if (lines.size() * std::max(mine.size(), other.size()) > mostCells)
        return std::nullopt;
    const QList<qsizetype> inMine = placesIn(lines, mine);
    const QList<qsizetype> inOther = placesIn(lines, other);

    QStringList merged;
    qsizetype from = 0, fromMine = 0, fromOther = 0; // behind the last line that all three have
    for (qsizetype i = 0; i <= lines.size(); ++i) {
        const bool isEnd = i == lines.size();
        if (!isEnd && (inMine[i] < 0 || inOther[i] < 0))
            continue;
        const qsizetype toMine = isEnd ? mine.size() : inMine[i];
        const qsizetype toOther = isEnd ? other.size() : inOther[i];
        const QStringList was = lines.sliced(from, i - from);
        const QStringList isMine = mine.sliced(fromMine, toMine - fromMine);
        const QStringList isOther = other.sliced(fromOther, toOther - fromOther);
        if (isMine != was && isOther != was && isMine != isOther)
            return std::nullopt;
        merged += isMine == was ? isOther : isMine;
        if (!isEnd)
            merged += lines[i];
        from = i + 1;
        fromMine = toMine + 1;
        fromOther = toOther + 1;
    }
    return merged.join(u'\n');
}

} // namespace unmoor
