// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivescan.h"
#include "theme/theme.h"

namespace unmoor {

/// What an entry is, as far as its name, type and mode tell: "Markdown", "link to …", "library".
QString describeEntry(const ArchiveEntry &entry);
/// Name of the theme's symbol for it: "file", "folder", "program", "library", "link".
QString symbolOf(const ArchiveEntry &entry);
/// "rwxr-xr-x"; "link" for links.
QString modeColumnText(const ArchiveEntry &entry);

/// One or two words for the Verdict column: "missing", "not executable".
QString shortVerdict(const Finding &finding);
theme::State stateOf(Severity severity);

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
