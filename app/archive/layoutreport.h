// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"
#include "app/archive/expectedlayout.h"

#include <QSet>

namespace unmoor {

/// An archive judged against a layout.
struct LayoutReport
{
    QList<Finding> findings; ///< the stream's own first; finding.path is an entry's path, or the missing one
    QStringList missing; ///< paths (with the root) or globs that no entry matches, in the layout's order
    QSet<QString> named; ///< paths of entries that a line of the layout asks for
    QSet<QString> programs; ///< those of them that the layout says are executable, links followed

    bool passes() const { return countOf(findings, Severity::Error) == 0; }
};

/// Judges layout and safety of \a contents: missing-entry, unexpected-entry, wrong-top-folder, not-executable,
/// duplicate-entry, path-escapes, symlink-escapes. One cause gives one finding; a damaged stream hides missing-entry.
/// Without a \a layout (null) only what is wrong in any archive is reported.
LayoutReport checkLayout(const ArchiveContents &contents, const ExpectedLayout *layout);

} // namespace unmoor
