// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/buildhistory.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

BuildBar::Kind barKindOf(const BuildRecord &build)
{
    if (build.outcome == "failed"_L1)
        return BuildBar::Kind::Failed;
    const bool isTimed = isOfActions(build) && build.seconds > 0 && build.forecast != "cached"_L1;
    if (build.outcome == "cached"_L1 || (build.outcome == "adopted"_L1 && !isTimed))
        return BuildBar::Kind::Cached;
    if (build.outcome != "built"_L1 && !isTimed)
        return BuildBar::Kind::None;
    return build.forecast == "cold"_L1 ? BuildBar::Kind::Cold
        : build.forecast == "warm"_L1  ? BuildBar::Kind::Warm
                                       : BuildBar::Kind::Built;
}

BuildBar barOf(const BuildRecord &build)
{
    const BuildBar::Kind kind = barKindOf(build);
    return {kind, kind == BuildBar::Kind::Cached ? 0 : build.seconds, isOfActions(build)};
}

std::optional<double> median(QList<double> values)
{
    if (values.isEmpty())
        return std::nullopt;
    std::ranges::sort(values);
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// The build that counts for a version's target; null: none.
const BuildRecord *countingBuild(const QList<BuildRecord> &builds, const QString &version, const QString &triple)
{
    const BuildRecord *cached = nullptr;
    for (const BuildRecord &build : builds) {
        if (build.version != version || build.triple != triple || barKindOf(build) == BuildBar::Kind::None)
            continue;
        if (barKindOf(build) != BuildBar::Kind::Cached)
            return &build;
        cached = cached ? cached : &build;
    }
    return cached;
}

/// Of what was built for one version, all targets together.
struct ReleaseTime
{
    double seconds = 0;
    bool isWarm = true;
    bool isCold = false;
};

ReleaseTime releaseTime(const QList<BuildRecord> &builds, const QString &version, const QStringList &triples)
{
    QMap<QString, double> byHost;
    ReleaseTime time;
    for (const QString &triple : triples) {
        const BuildRecord *build = countingBuild(builds, version, triple);
        if (!build || !barOf(*build).isBuilt())
            continue;
        // Each job of GitHub Actions has a machine of its own.
        byHost[isOfActions(*build) ? u"actions "_s + triple : build->host] += build->seconds;
        time.isWarm = time.isWarm && barKindOf(*build) == BuildBar::Kind::Warm;
        time.isCold = time.isCold || barKindOf(*build) == BuildBar::Kind::Cold;
    }
    time.isWarm = time.isWarm && !byHost.isEmpty();
    for (const double seconds : std::as_const(byHost))
        time.seconds = std::max(time.seconds, seconds);
    return time;
}

BuildHistoryRow rowOf(const QList<BuildRecord> &builds, const QStringList &versions, const QString &triple)
{
    BuildHistoryRow row{.triple = triple};
    QList<double> warm;
    QList<double> all;
    QList<double> actionsWarm;
    QList<double> actionsCold;
    for (const QString &version : versions) {
        const BuildRecord *build = countingBuild(builds, version, triple);
        const BuildBar bar = build ? barOf(*build) : BuildBar();
        row.bars.append(bar);
        if (bar.isBuilt() && !bar.isFromActions)
            all.append(bar.seconds);
        if (bar.kind == BuildBar::Kind::Warm)
            (bar.isFromActions ? actionsWarm : warm).append(bar.seconds);
        if (bar.kind == BuildBar::Kind::Cold && bar.isFromActions)
            actionsCold.append(bar.seconds);
    }
    row.actionsWarm = median(actionsWarm);
    row.actionsCold = median(actionsCold);
    row.warmMedian = median(warm);
    row.median = median(all);
    return row;
}

} // namespace

bool isOfActions(const BuildRecord &build)
{
    return !build.origin.isEmpty() || build.host == "actions"_L1;
}

BuildHistory buildHistory(const QList<BuildRecord> &builds)
{
    BuildHistory history;
    QStringList triples;
    for (const BuildRecord &build : builds) { // Newest first.
        if (barKindOf(build) == BuildBar::Kind::None)
            continue;
        if (!history.versions.contains(build.version))
            history.versions.prepend(build.version);
        if (!triples.contains(build.triple))
            triples.append(build.triple);
    }
    for (const QString &triple : std::as_const(triples))
        history.rows.append(rowOf(builds, history.versions, triple));
    QList<double> warm;
    QList<double> cold;
    for (const QString &version : std::as_const(history.versions)) {
        const ReleaseTime time = releaseTime(builds, version, triples);
        if (time.isWarm || time.isCold)
            (time.isCold ? cold : warm).append(time.seconds);
    }
    history.warmRelease = median(warm);
    history.coldRelease = median(cold);
    return history;
}

std::optional<double> againstMedian(const BuildHistoryRow &row, const BuildBar &bar)
{
    const auto warm = std::ranges::count_if(
        row.bars, [](const BuildBar &one) { return one.kind == BuildBar::Kind::Warm && !one.isFromActions; });
    if (bar.kind != BuildBar::Kind::Warm || bar.isFromActions || warm < 2 || !row.warmMedian || *row.warmMedian <= 0)
        return std::nullopt;
    return bar.seconds / *row.warmMedian - 1;
}

} // namespace unmoor
