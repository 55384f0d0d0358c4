// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/machines/buildhost.h"
#include "app/settings/trustanswer.h"

#include <QList>
#include <functional>
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
    QList<TrustAnswer> trust; ///< of folders whose projects were asked about
    QStringList nixFeatures; ///< experimental features of Nix to switch on in our runs alone

    qint64 logIndexBytes() const { return qint64(logMemoryMib) * 1024 * 1024; } ///< see logMemoryMib
    const BuildHost *host(const QString &name) const; ///< null: there is none of that name
    /// What was said of the project in \a directory; null: it was not asked about.
    const TrustAnswer *trustAnswer(const QString &directory) const;
    bool trusts(const QString &directory) const;
    void setTrust(const QString &directory, Trust trust);
    bool operator==(const Settings &) const = default;
};

/// Why \a host cannot be kept: no name or address, a name that means another place, a name that \a others have.
/// InvalidInput.
Result<void> checkHost(const BuildHost &host, const QList<BuildHost> &others);

/// Says that no machine is called \a name, and which there are. InvalidInput.
Error noSuchHost(const QString &name, const QList<BuildHost> &hosts);

/// Where the settings of \a stateDir are.
QString settingsFile(const QString &stateDir);

/// Reads \a stateDir/settings.ini; what is not there has its default. Errors: Corrupt (not in its format, or cut short;
/// nothing is overwritten), Io.
Result<Settings> readSettings(const QString &stateDir);
/// Reads the settings as they are on disk now, lets \a change work on them and writes them, see changeSharedFile().
/// Keys of the file that are none of ours stay. Comes to the settings as they are then. Errors: as above.
Result<Settings> changeSettings(const QString &stateDir, const std::function<void(Settings &)> &change);

} // namespace unmoor
