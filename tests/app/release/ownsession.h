// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"

namespace unmoor {

struct OwnEngine
{
    Engine own;
};

/// The options of a test, which trusts the projects that it makes.
inline SessionOptions trusting(SessionOptions options)
{
    options.trust = Trust::Given;
    return options;
}

/// A session with an engine of its own, which goes after it.
class OwnSession : private OwnEngine, public Session
{
public:
    explicit OwnSession(const QString &stateDir, const SessionOptions &options = {},
                        const InspectionProcess &inspector = {})
        : OwnEngine{.own{stateDir, inspector}}
        , Session(own, trusting(options))
    {
    }

    QString at(int row) const { return targets().triples().value(row); }
    const TargetState &row(int row) const { return targets().rows().at(row); }
    const TargetState &row(const QString &triple) const { return *targets().find(triple); }

    Result<void> setSettings(const Settings &settings)
    {
        return engine().settingsStore().change([&](Settings &kept) { kept = settings; });
    }
};

} // namespace unmoor
