// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace unmoor {

/// How Nix and ssh reach a machine. Whoever starts a program with \a sshOptions calls writeSshConfiguration() before.
struct RemoteStore
{
    QString host; ///< BuildHost::name; empty: this machine's own store
    QString url; ///< "ssh-ng://builder@mac-mini.local"; empty: this machine's own store
    QStringList sshOptions; ///< for NIX_SSHOPTS and for ssh itself; no word has a blank
    QString sshFile; ///< the configuration that \a sshOptions name
    QByteArray sshConfiguration; ///< what it has to say

    bool isLocal() const { return url.isEmpty(); }
    bool operator==(const RemoteStore &) const = default;
};

/// Writes the ssh configuration of \a store where it is not there yet; nothing for this machine's own store.
/// Errors: Io.
Result<void> writeSshConfiguration(const RemoteStore &store);

} // namespace unmoor
