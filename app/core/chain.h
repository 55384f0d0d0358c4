// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>

namespace unmoor {

/// A future that has already come to \a result.
template <typename T>
QFuture<Result<T>> finished(Result<T> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

/// The next step of a chain, made into one that an error passes by.
template <typename T, typename Next>
auto unlessFailed(Next next)
{
    return [next = std::move(next)](const Result<T> &result) mutable {
        if constexpr (std::is_void_v<T>) {
            using Future = std::invoke_result_t<Next &>;
            using Value = std::decay_t<decltype(std::declval<Future>().result())>;
            return result ? next() : QtFuture::makeReadyValueFuture(Value(std::unexpected(result.error())));
        } else {
            using Future = std::invoke_result_t<Next &, const T &>;
            using Value = std::decay_t<decltype(std::declval<Future>().result())>;
            return result ? next(*result) : QtFuture::makeReadyValueFuture(Value(std::unexpected(result.error())));
        }
    };
}

/// Goes on with \a next when \a future succeeds; an error passes by it. \a next takes the value (nothing for void) and
/// returns QFuture<Result<U>>. Dropped when \a context dies.
template <typename T, typename Next>
auto andThen(QFuture<Result<T>> future, QObject *context, Next next)
{
    return future.then(context, unlessFailed<T>(std::move(next))).unwrap();
}

/// The same for a step that needs nobody to live: what it works on it owns.
template <typename T, typename Next>
auto andThen(QFuture<Result<T>> future, Next next)
{
    return future.then(unlessFailed<T>(std::move(next))).unwrap();
}

/// Goes on with \a next, which takes what \a future comes to: a result, whether it is a value or an error, or what is
/// no Result at all. \a next returns a future. Dropped when \a context dies.
template <typename T, typename Next>
auto inEitherCase(QFuture<T> future, QObject *context, Next next)
{
    return future.then(context, std::move(next)).unwrap();
}

/// The same for a step that needs nobody to live: what it works on it owns.
template <typename T, typename Next>
auto inEitherCase(QFuture<T> future, Next next)
{
    return future.then(std::move(next)).unwrap();
}

/// Comes to what \a future comes to, or ends as Canceled, with \a message, once \a stop is requested: for work that
/// cannot be stopped itself, which goes on unheard. Dropped when \a context dies.
template <typename T>
QFuture<Result<T>> unlessStopped(QFuture<Result<T>> future, QObject *context, const std::stop_token &stop,
                                 const QString &message)
{
    struct Race
    {
        QPromise<Result<T>> promise;
        std::optional<std::stop_callback<std::function<void()>>> onStop;

        void end(const Result<T> &result)
        {
            if (promise.future().isFinished())
                return;
            promise.addResult(result);
            promise.finish();
        }
    };
    auto race = std::make_shared<Race>();
    race->promise.start();
    auto first = race->promise.future();
    race->onStop.emplace(stop, [message, weak = std::weak_ptr(race)] {
        if (const auto running = weak.lock())
            running->end(failure(Error::Kind::Canceled, message));
    });
    future.then(context, [race](const Result<T> &result) {
        race->onStop.reset();
        race->end(result);
    });
    return first;
}

} // namespace unmoor
