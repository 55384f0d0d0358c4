// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/linediff.h"

#include <QHash>
#include <QSpan>
#include <algorithm>

namespace unmoor {

namespace {

constexpr qsizetype mostCells = 4'000'000;

/// Lines as numbers, which are quicker to compare: equal lines have the same.
template <typename Line>
class Numbers
{
public:
    QList<int> of(const QList<Line> &lines)
    {
        QList<int> numbers;
        numbers.reserve(lines.size());
        for (const Line &line : lines) {
            const auto known = m_known.constFind(line);
            numbers += known != m_known.cend() ? *known : *m_known.insert(line, int(m_known.size()));
        }
        return numbers;
    }

private:
    QHash<Line, int> m_known;
};

/// Lengths of the longest common runs of all ends of \a a and \a b, row by row.
QList<int> commonLengths(QSpan<const int> a, QSpan<const int> b)
{
    const qsizetype width = b.size() + 1;
    QList<int> lengths((a.size() + 1) * width, 0);
    for (qsizetype i = a.size() - 1; i >= 0; --i)
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            lengths[i * width + j] = a[i] == b[j] ? lengths[(i + 1) * width + j + 1] + 1
                                                  : std::max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    return lengths;
}

QList<qsizetype> keptNumbers(const QList<int> &before, const QList<int> &after)
{
    const qsizetype least = std::min(before.size(), after.size());
    const qsizetype head = std::ranges::mismatch(before, after).in1 - before.begin();
    qsizetype tail = 0;
    while (tail < least - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    QList<qsizetype> places(before.size(), -1);
    for (qsizetype i = 0; i < head; ++i)
        places[i] = i;
    for (qsizetype i = 1; i <= tail; ++i)
        places[before.size() - i] = after.size() - i;

    const auto a = QSpan(before).sliced(head, before.size() - head - tail);
    const auto b = QSpan(after).sliced(head, after.size() - head - tail);
    if (a.isEmpty() || b.size() > mostCells / a.size())
        return places;
    const QList<int> lengths = commonLengths(a, b);
    const qsizetype width = b.size() + 1;
    for (qsizetype i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j])
            places[head + i++] = head + j++;
        else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
            ++i;
        else
            ++j;
    }
    return places;
}

template <typename Line>
QList<qsizetype> placesOf(const QList<Line> &before, const QList<Line> &after)
{
    Numbers<Line> numbers;
    const QList<int> a = numbers.of(before);
    return keptNumbers(a, numbers.of(after));
}

QList<QByteArrayView> linesOf(QByteArrayView text)
{
    QList<QByteArrayView> lines;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        lines += end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
    return lines;
}

DiffLine lineOf(DiffLine::Kind kind, qsizetype index, QByteArrayView bytes)
{
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    return {kind, int(index) + 1, QString::fromUtf8(bytes)};
}

/// Without the equal lines that are further than \a context from a change.
QList<DiffLine> nearChanges(const QList<DiffLine> &diff, int context)
{
    QList<bool> near(diff.size(), false);
    for (qsizetype i = 0; i < diff.size(); ++i)
        if (diff[i].kind != DiffLine::Kind::Same)
            for (qsizetype k = std::max<qsizetype>(0, i - context); k <= i + context && k < diff.size(); ++k)
                near[k] = true;
    QList<DiffLine> kept;
    for (qsizetype i = 0; i < diff.size(); ++i)
        if (near[i])
            kept += diff[i];
    return kept;
}

} // namespace

QList<qsizetype> keptLines(const QStringList &before, const QStringList &after)
{
    return placesOf(before, after);
}

QList<DiffLine> lineDiff(QByteArrayView before, QByteArrayView after, int context)
{
    const QList<QByteArrayView> a = linesOf(before);
    const QList<QByteArrayView> b = linesOf(after);
    const QList<qsizetype> places = placesOf(a, b);
    QList<DiffLine> diff;
    for (qsizetype i = 0, j = 0; i < a.size() || j < b.size();) {
        // What is removed up to the next line that stays, then what is added, then the line.
        for (; i < a.size() && places[i] < 0; ++i)
            diff += lineOf(DiffLine::Kind::Removed, i, a[i]);
        for (const qsizetype end = i < a.size() ? places[i] : b.size(); j < end; ++j)
            diff += lineOf(DiffLine::Kind::Added, j, b[j]);
        if (i < a.size()) {
            diff += lineOf(DiffLine::Kind::Same, j, b[j]);
            ++i;
            ++j;
        }
    }
    return nearChanges(diff, context);
}

} // namespace unmoor
