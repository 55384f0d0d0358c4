// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logfollower.h"

#include <QThread>

namespace unmoor {

LogFollower::LogFollower(const QString &file, qint64 mostIndexBytes, LogFollowing how, QObject *parent)
    : QObject(parent)
{
    auto store = std::make_shared<LogStore>(file, mostIndexBytes);
    m_monitor.setLog(store);
    m_worker = new LogWorker(std::move(store), how);
    connect(m_worker, &LogWorker::progressed, this, &LogFollower::take);
    connect(m_worker, &LogWorker::finished, this, [this] {
        m_isFinished = true;
        // Who waits may delete this in its continuation: the promise outlives it here.
        auto rest = std::move(m_rest);
        rest.finish();
    });
}

LogFollower::~LogFollower()
{
    m_worker->deleteLater();
}

bool LogFollower::open()
{
    const bool opened = m_worker->open();
    m_isFinished = !opened;
    if (!opened)
        m_errorString = m_worker->errorString();
    m_worker->moveToThread(&logThread());
    return opened;
}

void LogFollower::start()
{
    QMetaObject::invokeMethod(m_worker, &LogWorker::start, Qt::QueuedConnection);
}

QFuture<void> LogFollower::finish()
{
    m_isFinished = false;
    m_rest = {};
    m_rest.start();
    QMetaObject::invokeMethod(m_worker, &LogWorker::finish, Qt::QueuedConnection);
    return m_rest.future();
}

void LogFollower::end(qint64 msec, bool succeeded)
{
    m_hasEnded = true;
    m_monitor.end(msec, succeeded);
    Q_EMIT progressed();
}

void LogFollower::take(const BuildMonitor &monitor)
{
    if (m_hasEnded)
        return;
    m_monitor = monitor;
    Q_EMIT progressed();
}

} // namespace unmoor
