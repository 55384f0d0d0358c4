// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/pause.h"

#include "app/core/words.h"

#include <QDeadlineTimer>
#include <QPromise>
#include <QTimer>
#include <optional>

using namespace std::chrono_literals;

namespace unmoor {

namespace {

class Wait : public QObject
{
public:
    Wait(std::chrono::milliseconds time, std::stop_token stop, QObject *owner, std::function<void(int)> tick)
        : QObject(owner)
        , m_end(time, Qt::PreciseTimer)
        , m_tick(std::move(tick))
    {
        m_promise.start();
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Wait::next);
        m_onStop.emplace(std::move(stop),
                         [this] { QMetaObject::invokeMethod(this, &Wait::cancel, Qt::QueuedConnection); });
        next();
    }

    ~Wait() override
    {
        if (!m_finished)
            cancel();
    }

    QFuture<Result<void>> future() const { return m_promise.future(); }

private:
    void next()
    {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_end.remainingTimeAsDuration());
        if (left <= 0ms)
            return finish({});
        if (m_tick)
            m_tick(int(std::chrono::ceil<std::chrono::seconds>(left).count()));
        m_timer.start(std::min<std::chrono::milliseconds>(left, 1s));
    }

    void cancel() { finish(failure(Error::Kind::Canceled, Words::tr("The wait was canceled."))); }

    void finish(Result<void> result)
    {
        if (std::exchange(m_finished, true))
            return;
        m_timer.stop();
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    QDeadlineTimer m_end;
    std::function<void(int)> m_tick;
    QTimer m_timer;
    QPromise<Result<void>> m_promise;
    bool m_finished = false;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace

QFuture<Result<void>> pause(std::chrono::milliseconds time, std::stop_token stop, QObject *parent,
                            std::function<void(int)> tick)
{
    return (new Wait(time, std::move(stop), parent, std::move(tick)))->future();
}

} // namespace unmoor
