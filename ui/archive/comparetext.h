// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivediff.h"
#include "ui/theme/theme.h"

namespace unmoor {

QString sectionName(EntryChange::Kind kind); ///< "Added", "Removed", …
/// The icon of a change: what asks for a look warns, what came or went is a note, the rest is done.
theme::State stateOf(const EntryChange &change);

/// "+2.3 MiB", "−0.8 MiB"; "±0 B" for nothing.
QString sizeChangeText(qint64 before, qint64 after);
/// "+5.2 %", "−1.4 %"; empty where nothing changed, or there was nothing.
QString percentText(qint64 before, qint64 after);
/// What became of a file, in a few words: "+5.2 %, glibc 2.38 → 2.39".
QString changeText(const EntryChange &change);
/// What stands in the column of the old (or new) archive: the size, or the mode where only that changed.
QString sideText(const EntryChange &change, bool isNew);
/// "1 added, 1 removed, 5 changed, 14 same", without kinds of which there are none.
QString countsText(const ArchiveDiff &diff);
bool isLibraryPath(const QString &path);

} // namespace unmoor
