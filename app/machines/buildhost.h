// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nix/remotestore.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace unmoor {

/// A machine that builds over SSH, as a person set it up.
struct BuildHost
{
    QString name; ///< what it is called everywhere: "mac-mini"; unique among the hosts
    QString address; ///< what ssh connects to: a name, an IP address, an alias of ~/.ssh/config
    QString user; ///< empty: ssh's own choice
    int port = 0; ///< 0: ssh's own choice
    QString keyFile; ///< private key; empty: agent and ssh's own keys
    QString remoteProgram; ///< nix-daemon there where it is not on the PATH; empty: found
    QStringList systems; ///< what it builds: "aarch64-darwin"; declared, then as probed
    int jobs = 1; ///< targets at once

    // The last probe, for people.
    QDateTime probedAt; ///< invalid: never
    QString probeState; ///< "ready", or the name of the step that failed
    QString probeMessage; ///< why, and what to do; empty where ready
    int probeMsec = 0; ///< how long it took to answer

    bool operator==(const BuildHost &) const = default;
};

/// Where a target is built.
struct BuildPlace
{
    enum class Kind {
        ThisMachine,
        Host, ///< a BuildHost by its name: `--store ssh-ng://…`, then `nix copy --from`
        Builders, ///< the machines that Nix itself is configured with; needs a trusted user
        Actions, ///< GitHub Actions, as [target.actions] in unmoor.toml says; Nix is not asked here
    };

    Kind kind = Kind::ThisMachine;
    QString host; ///< name, with Kind::Host

    bool operator==(const BuildPlace &) const = default;
};

/// "this machine", "mac-mini", "Nix's builders", "GitHub Actions".
QString placeName(const BuildPlace &place);
/// "this", "builders", "actions", or the host's name: for --on, the ledger and documents. A host cannot have the other
/// three names.
QString placeWord(const BuildPlace &place);
BuildPlace placeOfWord(const QString &word);
/// The word of \a place as the ledger has it: empty for this machine.
QString hostWord(const BuildPlace &place);

/// The store of \a host. Its ssh configuration is to be written below \a stateDir, or, where that is empty or has
/// letters that Nix up to 2.25 cannot take, to a folder of this process; nothing is written here.
RemoteStore remoteStore(const BuildHost &host, const QString &stateDir);

/// What that configuration says: port, key, known hosts (Unmoor's own file and the user's), for this machine alone;
/// then what the user and the system configured, for it and for machines on the way to it.
QString sshConfiguration(const BuildHost &host, const QString &stateDir);

/// "builder@mac-mini.local": what ssh connects to.
QString sshDestination(const BuildHost &host);

/// Unmoor's own known_hosts file; empty without a state folder.
QString knownHostsFile(const QString &stateDir);

} // namespace unmoor
