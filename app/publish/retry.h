// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/chain.h"
#include "app/publish/pause.h"

#include <functional>

namespace unmoor {

/// How long to wait before the same is tried for the time after \a attempt (from 1): \a first, doubled each time, with
/// jitter, at most 5 minutes.
std::chrono::milliseconds backoff(std::chrono::milliseconds first, int attempt);

/// How often something is read from a host that fails in passing.
struct ReadPolicy
{
    int attempts = 3;
    std::chrono::milliseconds firstDelay{500}; ///< see backoff()
    Pause pause = &unmoor::pause;
};

/// Whether reading once more may mend \a error: a 5xx, a reset or no answer. A rate limit lasts too long to wait here.
inline bool mayPass(const Error &error)
{
    return error.kind == Error::Kind::Server || error.kind == Error::Kind::Network;
}

/// What \a read comes to; where it fails in passing it is called again, as \a policy says. Only for what changes
/// nothing on the host. Dropped when \a context dies; a stop ends a wait as Canceled.
template <typename T>
QFuture<Result<T>> readPatiently(const std::function<QFuture<Result<T>>()> &read, QObject *context,
                                 std::stop_token stop, const ReadPolicy &policy = {}, int attempt = 1)
{
    return inEitherCase(read(), context, [=](const Result<T> &result) {
        if (result || !mayPass(result.error()) || attempt >= policy.attempts)
            return finished<T>(result);
        const auto wait = policy.pause(backoff(policy.firstDelay, attempt), stop, context, {});
        return andThen(wait, context, [=] { return readPatiently<T>(read, context, stop, policy, attempt + 1); });
    });
}

} // namespace unmoor
