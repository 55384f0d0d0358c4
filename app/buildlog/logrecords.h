// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/logentry.h"

#include <QByteArray>
#include <QStringList>

namespace unmoor {

/// Reads records of a log file, best one after the other. Leaves the file's own position alone, so that any number of
/// these can read one file at once.
class LogRecords
{
public:
    /// \a handle: of a file that stays open; \a blockBytes: read at one go.
    explicit LogRecords(int handle, qsizetype blockBytes = 1024 * 1024);

    /// The record at \a offset without its line end, until the next call; empty where there is none.
    QByteArrayView at(qint64 offset);
    /// The text of a line, escape codes included.
    QString text(const LogEntry &entry);

private:
    bool read(qint64 offset, qsizetype bytes);

    int m_handle;
    qsizetype m_blockBytes;
    QByteArray m_block;
    qint64 m_blockOffset = 0;
    QStringList m_parts; ///< of the last record with several lines
    qint64 m_partsOffset = -1;
};

} // namespace unmoor
