// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/bodymerge.h"

#include "changelog/lineends.h"

namespace unmoor {

namespace {

QString comparable(const QString &body)
{
    return wordLines(body).join(u'\n');
}

} // namespace

std::optional<BodyMerge> mergeBody(const std::optional<QString> &base, const QString &ours, const QString &theirs)
{
    BodyMerge merge{.ours = comparable(ours), .theirs = comparable(theirs)};
    if (base)
        merge.base = comparable(*base);
    if (merge.ours == merge.theirs)
        return std::nullopt;
    if (merge.base == merge.theirs)
        merge.changed = BodyMerge::Who::Ours;
    else if (merge.base == merge.ours)
        merge.changed = BodyMerge::Who::Theirs;
    return merge;
}

QList<int> linesOnlyIn(const QString &text, const QString &other)
{
    const QStringList mine = text.split(u'\n');
    const QStringList theirs = other.split(u'\n');
    // The longest common run of lines, from the end: lengths[i][j] of what mine has from i and theirs from j on.
    QList<QList<int>> lengths(mine.size() + 1, QList<int>(theirs.size() + 1, 0));
    for (qsizetype i = mine.size() - 1; i >= 0; --i) {
        for (qsizetype j = theirs.size() - 1; j >= 0; --j)
            lengths[i][j] =
                mine[i] == theirs[j] ? lengths[i + 1][j + 1] + 1 : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    }
    QList<int> only;
    qsizetype j = 0;
    for (qsizetype i = 0; i < mine.size(); ++i) {
        while (j < theirs.size() && mine[i] != theirs[j] && lengths[i][j + 1] >= lengths[i + 1][j])
            ++j;
        if (j < theirs.size() && mine[i] == theirs[j])
            ++j;
        else
            only.append(int(i));
    }
    return only;
}

} // namespace unmoor
