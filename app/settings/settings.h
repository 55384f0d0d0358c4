// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "nix/buildhost.h"

#include <QList>
#include <optional>

namespace unmoor {

/// What a person set up on this machine, for every project.
struct Settings
{
    QList<BuildHost> hosts;
    int jobsHere = 2; ///< targets at once on this machine
    int stallMinutes = 3; ///< a step that said nothing for so long is pointed at; 0: never
    int logMemoryMib = 64; ///< most that the index of one log may take in memory; the text stays in its file
    int notifySeconds = 30; ///< a build that took longer ends with a desktop notification; 0: never
    int secondLookSeconds = 3; ///< after publishing, before the host is read once more; 0: not
    QStringList nixFeatures; ///< experimental features of Nix to switch on in our runs alone

    const BuildHost *host(const QString &name) const; ///< null: there is none of that name
    bool operator==(const Settings &) const = default;
};

/// Why \a host cannot be kept: no name or address, a name that means another place, a name that \a others have.
/// InvalidInput.
Result<void> checkHost(const BuildHost &host, const QList<BuildHost> &others);

/// Says that no machine is called \a name, and which there are. InvalidInput.
Error noSuchHost(const QString &name, const QList<BuildHost> &hosts);

/// Reads \a stateDir/settings.ini; what is not there has its default. Errors: Corrupt (not in its format; nothing is
/// overwritten).
Result<Settings> readSettings(const QString &stateDir);
/// Errors: Io (not writable, with what to do).
Result<void> writeSettings(const QString &stateDir, const Settings &settings);

} // namespace unmoor
