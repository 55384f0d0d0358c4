// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logstore.h"

#include "app/buildlog/logrecords.h"

#include <QFileInfo>
#include <algorithm>

namespace unmoor {

namespace {

constexpr qsizetype mostProblems = 1'000'000;
constexpr qsizetype mostGroups = 100'000;
constexpr int deepestGroup = 32;
/// Read for one line alone, which is seldom longer.
constexpr qsizetype lineBytes = 2048;

} // namespace

LogStore::LogStore(QString file, qint64 mostIndexBytes)
    : m_fileName(std::move(file))
    , m_file(m_fileName)
    , m_entries(mostIndexBytes, QFileInfo(m_fileName).absolutePath())
{
}

bool LogStore::open()
{
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    setTimes(LogTimes::beside(m_fileName));
    return true;
}

qint64 LogStore::fileSize() const
{
    return m_file.size();
}

void LogStore::append(const LogEntry &entry, const LogMark &mark)
{
    const QMutexLocker lock(&m_mutex);
    const qsizetype line = m_entries.count();
    m_entries.append(entry);
    if (!mark.phase.isEmpty())
        m_phases[entry.derivation].append({line, entry.derivation, m_times.at(entry.offset), mark.phase});
    if (mark.isHead)
        noteProblem(entry.problem);
    noteGroup(line, mark.group);
    if (!mark.isHead)
        return;
    ++(entry.problem == LogEntry::Problem::Error ? m_errors : m_warnings);
    if (m_problems.size() < mostProblems)
        m_problems.append({line, entry.derivation, entry.problem});
}

/// A group that is not kept still has an end, which must not be taken for that of another.
void LogStore::noteGroup(qsizetype line, LogMark::Group group)
{
    if (group == LogMark::Group::Begins) {
        const bool isKept = m_groupDepth == m_keptDepth && m_keptDepth < deepestGroup && m_groups.size() < mostGroups;
        ++m_groupDepth;
        if (!isKept)
            return;
        ++m_keptDepth;
        m_groups.append({.line = line, .parent = m_openGroup});
        m_openGroup = m_groups.size() - 1;
    } else if (group == LogMark::Group::Ends && m_groupDepth > 0 && m_groupDepth-- == m_keptDepth) {
        --m_keptDepth;
        LogGroup &ended = m_groups[m_openGroup];
        ended.end = line + 1;
        m_openGroup = ended.parent;
    }
}

void LogStore::noteProblem(LogEntry::Problem problem)
{
    for (qsizetype open = m_openGroup; open >= 0; open = m_groups[open].parent)
        ++(problem == LogEntry::Problem::Error ? m_groups[open].errors : m_groups[open].warnings);
}

void LogStore::setTimes(const LogTimes &times)
{
    const QMutexLocker lock(&m_mutex);
    m_times = times;
}

void LogStore::addTime(const LogTimes::Mark &mark)
{
    const QMutexLocker lock(&m_mutex);
    m_times.add(mark);
}

qsizetype LogStore::lineCount() const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries.count();
}

LogEntry LogStore::entry(qsizetype line) const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries.at(line);
}

QList<LogEntry> LogStore::entries(qsizetype from, qsizetype count) const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries.read(from, count);
}

LogLine LogStore::lineOf(const LogEntry &entry, LogRecords &records) const
{
    return {.derivation = entry.derivation,
            .level = entry.level,
            .problem = entry.problem,
            .msec = msecOf(entry),
            .text = records.text(entry)};
}

LogLine LogStore::line(qsizetype line) const
{
    if (line < 0 || line >= lineCount())
        return {};
    LogRecords records(m_file.handle(), lineBytes);
    return lineOf(entry(line), records);
}

QList<LogLine> LogStore::lines(qsizetype from, qsizetype count) const
{
    LogRecords records(m_file.handle(), qBound(lineBytes, count * 256, qsizetype(1024 * 1024)));
    QList<LogLine> lines;
    for (const LogEntry &entry : entries(from, count))
        lines += lineOf(entry, records);
    return lines;
}

QList<LogLine> LogStore::lastLines(const LogFilter &filter, qsizetype most) const
{
    LogRecords records(m_file.handle(), lineBytes);
    QList<LogLine> last;
    for (qsizetype chunk = chunkCount() - 1; chunk >= 0 && last.size() < most; --chunk) {
        const QList<quint16> lines = matching(chunk, filter);
        for (auto line = lines.crbegin(); line != lines.crend() && last.size() < most; ++line)
            last.prepend(lineOf(entry(chunk * LogEntries::perChunk + *line), records));
    }
    return last;
}

qsizetype LogStore::chunkCount() const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries.chunkCount();
}

qsizetype LogStore::countIn(qsizetype chunk, const LogFilter &filter) const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries.countIn(chunk, filter);
}

QList<quint16> LogStore::matching(qsizetype chunk, const LogFilter &filter) const
{
    QList<quint16> lines;
    {
        const QMutexLocker lock(&m_mutex);
        if (chunk >= m_entries.chunkCount() || m_entries.countIn(chunk, filter) == 0)
            return lines;
    }
    const QList<LogEntry> all = entries(chunk * LogEntries::perChunk, LogEntries::perChunk);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (filter.accepts(all[i]))
            lines += quint16(i);
    }
    return lines;
}

int LogStore::problemCount(LogEntry::Problem problem) const
{
    const QMutexLocker lock(&m_mutex);
    return problem == LogEntry::Problem::Error ? m_errors : m_warnings;
}

QList<LogProblem> LogStore::problems() const
{
    const QMutexLocker lock(&m_mutex);
    return m_problems;
}

std::optional<LogPhase> LogStore::phaseAt(qsizetype line, qint32 derivation) const
{
    const QMutexLocker lock(&m_mutex);
    const auto phases = m_phases.constFind(derivation);
    if (phases == m_phases.cend())
        return {};
    const auto next = std::ranges::upper_bound(*phases, line, {}, &LogPhase::line);
    return next == phases->cbegin() ? std::nullopt : std::optional(*std::prev(next));
}

std::optional<LogPhase> LogStore::phaseAfter(const LogPhase &phase) const
{
    const QMutexLocker lock(&m_mutex);
    const auto phases = m_phases.constFind(phase.derivation);
    if (phases == m_phases.cend())
        return {};
    const auto next = std::ranges::upper_bound(*phases, phase.line, {}, &LogPhase::line);
    return next == phases->cend() ? std::nullopt : std::optional(*next);
}

QList<LogGroup> LogStore::groups() const
{
    const QMutexLocker lock(&m_mutex);
    return m_groups;
}

qint64 LogStore::msecOf(const LogEntry &entry) const
{
    const QMutexLocker lock(&m_mutex);
    return m_times.at(entry.offset);
}

qint64 LogStore::startedAt() const
{
    const QMutexLocker lock(&m_mutex);
    return m_times.startedAt();
}

bool LogStore::hasTimes() const
{
    const QMutexLocker lock(&m_mutex);
    return !m_times.isEmpty();
}

qint64 LogStore::indexBytes() const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries.bytesInMemory() + m_problems.capacity() * qint64(sizeof(LogProblem));
}

} // namespace unmoor
