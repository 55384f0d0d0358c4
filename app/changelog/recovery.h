// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QFile>
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

/// Keeps what is typed, key by key: the text once, then each change at the end of the file, in one write that waits for
/// no disk. The end of this process loses nothing of it; the end of the machine may lose the last seconds.
class UnsavedKeeper
{
public:
    explicit UnsavedKeeper(const QString &path);

    const QString &path() const { return m_path; }
    Result<void> keep(const UnsavedNotes &notes); ///< Errors: Io
    void forget();

private:
    bool append(const UnsavedNotes &notes);

    QString m_path;
    QFile m_file; ///< open while changes can be added
    UnsavedNotes m_last;
};

/// Keeps \a notes at \a path, whole or not at all. Errors: Io.
Result<void> keepUnsaved(const QString &path, const UnsavedNotes &notes);

/// What was kept, as far as it was written whole; nullopt where nothing was, or where it cannot be read.
std::optional<UnsavedNotes> readUnsaved(const QString &path);

/// After a save, or when the edits were taken back.
void forgetUnsaved(const QString &path);

} // namespace unmoor
