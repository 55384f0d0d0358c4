// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/changelog.h"

namespace unmoor {

/// The bytes of a new heading for \a version, without the line end after it, in the style of \a like: its level and
/// form, whether and how it has a date, its link moved on to the version (none where \a like is the newer one). A title
/// or a remark such as "[YANKED]" is not taken over.
QByteArray headingLike(const Changelog &changelog, const ChangelogSection &like, const QString &version, QDate date);

/// The heading for a file whose releases show no style yet: "## 1.0.5 (2026-06-24)", or "## [1.0.5] - 2026-06-24" below
/// "## [Unreleased]".
QByteArray plainHeading(const Changelog &changelog, const QString &version, QDate date);

/// "## Unreleased", or "## [Unreleased]" above releases in brackets.
QByteArray unreleasedHeading(const Changelog &changelog);

} // namespace unmoor
