// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain/keychainjob.h"

#include "app/core/words.h"

#include <QPromise>
#include <QTimer>
#include <memory>

namespace unmoor {

namespace {

KeychainAnswer answerOf(const QKeychain::Job *job)
{
    KeychainAnswer answer{.error = job->error(), .words = job->errorString()};
    if (const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(job))
        answer.data = read->binaryData();
    return answer;
}

} // namespace

bool KeychainAnswer::isAbsent() const
{
    return !came || error == QKeychain::NoBackendAvailable || error == QKeychain::NotImplemented
        || error == QKeychain::OtherError;
}

bool KeychainAnswer::isRefusal() const
{
    return error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser
        || error == QKeychain::CouldNotDeleteEntry;
}

QFuture<KeychainAnswer> runKeychainJob(QKeychain::Job *job, const QString &key, std::chrono::milliseconds patience)
{
    const auto promise = std::make_shared<QPromise<KeychainAnswer>>();
    promise->start();
    const auto finish = [promise](const KeychainAnswer &answer) {
        if (promise->future().isFinished())
            return;
        promise->addResult(answer);
        promise->finish();
    };
    auto *timer = new QTimer(job);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, job,
                     [finish] { finish({.words = Words::tr("it did not answer in time"), .came = false}); });
    QObject::connect(job, &QKeychain::Job::finished, job, [finish](QKeychain::Job *done) { finish(answerOf(done)); });
    job->setInsecureFallback(false);
    job->setKey(key);
    timer->start(patience);
    job->start();
    return promise->future();
}

} // namespace unmoor
