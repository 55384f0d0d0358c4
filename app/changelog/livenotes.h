// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/releasenotes.h"

namespace unmoor {

/// What a release would get, were the text in the editor saved now.
struct LiveNotes
{
    QString body; ///< as the release shows it, link definitions from elsewhere in the file included
    qsizetype characters = 0; ///< of the body
    QList<NotesProblem> problems; ///< their fixes are edits of the whole file with the text in it
};

/// Characters as the host counts them for its limit: code points.
qsizetype charactersIn(const QString &text);

/// Reads one section at every key, however long the file is: with its own heading, some of the headings below, and the
/// definitions of links, in the lines where they stand in the file.
class LiveReader
{
public:
    LiveReader() = default;
    LiveReader(const Changelog &base, const ChangelogSection &section, const NotesContext &context);

    /// With \a body in the section's place. Next to what releaseNotes() finds: text that would not be read back as this
    /// section, because a heading ends it (section-cut).
    LiveNotes read(const QString &body) const;

private:
    bool reduce(const Changelog &base);
    const ChangelogSection *own(const Changelog &changelog) const;
    QList<NotesProblem> problemsIn(const ReleaseNotes &notes) const;

    ChangelogSection m_section;
    NotesContext m_context;
    Changelog m_reduced;
    qsizetype m_shift = 0; ///< from offsets in m_reduced to those in the file
    QList<NotesProblem> m_fixed; ///< what the body changes nothing about: heading, date, order, tags
};

} // namespace unmoor
