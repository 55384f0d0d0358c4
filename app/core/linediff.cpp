// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/linediff.h"

#include <algorithm>

namespace unmoor {

namespace {

using Lines = QList<QByteArrayView>;
using Kind = DiffLine::Kind;

/// Above this product of line counts, what differs is shown as one block.
constexpr qsizetype mostCells = 4'000'000;

Lines linesOf(QByteArrayView text)
{
    Lines lines;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        lines += end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
    return lines;
}

DiffLine lineOf(Kind kind, qsizetype index, QByteArrayView bytes)
{
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    return {kind, int(index) + 1, QString::fromUtf8(bytes)};
}

/// Lengths of the longest common subsequences of all ends of \a a and \a b, row by row.
QList<int> commonLengths(const Lines &a, const Lines &b)
{
    const qsizetype width = b.size() + 1;
    QList<int> lengths((a.size() + 1) * width, 0);
    for (qsizetype i = a.size() - 1; i >= 0; --i)
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            lengths[i * width + j] = a[i] == b[j] ? lengths[(i + 1) * width + j + 1] + 1
                                                  : std::max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    return lengths;
}

/// The lines between what both texts begin and end with; \a offset: how many they begin with.
QList<DiffLine> middleDiff(const Lines &a, const Lines &b, qsizetype offset)
{
    const bool small = a.size() * b.size() <= mostCells;
    const QList<int> lengths = small ? commonLengths(a, b) : QList<int>();
    const auto length = [&](qsizetype i, qsizetype j) { return small ? lengths[i * (b.size() + 1) + j] : 0; };
    QList<DiffLine> diff;
    QList<DiffLine> added; // shown after what was removed in their place
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() || j < b.size()) {
        if (small && i < a.size() && j < b.size() && a[i] == b[j]) {
            diff += std::exchange(added, {});
            diff += lineOf(Kind::Same, offset + j, b[j]);
            ++i;
            ++j;
        } else if (j == b.size() || (i < a.size() && length(i + 1, j) >= length(i, j + 1))) {
            diff += lineOf(Kind::Removed, offset + i, a[i]);
            ++i;
        } else {
            added += lineOf(Kind::Added, offset + j, b[j]);
            ++j;
        }
    }
    return diff += added;
}

/// Without the equal lines that are further than \a context from a change.
QList<DiffLine> nearChanges(const QList<DiffLine> &diff, int context)
{
    QList<bool> near(diff.size(), false);
    for (qsizetype i = 0; i < diff.size(); ++i)
        if (diff[i].kind != Kind::Same)
            for (qsizetype k = std::max<qsizetype>(0, i - context); k <= i + context && k < diff.size(); ++k)
                near[k] = true;
    QList<DiffLine> kept;
    for (qsizetype i = 0; i < diff.size(); ++i)
        if (near[i])
            kept += diff[i];
    return kept;
}

} // namespace

QList<DiffLine> lineDiff(QByteArrayView before, QByteArrayView after, int context)
{
    const Lines a = linesOf(before);
    const Lines b = linesOf(after);
    const qsizetype least = std::min(a.size(), b.size());
    qsizetype head = 0;
    while (head < least && a[head] == b[head])
        ++head;
    qsizetype tail = 0;
    while (tail < least - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    const qsizetype lead = std::min<qsizetype>(head, context);
    QList<DiffLine> diff;
    for (qsizetype i = head - lead; i < head; ++i)
        diff += lineOf(Kind::Same, i, b[i]);
    diff += middleDiff(a.sliced(head, a.size() - head - tail), b.sliced(head, b.size() - head - tail), head);
    for (qsizetype i = 0; i < std::min<qsizetype>(tail, context); ++i)
        diff += lineOf(Kind::Same, b.size() - tail + i, b[b.size() - tail + i]);
    return nearChanges(diff, context);
}

} // namespace unmoor
