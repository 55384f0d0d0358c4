// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QStringList>

namespace unmoor {

// What a look at a machine asks, and what the answers say.

/// What `ssh -G` says that ssh would do.
struct SshSettings
{
    QString user;
    QString address; ///< after aliases: a name or an IP address
    int port = 22;
    QString hostKeyAlias; ///< empty: the address
    QString proxy; ///< the machine or command that the connection goes through; empty: none
    QStringList globalKnownHosts; ///< files

    bool operator==(const SshSettings &) const = default;
};
SshSettings parseSshSettings(const QByteArray &text);

/// A program for sh, to be run on the machine: says what Nix and space there are. \a daemon: nix-daemon there; empty:
/// the one on the PATH.
QByteArray hostQuestions(const QString &daemon);

/// What the program said.
struct HostAnswers
{
    bool nixMissing = false;
    QString foundDaemon; ///< with nixMissing: a nix-daemon off the PATH
    QString nixVersion;
    QStringList systems;
    qint64 freeBytes = -1;

    bool operator==(const HostAnswers &) const = default;
};
/// Errors: Corrupt, where the program did not run to its end.
Result<HostAnswers> parseHostAnswers(const QByteArray &out);

} // namespace unmoor
