// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/byteedit.h"
#include "app/core/finding.h"

#include <optional>

namespace unmoor {

/// How a problem of the notes can be mended at a click.
struct NotesFix
{
    QString label; ///< "Use docs/installation.md"
    QList<ByteEdit> edits; ///< of the changelog that was read

    bool operator==(const NotesFix &) const = default;
};

/// A finding about the notes, and where in the changelog it can be mended.
struct NotesProblem
{
    Finding finding;
    int line = 0; ///< 1-based; 0: none
    int column = 0; ///< 1-based, in characters; 0: the whole line
    int length = 0; ///< characters from there
    std::optional<NotesFix> fix = {};

    bool operator==(const NotesProblem &) const = default;
};

} // namespace unmoor
