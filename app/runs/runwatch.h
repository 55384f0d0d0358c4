// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runs/runsview.h"

#include <QObject>
#include <QTimer>

namespace unmoor {

/// Asks for the runs of a commit, again and again, until all of them have ended. ETags make most of it free of charge;
/// see pollDelay() for how often. What goes wrong on the way is said and tried again; what cannot get better ends it.
class RunWatch : public QObject
{
    Q_OBJECT
public:
    /// \a client outlives this.
    RunWatch(github::Client &client, QString repository, QString commit, QObject *parent = nullptr);
    ~RunWatch() override;

    /// The future finishes with the last view, or with an Error: Canceled, or one that waiting does not mend.
    QFuture<Result<RunsView>> start(std::stop_token stop = {});
    const RunsView &view() const { return m_view; } ///< as read last

    /// Ends the watch when \a isEnough of a view; unless set: all runs have ended, and there is one.
    void setGoal(std::function<bool(const RunsView &)> isEnough) { m_isEnough = std::move(isEnough); }
    /// How long a pause really takes; for tests.
    void setPace(std::function<std::chrono::milliseconds(std::chrono::seconds)> pace) { m_pace = std::move(pace); }

Q_SIGNALS:
    void looked(const unmoor::RunsView &view); ///< it was read, and may be the same as before
    void changed(const unmoor::RunsView &view); ///< it is another one than before
    void troubled(const QString &message); ///< it could not be read, and is tried again

private:
    void look();
    void take(const Result<RunsView> &view);
    void lookAgainIn(std::chrono::seconds delay);
    void finish(const Result<RunsView> &result);

    github::Client &m_client;
    QString m_repository;
    QString m_commit;
    RunsView m_view;
    std::function<bool(const RunsView &)> m_isEnough;
    std::function<std::chrono::milliseconds(std::chrono::seconds)> m_pace;
    QPromise<Result<RunsView>> m_promise;
    bool m_hasFinished = false;
    int m_failures = 0; ///< one after the other
    QTimer m_timer;
    std::stop_token m_stop;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace unmoor
