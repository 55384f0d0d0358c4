// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/publish/pause.h"
#include "app/publish/publishplan.h"

#include <QObject>
#include <memory>

namespace unmoor {

/// How one step came out.
struct StepResult
{
    enum class Outcome { Done, Failed, Skipped };

    PublishStep step;
    Outcome outcome = Outcome::Skipped;
    QString proof; ///< what proved it: "digest = 9f2c41d7…", "release 42"
    std::optional<Error> error;
};

QString outcomeName(StepResult::Outcome outcome); ///< "done", "failed", "skipped"

struct PublishOutcome
{
    bool complete = false; ///< the host has exactly what was desired
    QUrl url;
    QList<StepResult> steps;
    std::optional<Error> error; ///< what stopped it; its kind Canceled for a cancel
    QStringList remarks; ///< what stays for a person to do or to know, see PublishPlan
    QList<PublishStep> toAgree; ///< what nobody agreed to, where that stopped it
    RemoteRelease remote; ///< as last read
};

/// Carries a plan out: reads the remote, plans, runs the steps one by one (uploads two at once), reads back. Starting
/// again after any stop is the same call. After a 5xx, a reset or a timeout the remote is read again and planned anew
/// before anything is repeated, with jittered backoff; a rate limit waits as long as the host says.
class Publisher : public QObject
{
    Q_OBJECT
public:
    struct Policy
    {
        int attempts = 5; ///< of the same step
        std::chrono::milliseconds firstDelay{1000}; ///< doubles, with jitter
        std::chrono::milliseconds betweenWrites{1000}; ///< GitHub asks for writes 1 s apart
        std::chrono::milliseconds longestWait{std::chrono::hours(1)}; ///< a rate limit beyond this stops
        std::chrono::milliseconds secondLook{
            3000}; ///< after publishing: what GitHub says then must be the same; 0: none
        int uploadsAtOnce = 2;
        bool pushesTags = true; ///< git's own; false: the host is no remote of the checkout
        Pause pause = &unmoor::pause;
    };

    Publisher(github::Client &client, Policy policy, QObject *parent = nullptr);
    ~Publisher() override;

    /// Starts, once. What \a agreement does not name is not taken away: where the host has changed so that it would
    /// have to be, publishing stops (Conflict, PublishOutcome::toAgree). What a broken upload of this very run left
    /// needs no agreement. The future always finishes; a stop half-way is a value with the steps so far.
    QFuture<PublishOutcome> start(const DesiredRelease &desired, const PublishAgreement &agreement,
                                  std::stop_token stop);

Q_SIGNALS:
    void planned(const unmoor::PublishPlan &plan); ///< at the start, and whenever it had to be made anew
    void stepStarted(int index); ///< of the plan last announced; uploads overlap
    void stepProgressed(int index, qint64 sent, qint64 total);
    void stepFinished(int index, const unmoor::StepResult &result);
    void waiting(int seconds, const QString &why); ///< before a retry or for a rate limit; 0: goes on

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace unmoor
