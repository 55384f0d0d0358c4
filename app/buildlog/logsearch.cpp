// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logsearch.h"

#include "app/buildlog/ansitext.h"
#include "app/buildlog/logrecords.h"
#include "app/core/pool.h"
#include "app/nix/loglinescanner.h"
#include "app/nix/nixevent.h"

#include <QThread>
#include <algorithm>

namespace unmoor {

namespace {

constexpr qsizetype linesPerPiece = 8 * LogEntries::perChunk;
/// Lines between two looks at the stop token.
constexpr qsizetype batch = 256;

bool matches(LogRecords &records, const LogEntry &entry, const LogMatcher &matcher)
{
    const QByteArrayView record = records.at(entry.offset);
    if (record.startsWith(nixRecordPrefix)) {
        if (const auto scanned = scanLogLine(record.sliced(nixRecordPrefix.size()))) {
            if (const auto known = matcher.isInRecord(scanned->text))
                return *known;
            if (scanned->lines == 1)
                return matcher.isIn(plainLine(unescapedJson(scanned->text)));
        }
    }
    return matcher.isIn(plainLine(records.text(entry)));
}

} // namespace

QList<qsizetype> linesThatMatch(const LogStore &store, qsizetype from, qsizetype count, const LogFilter &filter,
                                const LogMatcher &matcher, std::stop_token stop)
{
    QList<qsizetype> lines;
    LogRecords records = store.records();
    const QList<LogEntry> entries = store.entries(from, count);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (i % batch == 0 && stop.stop_requested())
            break;
        if (filter.accepts(entries[i]) && matches(records, entries[i], matcher))
            lines += from + i;
    }
    return lines;
}

LogSearch::LogSearch(QObject *parent)
    : QObject(parent)
{
}

LogSearch::~LogSearch()
{
    m_stop.request_stop();
}

void LogSearch::start(std::shared_ptr<const LogStore> store, const LogFilter &filter, const LogMatcher &matcher)
{
    m_stop.request_stop();
    m_stop = {};
    m_store = std::move(store);
    m_filter = filter;
    m_matcher = matcher;
    m_hits.clear();
    m_pieces.clear();
    m_next = m_done = m_end = 0;
    m_running = 0;
    extend();
}

void LogSearch::extend()
{
    if (!m_store || m_matcher.isEmpty())
        return;
    m_end = m_store->lineCount();
    startPieces();
}

void LogSearch::startPieces()
{
    while (m_next < m_end && m_running < QThread::idealThreadCount()) {
        const qsizetype from = m_next;
        const qsizetype count = std::min(linesPerPiece, m_end - from);
        m_next += count;
        m_pieces[from] = count;
        ++m_running;
        runInPool(*QThreadPool::globalInstance(),
                  [store = m_store, from, count, filter = m_filter, matcher = m_matcher, stop = m_stop.get_token()] {
                      return linesThatMatch(*store, from, count, filter, matcher, stop);
                  })
            .then(this, [this, from, stop = m_stop.get_token()](const QList<qsizetype> &lines) {
                if (!stop.stop_requested())
                    take(from, lines);
            });
    }
}

/// Pieces may come in any order; what counts as searched is what has no gap before it.
void LogSearch::take(qsizetype from, const QList<qsizetype> &lines)
{
    --m_running;
    for (const qsizetype line : lines)
        m_hits.add(line);
    m_pieces[from] = -m_pieces[from];
    while (!m_pieces.empty() && m_pieces.begin()->second < 0) {
        m_done -= m_pieces.begin()->second;
        m_pieces.erase(m_pieces.begin());
    }
    startPieces();
    Q_EMIT progressed();
}

} // namespace unmoor
