// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/machines/hostprobe.h"

#include <QAbstractSocket>

namespace unmoor {

// What a look at a machine says of what it finds.

struct ProbeWords
{
    QString message;
    QString hint;
};

QList<ProbeStep> allProbeSteps(); ///< none tried

/// Of a failure on the way to or on \a host, naming it; empty where the failure table's own words are all there is.
ProbeWords probeWords(BuildFailure::Kind why, const BuildHost &host);
ProbeWords portWords(const QString &host, int port, QAbstractSocket::SocketError error);
/// \a found: a nix-daemon off the PATH; may be empty.
ProbeWords nixMissingWords(const BuildHost &host, const QString &found);

} // namespace unmoor
