// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFuture>
#include <chrono>
#include <qt6keychain/keychain.h>

namespace unmoor {

/// What the OS keychain said to one job.
struct KeychainAnswer
{
    QKeychain::Error error = QKeychain::NoError;
    QString words; ///< the keychain's own, of an error
    QByteArray data; ///< of a read
    bool came = true; ///< false: none within the time given

    /// There is no keychain, or none that works; as opposed to one that has no such entry or refuses.
    bool isAbsent() const;
    bool isRefusal() const;
};

/// Starts \a job for \a key, without QtKeychain's plain file as a substitute. The job deletes itself, also when its
/// answer comes too late. The future always finishes.
QFuture<KeychainAnswer> runKeychainJob(QKeychain::Job *job, const QString &key, std::chrono::milliseconds patience);

} // namespace unmoor
