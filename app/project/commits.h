// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/commitdraft.h"
#include "app/core/result.h"

#include <QFuture>
#include <stop_token>

namespace unmoor {

/// The commits of a release.
struct CommitRange
{
    QString since; ///< the tag before; empty: from the beginning
    QList<Commit> commits; ///< oldest first, merges included

    bool operator==(const CommitRange &) const = default;
};

/// Reads what HEAD of \a directory has beyond the nearest tag behind it that fits the glob \a tags ("v*") and is not
/// \a except. Errors: as readCheckout(); Failed where the clone is shallow and lacks commits of the range.
QFuture<Result<CommitRange>> readCommits(const QString &directory, const QString &tags, const QString &except,
                                         std::stop_token stop = {});

} // namespace unmoor
