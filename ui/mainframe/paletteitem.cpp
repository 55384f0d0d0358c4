// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/paletteitem.h"

#include <KFuzzyMatcher>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace unmoor {

namespace {

struct Hit
{
    int row = 0;
    bool isPossible = true;
    int score = 0;
};

std::optional<int> scoreOf(const PaletteItem &item, const QString &word)
{
    if (const auto match = KFuzzyMatcher::match(word, item.text); match.matched)
        return match.score;
    const bool stands =
        item.kind.contains(word, Qt::CaseInsensitive) || item.detail.contains(word, Qt::CaseInsensitive);
    return stands ? std::optional(0) : std::nullopt;
}

std::optional<int> scoreOf(const PaletteItem &item, const QStringList &words)
{
    int sum = 0;
    for (const QString &word : words) {
        const auto score = scoreOf(item, word);
        if (!score)
            return std::nullopt;
        sum += *score;
    }
    return sum;
}

} // namespace

QList<int> findItems(const QList<PaletteItem> &items, const QString &typed, int most)
{
    const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    QList<Hit> hits;
    for (int row = 0; row < items.size(); ++row)
        if (const auto score = scoreOf(items[row], words))
            hits += Hit{row, items[row].whyNot.isEmpty(), *score};
    std::ranges::stable_sort(hits, [](const Hit &a, const Hit &b) {
        return a.isPossible != b.isPossible ? a.isPossible : a.score > b.score;
    });
    QList<int> rows;
    for (const Hit &hit : hits.first(std::min<qsizetype>(hits.size(), most)))
        rows += hit.row;
    return rows;
}

} // namespace unmoor
