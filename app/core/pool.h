// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFuture>
#include <QPromise>
#include <QThreadPool>
#include <memory>

namespace unmoor {

/// Runs \a work on \a pool. The future finishes on the application's thread: with Qt 6.8 a continuation that is
/// attached while another thread finishes the future can be lost.
template <typename Work>
auto runInPool(QThreadPool &pool, Work work)
{
    using Value = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    auto future = promise->future();
    pool.start([promise, work = std::move(work)] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [promise, value = work()] {
                promise->addResult(value);
                promise->finish();
            },
            Qt::QueuedConnection);
    });
    return future;
}

} // namespace unmoor
