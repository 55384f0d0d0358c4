// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changelog/changelog.h"

namespace unmoor {

/// GitHub's limit on a release body, in characters.
inline constexpr int maxReleaseBody = 125'000;

/// The body of a release, out of the changelog, and what is wrong with it.
struct ReleaseNotes
{
    QString version;
    QString heading; ///< empty where there is no such section
    QString body;
    QList<Finding>
        findings; ///< section-missing, section-duplicate, section-empty, section-unreleased-only, body-too-long

    bool isUsable() const { return countOf(findings, Severity::Error) == 0; }
};

/// Takes the one section whose version equals \a version exactly; never falls back to Unreleased or to a near version
/// (a near one is named in the hint).
ReleaseNotes releaseNotes(const Changelog &changelog, const QString &version, const QString &fileName);

} // namespace unmoor
