// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/buildmonitor.h"

#include <functional>
#include <optional>

namespace unmoor {

/// A step that runs and has shown no sign of life for longer than it should.
struct Stall
{
    QString name; ///< "minne-1.0.5"
    qint64 sinceMsec = 0; ///< its last line or progress, since the run began
    std::optional<double> usualSeconds; ///< its longest silence in earlier builds; nullopt: no history

    bool operator==(const Stall &) const = default;
};

/// The longest silence of a step in earlier builds, in seconds; nullopt: no history.
using UsualSilence = std::function<std::optional<double>(const DerivationState &)>;

/// The running step that has been quiet for longest, where that is \a minutes or more, and that much longer than it
/// ever was in earlier builds. \a nowMsec: since the run began. \a minutes of 0: never. \a usualSilence is asked only
/// about steps that are quiet for \a minutes.
std::optional<Stall> findStall(const QList<DerivationState> &derivations, qint64 nowMsec, int minutes,
                               const UsualSilence &usualSilence);

/// "No output for 3 m 10 s. It may be linking, or stuck."
QString stallTitle(const Stall &stall, qint64 nowMsec);
/// "minne-1.0.5 was quiet for up to 2 m 41 s in earlier builds."
QString stallText(const Stall &stall);

} // namespace unmoor
