// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFuture>
#include <QObject>
#include <type_traits>

namespace unmoor {

/// A future that has already come to \a result.
template <typename T>
QFuture<Result<T>> finished(Result<T> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

/// Goes on with \a next when \a future succeeds; an error passes by it. \a next takes the value (nothing for void) and
/// returns QFuture<Result<U>>. Dropped when \a context dies.
template <typename T, typename Next>
auto andThen(QFuture<Result<T>> future, QObject *context, Next next)
{
    if constexpr (std::is_void_v<T>) {
        using Future = std::invoke_result_t<Next &>;
        return future
            .then(context,
                  [next = std::move(next)](const Result<void> &result) mutable -> Future {
                      using Value = std::decay_t<decltype(std::declval<Future>().result())>;
                      return result ? next() : QtFuture::makeReadyValueFuture(Value(std::unexpected(result.error())));
                  })
            .unwrap();
    } else {
        using Future = std::invoke_result_t<Next &, const T &>;
        return future
            .then(context,
                  [next = std::move(next)](const Result<T> &result) mutable -> Future {
                      using Value = std::decay_t<decltype(std::declval<Future>().result())>;
                      return result ? next(*result)
                                    : QtFuture::makeReadyValueFuture(Value(std::unexpected(result.error())));
                  })
            .unwrap();
    }
}

} // namespace unmoor
