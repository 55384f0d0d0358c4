// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/devicecode.h"

#include "app/account/tokenreport.h"
#include "app/core/shellquote.h"
#include "app/core/words.h"
#include "app/keychain/tokenstore.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int slower = 5; // seconds: RFC 8628, section 3.5
constexpr int longestInterval = 300;

QString hostOf(const DeviceApp &app)
{
    return tokenHost(app.apiUrl);
}

QString appsPage(const DeviceApp &app)
{
    return webUrl(app.apiUrl).toString() + u"/settings/developers"_s;
}

/// What the word of \a json's error means; there will be no token.
Error errorOf(const DeviceApp &app, const QJsonObject &json)
{
    const QString word = json[u"error"_s].toString();
    if (word == u"device_flow_disabled")
        return {Error::Kind::InvalidInput,
                Words::tr("The OAuth app %1 does not allow signing in with a code. Switch on Enable Device Flow in its "
                          "settings at %2.")
                    .arg(app.clientId, appsPage(app))};
    if (word == u"incorrect_client_credentials" || word == u"unauthorized_client" || word == u"invalid_client")
        return {Error::Kind::InvalidInput,
                Words::tr("%1 knows no OAuth app with the client id %2. Compare it with the one at %3.")
                    .arg(hostOf(app), app.clientId, appsPage(app))};
    if (word == u"expired_token" || word == u"incorrect_device_code")
        return {Error::Kind::Canceled, Words::tr("The code was not entered in time. Sign in again for a new one.")};
    if (word == u"access_denied")
        return {Error::Kind::Canceled, Words::tr("The sign-in was declined in the browser. Nothing was stored.")};
    const QString said = json[u"error_description"_s].toString();
    return {Error::Kind::Server,
            Words::tr("%1 did not sign you in: %2").arg(hostOf(app), said.isEmpty() ? word : said)};
}

Error notGitHub(const DeviceApp &app)
{
    return {
        Error::Kind::Server,
        Words::tr("%1 does not answer as GitHub does when asked for a sign-in code. Check the host's name, or paste "
                  "a token instead.")
            .arg(hostOf(app))};
}

/// A page that may be opened in a browser: never anything but the web, and in plain text on this machine only.
bool isWebPage(const QUrl &page)
{
    const bool isHere = page.host() == u"localhost" || QHostAddress(page.host()).isLoopback();
    return !page.host().isEmpty() && (page.scheme() == u"https" || (page.scheme() == u"http" && isHere));
}

} // namespace

Result<DeviceCode> parseDeviceCode(const DeviceApp &app, const github::Answer &answer)
{
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    if (json.contains(u"error"_s))
        return std::unexpected(errorOf(app, json));
    if (answer.status == 404)
        return std::unexpected(errorOf(app, {{u"error"_s, u"invalid_client"_s}}));
    const DeviceCode code{json[u"device_code"_s].toString().toUtf8(), json[u"user_code"_s].toString(),
                          QUrl(json[u"verification_uri"_s].toString(), QUrl::StrictMode),
                          std::clamp(json[u"expires_in"_s].toInt(900), 1, 24 * 3600),
                          std::clamp(json[u"interval"_s].toInt(5), 1, longestInterval)};
    if (!answer.isSuccess() || code.deviceCode.isEmpty() || code.userCode.isEmpty() || !isWebPage(code.page))
        return std::unexpected(notGitHub(app));
    return code;
}

DeviceAnswer parseDeviceAnswer(const DeviceApp &app, const github::Answer &answer, int interval)
{
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    const QByteArray token = json[u"access_token"_s].toString().toUtf8();
    if (!token.isEmpty())
        return {.interval = interval, .token = token};
    const QString word = json[u"error"_s].toString();
    if (word == u"authorization_pending")
        return {.interval = interval};
    if (word == u"slow_down") {
        // The host names the new interval; less than its own rule asks for is not believed.
        const int asked = std::max(json[u"interval"_s].toInt(), interval + slower);
        return {.interval = std::min(asked, longestInterval)};
    }
    return {.interval = interval, .error = word.isEmpty() ? notGitHub(app) : errorOf(app, json)};
}

QString howToSetUpDeviceLogin(const QUrl &apiUrl)
{
    const QString host = tokenHost(apiUrl);
    return Words::tr("Signing in with the browser needs the client id of an OAuth app at %1. Register one at "
                     "%2/settings/applications/new (any homepage and callback address will do), switch on Enable "
                     "Device Flow, then: unmoor token login --host %3 --client-id ID")
        .arg(host, webUrl(apiUrl).toString(), shellQuoted(host));
}

} // namespace unmoor
