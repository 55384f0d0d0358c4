// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QtDBus/QDBusConnection>

namespace unmoor {

/// The keychain that a desktop offers to programs.
struct KeychainService
{
    QString name; ///< "KWallet", "Secret Service"; empty: there is none
    bool isRunning = false; ///< false: the desktop starts it when somebody asks for it

    bool operator==(const KeychainService &) const = default;
};

/// Looks on \a bus which keychain there is, without starting or unlocking it.
QFuture<KeychainService> findKeychain(QDBusConnection bus = QDBusConnection::sessionBus());

} // namespace unmoor
