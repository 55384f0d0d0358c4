// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logworker.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QThread>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// 20 looks at the log a second. Several logs take turns on the thread, slice by slice.
constexpr int tickMsec = 50;
constexpr int sliceMsec = 20;
constexpr int publishMsec = 45; ///< a little less than a tick, which may come early
constexpr int markMsec = 250; ///< between two times that are written down

} // namespace

LogWorker::LogWorker(std::shared_ptr<LogStore> store, LogFollowing how)
    : m_store(std::move(store))
    , m_how(std::move(how))
    , m_feed(m_store)
    , m_timer(this)
{
    m_feed.setHost(m_how.host);
    connect(&m_timer, &QTimer::timeout, this, &LogWorker::tick);
}

bool LogWorker::open()
{
    if (!m_tail.open(m_store->fileName()) || !m_store->open())
        return false;
    if (m_how.isLive) {
        const qint64 startedAt = QDateTime::currentMSecsSinceEpoch() - m_how.clock.elapsed();
        m_store->setTimes(LogTimes(startedAt));
        m_timesFile.open(m_store->fileName(), startedAt);
    } else {
        m_times = LogTimes::beside(m_store->fileName());
    }
    return true;
}

void LogWorker::start()
{
    m_isFinishing = false;
    m_timer.start(tickMsec);
    tick();
}

void LogWorker::finish()
{
    m_isFinishing = true;
    m_timer.start(0);
}

void LogWorker::tick()
{
    const bool more = readSlice();
    if (!more && m_isFinishing)
        return close();
    if (m_isUntold && m_nextPublication.hasExpired())
        publish();
    m_timer.setInterval(more ? 0 : tickMsec);
}

/// Returns whether it stopped before the end of what is there.
bool LogWorker::readSlice()
{
    m_now = m_how.isLive ? m_how.clock.elapsed() : 0;
    return m_tail.read([this](QByteArrayView line, qint64 offset) { readLine(line, offset); },
                       QDeadlineTimer(sliceMsec));
}

void LogWorker::readLine(QByteArrayView line, qint64 offset)
{
    if (m_how.isLive && m_nextMark.hasExpired())
        markTime(offset);
    m_feed.read(line, offset, m_how.isLive ? m_now : qMax<qint64>(m_times.at(offset), 0));
    m_isUntold = true;
}

void LogWorker::markTime(qint64 offset)
{
    m_nextMark.setRemainingTime(markMsec);
    m_store->addTime({offset, m_now});
    m_timesFile.write({offset, m_now});
}

void LogWorker::publish()
{
    m_isUntold = false;
    m_nextPublication.setRemainingTime(publishMsec);
    Q_EMIT progressed(m_feed.monitor());
}

void LogWorker::close()
{
    m_timer.stop();
    m_tail.finish([this](QByteArrayView line, qint64 offset) { readLine(line, offset); });
    if (m_how.isLive)
        markTime(m_store->fileSize());
    else
        m_feed.end(m_times.lastMsec(), m_how.hasSucceeded);
    publish();
    Q_EMIT finished();
}

QThread &logThread()
{
    static QThread *const thread = [] {
        auto *made = new QThread;
        made->setObjectName("unmoor logs"_L1);
        made->start();
        qAddPostRoutine([] {
            logThread().quit();
            logThread().wait();
        });
        return made;
    }();
    return *thread;
}

} // namespace unmoor
