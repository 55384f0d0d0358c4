// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/github/answer.h"

#include <QByteArray>
#include <QString>

namespace unmoor {

/// What a host gave to sign in with in a browser.
struct DeviceCode
{
    QByteArray deviceCode; ///< secret: whoever has it gets the token
    QString userCode; ///< "WDJB-MJHT", to be typed in the browser
    QUrl page; ///< where
    int expiresIn = 900; ///< seconds
    int interval = 5; ///< seconds between two questions

    bool operator==(const DeviceCode &) const = default;
};

/// What the host said to one question whether the code was entered.
struct DeviceAnswer
{
    int interval = 5; ///< seconds until the next question, where it is to be asked
    QByteArray token; ///< empty: not yet
    std::optional<Error> error; ///< there will be no token

    bool operator==(const DeviceAnswer &) const = default;
};

/// Who asks: the OAuth app that \a clientId names, at the host of \a apiUrl.
struct DeviceApp
{
    QUrl apiUrl;
    QString clientId;
};

/// Pure. Errors: InvalidInput (no such app, or one that does not allow it), Server (not an answer of GitHub's).
Result<DeviceCode> parseDeviceCode(const DeviceApp &app, const github::Answer &answer);
/// Pure; \a interval is the last one.
DeviceAnswer parseDeviceAnswer(const DeviceApp &app, const github::Answer &answer, int interval);

/// What to set up where \a host has no client id yet.
QString howToSetUpDeviceLogin(const QUrl &apiUrl);

} // namespace unmoor
