// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/finding.h"

#include <QMap>
#include <optional>

namespace unmoor {

/// A finding that a person lives with.
struct Acceptance
{
    QString code;
    QString path; ///< glob over the finding's path; empty: any
    QString triple; ///< of the target it holds for; empty: every target
    QString reason;
    QString source; ///< who said so, for people: "unmoor.toml", "for v1.0.5"

    bool operator==(const Acceptance &) const = default;
};

/// What a project made of the checks: [checks] of unmoor.toml, and what was accepted for this release.
struct CheckSettings
{
    /// By code; nullopt: "off".
    QMap<QString, std::optional<Severity>> severities;
    QList<Acceptance> accepted;

    bool operator==(const CheckSettings &) const = default;
};

/// Codes whose findings say that the archive could not be read whole. Nothing that is known holds then, so they can be
/// neither lowered nor accepted.
bool isFirm(const QString &code);

/// \a findings with the project's severities, without those that are off; an accepted one becomes an Info that says
/// why (Finding::accepted). \a triple: the target's, or empty.
QList<Finding> applySettings(const QList<Finding> &findings, const CheckSettings &settings, const QString &triple);

} // namespace unmoor
