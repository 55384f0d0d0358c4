// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <optional>

namespace unmoor {

/// What was typed into a section and is not saved yet.
struct UnsavedNotes
{
    QString base; ///< the section's body that the typing began with
    QString body;
    QString aside; ///< an earlier text that the file's changes set aside; empty: none

    bool operator==(const UnsavedNotes &) const = default;
};

/// Keeps \a notes at \a path, whole or not at all, so that the end of this process loses nothing. It is not forced to
/// the disk: it is written at every key. Errors: Io.
Result<void> keepUnsaved(const QString &path, const UnsavedNotes &notes);

/// What was kept; nullopt where nothing was, or where it cannot be read.
std::optional<UnsavedNotes> readUnsaved(const QString &path);

/// After a save, or when the edits were taken back.
void forgetUnsaved(const QString &path);

} // namespace unmoor
