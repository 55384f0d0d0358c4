// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/commitdraft.h"
#include "app/project/semver.h"

#include <QDate>

namespace unmoor {

/// A version that could come next.
struct NextVersion
{
    enum class Kind { Patch, Minor, Major, PreRelease, Final };

    Kind kind = Kind::Patch;
    QString version;
    bool isPreRelease = false; ///< it is shown as such, and `latest` stays where it is
    bool isProposed = false; ///< what the changes ask for; one at most
    QString why; ///< of the proposed one: "3 fixes, nothing new"; else empty

    bool operator==(const NextVersion &) const = default;
};

/// "patch", "minor", "major", "pre", "final": how scripts name them.
QString nextVersionName(NextVersion::Kind kind);

/// What may follow \a last, the smallest step first. Of a calendar's versions the one of \a today is the only one.
/// \a weight: the gravest of what changed since. A major version 0 promises nothing yet: what breaks is minor there.
/// Empty: \a last is not written as \a scheme wants it.
QList<NextVersion> nextVersions(const QString &last, VersionScheme scheme, ChangeWeight weight, const QDate &today);

} // namespace unmoor
