// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/finding.h"

namespace unmoor {

/// What one code of a finding about archives means.
struct FindingKind
{
    QString code;
    Severity severity = Severity::Error; ///< unless the finding's own circumstances say otherwise
    QString verdict; ///< a word or two: "does not start"
    QString explanation; ///< what it means for users, in a sentence or two
};

/// Every code that an inspection can report, in the order of the table in docs/checks.md.
const QList<FindingKind> &findingKinds();

/// Null where there is no such code.
const FindingKind *findingKind(const QString &code);

} // namespace unmoor
