// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/devicecode.h"

#include <QFuture>
#include <QNetworkAccessManager>
#include <QObject>
#include <chrono>
#include <memory>
#include <stop_token>

namespace unmoor {

/// Signs in with a browser, on this machine or another (OAuth's device flow): the host gives a code, a person types it
/// there, and the token comes here.
class DeviceLogin : public QObject
{
    Q_OBJECT
public:
    using Wait = std::function<QFuture<Result<void>>(std::chrono::seconds time, std::stop_token stop)>;

    /// \a network outlives this. \a wait: instead of real time.
    DeviceLogin(QNetworkAccessManager &network, DeviceApp app, QObject *parent = nullptr, Wait wait = {});
    ~DeviceLogin() override;

    /// Comes to the token. Errors: InvalidInput (the OAuth app), Canceled (through \a stop, declined, or not entered in
    /// time), Network, Server. A host that is out of reach for a moment is asked again. The future always finishes.
    QFuture<Result<QByteArray>> start(std::stop_token stop = {});

Q_SIGNALS:
    void codeReceived(const unmoor::DeviceCode &code); ///< to be shown, with its page

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace unmoor
