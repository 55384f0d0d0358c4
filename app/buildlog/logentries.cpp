// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logentries.h"

#include <QDir>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qint64 chunkBytes = LogEntries::perChunk * qint64(sizeof(LogEntry));
constexpr qsizetype fewestChunks = 4;

} // namespace

LogEntries::LogEntries(qint64 mostBytes, const QString &folder)
    : m_mostInMemory(std::max<qsizetype>(fewestChunks, mostBytes / chunkBytes))
    , m_file(QDir(folder).filePath(u".log-index-XXXXXX"_s))
{
}

void LogEntries::append(const LogEntry &entry)
{
    if (m_count % perChunk == 0)
        addChunk();
    Chunk &chunk = m_chunks.back();
    chunk.entries[size_t(chunk.count++)] = entry;
    ++m_count;
    // The kind that came last mostly comes again.
    for (auto tally = chunk.tallies.rbegin(); tally != chunk.tallies.rend(); ++tally) {
        if (tally->derivation == entry.derivation && tally->problem == entry.problem) {
            ++tally->count;
            return;
        }
    }
    chunk.tallies.push_back({entry.derivation, entry.problem, 1});
}

void LogEntries::addChunk()
{
    makeRoom();
    m_chunks.push_back({.entries = std::make_unique<LogEntry[]>(perChunk), .used = ++m_uses});
    ++m_inMemory;
}

/// Frees what was not used for longest. Where the disk takes nothing the entries stay: lines matter more than the
/// limit.
void LogEntries::makeRoom()
{
    while (m_inMemory >= m_mostInMemory) {
        qsizetype oldest = -1;
        for (qsizetype i = 0; i < chunkCount(); ++i) {
            const Chunk &chunk = m_chunks[size_t(i)];
            const bool isFree = chunk.entries && chunk.count == perChunk;
            if (isFree && (oldest < 0 || chunk.used < m_chunks[size_t(oldest)].used))
                oldest = i;
        }
        if (oldest < 0 || !spill(oldest))
            return;
        m_chunks[size_t(oldest)].entries.reset();
        --m_inMemory;
    }
}

bool LogEntries::spill(qsizetype index)
{
    Chunk &chunk = m_chunks[size_t(index)];
    if (chunk.isSpilled)
        return true;
    if (!m_hasFile && !(m_hasFile = m_file.open())) {
        m_file.setFileTemplate(QDir::temp().filePath(u"unmoor-log-index-XXXXXX"_s));
        m_hasFile = m_file.open();
    }
    const char *bytes = reinterpret_cast<const char *>(chunk.entries.get());
    chunk.isSpilled =
        m_hasFile && m_file.seek(index * chunkBytes) && m_file.write(bytes, chunkBytes) == chunkBytes && m_file.flush();
    return chunk.isSpilled;
}

bool LogEntries::readBack(qsizetype index, qsizetype from, qsizetype count, LogEntry *to)
{
    const qint64 bytes = count * qint64(sizeof(LogEntry));
    return m_file.seek(index * chunkBytes + from * qint64(sizeof(LogEntry)))
        && m_file.read(reinterpret_cast<char *>(to), bytes) == bytes;
}

/// The entries of a chunk, read back where they have to be; null where that fails.
const LogEntry *LogEntries::loaded(qsizetype index)
{
    if (!m_chunks[size_t(index)].entries) {
        makeRoom();
        auto entries = std::make_unique<LogEntry[]>(perChunk);
        if (!readBack(index, 0, perChunk, entries.get()))
            return nullptr;
        m_chunks[size_t(index)].entries = std::move(entries);
        ++m_inMemory;
    }
    m_chunks[size_t(index)].used = ++m_uses;
    return m_chunks[size_t(index)].entries.get();
}

LogEntry LogEntries::at(qsizetype line)
{
    if (line < 0 || line >= m_count)
        return {};
    const LogEntry *entries = loaded(line / perChunk);
    return entries ? entries[line % perChunk] : LogEntry{};
}

/// Reads what is spilled past memory: who walks through a whole log must not push out what others look at.
QList<LogEntry> LogEntries::read(qsizetype from, qsizetype count)
{
    from = std::max<qsizetype>(from, 0);
    QList<LogEntry> all(std::clamp<qsizetype>(count, 0, std::max<qsizetype>(0, m_count - from)));
    for (qsizetype done = 0; done < all.size();) {
        const qsizetype index = (from + done) / perChunk;
        const qsizetype start = (from + done) % perChunk;
        const qsizetype piece = std::min(perChunk - start, all.size() - done);
        if (const LogEntry *entries = m_chunks[size_t(index)].entries.get())
            std::copy_n(entries + start, piece, all.data() + done);
        else
            readBack(index, start, piece, all.data() + done);
        done += piece;
    }
    return all;
}

qsizetype LogEntries::countIn(qsizetype chunk, const LogFilter &filter) const
{
    qsizetype count = 0;
    for (const Tally &tally : m_chunks[size_t(chunk)].tallies)
        count += filter.accepts(tally.derivation, tally.problem) ? tally.count : 0;
    return count;
}

qint64 LogEntries::bytesInMemory() const
{
    qint64 bytes = m_inMemory * chunkBytes + qint64(m_chunks.capacity() * sizeof(Chunk));
    for (const Chunk &chunk : m_chunks)
        bytes += qint64(chunk.tallies.capacity() * sizeof(Tally));
    return bytes;
}

} // namespace unmoor
