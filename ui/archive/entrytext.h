// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"

namespace unmoor {

/// What an entry is, as far as its content, or its name, type and mode tell: "ELF x86-64 program", "to …", "Markdown".
QString describeEntry(const ArchiveEntry &entry);
/// Name of the theme's symbol for it: "file", "folder", "program", "library", "link".
QString symbolOf(const ArchiveEntry &entry);
/// "rwxr-xr-x"; "link" for links.
QString modeColumnText(const ArchiveEntry &entry);

/// One or two words for the Verdict column: "missing", "not executable".
QString shortVerdict(const Finding &finding);
QString headlineOf(const Finding &finding); ///< the verdict as a heading: "Does not start"
QString explanationOf(const Finding &finding); ///< what it means for users; empty for a code that is not known
QString acceptanceText(const Finding::Accepted &accepted); ///< "Accepted: REASON (SOURCE)"

/// \a text as code in Markdown, whatever is in it.
QString asCode(const QString &text);

/// \a finding as a Markdown list item, to be pasted into an issue.
QString findingAsMarkdown(const Finding &finding);

/// A line of the inspector.
struct EntryFact
{
    QString name;
    QString value;
    bool operator==(const EntryFact &) const = default;
};

QList<EntryFact> factsOf(const ArchiveEntry &entry);

} // namespace unmoor
