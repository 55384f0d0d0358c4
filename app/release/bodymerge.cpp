// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/bodymerge.h"

#include "app/changelog/lineends.h"
#include "app/core/linediff.h"

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
    const QList<qsizetype> places = keptLines(text.split(u'\n'), other.split(u'\n'));
    QList<int> only;
    for (qsizetype i = 0; i < places.size(); ++i)
        if (places[i] < 0)
            only.append(int(i));
    return only;
}

} // namespace unmoor
