// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <compare>

namespace unmoor {

/// The order of versions as changelogs write them: numbers by value ("4.8" is 4.8.0), then a release above its
/// pre-releases, then those by semver's rules; "2.0.0rc1" counts as "2.0.0-rc1". A build after "+" counts for nothing.
std::strong_ordering compareVersions(const QString &a, const QString &b);

} // namespace unmoor
