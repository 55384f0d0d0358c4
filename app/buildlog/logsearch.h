// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/loghits.h"
#include "app/buildlog/logmatcher.h"
#include "app/buildlog/logstore.h"

#include <QObject>
#include <map>
#include <memory>
#include <stop_token>

namespace unmoor {

/// Looks for something in all lines of a log, piece by piece on every processor, from the first line on.
class LogSearch : public QObject
{
    Q_OBJECT
public:
    explicit LogSearch(QObject *parent = nullptr);
    ~LogSearch() override;

    /// Begins anew; what was found before is gone. \a store null or \a matcher empty: there is nothing to find.
    void start(std::shared_ptr<const LogStore> store, const LogFilter &filter, const LogMatcher &matcher);
    void extend(); ///< the log has grown

    const LogHits &hits() const { return m_hits; } ///< lines
    qsizetype linesSearched() const { return m_done; } ///< from the first on
    bool isSettled() const { return m_done == m_end; } ///< all that was there is searched

Q_SIGNALS:
    void progressed(); ///< more was searched

private:
    void startPieces();
    void take(qsizetype from, const QList<qsizetype> &lines);

    std::shared_ptr<const LogStore> m_store;
    LogFilter m_filter;
    LogMatcher m_matcher;
    LogHits m_hits;
    std::stop_source m_stop;
    std::map<qsizetype, qsizetype> m_pieces; ///< begun: first line → how many; negative once searched
    qsizetype m_next = 0; ///< the first line that no piece has
    qsizetype m_done = 0;
    qsizetype m_end = 0;
    int m_running = 0;
};

/// Which of \a count lines from \a from on are accepted and match. For any thread.
QList<qsizetype> linesThatMatch(const LogStore &store, qsizetype from, qsizetype count, const LogFilter &filter,
                                const LogMatcher &matcher, std::stop_token stop);

} // namespace unmoor
