// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/changelog.h"

namespace unmoor {

/// What the file's headings have at their end where a release was taken back: " - withdrawn"; " [YANKED]" where none
/// says it.
QString withdrawnMarkOf(const Changelog &changelog);

/// The file with \a mark at the end of the heading of \a version; with \a isWithdrawn false, without what says there
/// that it was taken back. As it is where that is so already. Every other byte stays. Errors: NotFound (the version has
/// no section), Conflict (it has several, or says it in another form than at its end).
Result<QByteArray> markWithdrawn(const Changelog &changelog, const QString &version, bool isWithdrawn,
                                 const QString &mark);

} // namespace unmoor
