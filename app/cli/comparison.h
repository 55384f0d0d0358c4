// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/inspection.h"
#include "app/cli/console.h"
#include "app/cli/invocation.h"
#include "app/release/session.h"

namespace unmoor {

/// What `unmoor inspect` compares with.
struct OtherArchive
{
    Inspection inspection;
    QString release; ///< its tag; empty: a file of this machine
    QDateTime publishedAt;
    bool isVerified = false; ///< against the host's digest
};

/// Reads what --against or --against-release name; nullopt where neither is there.
QFuture<Result<std::optional<OtherArchive>>> readOther(const Invocation &invocation, Session &session,
                                                       const QString &triple, const ScanLimits &limits,
                                                       const Console &console);

/// Prints how \a after differs from \a other, and gives the `against` object of the document.
QJsonObject reportComparison(const OtherArchive &other, const Inspection &after, const Console &console);

} // namespace unmoor
