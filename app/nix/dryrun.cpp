// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/dryrun.h"

#include "app/nix/nixtext.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

qint64 unitOf(const QString &name)
{
    static const QString letters = u"BKMGT"_s;
    return qint64(1) << 10 * qMax(qsizetype(0), letters.indexOf(name.front()));
}

/// "12.5 MiB download" of a heading, in bytes.
qint64 downloadIn(const QString &heading)
{
    static const QRegularExpression download(uR"(([\d.]+) ((?:[KMGT]i)?B) download)"_s);
    const auto match = download.match(heading);
    return match.hasMatch() ? qint64(match.captured(1).toDouble() * double(unitOf(match.captured(2)))) : 0;
}

/// The dependency layer as crane names it: "minne-deps", "minne-deps-1.0.5".
bool isDependencyLayer(const QString &drvPath)
{
    static const QRegularExpression layer(u"-deps(-[0-9].*)?$"_s);
    return layer.match(derivationName(drvPath)).hasMatch();
}

} // namespace

BuildForecast::State planState(const QStringList &builds, const QStringList &fetches)
{
    if (builds.isEmpty())
        return fetches.isEmpty() ? BuildForecast::State::NoOp : BuildForecast::State::Cached;
    return std::ranges::any_of(builds, isDependencyLayer) ? BuildForecast::State::Cold : BuildForecast::State::Warm;
}

std::optional<PlanHeading> planHeading(const QString &line)
{
    static const QRegularExpression heading(
        u"^(?:these \\d+ (?:derivations|paths)|this (?:derivation|path)) will be (built|fetched)\\b"_s);
    const auto match = heading.match(line);
    if (!match.hasMatch())
        return {};
    return PlanHeading{.builds = match.capturedView(1) == "built"_L1, .downloadBytes = downloadIn(line)};
}

QString plannedPath(const QString &line)
{
    return line.startsWith("  /"_L1) ? line.trimmed() : QString();
}

BuildForecast parseDryRun(const QString &text)
{
    BuildForecast plan;
    QStringList *paths = nullptr;
    for (const QString &line : withoutEscapes(text).split(u'\n')) {
        if (const auto heading = planHeading(line)) {
            paths = heading->builds ? &plan.willBuild : &plan.willFetch;
            plan.fetchBytes += heading->downloadBytes;
        } else if (const QString path = plannedPath(line); paths && !path.isEmpty()) {
            paths->append(path);
        } else {
            paths = nullptr;
        }
    }
    plan.state = planState(plan.willBuild, plan.willFetch);
    return plan;
}

QString forecastName(BuildForecast::State state)
{
    switch (state) {
    case BuildForecast::State::NoOp:
        return u"no-op"_s;
    case BuildForecast::State::Cached:
        return u"cached"_s;
    case BuildForecast::State::Warm:
        return u"warm"_s;
    case BuildForecast::State::Cold:
        return u"cold"_s;
    case BuildForecast::State::Unbuildable:
        return u"unbuildable"_s;
    case BuildForecast::State::Unknown:
        break;
    }
    return u"unknown"_s;
}

} // namespace unmoor
