// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changelog/releasenotes.h"

namespace unmoor {

/// A finding about the notes, and the line of the changelog where it can be mended.
struct NotesProblem
{
    Finding finding;
    int line = 0; ///< 1-based; 0: none

    bool operator==(const NotesProblem &) const = default;
};

/// What a release would get, were the text in the editor saved now.
struct LiveNotes
{
    QString body; ///< as the release shows it, link definitions from elsewhere in the file included
    qsizetype characters = 0; ///< of the body, as the host counts them
    QList<NotesProblem> problems;
};

/// Reads the file anew with \a body in \a section of \a base. Next to what releaseNotes() finds: text that would not be
/// read back as this section, because a heading ends it or an open code block takes in the releases below.
LiveNotes liveNotes(const Changelog &base, const ChangelogSection &section, const QString &body,
                    const QString &fileName);

/// The findings of \a notes with their lines in \a changelog.
QList<NotesProblem> problemsOf(const ReleaseNotes &notes, const Changelog &changelog);

} // namespace unmoor
