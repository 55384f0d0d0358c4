// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace unmoor {

// A release that was taken back keeps its files, and says so on top of its notes: a notice between two comments of
// HTML, which nobody sees and by which it is found again, from whatever machine.

/// Whether \a body, a release's notes, begins with the notice of a release that was taken back.
bool hasWithdrawNotice(const QString &body);

/// \a body with \a notice, Markdown, on top; one that is there is replaced.
QString withWithdrawNotice(const QString &body, const QString &notice);

/// \a body as it was before.
QString withoutWithdrawNotice(const QString &body);

} // namespace unmoor
