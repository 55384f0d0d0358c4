// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/logentry.h"

#include <QList>
#include <QTemporaryFile>
#include <memory>
#include <vector>

namespace unmoor {

/// The entries of a log in their order. Only so many stay in memory; what was not used for longest goes into a file
/// without a name and is read back when it is asked for.
class LogEntries
{
public:
    static constexpr qsizetype perChunk = 8192;

    /// \a mostBytes: in memory, a few chunks at least; \a folder: where the file is made.
    LogEntries(qint64 mostBytes, const QString &folder);

    void append(const LogEntry &entry);
    qsizetype count() const { return m_count; }
    LogEntry at(qsizetype line);
    QList<LogEntry> read(qsizetype from, qsizetype count);

    qsizetype chunkCount() const { return qsizetype(m_chunks.size()); }
    /// How many entries of \a chunk \a filter accepts; reads none of them.
    qsizetype countIn(qsizetype chunk, const LogFilter &filter) const;

    qint64 bytesInMemory() const;

private:
    /// Entries of one kind in one chunk.
    struct Tally
    {
        qint32 derivation = -1;
        LogEntry::Problem problem = LogEntry::Problem::None;
        qint32 count = 0;
    };
    struct Chunk
    {
        std::unique_ptr<LogEntry[]> entries; ///< null: in the file
        std::vector<Tally> tallies;
        qsizetype count = 0;
        quint64 used = 0; ///< when, in the order of m_uses
        bool isSpilled = false; ///< it is in the file, whether or not it is in memory too
    };

    void addChunk();
    void makeRoom();
    bool spill(qsizetype index);
    bool readBack(qsizetype index, qsizetype from, qsizetype count, LogEntry *to);
    const LogEntry *loaded(qsizetype index);

    std::vector<Chunk> m_chunks;
    qsizetype m_count = 0;
    qsizetype m_inMemory = 0; ///< chunks
    qsizetype m_mostInMemory;
    quint64 m_uses = 0;
    QTemporaryFile m_file;
    bool m_hasFile = false;
};

} // namespace unmoor
