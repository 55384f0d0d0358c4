// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/runwatch.h"

#include "app/core/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace unmoor {

namespace {

bool mayPass(Error::Kind kind)
{
    return kind == Error::Kind::Network || kind == Error::Kind::Server || kind == Error::Kind::RateLimited;
}

} // namespace

RunWatch::RunWatch(github::Client &client, QString repository, QString commit, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_repository(std::move(repository))
    , m_commit(std::move(commit))
    , m_isEnough([](const RunsView &view) { return !view.runs.isEmpty() && view.haveEnded(); })
    , m_pace([](std::chrono::seconds delay) { return std::chrono::milliseconds(delay); })
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RunWatch::look);
    m_promise.start();
}

RunWatch::~RunWatch()
{
    m_onStop.reset();
    if (!m_hasFinished)
        finish(failure(Error::Kind::Canceled, Words::tr("Watching the runs was canceled.")));
}

QFuture<Result<RunsView>> RunWatch::start(std::stop_token stop)
{
    auto future = m_promise.future();
    m_stop = std::move(stop);
    m_onStop.emplace(m_stop, [this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_timer.stop();
                finish(failure(Error::Kind::Canceled, Words::tr("Watching the runs was canceled.")));
            },
            Qt::QueuedConnection);
    });
    look();
    return future;
}

void RunWatch::look()
{
    readRuns(m_client, m_repository, m_commit, m_stop, m_view).then(this, [this](const Result<RunsView> &view) {
        take(view);
    });
}

void RunWatch::take(const Result<RunsView> &view)
{
    if (m_hasFinished)
        return;
    if (!view) {
        constexpr int mostFailures = 10;
        if (!mayPass(view.error().kind) || ++m_failures > mostFailures)
            return finish(view);
        Q_EMIT troubled(view.error().message);
        return lookAgainIn(std::max(15s * m_failures, std::chrono::seconds(view.error().retryAfter)));
    }
    m_failures = 0;
    const bool isOther = std::exchange(m_view, *view) != *view;
    Q_EMIT looked(m_view);
    if (isOther)
        Q_EMIT changed(m_view);
    if (m_isEnough(m_view))
        return finish(m_view);
    QList<github::WorkflowRun> runs;
    for (const RunDetails &details : m_view.runs)
        runs.append(details.run);
    // A run that is not there yet comes soon after the push that starts it.
    lookAgainIn(pollDelay(runs, m_client.rateLimit(), QDateTime::currentDateTimeUtc()).value_or(15s));
}

void RunWatch::lookAgainIn(std::chrono::seconds delay)
{
    m_timer.start(m_pace(delay));
}

void RunWatch::finish(const Result<RunsView> &result)
{
    if (std::exchange(m_hasFinished, true))
        return;
    m_timer.stop();
    m_promise.addResult(result);
    m_promise.finish();
}

} // namespace unmoor
