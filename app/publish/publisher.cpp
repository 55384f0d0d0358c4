// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/publisher.h"

#include "app/core/chain.h"
#include "app/core/words.h"
#include "app/publish/retry.h"
#include "app/publish/steprunner.h"
#include "app/publish/temporaryname.h"

#include <QPromise>
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
bool mayBeMended(Error::Kind kind)
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
            finish(
                Error{Error::Kind::Canceled, Words::tr("Publishing was stopped. What is on GitHub stays as it is.")});
    }

    void read();
    void runNext();
    QList<PublishStep> notAgreed() const;
    bool mayStart(const PublishStep &step) const;
    void start(qsizetype index);
    void run(qsizetype index);
    void readBack(qsizetype index, bool isSecond);
    void lookAgain(qsizetype index);
    void ended(qsizetype index, const Result<QString> &proof);
    void stopped();
    void failed(const QString &key, const Error &error);
    bool hasWritten() const;
    void waitAndRead(std::chrono::milliseconds time, const QString &why);
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
    PublishAgreement agreement;
    QStringList begun; ///< files that this run began to send, as they are called on the host
    QList<PublishStep> toAgree;
    std::stop_token stop;
    QPromise<PublishOutcome> promise;
    PublishPlan plan;
    qsizetype next = 0; ///< step to start
    int running = 0;
    QList<std::pair<QString, Error>> failures; ///< of steps that ran together, by key
    QHash<QString, int> attempts; // by step
    QList<StepResult> results;
    bool isProved = false; ///< the host was read back and has everything
    bool isFinished = false;
};

Publisher::Publisher(github::Client &client, Policy policy, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, client, policy))
{
}

Publisher::~Publisher() = default;

QFuture<PublishOutcome> Publisher::start(const DesiredRelease &desired, const PublishAgreement &agreement,
                                         std::stop_token stop)
{
    d->desired = desired;
    d->agreement = agreement;
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
    failures.clear();
    freshRemote().then(this, [this](const Result<RemoteRelease> &fresh) {
        if (!fresh)
            return failed(u"read"_s, fresh.error());
        attempts.remove(u"read"_s);
        tookOver(*fresh);
        plan = planPublish(desired, runner.remote);
        next = 0;
        settle();
        Q_EMIT q->planned(plan);
        if (plan.isWithdrawn)
            return finish(Error{Error::Kind::Conflict,
                                Words::tr("%1 was taken back, and publishing changes nothing of it. Put it back first: "
                                          "unmoor withdraw --restore")
                                    .arg(desired.tag)});
        if (plan.blocker || plan.isComplete())
            return finish(plan.blocker);
        toAgree = notAgreed();
        if (toAgree.isEmpty())
            return runNext();
        QStringList what;
        for (const PublishStep &step : std::as_const(toAgree))
            what += step.what;
        finish(Error{Error::Kind::Conflict,
                     Words::tr("Nobody agreed to this: %1. GitHub has changed since the plan was made, or the plan was "
                               "not looked at. Look at it again, then publish again.")
                         .arg(what.join(u"; "_s))});
    });
}

/// What would be taken away without a person's word. What this run itself left half-sent is its own to clear away.
QList<PublishStep> Publisher::Private::notAgreed() const
{
    QList<PublishStep> steps;
    for (const PublishStep &step : plan.steps) {
        const bool isOwn = step.kind == PublishStep::Kind::DeleteBroken && begun.contains(step.file);
        if (isDangerous(step) && !isOwn && !agreement.takes.contains(step.takes))
            steps += step;
    }
    return steps;
}

/// Uploads may overlap; everything else runs alone.
bool Publisher::Private::mayStart(const PublishStep &step) const
{
    if (running == 0)
        return true;
    const bool areUploads =
        step.kind == PublishStep::Kind::Upload && next > 0 && plan.steps[next - 1].kind == PublishStep::Kind::Upload;
    return areUploads && running < policy.uploadsAtOnce;
}

void Publisher::Private::runNext()
{
    while (failures.isEmpty() && next < plan.steps.size() && mayStart(plan.steps[next]))
        start(next++);
    if (running > 0)
        return;
    if (!failures.isEmpty())
        stopped();
    else if (next == plan.steps.size())
        isProved ? finish({}) : read();
}

void Publisher::Private::start(qsizetype index)
{
    ++running;
    const PublishStep &step = plan.steps[index];
    if (step.kind == PublishStep::Kind::Upload)
        begun += step.file;
    else if (step.kind == PublishStep::Kind::Replace)
        begun += temporaryName(step.file);
    Q_EMIT q->stepStarted(int(index));
    if (plan.steps[index].kind == PublishStep::Kind::ReadBack)
        readBack(index, false);
    else
        run(index);
}

void Publisher::Private::run(qsizetype index)
{
    const auto progress = [this, index](qint64 sent, qint64 total) {
        Q_EMIT q->stepProgressed(int(index), sent, total);
    };
    runner.run(plan.steps[index], progress).then(this, [this, index](const Result<QString> &proof) {
        ended(index, proof);
    });
}

void Publisher::Private::ended(qsizetype index, const Result<QString> &proof)
{
    using Outcome = StepResult::Outcome;
    const PublishStep step = plan.steps[index];
    const StepResult result =
        proof ? StepResult{step, Outcome::Done, *proof, {}} : StepResult{step, Outcome::Failed, {}, proof.error()};
    record(result);
    --running;
    if (!proof)
        failures += {keyOf(step), proof.error()};
    Q_EMIT q->stepFinished(int(index), result);
    if (!isFinished)
        runNext();
}

/// Of two that failed together, what nobody but a person can mend counts, then what asks for a longer wait.
void Publisher::Private::stopped()
{
    const auto weight = [](const std::pair<QString, Error> &one) {
        return std::pair(mayBeMended(one.second.kind), -one.second.retryAfter);
    };
    const auto [key, error] = *std::ranges::min_element(failures, {}, weight);
    failures.clear();
    failed(key, error);
}

/// Complete is what a fresh look at the host finds complete, and another one a little later.
void Publisher::Private::readBack(qsizetype index, bool isSecond)
{
    freshRemote().then(this, [this, index, isSecond](const Result<RemoteRelease> &fresh) {
        if (!fresh)
            return ended(index, std::unexpected(fresh.error()));
        tookOver(*fresh);
        const PublishPlan left = planPublish(desired, runner.remote);
        if (left.isComplete()) {
            const bool isPublic = runner.remote.release && !runner.remote.release->draft;
            if (isPublic && !isSecond && policy.secondLook.count() > 0)
                return lookAgain(index);
            isProved = true;
            return ended(index, plan.steps[index].proof);
        }
        ended(index,
              std::unexpected(left.blocker.value_or(
                  Error{Error::Kind::Conflict,
                        Words::tr("GitHub does not show everything yet: %1.")
                            .arg(left.steps.isEmpty() ? QString() : left.steps.constFirst().what)})));
    });
}

void Publisher::Private::lookAgain(qsizetype index)
{
    const QString why = Words::tr("Everything is there; GitHub is asked once more in a moment.");
    const auto tick = [this, why](int seconds) { Q_EMIT q->waiting(seconds, why); };
    policy.pause(policy.secondLook, stop, this, tick).then(this, [this, index, why](const Result<void> &waited) {
        Q_EMIT q->waiting(0, why);
        if (waited)
            readBack(index, true);
        else
            ended(index, std::unexpected(waited.error()));
    });
}

void Publisher::Private::failed(const QString &key, const Error &error)
{
    if (stop.stop_requested() || error.kind == Error::Kind::Canceled)
        return finish(
            Error{Error::Kind::Canceled,
                  Words::tr("Publishing was canceled. What is on GitHub stays, and publishing again goes on from "
                            "there.")});
    const int attempt = ++attempts[key];
    // After writes that went well, 404 on the next one rather means that somebody deleted the draft.
    const bool isAbsent = error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::NotFound;
    const bool mayBeGone = isAbsent && attempt == 1 && hasWritten();
    if ((!mayBeMended(error.kind) && !mayBeGone) || attempt >= policy.attempts)
        return finish(error);
    if (error.kind != Error::Kind::RateLimited)
        return waitAndRead(backoff(policy.firstDelay, attempt), error.message);
    // GitHub: without a time, wait for a minute, then longer each time.
    const auto wait = error.retryAfter > 0 ? std::chrono::seconds(error.retryAfter)
                                           : std::chrono::minutes(1) * (1 << std::min(attempt - 1, 10));
    if (wait > policy.longestWait)
        return finish(error);
    waitAndRead(wait, error.message);
}

bool Publisher::Private::hasWritten() const
{
    return std::ranges::any_of(results, [](const StepResult &result) {
        return result.outcome == StepResult::Outcome::Done && result.step.kind != PublishStep::Kind::CheckTag
            && result.step.kind != PublishStep::Kind::Verify;
    });
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
        result.proof = proved == plan.done.end() ? Words::tr("found done on GitHub") : proved->proof;
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
    outcome.complete = !error && (isProved || plan.isComplete());
    if (runner.remote.release)
        outcome.url = runner.remote.release->htmlUrl;
    outcome.steps = results;
    outcome.error = error;
    outcome.toAgree = toAgree;
    outcome.remarks = planPublish(desired, runner.remote).remarks;
    outcome.remote = runner.remote;
    promise.addResult(outcome);
    promise.finish();
}

} // namespace unmoor
