// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/publisher.h"

#include "github/chain.h"
#include "publish/steprunner.h"

#include <QPromise>
#include <QRandomGenerator>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

QString outcomeName(StepResult::Outcome outcome)
{
    switch (outcome) {
    case StepResult::Outcome::Done:
        return u"done"_s;
    case StepResult::Outcome::Failed:
        return u"failed"_s;
    case StepResult::Outcome::Skipped:
        return u"skipped"_s;
    }
    return {};
}

namespace {

QString keyOf(const PublishStep &step)
{
    return stepName(step.kind) + u' ' + step.file;
}

/// Asking the host again and planning anew may mend it; anything else needs a person.
bool mayPass(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Network:
    case Error::Kind::Server:
    case Error::Kind::Conflict:
    case Error::Kind::Corrupt:
    case Error::Kind::RateLimited:
        return true;
    default:
        return false;
    }
}

} // namespace

class Publisher::Private : public QObject
{
public:
    Private(Publisher *publisher, github::Client &api, Policy rules)
        : q(publisher)
        , client(api)
        , policy(rules)
        , runner(api, rules.betweenWrites, rules.pause, this)
    {
        promise.start();
    }

    ~Private() override
    {
        if (!isFinished)
            finish(Error{Error::Kind::Canceled,
                         Publisher::tr("Publishing was stopped. What is on GitHub stays as it is.")});
    }

    void read();
    void runNext();
    void run(const PublishStep &step);
    void readBack();
    void stepEnded(const PublishStep &step, const Result<QString> &proof);
    void failed(const QString &key, const Error &error);
    void waitAndRead(std::chrono::milliseconds time, const QString &why);
    std::chrono::milliseconds delay(int attempt) const;
    void tookOver(const RemoteRelease &fresh);
    void record(const StepResult &result);
    void settle();
    void finish(const std::optional<Error> &error);
    QFuture<Result<RemoteRelease>> freshRemote();

    Publisher *q;
    github::Client &client;
    Policy policy;
    StepRunner runner;
    DesiredRelease desired;
    std::stop_token stop;
    QPromise<PublishOutcome> promise;
    PublishPlan plan;
    qsizetype next = 0;
    QHash<QString, int> attempts; // by step
    QList<StepResult> results;
    bool isFinished = false;
};

Publisher::Publisher(github::Client &client, Policy policy, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, client, policy))
{
}

Publisher::~Publisher() = default;

QFuture<PublishOutcome> Publisher::start(const DesiredRelease &desired, std::stop_token stop)
{
    d->desired = desired;
    d->stop = stop;
    d->runner.setUp(desired, stop);
    auto future = d->promise.future();
    if (const auto checked = checkDesired(desired); !checked)
        d->finish(checked.error());
    else
        d->read();
    return future;
}

QFuture<Result<RemoteRelease>> Publisher::Private::freshRemote()
{
    const qint64 known = runner.remote.release ? runner.remote.release->id : 0;
    return readRemoteRelease(client, desired, stop, known);
}

/// What was downloaded and hashed stays known.
void Publisher::Private::tookOver(const RemoteRelease &fresh)
{
    const auto downloaded = runner.remote.downloaded;
    runner.remote = fresh;
    runner.remote.downloaded = downloaded;
}

void Publisher::Private::read()
{
    freshRemote().then(this, [this](const Result<RemoteRelease> &fresh) {
        if (!fresh)
            return failed(u"read"_s, fresh.error());
        attempts.remove(u"read"_s);
        tookOver(*fresh);
        plan = planPublish(desired, runner.remote);
        next = 0;
        settle();
        Q_EMIT q->planned(plan);
        if (plan.blocker || plan.isComplete())
            finish(plan.blocker);
        else
            runNext();
    });
}

void Publisher::Private::runNext()
{
    if (next == plan.steps.size())
        return read();
    const PublishStep step = plan.steps[next];
    Q_EMIT q->stepStarted(int(next));
    if (step.kind == PublishStep::Kind::ReadBack)
        readBack();
    else
        run(step);
}

void Publisher::Private::run(const PublishStep &step)
{
    const auto progress = [this, index = int(next)](qint64 sent, qint64 total) {
        Q_EMIT q->stepProgressed(index, sent, total);
    };
    runner.run(step, progress).then(this, [this, step](const Result<QString> &proof) {
        stepEnded(step, proof);
        if (proof)
            runNext();
        else
            failed(keyOf(step), proof.error());
    });
}

void Publisher::Private::stepEnded(const PublishStep &step, const Result<QString> &proof)
{
    using Outcome = StepResult::Outcome;
    const StepResult result =
        proof ? StepResult{step, Outcome::Done, *proof, {}} : StepResult{step, Outcome::Failed, {}, proof.error()};
    record(result);
    Q_EMIT q->stepFinished(int(next), result);
    if (proof)
        ++next;
}

/// Complete is what a fresh look at the host finds complete.
void Publisher::Private::readBack()
{
    freshRemote().then(this, [this](const Result<RemoteRelease> &fresh) {
        const PublishStep step = plan.steps[next];
        if (!fresh) {
            stepEnded(step, std::unexpected(fresh.error()));
            return failed(keyOf(step), fresh.error());
        }
        tookOver(*fresh);
        const PublishPlan left = planPublish(desired, runner.remote);
        if (left.isComplete()) {
            stepEnded(step, step.proof);
            plan = left;
            return finish({});
        }
        const Error error =
            left.blocker.value_or(Error{Error::Kind::Conflict,
                                        Publisher::tr("GitHub does not show everything yet: %1.")
                                            .arg(left.steps.isEmpty() ? QString() : left.steps.constFirst().what)});
        stepEnded(step, std::unexpected(error));
        failed(keyOf(step), error);
    });
}

void Publisher::Private::failed(const QString &key, const Error &error)
{
    if (stop.stop_requested() || error.kind == Error::Kind::Canceled)
        return finish(
            Error{Error::Kind::Canceled,
                  Publisher::tr("Publishing was canceled. What is on GitHub stays, and publishing again goes on from "
                                "there.")});
    const int attempt = ++attempts[key];
    if (!mayPass(error.kind) || attempt >= policy.attempts)
        return finish(error);
    if (error.kind != Error::Kind::RateLimited)
        return waitAndRead(delay(attempt), error.message);
    const auto wait = std::chrono::seconds(error.retryAfter > 0 ? error.retryAfter : 60);
    if (wait > policy.longestWait)
        return finish(error);
    waitAndRead(wait, error.message);
}

std::chrono::milliseconds Publisher::Private::delay(int attempt) const
{
    const double jitter = 0.5 + QRandomGenerator::global()->generateDouble();
    const double longest = double(std::chrono::milliseconds(std::chrono::minutes(5)).count());
    const double milliseconds = double(policy.firstDelay.count()) * double(1 << std::min(attempt - 1, 16)) * jitter;
    return std::chrono::milliseconds(qint64(std::min(milliseconds, longest)));
}

void Publisher::Private::waitAndRead(std::chrono::milliseconds time, const QString &why)
{
    const auto tick = [this, why](int seconds) { Q_EMIT q->waiting(seconds, why); };
    policy.pause(time, stop, this, tick).then(this, [this, why](const Result<void> &waited) {
        Q_EMIT q->waiting(0, why);
        if (waited)
            read();
        else
            failed({}, waited.error());
    });
}

/// One entry for each step: a repetition takes the place of what failed before.
void Publisher::Private::record(const StepResult &result)
{
    results.removeIf([key = keyOf(result.step)](const StepResult &one) { return keyOf(one.step) == key; });
    results += result;
}

/// A step that failed and is not to do any more had worked after all: the answer was lost, not the deed.
void Publisher::Private::settle()
{
    if (plan.blocker)
        return;
    const auto has = [](const QList<PublishStep> &steps, const QString &key) {
        return std::ranges::find(steps, key, keyOf);
    };
    for (StepResult &result : results) {
        const QString key = keyOf(result.step);
        if (result.outcome != StepResult::Outcome::Failed || has(plan.steps, key) != plan.steps.end())
            continue;
        const auto proved = has(plan.done, key);
        result.outcome = StepResult::Outcome::Done;
        result.error.reset();
        result.proof = proved == plan.done.end() ? Publisher::tr("found done on GitHub") : proved->proof;
    }
}

void Publisher::Private::finish(const std::optional<Error> &error)
{
    isFinished = true;
    for (qsizetype i = next; error && i < plan.steps.size(); ++i)
        if (std::ranges::find(results, keyOf(plan.steps[i]), [](const StepResult &one) { return keyOf(one.step); })
            == results.end())
            results += StepResult{plan.steps[i], StepResult::Outcome::Skipped, {}, {}};
    PublishOutcome outcome;
    outcome.complete = !error && plan.isComplete();
    if (runner.remote.release)
        outcome.url = runner.remote.release->htmlUrl;
    outcome.steps = results;
    outcome.error = error;
    outcome.remote = runner.remote;
    promise.addResult(outcome);
    promise.finish();
}

} // namespace unmoor
