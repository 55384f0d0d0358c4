// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/stallwatch.h"

#include "app/core/format.h"
#include "app/core/words.h"

namespace unmoor {

namespace {

constexpr qint64 minuteMsec = 60'000;

qint64 lastSign(const DerivationState &state)
{
    return qMax(state.lastLineMsec, state.startedMsec);
}

} // namespace

std::optional<Stall> findStall(const QList<DerivationState> &derivations, qint64 nowMsec, int minutes,
                               const UsualSilence &usualSilence)
{
    std::optional<Stall> found;
    if (minutes <= 0)
        return found;
    for (const DerivationState &state : derivations) {
        const qint64 quiet = nowMsec - lastSign(state);
        if (state.phase != DerivationState::Phase::Running || quiet < minutes * minuteMsec)
            continue;
        const std::optional<double> usual = usualSilence(state);
        if (quiet < minutes * minuteMsec + qint64(usual.value_or(0) * 1000))
            continue;
        if (!found || lastSign(state) < found->sinceMsec)
            found = Stall{.name = state.name, .sinceMsec = lastSign(state), .usualSeconds = usual};
    }
    return found;
}

QString stallTitle(const Stall &stall, qint64 nowMsec)
{
    const double seconds = double((nowMsec - stall.sinceMsec) / 1000);
    return Words::tr("No output for %1. It may be linking, or stuck.").arg(formatSeconds(seconds));
}

QString stallText(const Stall &stall)
{
    return stall.usualSeconds
        ? Words::tr("%1 was quiet for up to %2 in earlier builds.").arg(stall.name, formatSeconds(*stall.usualSeconds))
        : Words::tr("%1 runs; how long it is usually quiet is not known yet.").arg(stall.name);
}

} // namespace unmoor
