// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/releasedetails.h"
#include "ui/history/textrows.h"

namespace unmoor {

// Tables of what is kept of releases, without rows yet, and the rows of each.

TextRows *eventRows();
TextRows *fileRows();
TextRows *buildRows();
TextRows *acceptedRows();
TextRows *changeRows(); ///< of FileChange
TextRows *archiveRows(); ///< of ArchivePair

QList<QList<TextCell>> rowsOf(const QList<ReleaseEvent> &events);
QList<QList<TextCell>> rowsOf(const QList<UploadRecord> &files);
QList<QList<TextCell>> rowsOf(const QList<BuildRecord> &builds);
QList<QList<TextCell>> rowsOf(const QList<AcceptanceRecord> &accepted);
QList<QList<TextCell>> rowsOf(const QList<FileChange> &changes);
QList<QList<TextCell>> rowsOf(const QList<ArchivePair> &archives);

} // namespace unmoor
