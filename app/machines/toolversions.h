// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/process.h"

namespace unmoor {

/// A program of this machine that Unmoor starts.
struct ToolVersion
{
    QString program; ///< "git"
    QString version; ///< "2.47.2"; empty: it did not say
    QString problem; ///< why it did not say; empty: it did

    bool operator==(const ToolVersion &) const = default;
};

/// The version in what a program says of itself: "2.47.2" of "git version 2.47.2", "9.2p1" of "OpenSSH_9.2p1 Debian".
QString versionInText(const QString &text);

/// Asks nix, git and ssh of this machine for their versions, in this order.
QFuture<QList<ToolVersion>> toolVersions(std::stop_token stop = {});

} // namespace unmoor
