// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/changelog.h"
#include "app/changelog/notescontext.h"
#include "app/changelog/notesproblem.h"

namespace unmoor {

/// GitHub's limit on a release body, in characters.
inline constexpr int maxReleaseBody = 125'000;

/// The body of a release, out of the changelog, and what is wrong with it.
struct ReleaseNotes
{
    QString version;
    QString heading; ///< empty where there is no such section
    QString body;
    QList<NotesProblem> problems; ///< docs/checks.md lists their codes
    QList<Finding> findings; ///< of the problems, in their order

    bool isUsable() const { return countOf(findings, Severity::Error) == 0; }
};

/// The line in which the body of \a section begins, 1-based.
int firstBodyLine(const Changelog &changelog, const ChangelogSection &section);

/// Takes the one section whose version equals \a version exactly; never falls back to Unreleased or to a near version
/// (a near one is named in the hint).
ReleaseNotes releaseNotes(const Changelog &changelog, const NotesContext &context);
ReleaseNotes releaseNotes(const Changelog &changelog, const QString &version, const QString &fileName);

} // namespace unmoor
